package export

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"syscall"

	"glossator/models"
)

// explain turns an error of writing the file path into a sentence. An error
// that is one already, such as that of the rows, stays as it is.
func explain(err error, path string) error {
	if _, known := errors.AsType[*models.Error](err); known {
		return err
	}
	folder := filepath.Dir(path)
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return models.Errorf(models.CodeCancelled,
			"The export to %q was stopped before it was complete.", path).Because(err)
	case errors.Is(err, fs.ErrNotExist):
		return models.Errorf(models.CodeNotFound,
			"The folder %q does not exist; create it or choose another one.", folder).Because(err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return models.Errorf(models.CodeReadOnly,
			"The file %q could not be written, because its folder allows no writing; choose another folder.", path).Because(err)
	case anyOf(err, held()):
		return models.Errorf(models.CodeInUse,
			"The file %q is open in another program; close it there or choose another name.", path).Because(err)
	case anyOf(err, diskFull()):
		return models.Errorf(models.CodeDiskFull,
			"The file %q was not written, because the disk is full; free some space or choose another disk.", path).Because(err)
	default:
		return models.Errorf(models.CodeInput,
			"The file %q could not be written, because the disk or the connection failed; try again or choose another folder.", path).Because(err)
	}
}

// anyOf reports whether an error is one of those of the system.
func anyOf(err error, list []syscall.Errno) bool {
	return slices.ContainsFunc(list, func(one syscall.Errno) bool { return errors.Is(err, one) })
}
