package store

import (
	"context"

	"gorm.io/gorm"

	"glossator/models"
)

// Batch is a row of changes of one kind that one undo takes back, although each
// of them is on the disk as soon as its call returns: an import of a thousand
// articles, say, during which others go on working. It is not safe for use by
// several goroutines.
type Batch struct {
	store *Store
	group string // empty: nothing has been written yet
}

// NewBatch begins a row of changes.
func (s *Store) NewBatch() *Batch { return &Batch{store: s} }

// AddArticles adds drafts in one transaction; the rest is as for
// [Store.AddArticles].
func (b *Batch) AddArticles(ctx context.Context, by Actor, drafts []models.Draft) (added []Added, err error) {
	parcels, err := packAll(drafts, b.store.project.UID)
	if err != nil {
		return nil, b.store.explain(err)
	}
	err = b.write(ctx, by, models.KindImport, func(c *change) error {
		added, err = c.addParcels(parcels)
		return err
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

// write is [Store.write] as a part of the step. A step that was taken back
// meanwhile does not go on: what follows is another one.
func (b *Batch) write(ctx context.Context, by Actor, kind models.EventKind, fn func(*change) error) error {
	var group string
	err := b.store.write(ctx, by, kind, func(c *change) error {
		gone, err := b.takenBack(c.tx)
		if err != nil {
			return err
		}
		if b.group != "" && !gone {
			c.group = b.group
		}
		group = c.group
		return fn(c)
	})
	if err == nil && group != "" {
		b.group = group
	}
	return err
}

func (b *Batch) takenBack(tx *gorm.DB) (bool, error) {
	found, _, err := first(tx, one[bool], "SELECT EXISTS (SELECT 1 FROM history WHERE undoes <> '' AND undoes = ?)", b.group)
	return found, err
}
