package store

import (
	"encoding/json"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// labelSnapshot is a label with the fields that are in use, in public terms.
// One that is archived counts as deleted.
type labelSnapshot struct {
	models.Wording

	Key        string          `json:"key"`
	Name       string          `json:"name"`
	Definition string          `json:"definition,omitempty"`
	Shortcut   string          `json:"shortcut,omitempty"`
	Badge      string          `json:"badge,omitempty"`
	Color      string          `json:"color,omitempty"`
	Position   int             `json:"position"`
	Fields     []fieldSnapshot `json:"fields,omitempty"` // in their order
	CreatedAt  int64           `json:"created_at"`
	DeletedAt  int64           `json:"deleted_at,omitempty"`
}

type fieldSnapshot struct {
	Key     string           `json:"key"`
	Name    string           `json:"name"`
	Type    models.FieldType `json:"type"`
	Repeats bool             `json:"repeats,omitempty"`
	Group   string           `json:"group,omitempty"`
	Options []string         `json:"options,omitempty"`
	Hint    string           `json:"hint,omitempty"`
}

// snapshotOf is a label of a codebook at a place in it, without its times.
func snapshotOf(label models.CodebookLabel, position int) labelSnapshot {
	s := labelSnapshot{
		Wording: models.Wording{Include: label.Include, Exclude: label.Exclude, Positive: label.Positive, Negative: label.Negative},
		Key:     label.Key, Name: label.Name, Definition: label.Definition, Shortcut: label.Shortcut, Badge: label.Badge,
		Color: label.Color, Position: position,
	}
	for _, f := range label.Fields {
		s.Fields = append(s.Fields, fieldSnapshot{
			Key: f.Key, Name: f.Name, Type: f.Type, Repeats: f.Repeats, Group: f.Group, Options: f.Options, Hint: f.Hint,
		})
	}
	return s
}

func loadLabels(tx *gorm.DB, uids []string) (map[string]labelSnapshot, error) {
	list, err := collect(tx, scanLabel, "SELECT "+labelColumns+" FROM labels l WHERE l.uid IN ?", uids)
	if err != nil {
		return nil, err
	}
	if err := attachFields(tx, list); err != nil {
		return nil, err
	}
	found := make(map[string]labelSnapshot, len(list))
	for _, label := range list {
		s := snapshotOf(models.LabelOf(label), label.Position)
		s.CreatedAt, s.DeletedAt = label.CreatedAt, moment(label.ArchivedAt)
		found[label.UID] = s
	}
	return found, nil
}

const upsertLabel = `INSERT INTO labels(uid, project_id, key, name, definition, shortcut, badge, color, wording, position,
  version, created_at, archived_at) SELECT ?, j.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM projects j WHERE j.id > 0
ON CONFLICT(uid) DO UPDATE SET name = excluded.name, definition = excluded.definition, shortcut = excluded.shortcut,
  badge = excluded.badge, color = excluded.color, wording = excluded.wording, position = excluded.position,
  version = excluded.version, archived_at = excluded.archived_at`

func saveLabel(tx *gorm.DB, uid string, s labelSnapshot, mark stamp) error {
	wording, err := json.Marshal(s.Wording)
	if err != nil {
		return fmt.Errorf("write wording: %w", err)
	}
	err = tx.Exec(upsertLabel, uid, s.Key, s.Name, s.Definition, s.Shortcut, s.Badge, s.Color, string(wording), s.Position,
		mark.version, s.CreatedAt, optional(s.DeletedAt)).Error
	if err != nil {
		return fmt.Errorf("write label: %w", err)
	}
	return saveFields(tx, uid, s, mark)
}

// The type of a field never changes: what was written into it was read by it.
const upsertField = `INSERT INTO label_fields(uid, label_id, key, name, type, required, repeats, row_group, options, hint,
  position, version) SELECT ?, l.id, ?, ?, ?, 0, ?, ?, ?, ?, ?, ? FROM labels l WHERE l.uid = ?
ON CONFLICT(uid) DO UPDATE SET label_id = excluded.label_id, name = excluded.name, repeats = excluded.repeats,
  row_group = excluded.row_group,
  options = excluded.options, hint = excluded.hint, position = excluded.position, version = excluded.version, archived_at = NULL`

// saveFields writes the fields of a label. Those that it does not have any more
// are archived: details may stand in them.
func saveFields(tx *gorm.DB, labelUID string, s labelSnapshot, mark stamp) error {
	project, _, err := first(tx, one[string], "SELECT uid FROM projects")
	if err != nil {
		return err
	}
	kept := []string{""} // an empty list would not be SQL
	for position, f := range s.Fields {
		uid := derivedUID(models.PrefixField, project, s.Key, f.Key)
		if err := saveField(tx, uid, labelUID, position, f, mark); err != nil {
			return err
		}
		kept = append(kept, f.Key)
	}
	err = tx.Exec(`UPDATE label_fields SET archived_at = ?, version = ? WHERE archived_at IS NULL AND key NOT IN ?
		AND label_id = (SELECT l.id FROM labels l WHERE l.uid = ?)`, mark.at, mark.version, kept, labelUID).Error
	if err != nil {
		return fmt.Errorf("archive fields: %w", err)
	}
	return nil
}

func saveField(tx *gorm.DB, uid, labelUID string, position int, f fieldSnapshot, mark stamp) error {
	options, err := json.Marshal(append([]string{}, f.Options...))
	if err != nil {
		return fmt.Errorf("write options: %w", err)
	}
	repeats := 0
	if f.Repeats {
		repeats = 1
	}
	err = tx.Exec(upsertField, uid, f.Key, f.Name, f.Type, repeats, f.Group, string(options), f.Hint, position, mark.version, labelUID).Error
	if err != nil {
		return fmt.Errorf("write field %s: %w", f.Key, err)
	}
	return nil
}

// codebookSnapshot is what the codebook says beyond its labels.
type codebookSnapshot struct {
	Version   string            `json:"version"`
	General   []string          `json:"general,omitempty"`
	TieBreaks []string          `json:"tie_breaks,omitempty"`
	Revisions []models.Revision `json:"revisions,omitempty"`
}

const selectCodebooks = `SELECT b.uid, j.codebook_version, b.general, b.tie_breaks, b.revisions
FROM codebooks b JOIN projects j ON j.id = b.project_id`

func scanCodebook(r *row, item *named[codebookSnapshot]) error {
	var general, tieBreaks, revisions string
	if err := r.Scan(&item.uid, &item.value.Version, &general, &tieBreaks, &revisions); err != nil {
		return err
	}
	for _, list := range []struct {
		text string
		into any
	}{{general, &item.value.General}, {tieBreaks, &item.value.TieBreaks}, {revisions, &item.value.Revisions}} {
		if err := json.Unmarshal([]byte(list.text), list.into); err != nil {
			return damagedCodebook(err)
		}
	}
	return nil
}

func loadCodebooks(tx *gorm.DB, uids []string) (map[string]codebookSnapshot, error) {
	list, err := collect(tx, scanCodebook, selectCodebooks+" WHERE b.uid IN ?", uids)
	return byUID(list), err
}

const upsertCodebook = `INSERT INTO codebooks(uid, project_id, general, tie_breaks, revisions, version)
SELECT ?, j.id, ?, ?, ?, ? FROM projects j WHERE j.id > 0
ON CONFLICT(uid) DO UPDATE SET general = excluded.general, tie_breaks = excluded.tie_breaks, revisions = excluded.revisions,
  version = excluded.version`

func saveCodebook(tx *gorm.DB, uid string, s codebookSnapshot, mark stamp) error {
	var texts []any
	for _, list := range []any{ // never null
		slices.Concat([]string{}, s.General), slices.Concat([]string{}, s.TieBreaks), slices.Concat([]models.Revision{}, s.Revisions),
	} {
		text, err := json.Marshal(list)
		if err != nil {
			return fmt.Errorf("write codebook: %w", err)
		}
		texts = append(texts, string(text))
	}
	if err := tx.Exec(upsertCodebook, uid, texts[0], texts[1], texts[2], mark.version).Error; err != nil {
		return fmt.Errorf("write codebook: %w", err)
	}
	if err := tx.Exec("UPDATE projects SET codebook_version = ?", s.Version).Error; err != nil {
		return fmt.Errorf("write codebook version: %w", err)
	}
	return nil
}

// codebookUID is the identity of a project's codebook, which two copies agree
// on; the migration that brought it makes the same.
func codebookUID(projectUID string) string {
	return string(models.PrefixCodebook) + projectUID[len(models.PrefixProject):]
}
