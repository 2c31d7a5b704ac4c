package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// Codebook returns the project's codebook as it is in use.
func (s *Store) Codebook(ctx context.Context) (book models.Codebook, err error) {
	labels, err := s.Labels(ctx)
	if err != nil {
		return book, err
	}
	err = s.read(ctx, func(tx *gorm.DB) error {
		kept, _, err := first(tx, scanCodebook, selectCodebooks)
		book = models.Codebook{
			Version: kept.value.Version, General: kept.value.General, TieBreaks: kept.value.TieBreaks, Revisions: kept.value.Revisions,
		}
		return err
	})
	for _, label := range labels {
		book.Labels = append(book.Labels, models.LabelOf(label))
	}
	return book, err
}

// SetCodebook makes the project's codebook equal to book, as one step: labels
// and fields that it does not have are archived, those of a key that was
// archived come back. Labels named in changed mean something else from now on:
// the codebook gets its next version, and tags that were made before are to be
// looked at again; the version and the revisions that book itself carries do
// not count. It returns the codebook as it is then. The error is that of
// [models.Codebook.Check]; it also has [models.CodeInvalid] when a field would
// get another type.
func (s *Store) SetCodebook(ctx context.Context, by Actor, book models.Codebook, changed []string, note string) (models.Codebook, error) {
	if err := book.Check(); err != nil {
		return models.Codebook{}, err
	}
	err := s.write(ctx, by, models.KindDo, func(c *change) error {
		if err := c.putRules(book, changed, note); err != nil {
			return err
		}
		return c.putLabels(book.Labels)
	})
	if err != nil {
		return models.Codebook{}, err
	}
	return s.Codebook(ctx)
}

// putRules writes what the codebook says beyond its labels.
func (c *change) putRules(book models.Codebook, changed []string, note string) error {
	project, _, err := first(c.tx, one[string], "SELECT uid FROM projects")
	if err != nil {
		return err
	}
	uid := codebookUID(project)
	before, err := codecs[models.EntityCodebook].loadOne(c.tx, uid)
	if err != nil {
		return err
	}
	var now codebookSnapshot
	if before != "" {
		if now, err = decode[codebookSnapshot](before); err != nil {
			return err
		}
	}
	next := models.Codebook{Version: now.Version, Revisions: now.Revisions}
	if len(changed) > 0 {
		next = next.Revised(changed, note, c.at)
	}
	after, err := encode(codebookSnapshot{
		Version: next.Version, General: book.General, TieBreaks: book.TieBreaks, Revisions: next.Revisions,
	})
	if err != nil || after == before {
		return err
	}
	return c.save(models.EntityCodebook, uid, before, after)
}

// putLabels writes the labels that differ from what is kept and archives those
// that are not wanted any more.
func (c *change) putLabels(labels []models.CodebookLabel) error {
	kept, err := collect(c.tx, scanLabel, "SELECT "+labelColumns+" FROM labels l ORDER BY l.position, l.id")
	if err != nil {
		return err
	}
	project, _, err := first(c.tx, one[string], "SELECT uid FROM projects")
	if err != nil {
		return err
	}
	for position, label := range labels {
		uid := derivedUID(models.PrefixLabel, project, label.Key)
		created := c.at
		if at := slices.IndexFunc(kept, func(l models.Label) bool { return l.Key == label.Key }); at >= 0 {
			uid, created = kept[at].UID, kept[at].CreatedAt
		}
		if err := c.putLabel(uid, label, position, created); err != nil {
			return err
		}
	}
	for _, label := range kept {
		wanted := slices.ContainsFunc(labels, func(l models.CodebookLabel) bool { return l.Key == label.Key })
		if wanted {
			continue
		}
		if err := c.bury(models.EntityLabel, label.UID); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) putLabel(uid string, label models.CodebookLabel, position int, created int64) error {
	if err := c.sameTypes(uid, label); err != nil {
		return err
	}
	before, err := codecs[models.EntityLabel].loadOne(c.tx, uid)
	if err != nil {
		return err
	}
	snapshot := snapshotOf(label, position)
	snapshot.CreatedAt = created
	after, err := encode(snapshot)
	if err != nil || after == before {
		return err
	}
	return c.save(models.EntityLabel, uid, before, after)
}

// sameTypes refuses another type for a field that there is, or was.
func (c *change) sameTypes(labelUID string, label models.CodebookLabel) error {
	fields, err := collect(c.tx, scanField,
		"SELECT "+fieldColumns+" FROM label_fields f JOIN labels l ON l.id = f.label_id WHERE l.uid = ?", labelUID)
	if err != nil {
		return err
	}
	for _, f := range fields {
		if wanted, ok := label.Field(f.Key); ok && wanted.Type != f.Type {
			return models.Errorf(models.CodeInvalid,
				"The field %q of the label %q is a %s in this project, not a %s; give the new field another key.",
				f.Key, label.Key, f.Type, wanted.Type)
		}
		if err := c.singleRows(f, label); err != nil {
			return err
		}
	}
	return nil
}

// singleRows refuses to keep a field from repeating where it holds further
// rows.
func (c *change) singleRows(f models.Field, label models.CodebookLabel) error {
	wanted, ok := label.Field(f.Key)
	if !ok || wanted.Repeats || !f.Repeats {
		return nil
	}
	_, several, err := first(c.tx, one[int64], "SELECT annotation_id FROM annotation_details WHERE field_id = ? AND n > 0 LIMIT 1", f.ID)
	if err == nil && several {
		err = models.Errorf(models.CodeInvalid,
			"The field %q of the label %q holds several rows in this project, so that it must go on repeating.", f.Key, label.Key)
	}
	return err
}

// Reaffirm says that an annotation of the acting annotator was looked at and
// stands under the present version of the codebook. The errors are those of
// [Store.SetNote].
func (s *Store) Reaffirm(ctx context.Context, by Actor, annotationUID string) (models.Annotation, error) {
	return s.editAnnotation(ctx, by, annotationUID, func(c *change, state *annotationSnapshot) error {
		state.Codebook = c.codebook
		return nil
	})
}
