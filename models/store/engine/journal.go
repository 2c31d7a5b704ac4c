package engine

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	driver "github.com/glebarez/go-sqlite"
	codes "modernc.org/sqlite/lib"

	"glossator/models"
)

// SideFiles are the files that SQLite looks for beside a database and applies
// to it without asking whose they are.
func SideFiles(path string) (journal, log string) {
	return path + "-journal", path + "-wal"
}

// Offsets into the header of a rollback journal
// (SQLite, "Database File Format", 3).
const (
	journalMagic    = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	atJournalCount  = 8
	atJournalPages  = 16
	atJournalSector = 20
	atJournalPage   = 24
	journalHeader   = 28
	recordNumber    = 4 // bytes of a record's page number
	recordChecksum  = 4
)

// scanned bounds how many records of a journal are looked at. The page that
// names the project comes first, because every transaction writes it first.
const scanned = 64

// leafTable is the type byte of a page that holds rows.
const leafTable = 0x0d

// HotJournal reports whether a rollback journal of an interrupted transaction
// stands beside the file and belongs to it. The error has [models.CodeStray]
// when a journal or write-ahead log is there that does not belong: SQLite
// would roll it into the file all the same and replace its rows.
//
// A journal belongs when its page size and length fit and it holds the old
// version of the page that names this project: mark returns the project's UID
// found in a page, or nil. Every transaction of the store writes that page
// first, so its journal always holds it.
func HotJournal(path string, h Header, mark func(page []byte) []byte) (bool, error) {
	journal, log := SideFiles(path)
	size, err := sizeOf(log)
	if err != nil {
		return false, err
	}
	if size > 0 {
		return false, stray(path, log)
	}
	inert, err := inertJournal(journal)
	if err != nil || inert {
		return false, err
	}
	belongs, err := ownJournal(path, journal, h, mark)
	if err != nil {
		return false, models.Errorf(models.CodeUnreadable,
			"%s cannot be read; check your rights to it and the drive.", filepath.Base(journal)).Because(err)
	}
	if !belongs {
		return false, stray(path, journal)
	}
	return true, nil
}

// inertJournal reports whether SQLite would ignore a journal: one that is not
// there, is empty or begins with a zero byte. The last is what a transaction
// leaves that was interrupted before it wrote to the file; the journal gets
// its magic number only when its records are on the disk.
func inertJournal(journal string) (bool, error) {
	size, err := sizeOf(journal)
	if err != nil || size == 0 {
		return true, err
	}
	start, err := readStart(journal, 1)
	if err != nil {
		return false, models.Errorf(models.CodeUnreadable,
			"%s cannot be read; check your rights to it and the drive.", filepath.Base(journal)).Because(err)
	}
	return len(start) == 0 || start[0] == 0, nil
}

func stray(path, side string) error {
	return models.Errorf(models.CodeStray,
		"Beside %s lies %s, which another program or project left there; it was not applied and nothing was changed. "+
			"Move that file elsewhere, then open the project again.",
		filepath.Base(path), filepath.Base(side))
}

// sizeOf returns the size of a file, 0 when it is not there.
func sizeOf(path string) (int64, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, models.Errorf(models.CodeUnreadable,
			"%s cannot be reached; check the drive and your rights to the folder.", filepath.Base(path)).Because(err)
	}
	return info.Size(), nil
}

func ownJournal(path, journal string, h Header, mark func([]byte) []byte) (own bool, err error) {
	side, err := os.Open(journal)
	if err != nil {
		return false, fmt.Errorf("open journal: %w", err)
	}
	defer func() { err = errors.Join(err, side.Close()) }()
	var head [journalHeader]byte
	if _, err := io.ReadFull(side, head[:]); err != nil {
		return false, ignoreEnd(err)
	}
	if string(head[:len(journalMagic)]) != journalMagic {
		return false, nil
	}
	count := binary.BigEndian.Uint32(head[atJournalCount:])
	pages := int64(binary.BigEndian.Uint32(head[atJournalPages:]))
	if int64(binary.BigEndian.Uint32(head[atJournalPage:])) != h.PageSize || pages*h.PageSize > h.Size {
		return false, nil
	}
	if count == 0 { // nothing was written to the file yet; rolling back only cuts it to this length
		return pages*h.PageSize == h.Size, nil
	}
	main, err := os.Open(path)
	if err != nil {
		return false, fmt.Errorf("open project: %w", err)
	}
	defer func() { err = errors.Join(err, main.Close()) }()
	start := int64(binary.BigEndian.Uint32(head[atJournalSector:]))
	return marked(io.NewSectionReader(side, start, 1<<62), main, h.PageSize, mark)
}

// marked looks for the page that names the project in the journal and compares
// it with the page of the same number in the file.
func marked(records io.Reader, main io.ReaderAt, pageSize int64, mark func([]byte) []byte) (bool, error) {
	record := make([]byte, recordNumber+pageSize+recordChecksum)
	current := make([]byte, pageSize)
	for range scanned {
		if _, err := io.ReadFull(records, record); err != nil {
			return false, ignoreEnd(err)
		}
		old := record[recordNumber : recordNumber+pageSize]
		if old[0] != leafTable {
			continue
		}
		name := mark(old)
		if name == nil {
			continue
		}
		number := int64(binary.BigEndian.Uint32(record))
		if _, err := main.ReadAt(current, (number-1)*pageSize); err != nil {
			return false, ignoreEnd(err)
		}
		return bytes.Equal(name, mark(current)), nil
	}
	return false, nil
}

// Interrupted reports whether the transaction of a journal was interrupted by a
// crash: no program holds it open any more. Whose journal it is must be known
// before, see [HotJournal]. Nothing is written; the error is the driver's.
func Interrupted(path string) (bool, error) {
	db, err := Open(path, ReadOnly, []Pragma{{Name: "busy_timeout", Value: patience, Want: patience}})
	if err == nil {
		var count int
		err = db.Raw("SELECT COUNT(*) FROM sqlite_schema").Scan(&count).Error
		err = errors.Join(err, Close(db))
	}
	if failed, ok := errors.AsType[*driver.Error](err); ok && failed.Code() == codes.SQLITE_READONLY_ROLLBACK {
		return true, nil
	}
	return false, err
}

// ignoreEnd drops the error of a file that ends early: a short journal holds
// no record, which is an answer and not a failure.
func ignoreEnd(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return fmt.Errorf("read: %w", err)
}

// NoSideFiles returns an error with [models.CodeStray] when a journal or
// write-ahead log stands beside the name of a file that is still to be made.
func NoSideFiles(path string) error {
	journal, log := SideFiles(path)
	for _, side := range []string{journal, log} {
		size, err := sizeOf(side)
		if err != nil {
			return err
		}
		if size > 0 {
			return stray(path, side)
		}
	}
	return nil
}
