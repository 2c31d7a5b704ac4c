package engine

import (
	"net/url"
	"path/filepath"
	"strings"

	"glossator/models"
)

// Mode says what opening may do to the file.
type Mode string

// The modes of SQLite's file addresses.
const (
	ReadOnly  Mode = "ro"  // never writes
	ReadWrite Mode = "rw"  // writes, never creates
	Create    Mode = "rwc" // creates the file when it is missing
)

// address returns the driver's address of the file at path. The path is
// percent-encoded, because a '?', '#' or '%' in a file name would otherwise
// open, or make, another file (SQLite, "Uniform Resource Identifiers").
// Transactions take the write lock at once, so that they never fail half way.
func address(path string, mode Mode, pragmas []Pragma) (string, error) {
	if strings.ContainsRune(path, 0) {
		return "", models.Errorf(models.CodeInvalid, "The file name holds a zero character; choose another name.")
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", models.Errorf(models.CodeInput,
			"The current folder cannot be found; give the whole path of %s.", filepath.Base(path)).Because(err)
	}
	query := []string{"mode=" + string(mode), "_txlock=immediate"}
	for _, p := range pragmas {
		query = append(query, "_pragma="+url.QueryEscape(p.Name+"("+p.Value+")"))
	}
	return locator(filepath.ToSlash(abs)) + "?" + strings.Join(query, "&"), nil
}

// locator turns an absolute path with forward slashes into a file URI.
// A drive letter needs a slash before it, a share (//server/folder) an empty
// authority, or SQLite takes the server for a host and refuses.
func locator(slashed string) string {
	prefix := "file:"
	switch {
	case strings.HasPrefix(slashed, "//"):
		prefix += "//"
	case !strings.HasPrefix(slashed, "/"):
		prefix += "/"
	}
	escaped := url.URL{Path: slashed}
	return prefix + escaped.EscapedPath()
}
