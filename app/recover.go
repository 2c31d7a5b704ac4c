package app

import (
	"context"
	"errors"
	"path/filepath"

	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

// Salvage is what became of a damaged project, see [store.Recover].
type Salvage = store.Salvage

// Recover saves what can be read of a damaged project into a new file. The
// errors are those of [store.Recover].
func (a *App) Recover(ctx context.Context, damaged, dest string) (Salvage, error) {
	return store.Recover(ctx, damaged, dest, a.options())
}

// Salvage saves what can be read of a damaged project into the new file dest
// and opens that. What could not be saved is said, see [App.Notices]. The
// errors are those of [store.Recover].
func (a *App) Salvage(ctx context.Context, damaged, dest string) (*workspace.Workspace, error) {
	result, err := a.Recover(ctx, damaged, dest)
	if err != nil {
		return nil, err
	}
	notice := models.Textf("Everything that was in %s could be saved.", filepath.Base(damaged))
	if len(result.Lost) > 0 {
		notice = models.Textf("Not everything could be saved of %s; the first of %d losses: %s Compare with your last backup.",
			filepath.Base(damaged), len(result.Lost), result.Lost[0])
	}
	a.notices = append(a.notices, notice)
	return a.Open(ctx, dest)
}

// LastBackup returns the newest automatic copy of a project file that cannot be
// opened, whatever became of it; false when there is none.
func (a *App) LastBackup(path string) (workspace.Backup, bool) {
	list := store.LastBackups(path, a.options().BackupDir)
	if len(list) == 0 {
		return workspace.Backup{}, false
	}
	return workspace.Backup{Backup: list[0]}, true
}

// OpenLastBackup opens a copy of the newest backup that passes its check, in
// the new file dest, in place of a project file that cannot be opened. That
// file stays as it is. The errors are those of [store.RestoreBackup] and [store.Open].
func (a *App) OpenLastBackup(ctx context.Context, lost, dest string) (*workspace.Workspace, error) {
	used, err := store.OpenLastBackup(store.LastBackups(lost, a.options().BackupDir), dest)
	if err != nil {
		return nil, err
	}
	a.notices = append(a.notices, models.Textf(
		"This is a copy of the backup of %s; what was done later is not in it. %s stays as it is.",
		used.At.Local().Format(minute), filepath.Base(lost)))
	return a.Open(ctx, dest)
}

// minute is how a moment is written in a sentence of any language.
const minute = "2006-01-02 15:04"

// Duplicate writes a consistent copy of a project that may not be written to, or
// that somebody else has, to the new file dest and opens that for work. The
// errors are those of [store.Open] and [store.Store.Backup].
func (a *App) Duplicate(ctx context.Context, path, dest string) (*workspace.Workspace, error) {
	ws, err := a.OpenAs(ctx, path, ReadOnly, "")
	if err != nil {
		return nil, err
	}
	if err := errors.Join(ws.Backup(ctx, dest), ws.Close()); err != nil {
		return nil, err
	}
	return a.Open(ctx, dest)
}

// PutAside renames the journal that lies beside a project and belongs to
// something else, and opens the project, whose check is then due. The errors
// are those of [store.PutAside] and [store.Open].
func (a *App) PutAside(ctx context.Context, path string) (*workspace.Workspace, error) {
	moved, err := store.PutAside(path, a.options())
	if err != nil {
		return nil, err
	}
	if moved != "" {
		a.notices = append(a.notices, models.Textf("The file that did not belong here is now called %s.", filepath.Base(moved)))
	}
	return a.Open(ctx, path)
}
