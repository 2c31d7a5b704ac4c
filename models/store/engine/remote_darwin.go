package engine

import "syscall"

// local is the flag of statfs(2) for file systems of this machine, MNT_LOCAL.
const local = 0x1000

// Remote reports whether the file at path lies on a network share. A path that
// cannot be asked counts as local.
func Remote(path string) bool {
	var info syscall.Statfs_t
	if err := syscall.Statfs(path, &info); err != nil {
		return false
	}
	return info.Flags&local == 0
}
