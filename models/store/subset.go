package store

import (
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// condition is a part of a question with its arguments.
type condition struct {
	text string
	args []any
}

func (c *condition) and(text string, args ...any) {
	c.text += " AND " + text
	c.args = append(c.args, args...)
}

// conditionOf turns a subset into a condition on annotations n and articles a.
// It agrees with [models.Subset.Has].
func conditionOf(tx *gorm.DB, wanted models.Subset) (condition, error) {
	var c condition
	if wanted.Published.From != "" {
		c.and("a.published_on >= ?", wanted.Published.From)
	}
	if wanted.Published.Until != "" {
		c.and("a.published_on < ?", wanted.Published.Until)
	}
	if wanted.Source != nil {
		c.and("a.source = ?", *wanted.Source)
	}
	for _, d := range wanted.Details {
		fields, err := fieldsNamed(tx, models.FieldName{Label: d.Label, Field: d.Field})
		if err != nil {
			return c, err
		}
		var exists strings.Builder
		if d.Lacking {
			exists.WriteString("NOT ")
		}
		exists.WriteString("EXISTS(SELECT 1 FROM annotation_details d WHERE d.annotation_id = n.id AND d.field_id IN ?")
		args := []any{fields}
		if len(d.Values) > 0 {
			exists.WriteString(" AND d.value_text IN ?")
			args = append(args, d.Values)
		}
		c.and(exists.String()+")", args...)
	}
	return c, nil
}
