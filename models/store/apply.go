package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// Application is what a file that came back does to a project.
type Application struct {
	Articles    []models.Draft     // to be added first
	People      []models.Annotator // UID and Name; made when they are not there
	Annotations []Applied
	Finished    []Finish
	Columns     []string // names of columns that are none of ours, in the order of the file
}

// Applied is an annotation as it shall stand. Offsets are code points into the
// article's text.
type Applied struct {
	UID             string // of the annotation; one that is not there is made
	Replaces        string // the UID of one that goes, or empty
	ArticleUID      string
	Start, End      int // of the sentence
	AnnotatorUID    string
	LabelKey        string
	PartStart       *int // when it is narrower than the sentence
	PartEnd         *int
	Quote           string
	Note            string
	Confidence      models.Confidence
	Details         []models.NamedDetail
	Extra           models.Extra
	Origin          models.Origin
	CodebookVersion string // of a new one; empty: the present one
	CreatedAt       int64  // of a new one, in milliseconds; 0: now
	UpdatedAt       int64  // the same
}

// Finish is an article that an annotator has finished.
type Finish struct{ ArticleUID, AnnotatorUID string }

// Apply does all of it in one transaction and one step of undo, and returns
// the step's group, empty when nothing was changed. New people stay when the
// step is undone: having a layer is no step of anybody. The error has
// [models.CodeNotFound] when a sentence or label is not there,
// [models.CodeConflict] when the sentence got the same label meanwhile, and is
// otherwise that of [Store.AddArticles]; nothing is then changed.
func (s *Store) Apply(ctx context.Context, by Actor, in Application) (group string, err error) {
	parcels, err := packAll(in.Articles, s.project.UID)
	if err != nil {
		return "", s.explain(err)
	}
	err = s.write(ctx, by, models.KindImport, func(c *change) error {
		if err := c.addPeople(in.People); err != nil {
			return err
		}
		before := len(c.events)
		if _, err := c.addParcels(parcels); err != nil {
			return err
		}
		for i := range in.Annotations {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := c.apply(&in.Annotations[i]); err != nil {
				return err
			}
		}
		for _, f := range in.Finished {
			if err := c.setFinished(f.ArticleUID, f.AnnotatorUID, true); err != nil {
				return err
			}
		}
		if len(c.events) > before {
			group = c.group
		}
		return c.keepColumns(in.Columns)
	})
	if err != nil {
		return "", err
	}
	return group, nil
}

// addPeople makes the annotators that are not there, in a group of nobody.
func (c *change) addPeople(people []models.Annotator) error {
	by, group, kind := c.by, c.group, c.kind
	defer func() { c.by, c.group, c.kind = by, group, kind }()
	c.by, c.group, c.kind = Actor{}, newUID(models.PrefixGroup), models.KindDo
	for _, person := range people {
		before, err := codecs[models.EntityAnnotator].loadOne(c.tx, person.UID)
		if err != nil {
			return err
		}
		if before != "" {
			continue
		}
		made := annotatorSnapshot{Name: person.Name, Role: models.RoleAnnotator, CreatedAt: c.at}
		if err := create(c, models.EntityAnnotator, person.UID, made); err != nil {
			return err
		}
	}
	return nil
}

// apply brings one annotation into the state that it shall have.
func (c *change) apply(a *Applied) error {
	if a.Replaces != "" {
		if err := c.bury(models.EntityAnnotation, a.Replaces); err != nil {
			return err
		}
	}
	uid, before, err := c.slot(a)
	if err != nil {
		return err
	}
	state := annotationSnapshot{
		Article: a.ArticleUID, Annotator: a.AnnotatorUID, Label: a.LabelKey,
		Origin: a.Origin, Codebook: a.CodebookVersion, CreatedAt: a.CreatedAt,
	}
	if state.Codebook == "" {
		state.Codebook = c.codebook
	}
	if state.CreatedAt == 0 {
		state.CreatedAt = c.at
	}
	live := before != "" && !buried(before)
	if live {
		if state, err = decode[annotationSnapshot](before); err != nil {
			return err
		}
	}
	state.Start, state.End = a.Start, a.End
	state.PartStart, state.PartEnd, state.Quote = a.PartStart, a.PartEnd, a.Quote
	state.Note, state.Confidence, state.Extra = a.Note, a.Confidence, a.Extra
	if state.Details, err = c.appliedDetails(a); err != nil {
		return err
	}
	after, err := encode(state)
	if err != nil || after == before {
		return err
	}
	at := c.at
	if !live && a.UpdatedAt != 0 {
		at = a.UpdatedAt
	}
	if err := c.saveAsOf(models.EntityAnnotation, uid, before, after, at); err != nil {
		return err
	}
	here := place{articleUID: a.ArticleUID, start: a.Start, end: a.End}
	return c.bury(models.EntityReading, readingUID(here, a.AnnotatorUID))
}

