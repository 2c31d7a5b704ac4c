package motion_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"fyne.io/fyne/v2/test"

	"glossator/app/ui/motion"
)

func TestCalmStopsAndStartsWithTheWish(t *testing.T) {
	still := false
	a := motion.Calm(test.NewApp(), func() bool { return still })
	if !a.Settings().ShowAnimations() {
		t.Error("nobody asked for a still window")
	}
	still = true
	if a.Settings().ShowAnimations() {
		t.Error("the window moves")
	}
}

// TestDesktopsAsk writes the files in which desktops keep the wish.
func TestDesktopsAsk(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("this desktop keeps the wish in no file")
	}
	for _, tried := range []struct {
		file, text string
		want       bool
	}{
		{"gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name=Adwaita\ngtk-enable-animations=0\n", true},
		{"gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = false\n", true},
		{"gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", false},
		{"kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", true},
		{"kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", false},
		{"other", "", false},
	} {
		folder := t.TempDir()
		t.Setenv("XDG_CONFIG_HOME", folder)
		t.Setenv("PATH", folder) // no other program answers
		path := filepath.Join(folder, tried.file)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(tried.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := motion.Unwanted(t.Context()); got != tried.want {
			t.Errorf("%s with %q: %v", tried.file, tried.text, got)
		}
	}
}
