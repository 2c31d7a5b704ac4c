package engine

import (
	"context"
	"errors"
	"path/filepath"

	driver "github.com/glebarez/go-sqlite"
	"gorm.io/gorm"
	codes "modernc.org/sqlite/lib"

	"glossator/models"
)

// fault is what a result code of SQLite means to a person.
type fault struct {
	code     models.Code
	sentence string // %s is the name of the file
}

// Faults that several result codes mean.
//
//locale:texts
var (
	locked   = fault{models.CodeLocked, "%s is being written by another program; wait a moment and try again."}
	readOnly = fault{models.CodeReadOnly, "%s or its folder is read-only; open it for reading, or save a copy elsewhere."}
	damaged  = fault{
		models.CodeDamaged,
		"%s is damaged; nothing more is written to it. Open the last backup, or save what can be read.",
	}
)

// faults maps extended result codes, then primary ones, to sentences
// (SQLite, "Result and Error Codes"). The driver's texts are never shown: code
// 14 reads "out of memory".
//
//locale:texts
var faults = map[int]fault{
	codes.SQLITE_READONLY_DBMOVED: {
		models.CodeMoved,
		"%s was renamed, moved, deleted or replaced while it was open; nothing more is written to it. Save a copy under a new name.",
	},
	codes.SQLITE_READONLY_ROLLBACK: {
		models.CodeReadOnly,
		"%s was left in the middle of a change, which cannot be taken back here; open it for reading, or save a copy elsewhere.",
	},
	codes.SQLITE_CONSTRAINT_CHECK: {models.CodeInvalid, "A value breaks a rule of %s; the change was not saved."},

	codes.SQLITE_BUSY:      locked,
	codes.SQLITE_LOCKED:    locked,
	codes.SQLITE_READONLY:  readOnly,
	codes.SQLITE_PERM:      readOnly,
	codes.SQLITE_CORRUPT:   damaged,
	codes.SQLITE_NOTADB:    damaged,
	codes.SQLITE_INTERRUPT: {models.CodeCancelled, "The work on %s was stopped; nothing of it was saved."},
	codes.SQLITE_IOERR: {
		models.CodeInput,
		"The disk or the share that holds %s failed; the last change was not saved. Check the drive, then save a copy elsewhere.",
	},
	codes.SQLITE_CANTOPEN: {
		models.CodeInput,
		"%s or a file beside it cannot be opened; check that the drive is there and the folder allows it.",
	},
	codes.SQLITE_FULL: {
		models.CodeDiskFull,
		"The disk that holds %s is full; the last change was not saved. Free some space and try again, or save a copy elsewhere.",
	},
	codes.SQLITE_NOMEM:  {models.CodeTooLarge, "There is not enough memory for this step on %s; close other programs and try again."},
	codes.SQLITE_TOOBIG: {models.CodeTooLarge, "A text is too large for %s; split it and try again."},
	codes.SQLITE_CONSTRAINT: {
		models.CodeInternal,
		"A fault of the program itself was stopped before it reached %s; nothing was saved by this step.",
	},
}

// primaryMask keeps the primary part of an extended result code.
const primaryMask = 0xff

// Explain turns any error of work on the file at path into one whose chain
// holds a [models.Error]; such errors and nil pass unchanged. What it does not
// know becomes [models.CodeInternal].
func Explain(err error, path string) error {
	if err == nil {
		return nil
	}
	if _, known := errors.AsType[*models.Error](err); known {
		return err
	}
	name := filepath.Base(path)
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return models.Errorf(models.CodeCancelled, "The work on %s was stopped; nothing of it was saved.", name).Because(err)
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return models.Errorf(models.CodeConflict, "%s already holds this; look at the newest state and try again.", name).Because(err)
	}
	if known, ok := meaning(err); ok {
		return models.Errorf(known.code, known.sentence, name).Because(err)
	}
	return models.Errorf(models.CodeInternal,
		"Something went wrong inside the program while it worked on %s; nothing was saved by this step.", name).Because(err)
}

func meaning(err error) (fault, bool) {
	failed, ok := errors.AsType[*driver.Error](err)
	if !ok {
		return fault{}, false
	}
	if known, ok := faults[failed.Code()]; ok {
		return known, true
	}
	known, ok := faults[failed.Code()&primaryMask]
	return known, ok
}

// Untrusted reports whether err means that what was written is no longer known,
// so that the file must be opened anew before anything else is written: after
// a failed fsync the system may have dropped the pages (Rebello et al. 2020,
// "Can Applications Recover from fsync Failures?").
func Untrusted(err error) bool {
	failed, ok := errors.AsType[*driver.Error](err)
	if !ok {
		return false
	}
	switch failed.Code() {
	case codes.SQLITE_IOERR_FSYNC, codes.SQLITE_IOERR_DIR_FSYNC:
		return true
	}
	primary := failed.Code() & primaryMask
	return primary == codes.SQLITE_CORRUPT || primary == codes.SQLITE_NOTADB
}
