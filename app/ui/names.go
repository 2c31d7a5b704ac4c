package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// projectExtension ends the name of a project file.
const projectExtension = ".glossator"

// How a copy is called whose name is taken.
const (
	numberOfCopies  = 1000 // of one backup at most
	copyNameCounted = "%s (%d)"
)

// nameOf is the name of a project file without its folder and extension.
func nameOf(path string) string { return strings.TrimSuffix(filepath.Base(path), projectExtension) }

// vacantPath adds a number to a name that is taken.
func vacantPath(folder, name string) string {
	path := filepath.Join(folder, name+projectExtension)
	for n := 2; n < numberOfCopies; n++ {
		if _, err := os.Lstat(path); err != nil {
			break
		}
		path = filepath.Join(folder, fmt.Sprintf(copyNameCounted, name, n)+projectExtension)
	}
	return path
}
