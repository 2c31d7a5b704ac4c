package engine

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"glossator/models"
)

// CopyFile copies a closed file byte for byte and waits until the copy is on
// the disk. The copy must not be there yet. The errors are those of the system.
func CopyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("open to copy: %w", err)
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("make copy: %w", err)
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, err := io.Copy(out, in); err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	if err := out.Sync(); err != nil {
		return fmt.Errorf("flush copy: %w", err)
	}
	return nil
}

// CopyInterrupted copies a file and the journal of the transaction that a crash
// interrupted in it. The copy can be opened for work, which takes the
// transaction back. The error has [models.CodeLocked] when another program
// wrote meanwhile, so that the copy is of no moment.
func CopyInterrupted(from, to string) error {
	journal, _ := SideFiles(from)
	beside, _ := SideFiles(to)
	before, err := touched(from, journal)
	if err != nil {
		return err
	}
	for _, pair := range [][2]string{{from, to}, {journal, beside}} {
		if err := CopyFile(pair[0], pair[1]); err != nil {
			return uncopied(pair[0], err)
		}
	}
	after, err := touched(from, journal)
	if err != nil {
		return err
	}
	if !slices.Equal(before, after) {
		return models.Errorf(locked.code, locked.sentence, filepath.Base(from))
	}
	return nil
}

// trace is what writing changes of a file.
type trace struct {
	size int64
	at   time.Time
}

func touched(paths ...string) ([]trace, error) {
	list := make([]trace, 0, len(paths))
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, uncopied(path, err)
		}
		list = append(list, trace{size: info.Size(), at: info.ModTime()})
	}
	return list, nil
}
