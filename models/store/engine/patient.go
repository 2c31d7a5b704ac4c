package engine

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"glossator/models"
)

// CopyDamaged copies a damaged file so that SQLite opens the copy as far as it
// can: fields of the header with one legal value get it, an end that is missing
// is filled with zeros, and a journal goes along if it is the file's own, see
// [HotJournal]. The error has a code of [ReadHeader] for a file that was never
// a project; the damaged file is only read.
func CopyDamaged(from, to string, application uint32, mark func(page []byte) []byte) (err error) {
	header, err := ReadHeader(from, application)
	switch models.CodeOf(err) {
	case "", models.CodeDamaged, models.CodeTruncated:
	default:
		return err
	}
	whole := err == nil
	if err := CopyFile(from, to); err != nil {
		return uncopied(from, err)
	}
	if !whole {
		return mendHeader(to)
	}
	if hot, err := HotJournal(from, header, mark); err == nil && hot {
		journal, _ := SideFiles(from)
		beside, _ := SideFiles(to)
		if err := CopyFile(journal, beside); err != nil {
			return uncopied(journal, err)
		}
		return nil
	}
	if missing := header.Pages * header.PageSize; header.Size < missing {
		if err := os.Truncate(to, missing); err != nil {
			return fmt.Errorf("fill the end: %w", err)
		}
	}
	return nil
}

func uncopied(path string, cause error) error {
	return models.Errorf(models.CodeUnreadable,
		"%s cannot be copied; check the drive and your rights to it, and the space where the copy goes.", filepath.Base(path)).Because(cause)
}

// usualPageSize is that of a file whose header does not say, in bytes.
const usualPageSize = 4096

// mendHeader gives the fields of a header their legal values.
func mendHeader(path string) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("open to mend: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	raw := make([]byte, headerSize)
	if _, err := io.ReadFull(f, raw); err != nil {
		return cutShort(filepath.Base(path))
	}
	if size := pageSize(raw); size < minPageSize || size&(size-1) != 0 {
		raw[atPageSize], raw[atPageSize+1] = usualPageSize>>8, usualPageSize&0xff
	}
	raw[atWriteFormat], raw[atReadFormat] = 1, 1
	copy(raw[atFractions:], []byte{64, 32, 32})
	copy(raw[atSchemaFormat:], []byte{0, 0, 0, 4})
	copy(raw[atEncoding:], []byte{0, 0, 0, 1}) // UTF-8
	copy(raw[atReserved:atVersionValid], bytes.Repeat([]byte{0}, atVersionValid-atReserved))
	if _, err := f.WriteAt(raw, 0); err != nil {
		return fmt.Errorf("mend the header: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("look at the copy: %w", err)
	}
	if rest := info.Size() % pageSize(raw); rest != 0 {
		return f.Truncate(info.Size() + pageSize(raw) - rest)
	}
	return nil
}
