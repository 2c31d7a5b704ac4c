package picking

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"
	"github.com/adrg/xdg"

	"glossator/app/ui/locale"
)

// The texts of the page.
//
//locale:texts
const (
	textTitle      = "Add files"
	textAdd        = "Add"
	textCancel     = "Cancel"
	textKeys       = "Space: choose. Ctrl+A: all. Enter: add them. Right and Left: into a folder and out. A folder can be chosen as a whole."
	textKeysOfOne  = "Enter: open the file. Right and Left: into a folder and out."
	textEmpty      = "Nothing in this folder can be chosen."
	textUnreadable = "%s cannot be read; check its name and its rights."
	placeHome      = "Home folder"
	placeDesktop   = "Desktop"
	placeDocuments = "Documents"
	placeDownloads = "Downloads"
)

// place is a folder that one often goes to.
type place struct{ words, path string }

// places are those that there are.
func places() []place {
	known := []place{
		{placeHome, xdg.Home}, {placeDesktop, xdg.UserDirs.Desktop},
		{placeDocuments, xdg.UserDirs.Documents}, {placeDownloads, xdg.UserDirs.Download},
	}
	return slices.DeleteFunc(known, func(p place) bool {
		info, err := os.Stat(p.path)
		return err != nil || !info.IsDir()
	})
}

// entry is a file or a folder.
type entry struct {
	name   string
	folder bool
	size   int64 // bytes
}

// read lists a folder, folders first, without what is hidden. The error is that
// of the operating system.
func read(folder string) ([]entry, error) {
	list, err := os.ReadDir(folder)
	if err != nil {
		return nil, err //nolint:wrapcheck // the caller says what it means
	}
	entries := make([]entry, 0, len(list))
	for _, item := range list {
		if strings.HasPrefix(item.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(folder, item.Name())) // what a link points to
		if err != nil {
			continue
		}
		entries = append(entries, entry{name: item.Name(), folder: info.IsDir(), size: info.Size()})
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.folder != b.folder {
			return cmp.Compare(rank(a), rank(b))
		}
		return cmp.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
	})
	return entries, nil
}

func rank(e entry) int {
	if e.folder {
		return 0
	}
	return 1
}

// about is the size of a file.
func (e entry) about() string {
	const kilobyte = 1000
	switch {
	case e.folder:
		return ""
	case e.size < kilobyte*kilobyte:
		return locale.T("%s KB", locale.Number((e.size+kilobyte-1)/kilobyte))
	}
	return locale.T("%s MB", locale.Decimal(float64(e.size)/(kilobyte*kilobyte), 1))
}

func (e entry) icon() fyne.Resource {
	if e.folder {
		return toolkit.FolderIcon()
	}
	return toolkit.FileIcon()
}
