package workspace

import (
	"context"

	"glossator/models"
)

// Check looks for faults in the project file: integrity, references, offsets
// against the texts, history against the tables. It returns none for a sound
// file. It reads the whole file.
func (w *Workspace) Check(ctx context.Context) ([]models.Finding, error) { return w.store.Check(ctx) }

// Backup writes a consistent and checked copy of the project file. Errors:
// models.CodeExists when there is a file of that name already, and those of
// the store.
func (w *Workspace) Backup(ctx context.Context, path string) error {
	w.action.Lock()
	defer w.action.Unlock()
	return w.store.Backup(ctx, path)
}
