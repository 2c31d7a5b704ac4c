package engine

import (
	"path/filepath"
	"strings"
	"syscall"
	"unsafe"
)

// remoteDrive is GetDriveTypeW's answer for a network drive.
const remoteDrive = 4

// Remote reports whether the file at path lies on a network share: it has a
// server's name, or its drive letter stands for a share.
func Remote(path string) bool {
	volume := filepath.VolumeName(path)
	if strings.HasPrefix(volume, `\\`) {
		return true
	}
	root, err := syscall.UTF16PtrFromString(volume + `\`)
	if err != nil {
		return false
	}
	kind, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW").Call(uintptr(unsafe.Pointer(root)))
	return kind == remoteDrive
}
