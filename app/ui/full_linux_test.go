package ui

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
)

// A full disk: the label is not shown as saved, the strip says why, and after
// space is made the same window saves it.
func TestFullDiskInTheWindow(t *testing.T) {
	mount := t.TempDir()
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, "size=3m"); err != nil {
		t.Skipf("no small disk can be made here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(mount, syscall.MNT_DETACH) })
	r := newRig(t)
	r.shell.gate.create(filepath.Join(mount, "Small"+projectExtension))
	r.settle()
	r.shell.arrivals.addPaths([]string{r.article("Report", "The ministry opened a shelter.", "It has ten beds.")})
	r.settle()
	r.press(fyne.Key1)
	if r.labels(0) == "" {
		t.Fatalf("nothing was labelled: %q", r.shell.strip.Text())
	}
	kept := r.labels(0)
	ballast := filepath.Join(mount, "ballast")
	_ = os.WriteFile(ballast, []byte(strings.Repeat("x", 3<<20)), 0o600) // takes all that is left
	r.press(fyne.Key2)
	r.saysAll("Not saved: ", "full")
	if r.labels(0) != kept {
		t.Errorf("%q is shown, %q is saved", r.labels(0), kept)
	}
	r.shell.rescue.saveCopy(r.ws(), filepath.Join(r.home, "Copy"+projectExtension))
	r.settle()
	r.saysAll("Everything that was saved is in")
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	r.press(fyne.Key2)
	if r.labels(0) == kept {
		t.Errorf("nothing is saved after space was made: %q", r.shell.strip.Text())
	}
}
