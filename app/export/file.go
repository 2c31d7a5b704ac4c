package export

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"glossator/models"
)

// newFileMode is what programs usually make files with, before the umask.
const newFileMode = 0o644

// File writes the export to the file path and returns the number of rows. The
// file and the errors are those of [Place].
func File(ctx context.Context, path string, overwrite bool, format Format, in Input) (int, error) {
	rows := 0
	err := Place(path, overwrite, func(w io.Writer) error {
		var err error
		rows, err = format.Write(ctx, w, in)
		return err
	})
	if err != nil {
		return 0, err
	}
	return rows, nil
}

// Place makes the file path of what write writes. The file appears whole or not
// at all: it is written under another name in the same folder, synced to the
// disk and renamed, which POSIX and NTFS do in one step. A failure leaves
// neither a part of a file nor a changed one.
//
// The error is a [models.Error] that names the file: [models.CodeExists] when
// there is one already and overwrite is false, [models.CodeIsFolder],
// [models.CodeNotFound] for a missing folder, [models.CodeReadOnly],
// [models.CodeDiskFull], [models.CodeCancelled] when write ended with its
// context, [models.CodeInput] for other faults of the disk, or an error of
// write that is a models.Error already.
func Place(path string, overwrite bool, write func(io.Writer) error) error {
	if err := checkTarget(path, overwrite); err != nil {
		return err
	}
	part := filepath.Join(filepath.Dir(path), ".export-"+rand.Text()+".part")
	err := fill(part, write)
	if err == nil {
		err = publish(part, path, overwrite)
	}
	if err != nil {
		return explain(err, path)
	}
	return nil
}

// Stream writes the export to w, such as the standard output, and returns the
// number of rows. The error is like that of [File]; name stands for the file in
// its sentence.
func Stream(ctx context.Context, w io.Writer, name string, format Format, in Input) (int, error) {
	rows, err := format.Write(ctx, w, in)
	if err != nil {
		return rows, explain(err, name)
	}
	return rows, nil
}

// checkTarget refuses early what would be refused late, after a long export.
func checkTarget(path string, overwrite bool) error {
	info, _ := os.Stat(path)
	switch {
	case info == nil:
		return nil // new, or out of reach: creating it will tell
	case info.IsDir():
		return models.Errorf(models.CodeIsFolder,
			"%q is a folder; give the name of a file in it.", path)
	case !overwrite:
		return exists(path)
	}
	return checkMarks(path)
}

// checkMarks looks for the files by which LibreOffice and Microsoft Office mark
// a document that somebody has open, here or on another computer of a shared
// folder. Replacing it would be undone when it is saved there.
func checkMarks(path string) error {
	folder, name := filepath.Split(path)
	for _, mark := range []string{".~lock." + name + "#", "~$" + name} {
		if _, err := os.Lstat(folder + mark); err == nil {
			return models.Errorf(models.CodeInUse,
				"The file %q is open in another program, which has put %q beside it; close it there or choose another name.", path, mark)
		}
	}
	return nil
}

func exists(path string) *models.Error {
	return models.Errorf(models.CodeExists,
		"The file %q exists already; choose another name or allow it to be overwritten.", path)
}

// fill makes the file part of what write writes. Unless all went well the file
// is gone afterwards, also when write panics.
func fill(part string, write func(io.Writer) error) error {
	file, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, newFileMode)
	if err != nil {
		return fmt.Errorf("create: %w", err)
	}
	complete := false
	defer func() {
		if !complete {
			discard(file)
		}
	}()
	if err := write(file); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return fmt.Errorf("sync: %w", err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("close: %w", err)
	}
	complete = true
	return nil
}

// discard drops a file that is not wanted any more. Its errors say nothing that
// the error that led here does not say better.
func discard(file *os.File) {
	_ = file.Close()
	_ = os.Remove(file.Name())
}

// publish gives the finished part its name. Where nothing may be overwritten it
// links instead of renaming, because a link never replaces a file that somebody
// made in the meantime; disks without links get the rename.
func publish(part, path string, overwrite bool) error {
	if !overwrite {
		err := os.Link(part, path)
		if err == nil {
			_ = os.Remove(part) // a second name of a complete file
			return nil
		}
		if _, statErr := os.Lstat(path); statErr == nil {
			_ = os.Remove(part)
			return exists(path).Because(err)
		}
	}
	if err := os.Rename(part, path); err != nil {
		_ = os.Remove(part)
		return fmt.Errorf("rename: %w", err)
	}
	return nil
}
