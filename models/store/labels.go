package store

import (
	"context"
	"encoding/json"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// labelColumns are in the order of scanLabel.
const labelColumns = `l.id, l.uid, l.project_id, l.key, l.name, l.definition, l.shortcut, l.badge, l.color, l.wording, l.position,
  l.version, l.created_at, l.archived_at`

func scanLabel(r *row, l *models.Label) error {
	var wording string
	err := r.Scan(&l.ID, &l.UID, &l.ProjectID, &l.Key, &l.Name, &l.Definition, &l.Shortcut, &l.Badge, &l.Color, &wording, &l.Position,
		&l.Version, &l.CreatedAt, &l.ArchivedAt)
	if err != nil {
		return err
	}
	if err := json.Unmarshal([]byte(wording), &l.Wording); err != nil {
		return damagedCodebook(err)
	}
	return nil
}

// fieldColumns are in the order of scanField.
const fieldColumns = `f.id, f.uid, f.label_id, f.key, f.name, f.type, f.required, f.repeats, f.row_group, f.options, f.hint, f.position,
  f.version, f.archived_at`

func scanField(r *row, f *models.Field) error {
	return r.Scan(&f.ID, &f.UID, &f.LabelID, &f.Key, &f.Name, &f.Type, &f.Required, &f.Repeats, &f.Group, &f.Options, &f.Hint, &f.Position,
		&f.Version, &f.ArchivedAt)
}

// Labels returns the labels in use with their fields, both by position.
func (s *Store) Labels(ctx context.Context) (labels []models.Label, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		labels, err = collect(tx, scanLabel, "SELECT "+labelColumns+" FROM labels l WHERE l.archived_at IS NULL ORDER BY l.position, l.id")
		if err != nil {
			return err
		}
		return attachFields(tx, labels)
	})
	return labels, err
}

// attachFields gives labels their fields in use, by position.
func attachFields(tx *gorm.DB, labels []models.Label) error {
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
}

// ArchivedLabels returns the labels that were put away, with the fields that
// they had, the last one first.
func (s *Store) ArchivedLabels(ctx context.Context) (labels []models.Label, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		labels, err = collect(tx, scanLabel,
			"SELECT "+labelColumns+" FROM labels l WHERE l.archived_at IS NOT NULL ORDER BY l.archived_at DESC, l.id")
		if err != nil {
			return err
		}
		return attachFields(tx, labels)
	})
	return labels, err
}

// RetiredLabels returns what the codebook no longer has but live annotations
// still carry: archived labels with all of their fields, and labels in use with
// those archived fields that hold details. Exports and pages show them, so that
// nothing that was tagged is lost from sight.
func (s *Store) RetiredLabels(ctx context.Context) (labels []models.Label, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		labels, err = collect(tx, scanLabel, "SELECT "+labelColumns+` FROM labels l WHERE EXISTS(
			SELECT 1 FROM annotations n WHERE n.label_id = l.id AND n.deleted_at IS NULL) ORDER BY l.position, l.id`)
		if err != nil {
			return err
		}
		fields, err := collect(tx, scanField, "SELECT "+fieldColumns+` FROM label_fields f JOIN labels l ON l.id = f.label_id
			WHERE l.archived_at IS NOT NULL AND f.archived_at IS NULL OR f.archived_at IS NOT NULL AND EXISTS(SELECT 1 FROM annotations n
			JOIN annotation_details d ON d.annotation_id = n.id WHERE n.label_id = l.id AND n.deleted_at IS NULL AND d.field_id = f.id)
			ORDER BY f.position, f.id`)
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
		labels = slices.DeleteFunc(labels, func(l models.Label) bool { return l.ArchivedAt == nil && len(l.Fields) == 0 })
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

// fieldsOf returns the fields of a label by key, archived ones too: details may
// stand in them.
func fieldsOf(tx *gorm.DB, labelID int64) (map[string]models.Field, error) {
	list, err := collect(tx, scanField, "SELECT "+fieldColumns+
		" FROM label_fields f WHERE f.label_id = ? ORDER BY f.position", labelID)
	fields := make(map[string]models.Field, len(list))
	for _, f := range list {
		fields[f.Key] = f
	}
	return fields, err
}

// damagedCodebook is the error of a list in the codebook that cannot be read.
func damagedCodebook(cause error) error {
	return models.Errorf(models.CodeDamaged,
		"The codebook of this project is damaged. Open the last backup, or save what can be read.").Because(cause)
}
