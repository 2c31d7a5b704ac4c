package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"glossator/models"
)

// How often a lock shows that its window lives, and after how long without
// such a sign it may be taken over, with the user's consent.
const (
	lockRefresh  = 10 * time.Second
	LockLifetime = 60 * time.Second
)

// lockSuffix ends the name of a lock file: "~NAME.lock" beside the project.
const lockSuffix = ".lock"

// holder is what a lock file says about the window that has the project.
type holder struct {
	Host  string `json:"host"`
	User  string `json:"user"`
	PID   int    `json:"pid"`
	App   string `json:"app"`
	Since int64  `json:"since"` // milliseconds
	Token string `json:"token"`
}

// lockFile tells other windows, also on other machines, that a project is
// open. It does not protect the file: SQLite's own locks do. The time of its
// last refresh is its modification time.
type lockFile struct {
	path string
	mine holder
	left bool // it was found there, left by a process that ended without closing
	stop chan struct{}
	done chan struct{}
}

func lockPath(project string) string {
	return filepath.Join(filepath.Dir(project), "~"+filepath.Base(project)+lockSuffix)
}

// lockState is a lock file as it was found.
type lockState struct {
	found  bool
	blank  bool // nobody stands in it: its maker was killed before it could write
	holder holder
	seen   time.Time // last sign of life
}

// live reports whether a running process of this machine, or a window
// elsewhere that showed a sign of life, holds the lock.
func (l lockState) live(now time.Time) bool {
	if !l.found || l.blank {
		return false
	}
	if l.local() {
		return Alive(l.holder.PID)
	}
	return !l.silent(now)
}

// silent reports whether the lock has shown no sign of life for long. A
// process of that number may still run: it may be another one since.
func (l lockState) silent(now time.Time) bool { return now.Sub(l.seen) >= LockLifetime }

func (l lockState) local() bool { return l.holder.PID != 0 && l.holder.Host == hostname() }

// own reports whether this very process holds the lock.
func (l lockState) own() bool { return l.found && l.local() && l.holder.PID == os.Getpid() }

// abandoned reports whether the lock is certainly nobody's: its process ran
// here and is gone.
func (l lockState) abandoned() bool { return l.blank || l.local() && !Alive(l.holder.PID) }

// readLock looks at the lock of a project. One that is blank gets a moment in
// which its maker can write.
func readLock(project string) (state lockState, err error) {
	for n := range looks {
		if n > 0 {
			time.Sleep(settle)
		}
		if state, err = glanceLock(project); err != nil || !state.blank {
			break
		}
	}
	return state, err
}

// glanceLock reads the lock once. A lock that cannot be read as one counts as
// found, with an unknown holder.
func glanceLock(project string) (lockState, error) {
	path := lockPath(project)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return lockState{}, nil
	}
	if err != nil {
		return lockState{}, fmt.Errorf("look at lock: %w", err)
	}
	state := lockState{found: true, seen: info.ModTime()}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return lockState{}, nil
	}
	if err == nil && len(text) == 0 {
		state.blank = true
		return state, nil
	}
	if err != nil || json.Unmarshal(text, &state.holder) != nil {
		state.holder = holder{User: "somebody", Host: "an unknown computer", Since: info.ModTime().UnixMilli()}
	}
	return state, nil
}

// takeLock takes the lock of a project. The error has [models.CodeInUse] or
// [models.CodeSilent] when another window has it: a lock whose process on this machine is gone is taken
// over, any other one only when it shows no sign of life and the user agrees.
func takeLock(project string, consent bool) (*lockFile, error) {
	state, err := readLock(project)
	if err != nil {
		return nil, err
	}
	silent := state.found && state.silent(time.Now())
	switch {
	case !state.found:
	case state.abandoned(), silent && consent:
		if err := removeLock(project, state); err != nil {
			return nil, err
		}
	default:
		return nil, inUse(project, state, silent)
	}
	lock := &lockFile{path: lockPath(project), mine: self(), left: state.found, stop: make(chan struct{}), done: make(chan struct{})}
	if err := lock.create(); err != nil {
		if errors.Is(err, fs.ErrExist) { // somebody was faster
			state, err = readLock(project)
			return nil, errors.Join(inUse(project, state, false), err)
		}
		return nil, models.Errorf(models.CodeReadOnly,
			"The folder of %s is read-only; open the project for reading, or save a copy elsewhere.", filepath.Base(project)).Because(err)
	}
	go lock.refresh()
	return lock, nil
}

func inUse(project string, state lockState, silent bool) error {
	const moment = "2006-01-02 15:04"
	since := time.UnixMilli(state.holder.Since).Format(moment)
	name, user, host := filepath.Base(project), state.holder.User, state.holder.Host
	if silent {
		return models.Errorf(models.CodeSilent,
			"%s is open in another window (%s on %s, since %s); it has shown no sign of life since %s. "+
				"If it is gone, take the project over; else open it for reading.", name, user, host, since, state.seen.Format(moment))
	}
	return models.Errorf(models.CodeInUse,
		"%s is open in another window (%s on %s, since %s); close it there, or open it for reading.", name, user, host, since)
}

// removeLock removes a lock that was judged to be nobody's, unless another
// window has replaced it since.
func removeLock(project string, judged lockState) error {
	now, err := readLock(project)
	if err != nil {
		return err
	}
	if now.found && now.holder.Token != judged.holder.Token {
		return inUse(project, now, false)
	}
	if err := os.Remove(lockPath(project)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove old lock: %w", err)
	}
	return nil
}

func (l *lockFile) create() (err error) {
	text, err := json.Marshal(l.mine)
	if err != nil {
		return fmt.Errorf("write lock: %w", err)
	}
	f, err := os.OpenFile(l.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // colleagues read who has the project
	if err != nil {
		return fmt.Errorf("make lock: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.Write(text); err != nil {
		return fmt.Errorf("write lock: %w", err)
	}
	return nil
}

// refresh shows a sign of life until release.
func (l *lockFile) refresh() {
	defer close(l.done)
	tick := time.NewTicker(lockRefresh)
	defer tick.Stop()
	for {
		select {
		case <-l.stop:
			return
		case now := <-tick.C:
			if !l.held() {
				return // taken over: the sign of life would now be a stranger's
			}
			_ = os.Chtimes(l.path, now, now) // a share that is away for a moment is no reason to stop
		}
	}
}

// held reports whether the lock file is still ours.
func (l *lockFile) held() bool {
	var found holder
	text, err := os.ReadFile(l.path)
	return err == nil && json.Unmarshal(text, &found) == nil && found.Token == l.mine.Token
}

// release stops the refreshing and removes the lock, if it is still ours.
func (l *lockFile) release() error {
	close(l.stop)
	<-l.done
	if !l.held() {
		return nil
	}
	if err := os.Remove(l.path); err != nil {
		return fmt.Errorf("remove lock: %w", err)
	}
	return nil
}

func self() holder {
	name := "somebody"
	if who, err := user.Current(); err == nil {
		name = who.Username
	}
	return holder{Host: hostname(), User: name, PID: os.Getpid(), App: "Glossator",
		Since: time.Now().UnixMilli(), Token: newUID("lk-")}
}

func hostname() string {
	name, err := os.Hostname()
	if err != nil {
		return "this computer"
	}
	return name
}

// Alive reports whether a process of this machine runs. Windows cannot be
// asked with a signal; finding the process is the answer there.
func Alive(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	if runtime.GOOS == "windows" {
		return process.Release() == nil
	}
	err = process.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, fs.ErrPermission)
}
