//go:build !linux && !windows && !darwin

package engine

// Remote reports whether the file at path lies on a network share. It is not
// known on this system.
func Remote(string) bool { return false }
