package store

import (
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// standingTags are the versions under which annotations with a label mean what
// the label means now; of labels whose meaning has changed only.
type standingTags struct {
	label    int64
	key      string
	versions []string
}

func standingOfLabels(tx *gorm.DB) ([]standingTags, error) {
	kept, _, err := first(tx, scanCodebook, selectCodebooks)
	if err != nil {
		return nil, err
	}
	labels, err := collect(tx, scanLabel, "SELECT "+labelColumns+" FROM labels l WHERE l.archived_at IS NULL")
	if err != nil {
		return nil, err
	}
	book := models.Codebook{Revisions: kept.value.Revisions}
	list := []standingTags{}
	for _, label := range labels {
		if versions := book.StandingVersions(label.Key); versions != nil {
			list = append(list, standingTags{label: label.ID, key: label.Key, versions: versions})
		}
	}
	return list, nil
}

// outdated is the condition that an annotation was made under an earlier
// meaning of one of so many labels: of no label, no annotation was.
func outdated(asked bool, labels int) string {
	switch {
	case !asked:
		return ""
	case labels == 0:
		return " AND 0"
	}
	const one = "(n.label_id = ? AND n.codebook_version NOT IN ?)"
	return " AND (" + strings.Repeat(one+" OR ", labels-1) + one + ")"
}

// stands reports whether an annotation means what its label means now.
func stands(list []standingTags, row models.ExportRow) bool {
	for _, tags := range list {
		if tags.key != row.Label {
			continue
		}
		return slices.Contains(tags.versions, row.Annotation.CodebookVersion)
	}
	return true
}
