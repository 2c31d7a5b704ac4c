package store

import (
	"strings"

	"github.com/google/uuid"

	"glossator/models"
)

// newUID makes a fresh identity: a UUID of version 7 (RFC 9562), whose start is
// the time, so that new rows land at the end of an index.
func newUID(prefix models.Prefix) string {
	return string(prefix) + uuid.Must(uuid.NewV7()).String()
}

// derivedUID makes an identity that two copies of a project agree on: a UUID of
// version 5 (RFC 9562) of the parts within the space of owner, another UID.
func derivedUID(prefix models.Prefix, owner string, parts ...string) string {
	_, space, _ := strings.Cut(owner, "-")
	root, err := uuid.Parse(space)
	if err != nil {
		root = uuid.NewSHA1(uuid.NameSpaceURL, []byte(owner))
	}
	return string(prefix) + uuid.NewSHA1(root, []byte(strings.Join(parts, "\x00"))).String()
}
