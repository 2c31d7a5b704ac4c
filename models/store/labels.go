package store

import (
	"context"

	"gorm.io/gorm"

	"glossator/models"
)

// labelColumns are in the order of scanLabel.
const labelColumns = `l.id, l.uid, l.project_id, l.key, l.name, l.definition, l.shortcut, l.color, l.position,
  l.version, l.created_at, l.archived_at`

func scanLabel(r *row, l *models.Label) error {
	return r.Scan(&l.ID, &l.UID, &l.ProjectID, &l.Key, &l.Name, &l.Definition, &l.Shortcut, &l.Color, &l.Position,
		&l.Version, &l.CreatedAt, &l.ArchivedAt)
}

// fieldColumns are in the order of scanField.
const fieldColumns = `f.id, f.uid, f.label_id, f.key, f.name, f.type, f.required, f.repeats, f.options, f.position,
  f.version, f.archived_at`

func scanField(r *row, f *models.Field) error {
	return r.Scan(&f.ID, &f.UID, &f.LabelID, &f.Key, &f.Name, &f.Type, &f.Required, &f.Repeats, &f.Options, &f.Position,
		&f.Version, &f.ArchivedAt)
}

// Labels returns the labels in use with their fields, both by position.
func (s *Store) Labels(ctx context.Context) (labels []models.Label, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		labels, err = collect(tx, scanLabel, "SELECT "+labelColumns+" FROM labels l WHERE l.archived_at IS NULL ORDER BY l.position, l.id")
		if err != nil {
			return err
		}
		fields, err := collect(tx, scanField,
			"SELECT "+fieldColumns+" FROM label_fields f WHERE f.archived_at IS NULL ORDER BY f.position, f.id")
		if err != nil {
			return err
		}
		for i := range labels {
			for _, f := range fields {
				if f.LabelID == labels[i].ID {
					labels[i].Fields = append(labels[i].Fields, f)
				}
			}
		}
		return nil
	})
	return labels, err
}

// labelByKey finds a label, also an archived one: history may speak of it.
func labelByKey(tx *gorm.DB, key string) (models.Label, error) {
	label, ok, err := first(tx, scanLabel, "SELECT "+labelColumns+" FROM labels l WHERE l.key = ?", key)
	if err == nil && !ok {
		err = models.Errorf(models.CodeNotFound, "The codebook of this project has no label %q; look at its labels.", key)
	}
	return label, err
}

// fieldsOf returns the fields in use of a label by key.
func fieldsOf(tx *gorm.DB, labelID int64) (map[string]models.Field, error) {
	list, err := collect(tx, scanField, "SELECT "+fieldColumns+
		" FROM label_fields f WHERE f.label_id = ? AND f.archived_at IS NULL ORDER BY f.position", labelID)
	fields := make(map[string]models.Field, len(list))
	for _, f := range list {
		fields[f.Key] = f
	}
	return fields, err
}
