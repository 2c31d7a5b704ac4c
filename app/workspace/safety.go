package workspace

import (
	"context"
	"time"

	"glossator/models"
	"glossator/models/store"
)

// Holding is what a project or a backup of it holds.
type Holding = store.Holding

// BackupReason says why an automatic copy was made.
type BackupReason = store.BackupReason

// The reasons for automatic copies.
const (
	BackupWork   = store.BackupWork
	BackupImport = store.BackupImport
	BackupDelete = store.BackupDelete
	BackupMerge  = store.BackupMerge
	BackupUpdate = store.BackupUpdate
)

// Backup is one automatic copy of the project and what it holds.
type Backup struct {
	store.Backup

	Holding Holding
	Err     error // why it cannot be looked into; nil: it can
}

const (
	// backupEvery is how much work may pass before the next copy.
	backupEvery = time.Hour
	// backupRecent is how old a copy may be to serve as the one before a small
	// step that one undo takes back.
	backupRecent = 10 * time.Minute
	// guardEvery is how often somebody looks whether a copy is due.
	guardEvery = time.Minute
	// pause is how long nobody may have worked for a copy to begin: changes
	// have to wait while it is written.
	pause = 15 * time.Second
)

// guard makes copies while the project is open.
type guard struct {
	stop context.CancelFunc
	done chan struct{}
}

// Guard makes a copy after each hour of work, in the next pause, until the
// workspace is closed. It is for windows; a command ends too soon for it. A
// second call does nothing.
func (w *Workspace) Guard() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.guard != nil || w.store.ReadOnly() {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	g := &guard{stop: stop, done: make(chan struct{})}
	w.guard = g
	go func() {
		defer close(g.done)
		tick := time.NewTicker(guardEvery)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				if w.idle() >= pause {
					w.safeguard(ctx, store.BackupWork, backupEvery)
				}
			}
		}
	}()
}

// unguard ends the copying and waits for its end.
func (w *Workspace) unguard() {
	w.mu.RLock()
	g := w.guard
	w.mu.RUnlock()
	if g != nil {
		g.stop()
		<-g.done
	}
}

// idle is how long ago the last action was.
func (w *Workspace) idle() time.Duration {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return time.Since(w.worked)
}

// safeguard makes a copy unless a recent one holds the same. That none can be
// made stops no work, which would be the greater loss; the window is told.
func (w *Workspace) safeguard(ctx context.Context, reason store.BackupReason, every time.Duration) {
	_, err := w.store.Keep(ctx, reason, every)
	if ctx.Err() != nil {
		return
	}
	w.mu.Lock()
	before := w.unsafe
	w.unsafe = err
	w.mu.Unlock()
	if err != nil && (before == nil || models.CodeOf(before) != models.CodeOf(err)) {
		w.events.emit(Event{Kind: BackupFailed})
	}
}

// Unsafe returns why the last automatic copy could not be made, nil when it
// was.
func (w *Workspace) Unsafe() error {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.unsafe
}

// Backups returns the automatic copies of the project, newest first, with what
// each of them holds.
func (w *Workspace) Backups(ctx context.Context) ([]Backup, error) {
	found, err := w.store.Backups()
	if err != nil {
		return nil, err
	}
	list := make([]Backup, 0, len(found))
	for _, b := range found {
		if ctx.Err() != nil {
			return list, models.Errorf(models.CodeCancelled, "The list of backups was stopped.").Because(ctx.Err())
		}
		holding, err := store.Look(b.Path)
		list = append(list, Backup{Backup: b, Holding: holding, Err: err})
	}
	return list, nil
}

// Holding counts what the project holds now, to compare a backup with it.
func (w *Workspace) Holding(ctx context.Context) (Holding, error) { return w.store.Holding(ctx) }

// RestoreBackup copies a backup to dest, a new file; the project stays as it is.
// Errors: models.CodeExists when dest is there, and those of [store.RestoreBackup].
func (w *Workspace) RestoreBackup(backup, dest string) error {
	return store.RestoreBackup(backup, dest)
}

// LastStep returns the newest step of anybody, to say to what state a project
// was brought back; false when nothing was done yet.
func (w *Workspace) LastStep(ctx context.Context) (models.Step, bool, error) {
	steps, err := w.store.Steps(ctx, 0, 1)
	if err != nil || len(steps) == 0 {
		return models.Step{}, false, err
	}
	return steps[0], true, nil
}

// Remote reports whether the project lies on a network share, where it should
// be open on one computer at a time.
func (w *Workspace) Remote() bool { return w.store.Remote() }

// Newer reports whether a newer version of the program made the project, of
// which this one shows what it knows; it is then open for reading.
func (w *Workspace) Newer() bool { return w.store.Newer() }

// Caution says what is to be known about the reading of the project, see
// [store.Store.Caution]; empty: nothing.
func (w *Workspace) Caution() models.Text { return w.store.Caution() }