// slot returns the UID under which an annotation is kept, and its snapshot
// there, empty when it is new. A deleted annotation of the same UID comes back
// if it is of the same label and layer, which never change; otherwise the
// annotation gets a UID of its own.
func (c *change) slot(a *Applied) (uid, before string, err error) {
	before, err = codecs[models.EntityAnnotation].loadOne(c.tx, a.UID)
	if err != nil || before == "" {
		return a.UID, before, err
	}
	state, err := decode[annotationSnapshot](before)
	if err != nil {
		return "", "", err
	}
	if state.Article == a.ArticleUID && state.Annotator == a.AnnotatorUID && state.Label == a.LabelKey {
		return a.UID, before, nil
	}
	if !buried(before) {
		return "", "", models.Errorf(models.CodeConflict,
			"Another annotation with the identity %s was made meanwhile; import the file once more.", a.UID)
	}
	return newUID(models.PrefixAnnotation), "", nil
}

func (c *change) appliedDetails(a *Applied) ([]detailSnapshot, error) {
	if len(a.Details) == 0 {
		return nil, nil
	}
	label, err := labelByKey(c.tx, a.LabelKey)
	if err != nil {
		return nil, err
	}
	fields, err := fieldsOf(c.tx, label.ID)
	if err != nil {
		return nil, err
	}
	details := make([]detailSnapshot, 0, len(a.Details))
	for i := range a.Details {
		d := &a.Details[i]
		if _, known := fields[d.Field]; !known {
			return nil, models.Errorf(models.CodeNotFound, "The codebook of this project has no field %q for this label.", d.Field)
		}
		details = append(details, detailSnapshot{Field: d.Field, N: d.N, Text: d.ValueText, Num: d.ValueNum, ISO: d.ValueISO})
	}
	return ordered(details, fields), nil
}

// keepColumns remembers the order of columns that are none of ours. It is no
// step: a column without a value is not exported.
func (c *change) keepColumns(names []string) error {
	for _, name := range names {
		const keep = `INSERT INTO extra_columns(position, name)
			SELECT COALESCE((SELECT MAX(position) FROM extra_columns), 0) + 1, ?
			WHERE NOT EXISTS (SELECT 1 FROM extra_columns WHERE name = ?)`
		done := c.tx.Exec(keep, name, name)
		if done.Error != nil {
			return fmt.Errorf("keep columns: %w", done.Error)
		}
		c.dirty = c.dirty || done.RowsAffected > 0
	}
	return nil
}

// ExtraColumns returns the columns that are none of ours and of which a live
// annotation has a value, in the order in which they came.
func (s *Store) ExtraColumns(ctx context.Context) (names []string, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		values, err := collect(tx, one[models.Extra], "SELECT DISTINCT extra FROM annotations WHERE extra <> '' AND deleted_at IS NULL")
		if err != nil || len(values) == 0 {
			return err
		}
		used := map[string]bool{}
		for _, extra := range values {
			for name := range extra.Values() {
				used[name] = true
			}
		}
		known, err := collect(tx, one[string], "SELECT name FROM extra_columns ORDER BY position")
		for _, name := range known {
			if used[name] {
				names = append(names, name)
				delete(used, name)
			}
		}
		names = append(names, slices.Sorted(maps.Keys(used))...) // from a colleague whose project had other columns
		return err
	})
	return names, err
}
