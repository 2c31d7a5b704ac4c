package export

import (
	"archive/zip"
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"glossator/models"
)

// bundle takes several files, one after the other.
type bundle interface {
	// create begins the next file; the one before is complete. The name has
	// slashes between folders.
	create(name string) (io.Writer, error)
}

// zipped makes a format's Write from its parts.
func zipped(parts func(context.Context, bundle, Input) (int, error)) func(context.Context, io.Writer, Input) (int, error) {
	return func(ctx context.Context, w io.Writer, in Input) (int, error) {
		archive := zip.NewWriter(w)
		rows, err := parts(ctx, zipBundle{archive}, in)
		if err != nil {
			return rows, err
		}
		if err := archive.Close(); err != nil {
			return rows, fmt.Errorf("end the archive: %w", err)
		}
		return rows, nil
	}
}

type zipBundle struct{ archive *zip.Writer }

func (z zipBundle) create(name string) (io.Writer, error) {
	w, err := z.archive.Create(name)
	if err != nil {
		return nil, fmt.Errorf("add %s to the archive: %w", name, err)
	}
	return w, nil
}

// Folder writes a format that is an archive of files, such as [Tables], as a
// folder with the same files, and returns the number of rows. The folder
// appears whole or not at all. One that is there already is never touched,
// since it may hold other things.
//
// The error is like that of [File], with [models.CodeExists] when there is
// something at path and [models.CodeUnsupported] for a format of one file.
func Folder(ctx context.Context, path string, format Format, in Input) (int, error) {
	if format.parts == nil {
		return 0, models.Errorf(models.CodeUnsupported,
			"The format %q is one file and cannot be written as a folder.", format.Key)
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return 0, exists(path)
	}
	rows, err := fillFolder(ctx, path, format, in)
	if err != nil {
		return 0, explain(err, path)
	}
	return rows, nil
}

// fillFolder makes the folder under another name and renames it when it is
// complete; otherwise it is gone afterwards, also when a format panics.
func fillFolder(ctx context.Context, path string, format Format, in Input) (int, error) {
	part := filepath.Join(filepath.Dir(path), ".export-"+rand.Text()+".part")
	if err := os.Mkdir(part, newFolderMode); err != nil {
		return 0, fmt.Errorf("create: %w", err)
	}
	defer func() { _ = os.RemoveAll(part) }() // nothing is there any more after the rename
	folder := &folderBundle{path: part}
	defer folder.abandon()
	rows, err := format.parts(ctx, folder, in)
	if err == nil {
		err = folder.finish()
	}
	if err != nil {
		return rows, err
	}
	if err := os.Rename(part, path); err != nil {
		return rows, fmt.Errorf("rename: %w", err)
	}
	return rows, nil
}

const newFolderMode = 0o755

// folderBundle writes its files into a folder.
type folderBundle struct {
	path   string
	file   *os.File
	buffer *bufio.Writer
}

func (f *folderBundle) create(name string) (io.Writer, error) {
	if err := f.finish(); err != nil {
		return nil, err
	}
	path := filepath.Join(f.path, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), newFolderMode); err != nil {
		return nil, fmt.Errorf("create: %w", err)
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, newFileMode)
	if err != nil {
		return nil, fmt.Errorf("create: %w", err)
	}
	f.file, f.buffer = file, bufio.NewWriterSize(file, flushAt)
	return f.buffer, nil
}

// finish makes the file that was begun last durable.
func (f *folderBundle) finish() error {
	if f.file == nil {
		return nil
	}
	file := f.file
	err := f.buffer.Flush()
	if err == nil {
		err = file.Sync()
	}
	f.file = nil
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

// abandon closes a file that will be deleted.
func (f *folderBundle) abandon() {
	if f.file != nil {
		_ = f.file.Close()
	}
}
