package models

import "strings"

// Role says what an annotator's layer is.
type Role string

// The roles. The gold layer is an annotator too, so that gold annotations
// need no tables of their own.
const (
	RoleAnnotator Role = "annotator"
	RoleReviewer  Role = "reviewer"
	RoleLead      Role = "lead"
	RoleGold      Role = "gold"
)

// Annotator is a person with a stable id; her annotations are her layer.
type Annotator struct {
	ID         int64 `gorm:"primaryKey"`
	UID        string
	ProjectID  int64
	Name       string // as she wrote it, 1 to [MaxName] code points
	Role       Role
	Color      string // "#rrggbb", or empty: chosen by the window
	Version    int64
	CreatedAt  int64
	ArchivedAt *int64
}

// MaxName is the longest name of a person, in code points.
const MaxName = 200

// CleanName returns the name as it is stored: trimmed, inner white space
// folded to single spaces. The error has [CodeInvalid] when nothing is left or
// the name is longer than [MaxName].
func CleanName(name string) (string, error) {
	clean := strings.Join(strings.Fields(name), " ")
	if clean == "" {
		return "", Errorf(CodeInvalid, "The annotator's name is empty; give a name with at least one letter.")
	}
	if len([]rune(clean)) > MaxName {
		return "", Errorf(CodeInvalid, "The annotator's name is longer than %d characters; shorten it.", MaxName)
	}
	return clean, nil
}
