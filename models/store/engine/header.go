package engine

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"

	"glossator/models"
)

// Header is what the first 100 bytes of a database file say
// (SQLite, "Database File Format", 1.3). Sizes are bytes.
type Header struct {
	PageSize      int64
	Pages         int64 // 0: not known
	Size          int64 // of the file
	ApplicationID uint32
	SchemaVersion int // PRAGMA user_version
	ChangeCounter uint32
	WriteAhead    bool // the file says that its journal is a write-ahead log
}

// Offsets into the header.
const (
	headerSize       = 100
	atPageSize       = 16
	atWriteFormat    = 18
	atReadFormat     = 19
	atFractions      = 21
	atChangeCounter  = 24
	atPages          = 28
	atSchemaFormat   = 44
	atEncoding       = 56
	atUserVersion    = 60
	atApplicationID  = 68
	atReserved       = 72
	atVersionValid   = 92
	minPageSize      = 512
	maxPageSize      = 65536
	writeAheadFormat = 2
)

const magic = "SQLite format 3\x00"

// ReadHeader looks at the file without SQLite and without writing: SQLite
// turns an empty file into a database and changes another program's file when
// it is opened carelessly. The error has one of [models.CodeNotFound],
// [models.CodeIsFolder], [models.CodeUnreadable], [models.CodeEmpty],
// [models.CodeNotProject], [models.CodeForeign] (application is not the one
// in the file), [models.CodeTruncated] or [models.CodeDamaged].
//
// It must not be called for a file that this process has open: closing any
// handle of a file drops the POSIX locks of all (SQLite, "How To Corrupt",
// 2.2).
func ReadHeader(path string, application uint32) (Header, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Header{}, models.Errorf(models.CodeNotFound, "%s does not exist; check the name, or make a new project.", name).Because(err)
	case err != nil:
		return Header{}, models.Errorf(models.CodeUnreadable,
			"%s cannot be reached; check the drive and your rights to the folder.", name).Because(err)
	case info.IsDir():
		return Header{}, models.Errorf(models.CodeIsFolder, "%s is a folder; choose a project file.", name)
	case !info.Mode().IsRegular():
		return Header{}, models.Errorf(models.CodeNotProject, "%s is not a file that can hold a project; choose another.", name)
	case info.Size() == 0:
		return Header{}, models.Errorf(models.CodeEmpty,
			"%s is empty and holds no project; nothing was changed. Choose another file, or make a new project.", name)
	}
	raw, err := readStart(path, headerSize)
	if err != nil {
		return Header{}, models.Errorf(models.CodeUnreadable, "%s cannot be read; check your rights to it and the drive.", name).Because(err)
	}
	return parseHeader(raw, info.Size(), name, application)
}

func parseHeader(raw []byte, size int64, name string, application uint32) (Header, error) {
	if len(raw) < len(magic) || string(raw[:len(magic)]) != magic {
		return Header{}, models.Errorf(models.CodeNotProject,
			"%s is not a project file; nothing was changed. Choose a file made by this program, or import it as an article.", name)
	}
	if len(raw) < headerSize {
		return Header{}, cutShort(name)
	}
	h := Header{
		Size:          size,
		PageSize:      pageSize(raw),
		ApplicationID: binary.BigEndian.Uint32(raw[atApplicationID:]),
		SchemaVersion: signed(binary.BigEndian.Uint32(raw[atUserVersion:])),
		ChangeCounter: binary.BigEndian.Uint32(raw[atChangeCounter:]),
		WriteAhead:    raw[atReadFormat] == writeAheadFormat,
	}
	if h.ApplicationID != application {
		return Header{}, models.Errorf(models.CodeForeign,
			"%s is a database of another program; nothing was changed. Choose a project file.", name)
	}
	if !sound(raw, h) {
		return Header{}, models.Errorf(models.CodeDamaged, "%s is damaged at its start; nothing was changed. Open the last backup.", name)
	}
	if binary.BigEndian.Uint32(raw[atVersionValid:]) == h.ChangeCounter {
		h.Pages = int64(binary.BigEndian.Uint32(raw[atPages:]))
	}
	return h, nil
}

// Whole returns an error with [models.CodeTruncated] when the file is shorter
// than its header says. Plain SQLite opens a file that was cut within its last
// page and counts its rows as if all were well.
func (h Header) Whole(path string) error {
	if h.Size < h.Pages*h.PageSize || h.Size%h.PageSize != 0 {
		return cutShort(filepath.Base(path))
	}
	return nil
}

func cutShort(name string) error {
	return models.Errorf(models.CodeTruncated,
		"%s is cut short: its end is missing, perhaps from an unfinished copy. "+
			"Nothing was changed; copy it again or open the last backup.", name)
}

// sound checks the header's fields that have few legal values.
func sound(raw []byte, h Header) bool {
	fractions := raw[atFractions] == 64 && raw[atFractions+1] == 32 && raw[atFractions+2] == 32
	size := h.PageSize >= minPageSize && h.PageSize <= maxPageSize && h.PageSize&(h.PageSize-1) == 0
	formats := legal(raw[atWriteFormat], 2) && legal(raw[atReadFormat], 2)
	schema := legal(raw[atSchemaFormat+3], 4) && legal(raw[atEncoding+3], 3)
	for _, b := range raw[atReserved:atVersionValid] {
		if b != 0 {
			return false
		}
	}
	return fractions && size && formats && schema
}

func legal(b, highest byte) bool { return b >= 1 && b <= highest }

// signed reads four bytes as a number that may be negative.
func signed(raw uint32) int {
	if raw > math.MaxInt32 {
		return int(int64(raw) - (math.MaxUint32 + 1))
	}
	return int(raw)
}

// pageSize reads the page size; the value 1 stands for 65,536.
func pageSize(raw []byte) int64 {
	size := int64(binary.BigEndian.Uint16(raw[atPageSize:]))
	if size == 1 {
		return maxPageSize
	}
	return size
}

// readStart returns up to n bytes from the start of a file.
func readStart(path string, n int64) (raw []byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	raw, err = io.ReadAll(io.LimitReader(f, n))
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return raw, nil
}
