package models

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// Revision is one version of a project's codebook. A new one is made only when
// the meaning of a label changes: what was tagged before must then be looked
// at again. Better wording, another colour or a new field make none.
type Revision struct {
	Version string   `json:"version"`
	At      int64    `json:"at,omitempty"`     // milliseconds; 0: not known
	Labels  []string `json:"labels,omitempty"` // keys of the labels whose meaning changed with it
	Note    string   `json:"note,omitempty"`
}

// StandingVersions returns the versions under which a tag with this label
// means what the label means now. None: its meaning has never changed, and a
// tag of any version stands.
func (c Codebook) StandingVersions(labelKey string) []string {
	last := -1
	for i, revision := range c.Revisions {
		if slices.Contains(revision.Labels, labelKey) {
			last = i
		}
	}
	if last < 0 {
		return nil
	}
	var versions []string
	for _, revision := range c.Revisions[last:] {
		versions = append(versions, revision.Version)
	}
	return versions
}

// Stands reports whether a tag that was made under a version of the codebook
// means what its label means now.
func (c Codebook) Stands(labelKey, version string) bool {
	versions := c.StandingVersions(labelKey)
	return versions == nil || slices.Contains(versions, version)
}

// Revised returns the codebook in its next version, in which the labels of
// these keys mean something else; at is in milliseconds.
func (c Codebook) Revised(labelKeys []string, note string, at int64) Codebook {
	revisions := slices.Clone(c.Revisions)
	if len(revisions) == 0 {
		revisions = append(revisions, Revision{Version: c.Version})
	}
	next := NextVersion(c.Version)
	for slices.ContainsFunc(revisions, func(r Revision) bool { return r.Version == next }) {
		next = NextVersion(next)
	}
	c.Version = next
	revisions = append(revisions, Revision{Version: next, At: at, Labels: slices.Clone(labelKeys), Note: note})
	c.Revisions = revisions
	return c
}

// lastNumber parts a version at its last number.
var lastNumber = regexp.MustCompile(`^(.*?)(\d{1,9})(\D*)$`)

// NextVersion counts the last number of a version up: "1.0" becomes "1.1". A
// version without a number gets one.
func NextVersion(version string) string {
	parts := lastNumber.FindStringSubmatch(version)
	if parts == nil {
		return version + ".1"
	}
	number, err := strconv.Atoi(parts[2])
	if err != nil {
		return version + ".1"
	}
	return fmt.Sprintf("%s%d%s", parts[1], number+1, parts[3])
}
