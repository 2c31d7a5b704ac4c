package workspace

import (
	"context"
	"strconv"
	"time"

	"glossator/models"
)

const (
	// metaChecked is the key under which a project keeps when it was found
	// sound, in milliseconds.
	metaChecked = "checked_at"
	// checkEvery is how old that may be: a disk goes bad in silence.
	checkEvery = 7 * 24 * time.Hour
)

// Check looks for faults in the project file: integrity, references, offsets
// against the texts, history against the tables. It returns none for a sound
// file, which is remembered. It reads the whole file.
func (w *Workspace) Check(ctx context.Context) ([]models.Finding, error) {
	findings, err := w.store.Check(ctx)
	if err != nil || len(findings) > 0 || w.ReadOnly() {
		return findings, err
	}
	return nil, w.store.SetMeta(ctx, metaChecked, strconv.FormatInt(time.Now().UnixMilli(), 10))
}

// Unchecked reports whether the project should be checked: it was not closed
// well, or it was not found sound for a week. Errors are those of the store.
func (w *Workspace) Unchecked(ctx context.Context) (bool, error) {
	if w.Recovered() {
		return true, nil
	}
	if w.ReadOnly() {
		return false, nil
	}
	text, err := w.store.Meta(ctx, metaChecked)
	if err != nil {
		return false, err
	}
	sound, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		sound = w.Project().CreatedAt
	}
	return time.Since(time.UnixMilli(sound)) >= checkEvery, nil
}

// Backup writes a consistent and checked copy of the project file. Errors:
// models.CodeExists when there is a file of that name already, and those of
// the store.
func (w *Workspace) Backup(ctx context.Context, path string) error {
	w.action.Lock()
	defer w.action.Unlock()
	return w.store.Backup(ctx, path)
}

// ConflictCopies returns the files beside the project that a program for
// synchronising folders made of two versions of it; they may be merged. Errors
// are those of the store.
func (w *Workspace) ConflictCopies() ([]string, error) { return w.store.ConflictCopies() }
