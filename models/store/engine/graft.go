package engine

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
)

// Graft is a table that a damaged file gets back: its name, its definition and
// the page where it begins.
type Graft struct {
	Name, SQL string
	Root      int64
}

// GraftTables gives a closed copy of a damaged file a new list of tables; the old
// one, its indexes and the list of free pages are forgotten. Nothing but
// reading is meant to follow.
func GraftTables(path string, tables []Graft) error {
	if err := clearFirstPage(path); err != nil {
		return err
	}
	db, err := Open(path, ReadWrite, nil)
	if err != nil {
		return err
	}
	err = db.Exec("PRAGMA writable_schema=1").Error
	for _, t := range tables {
		if err != nil {
			break
		}
		err = db.Exec("INSERT INTO sqlite_schema(type, name, tbl_name, rootpage, sql) VALUES('table', ?, ?, ?, ?)",
			t.Name, t.Name, t.Root, t.SQL).Error
	}
	if err := errors.Join(err, Close(db)); err != nil {
		return fmt.Errorf("write a list of tables: %w", err)
	}
	return nil
}

// clearFirstPage makes the first page an empty list of tables and the file one
// without free pages, so that what is written next goes behind its end.
func clearFirstPage(path string) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("open to mend: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("look at the copy: %w", err)
	}
	var start [headerSize]byte
	if _, err := f.ReadAt(start[:], 0); err != nil {
		return fmt.Errorf("read the header: %w", err)
	}
	size := pageSize(start[:])
	page := make([]byte, size)
	copy(page, start[:])
	const atFree, atFreeCount, atVacuum, atContent = 32, 36, 52, 5
	for _, at := range []int{atFree, atFreeCount, atVacuum} {
		binary.BigEndian.PutUint32(page[at:], 0)
	}
	binary.BigEndian.PutUint32(page[atPages:], uint32(info.Size()/size)) //nolint:gosec // SQLite has no more pages
	copy(page[atVersionValid:], page[atChangeCounter:atChangeCounter+4])
	page[headerSize] = leafTable
	binary.BigEndian.PutUint16(page[headerSize+atContent:], uint16(size)) //nolint:gosec // 65,536 is written as 0
	if _, err := f.WriteAt(page, 0); err != nil {
		return fmt.Errorf("write the first page: %w", err)
	}
	return nil
}
