// Package folder shows a file where it lies, in the desktop's own program for
// files.
package folder

import (
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"

	"glossator/models"
)

// shower is a program that shows files, with what it is given.
type shower struct {
	program   string
	arguments func(path string) []string
	failures  []int // the exit codes by which it says that it cannot; nil: none says anything
}

// The exit codes of xdg-open (xdg-utils, xdg-open(1)): the file is not there, a
// program that it needs is not there, it has failed. Others are those of the
// program that showed the folder.
var xdgFailures = []int{2, 3, 4}

// showers are the programs by operating system; any other has the one of
// freedesktop.org, which knows folders only.
var showers = map[string]shower{
	"windows": {"explorer", func(path string) []string { return []string{"/select," + path} }, nil},
	"darwin":  {"open", func(path string) []string { return []string{"-R", path} }, []int{1}},
	"":        {"xdg-open", func(path string) []string { return []string{filepath.Dir(path)} }, xdgFailures},
}

// Show shows the file in its folder. It returns when the program for files has
// taken over or is closed again, which may be much later. The error has
// [models.CodeUnsupported] when there is no such program or it fails, and says
// where the file is.
func Show(path string) error {
	with, known := showers[runtime.GOOS]
	if !known {
		with = showers[""]
	}
	command := exec.Command(with.program, with.arguments(path)...) //nolint:gosec,noctx // the user's own file; what it opens stays open
	err := command.Run()
	if err == nil {
		return nil
	}
	if ended, started := errors.AsType[*exec.ExitError](err); started && !slices.Contains(with.failures, ended.ExitCode()) {
		return nil
	}
	return models.Errorf(models.CodeUnsupported, "This computer has no program that shows the folder %q; look there for %q yourself.",
		filepath.Dir(path), filepath.Base(path)).Because(err)
}
