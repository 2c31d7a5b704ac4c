//go:build !windows && !darwin

package motion

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// patience is how long the desktop may take to answer.
const patience = time.Second

// Unwanted reports whether the desktop asks programs for no animation. It looks
// where the desktops keep that wish: the settings of GNOME and its relatives,
// the files of GTK 3 and 4, and that of KDE. It may take a second.
func Unwanted(ctx context.Context) bool {
	config, err := os.UserConfigDir()
	if err == nil && inFiles(config) {
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	answer, err := exec.CommandContext(ctx, "gsettings", "get", "org.gnome.desktop.interface", "enable-animations").Output()
	return err == nil && strings.TrimSpace(string(answer)) == "false"
}

// wish is a line of a file by which a desktop asks for no animation.
type wish struct {
	file, key string
	none      func(value string) bool
}

// inFiles reports whether a file of the folder for settings has the wish.
func inFiles(folder string) bool {
	off := func(value string) bool { return value == "0" || strings.EqualFold(value, "false") }
	for _, w := range []wish{
		{filepath.Join("gtk-4.0", "settings.ini"), "gtk-enable-animations", off},
		{filepath.Join("gtk-3.0", "settings.ini"), "gtk-enable-animations", off},
		{"kdeglobals", "AnimationDurationFactor", func(value string) bool {
			factor, err := strconv.ParseFloat(value, 64)
			return err == nil && factor == 0
		}},
	} {
		if w.in(folder) {
			return true
		}
	}
	return false
}

// in reports whether the file has the line. A file that is not there has none.
func (w wish) in(folder string) bool {
	text, err := os.ReadFile(filepath.Join(folder, w.file))
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(text)) {
		key, value, found := strings.Cut(line, "=")
		if found && strings.TrimSpace(key) == w.key {
			return w.none(strings.TrimSpace(value))
		}
	}
	return false
}
