package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store/engine"
)

// Open opens a project. Nothing is written to the file before it is known to
// be a project of ours that this program understands and may write. The error
// has one of
//
//   - [models.CodeNotFound], [models.CodeIsFolder], [models.CodeUnreadable],
//     [models.CodeEmpty], [models.CodeNotProject] (not SQLite),
//     [models.CodeForeign] (another program's), [models.CodeNewer],
//     [models.CodeTruncated], [models.CodeDamaged]: what the file is;
//   - [models.CodeStray]: a journal beside it belongs to another file;
//   - [models.CodeInUse], [models.CodeSilent], [models.CodeLocked]: somebody
//     else has it, see [Options.TakeOver];
//   - [models.CodeReadOnly]: it may not be written, see [Options.ReadOnly].
func Open(path string, o Options) (*Store, error) {
	steps, err := declared()
	if err != nil {
		return nil, engine.Explain(err, path)
	}
	return open(path, o.completed(), steps)
}

func open(path string, o Options, steps schema) (*Store, error) {
	path, err := realPath(path)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, options: o}
	if err := s.start(steps); err != nil {
		if s.db != nil {
			err = errors.Join(err, engine.Close(s.db))
		}
		if s.lock != nil {
			err = errors.Join(err, s.lock.release())
		}
		return nil, s.explain(err)
	}
	return s, nil
}

// start goes through the opening order; each step trusts the ones before.
func (s *Store) start(steps schema) error {
	hot, err := s.inspect(steps)
	if err != nil {
		return err
	}
	if hot && s.options.ReadOnly {
		return models.Errorf(models.CodeReadOnly,
			"%s was left in the middle of a change, which must be taken back first; open it for work once.", filepath.Base(s.path))
	}
	if !s.options.ReadOnly && !s.options.Share {
		if s.lock, err = takeLock(s.path, s.options.TakeOver); err != nil {
			return err
		}
		s.recovered = s.lock.left
	}
	if hot {
		if err := s.setAside(); err != nil {
			return err
		}
		s.recovered = true
	}
	if s.identity, err = os.Stat(s.path); err != nil {
		return fmt.Errorf("look at the file: %w", err)
	}
	if s.db, err = engine.Open(s.path, s.mode(), engine.Settings()); err != nil {
		return fmt.Errorf("open: %w", err)
	}
	version, err := s.confirm(steps)
	if err != nil {
		return err
	}
	if err := s.prepare(steps, version); err != nil {
		return err
	}
	if err := s.load(); err != nil {
		return err
	}
	return s.present()
}

func (s *Store) mode() engine.Mode {
	if s.options.ReadOnly {
		return engine.ReadOnly
	}
	return engine.ReadWrite
}

// A command that shares the file may be in the middle of a transaction; a bad
// look is repeated before it is believed.
const (
	looks  = 5
	settle = 100 * time.Millisecond
)

// inspect looks at the file without SQLite and reports whether a transaction
// that a crash interrupted waits to be rolled back.
func (s *Store) inspect(steps schema) (hot bool, err error) {
	state, err := readLock(s.path)
	if err != nil {
		return false, err
	}
	beside := s.options.ReadOnly || s.options.Share
	if state.own() {
		if !beside {
			return false, inUse(s.path, state, false)
		}
		return false, nil // this process has it open: reading it here would drop SQLite's locks
	}
	busy := state.live(time.Now())
	if busy && !beside && !state.silent(time.Now()) {
		return false, inUse(s.path, state, false)
	}
	for n := range looks {
		if n > 0 {
			time.Sleep(settle)
		}
		hot, err = s.look(steps, busy && beside)
		code := models.CodeOf(err)
		if code != models.CodeTruncated && code != models.CodeStray {
			break
		}
	}
	return hot, err
}

// look judges the header and, unless a live window is at work on the file,
// its length and the files beside it.
func (s *Store) look(steps schema, busy bool) (bool, error) {
	header, err := engine.ReadHeader(s.path, applicationID)
	if err != nil {
		return false, err
	}
	if err := understood(s.path, header.SchemaVersion, steps); err != nil {
		return false, err
	}
	if busy {
		return false, nil
	}
	hot, err := engine.HotJournal(s.path, header, projectName)
	if err != nil || hot {
		return hot, err
	}
	return false, header.Whole(s.path)
}

// projectMark finds the UID of the project in the bytes of a page.
var projectMark = regexp.MustCompile(string(models.PrefixProject) + `[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

func projectName(page []byte) []byte { return projectMark.Find(page) }

// understood returns an error with [models.CodeNewer] for a schema from the
// future.
func understood(path string, version int, steps schema) error {
	switch {
	case version > steps.version():
		return models.Errorf(models.CodeNewer,
			"%s was made by a newer version of this program; nothing was changed. Update the program, then open it again.", filepath.Base(path))
	case version < 1:
		return models.Errorf(models.CodeDamaged,
			"%s is damaged: it does not say which version made it. Nothing was changed; open the last backup.", filepath.Base(path))
	}
	return nil
}

// confirm asks SQLite for what the header said, now that both see one file.
func (s *Store) confirm(steps schema) (version int, err error) {
	var application uint32
	if err := s.db.Raw("PRAGMA application_id").Scan(&application).Error; err != nil {
		return 0, fmt.Errorf("read application id: %w", err)
	}
	if application != applicationID {
		return 0, models.Errorf(models.CodeForeign,
			"%s is a database of another program; nothing was changed. Choose a project file.", filepath.Base(s.path))
	}
	if err := s.db.Raw("PRAGMA user_version").Scan(&version).Error; err != nil {
		return 0, fmt.Errorf("read schema version: %w", err)
	}
	return version, understood(s.path, version, steps)
}

// prepare makes sure that the file can be written, brings it up to date and
// sets the journal mode. Opened for reading, a file can only be taken as it is.
func (s *Store) prepare(steps schema, version int) error {
	if s.options.ReadOnly && version < steps.version() {
		return models.Errorf(models.CodeReadOnly,
			"%s was made by an older version of this program; open it for work once, so that it is brought up to date.", filepath.Base(s.path))
	}
	if s.options.ReadOnly {
		return nil
	}
	if err := s.tryWriting(version); err != nil {
		return err
	}
	if version < steps.version() {
		if err := s.migrate(steps, version); err != nil {
			return err
		}
	}
	return engine.SetJournal(s.db, engine.JournalKept)
}

// tryWriting changes nothing, but in the way of a change: only that tells
// whether file and folder may be written.
func (s *Store) tryWriting(version int) error {
	err := s.db.Transaction(func(tx *gorm.DB) error {
		if err := tx.Exec(fmt.Sprintf("PRAGMA user_version=%d", version)).Error; err != nil {
			return fmt.Errorf("try writing: %w", err)
		}
		return errUnchanged
	})
	switch {
	case errors.Is(err, errUnchanged):
		return nil
	case models.CodeOf(engine.Explain(err, s.path)) == models.CodeInput: // the journal cannot be made
		return models.Errorf(models.CodeReadOnly,
			"The folder of %s is read-only; open the project for reading, or save a copy elsewhere.", filepath.Base(s.path)).Because(err)
	}
	return err
}

// load reads whose file this is.
func (s *Store) load() error {
	var list []models.Project
	if err := s.db.Limit(2).Find(&list).Error; err != nil {
		return fmt.Errorf("read project: %w", err)
	}
	if len(list) != 1 {
		return models.Errorf(models.CodeDamaged,
			"%s is damaged: it does not say which project it holds. Open the last backup.", filepath.Base(s.path))
	}
	s.project = list[0]
	return s.watch(s.db.WithContext(context.Background()))
}
