package export_test

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"glossator/app/export"
	"glossator/models"
)

// smallDisk mounts a disk of a few pages, without room for anything.
func smallDisk(t *testing.T) string {
	t.Helper()
	mount := t.TempDir()
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("no small disk can be made here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(mount, syscall.MNT_DETACH) })
	_ = os.WriteFile(filepath.Join(mount, "ballast"), make([]byte, 1<<20), 0o600) // takes what there is
	return mount
}

// TestFullDiskOfEveryFormat: the sentence says so, what stood there stays, and
// no part of the new file does.
func TestFullDiskOfEveryFormat(t *testing.T) {
	t.Parallel()
	disk := smallDisk(t)
	before := filepath.Join(disk, "before")
	if err := os.WriteFile(before, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, format := range export.Formats() {
		_, err := export.File(t.Context(), before, true, format, corpus())
		checkFailure(t, err, models.CodeDiskFull, "before", "disk is full")
		if format.AsFolder() {
			_, err = export.Folder(t.Context(), filepath.Join(disk, "folder"), format, corpus())
			checkFailure(t, err, models.CodeDiskFull, "folder", "disk is full")
		}
		checkFolder(t, disk, "ballast", "before")
	}
}

// TestReadOnlyTarget gives up the rights that root has everywhere.
func TestReadOnlyTarget(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	go func() { // its thread ends with it
		if os.Geteuid() == 0 {
			const nobody = 65534
			runtime.LockOSThread()
			if err := syscall.Setfsuid(nobody); err != nil {
				t.Logf("rights cannot be given up: %v", err)
			}
		}
		_, err := export.File(t.Context(), filepath.Join(folder, "a.csv"), false, export.CSV(), input(nothing()))
		done <- err
	}()
	err := <-done
	checkFailure(t, err, models.CodeReadOnly, "a.csv", "choose another folder")
	checkFolder(t, folder)
}

// TestTargetIsHeldElsewhere has the system hold the file: nothing can take the
// place of a mount.
func TestTargetIsHeldElsewhere(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path, held := filepath.Join(folder, "a.csv"), filepath.Join(t.TempDir(), "held")
	for _, name := range []string{path, held} {
		if err := os.WriteFile(name, []byte("hers"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mount(held, path, "", syscall.MS_BIND, ""); err != nil {
		t.Skipf("no file can be held here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(path, syscall.MNT_DETACH) })
	_, err := export.File(t.Context(), path, true, export.CSV(), input(nothing()))
	checkFailure(t, err, models.CodeInUse, "a.csv", "open in another program")
	checkFolder(t, folder, "a.csv")
	if got := content(t, path); got != "hers" {
		t.Errorf("the file was changed to %q", got)
	}
}
