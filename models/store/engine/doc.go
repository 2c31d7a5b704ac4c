// Package engine is the one place that knows the database driver: it builds
// the address of a file, opens it and verifies every setting, reads the file
// format before SQLite touches it, and turns the driver's errors into
// sentences. Leaving the driver means rewriting this package and nothing else.
package engine
