package app

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"glossator/models"
)

// A crash report says where in the program it ended and why, and nothing of
// what the project holds: the value of a panic may be any text and is never
// kept, nor are the arguments of functions.
const (
	crashFolder = "crashes"
	crashReport = "crash-20060102-150405.000.txt"
	crashFiles  = "crash-*.txt"
	largeCrash  = 1 << 20 // bytes of what the runtime writes that are looked at
)

// monitorHome is the variable that makes a process of this program the monitor
// of another one, whose data are in the folder that it names.
const monitorHome = "GLOSSATOR_CRASH_MONITOR"

// WatchCrashes starts a second process of this program that waits for the
// unexpected end of this one and then writes the report: a process that the
// runtime ends, or the system, cannot do it itself any more. It returns how to
// end the watch. Reports of earlier sessions are told once, see [App.Notices].
func (a *App) WatchCrashes() (stop func(), err error) {
	a.tellCrashes()
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find the program: %w", err)
	}
	monitor := exec.Command(self) //nolint:noctx,gosec // this very program; it outlives everything here
	monitor.Env = append(os.Environ(), monitorHome+"="+a.home)
	monitor.Stderr = os.Stderr
	pipe, err := monitor.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("make a pipe to the monitor: %w", err)
	}
	if err := monitor.Start(); err != nil {
		return nil, fmt.Errorf("start the monitor: %w", err)
	}
	stop = func() { // the monitor ends with the pipe
		if err := errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), pipe.Close(), monitor.Wait()); err != nil {
			slog.Warn("the crash watch did not end", "cause", err)
		}
	}
	file, ok := pipe.(*os.File)
	if !ok {
		stop()
		return nil, errors.New("the pipe to the monitor is no file")
	}
	if err := debug.SetCrashOutput(file, debug.CrashOptions{}); err != nil {
		stop()
		return nil, fmt.Errorf("direct the crash report: %w", err)
	}
	return stop, nil
}

// Monitor is all that the process does that [App.WatchCrashes] starts; it
// returns false at once in any other one. The signals that end a session are
// for the window, which ends the monitor.
func Monitor() bool {
	home := os.Getenv(monitorHome)
	if home == "" {
		return false
	}
	signal.Ignore(os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	text, err := io.ReadAll(io.LimitReader(os.Stdin, largeCrash))
	if err != nil {
		slog.Warn("the crash report is not whole", "cause", err)
	}
	if len(text) > 0 {
		writeCrash(home, string(text))
	}
	_, _ = io.Copy(io.Discard, os.Stdin) // nobody has to wait for its reader
	return true
}

// tellCrashes says once that there are reports of earlier sessions.
func (a *App) tellCrashes() {
	reports, err := filepath.Glob(filepath.Join(a.home, crashFolder, crashFiles))
	if err != nil || len(reports) == 0 {
		return
	}
	newest := slices.Max(reports) // their names are times
	if filepath.Base(newest) > a.settings.CrashTold {
		a.notices = append(a.notices, models.Textf(
			"The program ended unexpectedly; a report without any of your texts is in %s.", newest))
		a.toldCrash(newest)
	}
}

// toldCrash remembers that the user knows of a report.
func (a *App) toldCrash(path string) {
	a.settings.CrashTold = filepath.Base(path)
	if err := a.settings.save(a.settingsFile()); err != nil {
		slog.Warn("a crash report will be told again", "cause", err)
	}
}

// Report writes a crash report from the stack of a panic that did not end the
// program, as the runtime prints it, and returns its path, empty when it could
// not be written.
func (a *App) Report(stack string) string {
	path := writeCrash(a.home, stack)
	if path != "" {
		a.toldCrash(path)
	}
	return path
}

func writeCrash(home, text string) (path string) {
	folder := filepath.Join(home, crashFolder)
	path = filepath.Join(folder, time.Now().UTC().Format(crashReport))
	report := fmt.Sprintf("Glossator %s, %s/%s, %s\n%s", Version, runtime.GOOS, runtime.GOARCH, runtime.Version(), cleanCrash(text))
	err := os.MkdirAll(folder, 0o700) //nolint:gosec // the folder that the watching process names
	if err == nil {
		err = os.WriteFile(path, []byte(report), 0o600) //nolint:gosec // in that folder
	}
	if err != nil {
		slog.Warn("no crash report was written", "cause", err)
		return ""
	}
	return path
}

// What of a crash is kept: known reasons that hold numbers and types only, and
// lines of the stack. A line of a text is none of them.
var (
	crashReason = regexp.MustCompile(`^(?:panic: )?(runtime error: (?:index out of range \[-?\d+\](?: with length \d+)?|` +
		`slice bounds out of range \[[-:\d]+\](?: with (?:capacity|length) \d+)?|invalid memory address or nil pointer dereference|` +
		`integer divide by zero)|fatal error: [a-z :]+|SIG[A-Z]+: [a-z ]+|signal arrived during cgo execution)`)
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
