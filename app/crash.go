package app

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"glossator/models"
	"glossator/models/store"
)

// A crash report says where in the program it ended and why, and nothing of
// what the project holds: the value of a panic may be any text and is never
// kept, nor are the arguments of functions.
const (
	crashFolder = "crashes"
	crashReport = "crash-20060102-150405.000.txt"
	rawSuffix   = ".raw" // what the runtime itself wrote, until the next start cleans it
)

// WatchCrashes makes the runtime write the end of this process into the data
// folder, should it come unexpectedly, and returns how to end that. Reports of
// earlier processes are cleaned first, see [App.Notices].
func (a *App) WatchCrashes() (stop func(), err error) {
	folder := filepath.Join(a.home, crashFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("make the folder of crash reports: %w", err)
	}
	a.collectCrashes(folder)
	path := filepath.Join(folder, strconv.Itoa(os.Getpid())+rawSuffix)
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, fmt.Errorf("make the crash report: %w", err)
	}
	err = debug.SetCrashOutput(file, debug.CrashOptions{})
	if err := errors.Join(err, file.Close()); err != nil { // the runtime keeps a handle of its own
		return nil, fmt.Errorf("direct the crash report: %w", err)
	}
	return func() {
		if err := errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), os.Remove(path)); err != nil {
			slog.Warn("the crash watch did not end", "cause", err)
		}
	}, nil
}

// collectCrashes cleans what the runtime wrote about earlier processes.
func (a *App) collectCrashes(folder string) {
	raws, err := filepath.Glob(filepath.Join(folder, "*"+rawSuffix))
	if err != nil {
		return
	}
	for _, raw := range raws {
		pid, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(raw), rawSuffix))
		if err == nil && pid != os.Getpid() && store.Alive(pid) {
			continue // another window is open
		}
		text, err := os.ReadFile(raw)
		if err == nil && len(text) > 0 {
			a.Report(string(text))
		}
		if err := os.Remove(raw); err != nil && !errors.Is(err, fs.ErrNotExist) {
			slog.Warn("an old crash report stays", "cause", err)
		}
	}
}

// Report writes a crash report from the stack of a panic, as the runtime
// prints it, and returns its path, empty when it could not be written.
func (a *App) Report(stack string) string {
	folder := filepath.Join(a.home, crashFolder)
	path := filepath.Join(folder, time.Now().UTC().Format(crashReport))
	text := fmt.Sprintf("Glossator %s, %s/%s, %s\n%s", Version, runtime.GOOS, runtime.GOARCH, runtime.Version(), cleanCrash(stack))
	err := os.MkdirAll(folder, 0o700)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o600)
	}
	if err != nil {
		slog.Warn("no crash report was written", "cause", err)
		return ""
	}
	a.notices = append(a.notices, models.Textf("The program ended unexpectedly; a report without any of your texts is in %s.", path))
	return path
}

// What of a crash is kept: known reasons that hold numbers and types only, and
// lines of the stack. A line of a text is none of them.
var (
	crashReason = regexp.MustCompile(`^(?:panic: )?(runtime error: (?:index out of range \[-?\d+\](?: with length \d+)?|` +
		`slice bounds out of range \[[-:\d]+\](?: with (?:capacity|length) \d+)?|invalid memory address or nil pointer dereference|` +
		`integer divide by zero)|fatal error: [a-z ]+)`)
	crashThread   = regexp.MustCompile(`^goroutine \d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[[a-z ,0-9()]+\]:$`)
	crashFunction = regexp.MustCompile(`^(?:created by )?([\w./*()\[\]·-]+)(?:\([^()]*\)| in goroutine \d+)$`)
	crashPlace    = regexp.MustCompile(`^\t(?:.*/)?([\w.@-]+/[\w.-]+\.(?:go|s):\d+)(?: \+0x[0-9a-f]+)?$`)
)

// cleanCrash keeps the reason, if it is a known one, and the stack: threads,
// names of functions, and lines of source files.
func cleanCrash(text string) string {
	var out strings.Builder
	function := ""
	inStack := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		reason, place := crashReason.FindStringSubmatch(line), crashPlace.FindStringSubmatch(line)
		named := crashFunction.FindStringSubmatch(line)
		switch {
		case !inStack && reason != nil:
			out.WriteString(reason[1] + "\n")
		case crashThread.MatchString(line):
			inStack = true
			out.WriteString("\n" + line + "\n")
		case inStack && place != nil && function != "": // a name counts only with its place
			out.WriteString(function + "\n\t" + place[1] + "\n")
			function = ""
		case inStack && named != nil:
			function = named[1]
		default:
			function = ""
		}
	}
	return out.String()
}

// Notices returns what the window should say after its first project is open,
// one sentence each, and forgets it.
func (a *App) Notices() []models.Text {
	list := a.notices
	a.notices = nil
	return list
}
