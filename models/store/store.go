package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store/engine"
)

// Options say how a project is opened.
type Options struct {
	// ReadOnly opens without the right to change anything; it works on
	// read-only files and beside other windows, and also for files that a crash
	// left in the middle of a change and for older and most newer ones, see
	// [Store.Caution].
	ReadOnly bool
	// Share opens for a short-lived command that may work beside an open
	// window: the lock file is neither respected nor taken, SQLite's own locks
	// put the changes in a row, and the window's [Store.Changed] notices. One
	// process does not open a file twice in this way.
	Share bool
	// TakeOver is the user's consent to take the project from a window that
	// has shown no sign of life for [LockLifetime].
	TakeOver bool
	// DeviceUID names this installation, "dv-..."; empty: "dv-unknown".
	DeviceUID string
	// Clock tells the time; nil: [time.Now].
	Clock func() time.Time
	// Codebook is what [Create] makes the labels and fields of.
	Codebook models.Codebook
	// BackupDir gets a copy of the file before a crash is recovered from and,
	// in a folder of the project's own, the copies that [Store.Keep] makes and
	// the one before an older file is brought up to date. Empty: none are made,
	// and the copy before an update lands beside the project.
	BackupDir string
}

const unknownDevice = string(models.PrefixDevice) + "unknown"

func (o Options) completed() Options {
	if o.DeviceUID == "" {
		o.DeviceUID = unknownDevice
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	return o
}

// Actor is who makes a change. The device comes from [Options].
type Actor struct {
	AnnotatorID  int64
	AnnotatorUID string
}

// Store is an open project. Its methods may be called from several goroutines;
// changes wait for each other.
type Store struct {
	path      string
	identity  os.FileInfo // of the file that was opened
	db        *gorm.DB
	options   Options
	project   models.Project
	lock      *lockFile // nil: none was taken
	recovered bool
	copied    privateCopy // what is read instead of the file; empty: the file itself
	newer     bool
	caution   models.Text
	closed    atomic.Bool

	writing sync.Mutex            // one change at a time
	failed  atomic.Pointer[error] // after which nothing may be written any more; nil: all is well

	watching    sync.Mutex // guards dataVersion
	dataVersion int64

	library library
}

// Path returns the real path of the open file.
func (s *Store) Path() string { return s.path }

// ReadOnly reports whether the project was opened without the right to change
// it.
func (s *Store) ReadOnly() bool { return s.options.ReadOnly }

// Remote reports whether the file lies on a network share, where it should be
// open on one computer at a time.
func (s *Store) Remote() bool { return engine.Remote(s.path) }

// Project returns whose file this is, as it was at opening.
func (s *Store) Project() models.Project { return s.project }

// Recovered reports whether the program ended the last time without closing
// the project: it left its lock behind, or a transaction that this opening
// rolled back. A full [Store.Check] is then a good idea.
func (s *Store) Recovered() bool { return s.recovered }

// Newer reports whether a newer version of the program made the file, of which
// this one reads what it knows.
func (s *Store) Newer() bool { return s.newer }

// Caution says in one sentence what is to be known about the reading of a
// project: that it is a copy brought up to date, the state before a change that
// was interrupted, or less than what a newer version wrote. It is empty for a
// project that is read as it is.
func (s *Store) Caution() models.Text { return s.caution }

// Close ends the work on the project and leaves exactly one file. It waits for
// a change that is under way. A second call does nothing.
func (s *Store) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	var err error
	if !s.options.ReadOnly && s.present() == nil {
		err = dropJournal(s.db)
	}
	err = errors.Join(s.explain(err), s.explain(engine.Close(s.db)), s.copied.remove())
	if s.lock != nil {
		err = errors.Join(err, s.lock.release())
	}
	return err
}

// dropJournal removes the emptied journal. Another program may be writing
// just now; the journal is then in use and the last one out removes it.
func dropJournal(db *gorm.DB) error {
	err := engine.SetJournal(db, engine.JournalDropped)
	if models.CodeOf(engine.Explain(err, "")) == models.CodeLocked {
		return nil
	}
	return err
}

// Changed reports whether another process wrote to the file since the last
// call, or since the opening. The error has [models.CodeMoved] when the file
// is no longer where it was opened.
func (s *Store) Changed(ctx context.Context) (bool, error) {
	if err := s.present(); err != nil {
		return false, err
	}
	s.watching.Lock()
	defer s.watching.Unlock()
	before := s.dataVersion
	if err := s.read(ctx, s.watch); err != nil {
		return false, err
	}
	changed := s.dataVersion != before
	if changed {
		s.library.forget()
	}
	return changed, nil
}

func (s *Store) watch(tx *gorm.DB) error {
	return tx.Raw("PRAGMA data_version").Scan(&s.dataVersion).Error
}

// present returns an error with [models.CodeMoved] when the path no longer
// leads to the file that was opened.
func (s *Store) present() error {
	info, err := os.Stat(s.path)
	if err == nil && os.SameFile(info, s.identity) {
		return nil
	}
	return models.Errorf(models.CodeMoved,
		"%s was renamed, moved, deleted or replaced while it was open; nothing more is written to it. Save a copy under a new name.",
		filepath.Base(s.path)).Because(err)
}

// explain makes a sentence of any error, see [engine.Explain].
func (s *Store) explain(err error) error { return engine.Explain(err, s.path) }

// read runs fn for questions only.
func (s *Store) read(ctx context.Context, fn func(tx *gorm.DB) error) error {
	if s.closed.Load() {
		return errClosed()
	}
	err := fn(s.db.WithContext(ctx))
	s.distrust(err)
	return s.explain(err)
}

// distrust remembers an error after which nothing may be written any more.
func (s *Store) distrust(err error) {
	if engine.Untrusted(err) {
		err = s.explain(err)
		s.failed.CompareAndSwap(nil, &err)
	}
}

func errClosed() error {
	return models.Errorf(models.CodeInternal, "The project is closed; open it again.")
}
