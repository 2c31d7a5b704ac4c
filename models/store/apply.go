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
	Kept        []Kept   // of sentences that are finished, or become so
	Columns     []string // names of columns that are none of ours, in the order of the file

	// Progress hears now and then how many annotations are done; may be nil. It
	// runs inside the transaction and must not wait for anything.
	Progress func(done int)
}

// Apply does all of it in one transaction and one step of undo, and returns
// the step's group, empty when nothing was changed. New people stay when the
// step is undone: having a layer is no step of anybody. The error has
// [models.CodeNotFound] when a sentence or label is not there,
// [models.CodeConflict] when the sentence got the same label meanwhile,
// [models.CodeCancelled] when ctx ended, and is otherwise that of
// [Store.AddArticles]; nothing is then changed.
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
		if err := c.applyAll(ctx, in); err != nil {
			return err
		}
		if len(c.events) > before {
			group = c.group
		}
		return c.keepColumns(in.Columns)
	})
	if err != nil && ctx.Err() != nil {
		err = s.explain(ctx.Err()) // a transaction whose context has ended fails in many words
	}
	if err != nil {
		return "", err
	}
	return group, nil
}

// applyAll applies what is said about sentences and articles that are there.
func (c *change) applyAll(ctx context.Context, in Application) error {
	a := &applying{change: c, fields: map[string]map[string]models.Field{}}
	done := 0
	for part := range slices.Chunk(in.Annotations, appliedAtOnce) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := a.several(part); err != nil {
			return err
		}
		if done += len(part); in.Progress != nil {
			in.Progress(done)
		}
	}
	for _, f := range in.Finished {
		if err := c.setFinished(f.ArticleUID, f.AnnotatorUID, true); err != nil {
			return err
		}
	}
	for i := range in.Kept {
		if err := c.keep(&in.Kept[i]); err != nil {
			return err
		}
	}
	return nil
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

// keep keeps what stands beside the annotator's word that a sentence holds
// nothing, and gives that word if there is something to keep.
func (c *change) keep(k *Kept) error {
	before, err := codecs[models.EntityReading].loadOne(c.tx, k.UID())
	if err != nil {
		return err
	}
	state := k.snapshot(c.at)
	if before != "" {
		if state, err = decode[readingSnapshot](before); err != nil {
			return err
		}
		state.Extra, state.DeletedAt = k.Extra, 0
	}
	if k.Extra == "" && (before == "" || buried(before)) {
		return nil
	}
	after, err := encode(state)
	if err != nil || after == before {
		return err
	}
	return c.save(models.EntityReading, k.UID(), before, after)
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
// annotation or a finished sentence has a value, in the order in which they came.
func (s *Store) ExtraColumns(ctx context.Context) (names []string, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		values, err := collect(tx, one[models.Extra], `SELECT extra FROM annotations WHERE extra <> '' AND deleted_at IS NULL
			UNION SELECT extra FROM readings WHERE extra <> '' AND deleted_at IS NULL`)
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
