package engine

import "syscall"

// shares are the file systems that are reached over a network, by the magic
// number of statfs(2).
var shares = map[uint32]bool{
	0x6969:     true, // NFS
	0x517B:     true, // SMB
	0xFE534D42: true, // SMB 2
	0xFF534D42: true, // CIFS
	0x5346414F: true, // AFS
	0x73757245: true, // Coda
	0x00C36400: true, // Ceph
	0x47504653: true, // GPFS
	0x0BD00BD0: true, // Lustre
}

// Remote reports whether the file at path lies on a network share. A path that
// cannot be asked counts as local.
func Remote(path string) bool {
	var info syscall.Statfs_t
	if err := syscall.Statfs(path, &info); err != nil {
		return false
	}
	return shares[uint32(info.Type)] //nolint:gosec // the field is wider than the number in it
}
