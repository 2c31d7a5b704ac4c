package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"glossator/models"
)

// drafted has build make a file at draft and gives it the name dest when it is
// whole. Until then it stands in a folder of its own beside dest, named by
// pattern as [os.MkdirTemp] does; whatever else build leaves there goes with
// the folder. The error has [models.CodeReadOnly] when nothing may be made
// there, or it is that of build or of [publish].
func drafted(dest, pattern string, build func(draft string) error) error {
	folder, err := os.MkdirTemp(filepath.Dir(dest), pattern)
	if err != nil {
		return models.Errorf(models.CodeReadOnly,
			"No file can be made in the folder of %s; choose another folder.", filepath.Base(dest)).Because(err)
	}
	defer func() { _ = os.RemoveAll(folder) }() // holds nothing but what failed
	draft := filepath.Join(folder, "draft")
	if err := build(draft); err != nil {
		return err
	}
	return publish(draft, dest)
}

// publish gives a finished file its name, never over another file, and makes
// the name durable. Both stand in the same folder. The error has
// [models.CodeExists] when the name is taken.
func publish(temporary, dest string) error {
	if err := flush(temporary); err != nil {
		return err
	}
	err := os.Link(temporary, dest)
	switch {
	case err == nil:
		err = os.Remove(temporary)
	case errors.Is(err, fs.ErrExist):
		return taken(dest)
	default: // a file system without links
		if _, found := os.Lstat(dest); !errors.Is(found, fs.ErrNotExist) {
			return taken(dest)
		}
		err = os.Rename(temporary, dest)
	}
	if err != nil {
		return fmt.Errorf("name the file: %w", err)
	}
	return flushFolder(filepath.Dir(dest))
}

func taken(dest string) error {
	return models.Errorf(models.CodeExists, "%s is already there and was not touched; choose another name.", filepath.Base(dest))
}

// vacant returns an error with [models.CodeExists] when the name is taken,
// [models.CodeNotFound] when its folder is missing.
func vacant(dest string) error {
	if _, err := os.Lstat(dest); err == nil {
		return taken(dest)
	}
	info, err := os.Stat(filepath.Dir(dest))
	if err != nil || !info.IsDir() {
		return models.Errorf(models.CodeNotFound,
			"The folder %s does not exist; choose another place for %s.", filepath.Dir(dest), filepath.Base(dest)).Because(err)
	}
	return nil
}

// flush waits until the content of a file is on the disk.
func flush(path string) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("open to flush: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.Sync(); err != nil {
		return fmt.Errorf("flush: %w", err)
	}
	return nil
}

// flushFolder waits until the names in a folder are on the disk. Windows keeps
// names in its own journal and cannot flush a folder.
func flushFolder(path string) (err error) {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open folder to flush: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.Sync(); err != nil {
		return fmt.Errorf("flush folder: %w", err)
	}
	return nil
}
