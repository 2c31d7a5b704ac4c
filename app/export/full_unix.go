//go:build !windows

package export

import "syscall"

// diskFull lists what the system says when there is no room left: on the disk,
// or in the user's share of it.
func diskFull() []syscall.Errno {
	return []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT}
}

// held lists what the system says of a file that something else holds.
func held() []syscall.Errno {
	return []syscall.Errno{syscall.EBUSY, syscall.ETXTBSY}
}
