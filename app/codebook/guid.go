package codebook

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// GUID returns the UUID that stands for a thing outside the project: the one
// that its UID is made of, or else one made from the names of the thing, the
// same each time (RFC 9562, version 8 by SHA-256, appendix B.2).
func GUID(names ...string) string {
	if len(names) == 1 {
		if _, tail, found := strings.Cut(names[0], "-"); found && isUUID(tail) {
			return tail
		}
	}
	const (
		size               = 16
		versionAt, version = 6, 0x80
		variantAt, variant = 8, 0x80
	)
	sum := sha256.Sum256([]byte(strings.Join(names, "\x00")))
	id := sum[:size]
	id[versionAt] = id[versionAt]&0x0F | version
	id[variantAt] = id[variantAt]&0x3F | variant
	digits := hex.EncodeToString(id)
	return digits[:8] + "-" + digits[8:12] + "-" + digits[12:16] + "-" + digits[16:20] + "-" + digits[20:]
}

func isUUID(text string) bool {
	const pattern = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
	if len(text) != len(pattern) {
		return false
	}
	for i := range len(text) {
		hyphen := pattern[i] == '-'
		if hyphen != (text[i] == '-') || !hyphen && !strings.ContainsRune("0123456789abcdefABCDEF", rune(text[i])) {
			return false
		}
	}
	return true
}

// LabelGUID names a label of a project by its key: two copies of the project
// agree on it.
func LabelGUID(projectUID, key string) string { return GUID(projectUID, "label", key) }
