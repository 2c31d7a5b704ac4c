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
//
// For reading also opens what needs a change before it can be read, as a copy
// of its own (see privateCopy), and what a newer version made, if it is only
// more than this one knows (see [schema.readable]): [Store.Caution] says so.
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
		return nil, s.explain(errors.Join(err, s.copied.remove()))
	}
	return s, nil
}

// start goes through the opening order; each step trusts the ones before.
func (s *Store) start(steps schema) error {
	found, err := s.inspect(steps)
	if err != nil {
		return err
	}
	if s.identity, err = os.Stat(s.path); err != nil {
		return fmt.Errorf("look at the file: %w", err)
	}
	if s.options.ReadOnly && (found.interrupted || found.older) {
		err = s.openCopy(steps, found)
	} else {
		err = s.openFile(steps, found)
	}
	if err != nil {
		return err
	}
	if err := s.load(); err != nil {
		return err
	}
	return s.present()
}

// openFile opens the file itself, which is locked and recovered first unless it
// is only read.
func (s *Store) openFile(steps schema, found fileState) (err error) {
	if !s.options.ReadOnly && !s.options.Share {
		if s.lock, err = takeLock(s.path, s.options.TakeOver); err != nil {
			return err
		}
		s.recovered = s.lock.left
	}
	if found.interrupted {
		if err := s.setAside(); err != nil {
			return err
		}
		s.recovered = true
	}
	if s.db, err = engine.Open(s.path, s.mode(), engine.Settings()); err != nil {
		return fmt.Errorf("open: %w", err)
	}
	version, err := s.confirm(steps)
	if err != nil {
		return err
	}
	return s.prepare(steps, version)
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

// fileState is what a look at the file without SQLite tells.
type fileState struct {
	interrupted bool // a transaction that a crash interrupted waits to be taken back
	older       bool // its schema is of an earlier version of the program
}

// inspect looks at the file without writing to it.
func (s *Store) inspect(steps schema) (found fileState, err error) {
	state, err := readLock(s.path)
	if err != nil {
		return found, err
	}
	beside := s.options.ReadOnly || s.options.Share
	if state.own() {
		if !beside {
			return found, inUse(s.path, state, false)
		}
		return found, nil // this process has it open: reading it here would drop SQLite's locks
	}
	busy := state.live(time.Now())
	if busy && !beside && !state.silent(time.Now()) {
		return found, inUse(s.path, state, false)
	}
	for n := range looks {
		if n > 0 {
			time.Sleep(settle)
		}
		found, err = s.look(steps, busy && beside)
		code := models.CodeOf(err)
		if code != models.CodeTruncated && code != models.CodeStray {
			break
		}
	}
	return found, err
}

// look judges the header and, unless a live window is at work on the file,
// its length and the files beside it.
func (s *Store) look(steps schema, busy bool) (found fileState, err error) {
	header, err := engine.ReadHeader(s.path, applicationID)
	if err != nil {
		return found, err
	}
	if err := s.understood(header.SchemaVersion, steps); err != nil {
		return found, err
	}
	found.older = header.SchemaVersion < steps.version()
	if busy {
		return found, nil
	}
	hot, err := engine.HotJournal(s.path, header, projectName)
	if err != nil {
		return found, err
	}
	if hot { // unless a command is in the middle of it just now
		found.interrupted, err = engine.Interrupted(s.path)
		return found, err
	}
	return found, header.Whole(s.path)
}

// projectMark finds the UID of the project in the bytes of a page.
var projectMark = regexp.MustCompile(string(models.PrefixProject) + `[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

func projectName(page []byte) []byte { return projectMark.Find(page) }

// understood returns an error with [models.CodeNewer] for a schema from the
// future that is to be worked in. For reading, it is compared once it is open.
func (s *Store) understood(version int, steps schema) error {
	switch {
	case version > steps.version() && !s.options.ReadOnly:
		return models.Errorf(models.CodeNewer,
			"%s was made by a newer version of this program; nothing was changed. Update the program, or open it for reading.",
			filepath.Base(s.path))
	case version < 1:
		return models.Errorf(models.CodeDamaged,
			"%s is damaged: it does not say which version made it. Nothing was changed; open the last backup.", filepath.Base(s.path))
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
	return version, s.understood(version, steps)
}

// prepare makes sure that the file can be written, brings it up to date and
// sets the journal mode. Opened for reading, a file is taken as it is.
func (s *Store) prepare(steps schema, version int) error {
	if s.options.ReadOnly {
		s.newer = version > steps.version()
		if s.newer {
			s.caution = models.Textf("%s was made by a newer version of this program and is open for reading; "+
				"what is new in it is not shown. Update the program to work in it.", filepath.Base(s.path))
			return steps.readable(s.db, filepath.Base(s.path))
		}
		return nil
	}
	if err := s.tryWriting(version); err != nil {
		return err
	}
	if version < steps.version() {
		if err := s.copyBefore(version); err != nil {
			return err
		}
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
