package export

import "syscall"

// diskFull lists what the system says when there is no room left. The names are
// those of Microsoft's list of system error codes.
func diskFull() []syscall.Errno {
	const (
		errorHandleDiskFull syscall.Errno = 39
		errorDiskFull       syscall.Errno = 112
		errorDiskQuota      syscall.Errno = 1295
	)
	return []syscall.Errno{errorHandleDiskFull, errorDiskFull, errorDiskQuota}
}

// held lists what the system says of a file that another program holds.
func held() []syscall.Errno {
	const (
		errorSharingViolation syscall.Errno = 32
		errorLockViolation    syscall.Errno = 33
		errorUserMappedFile   syscall.Errno = 1224
	)
	return []syscall.Errno{errorSharingViolation, errorLockViolation, errorUserMappedFile}
}
