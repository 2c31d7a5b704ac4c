package command

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"
)

// The toolkit prints the keys of a menu so faintly that they cannot be read
// (a fifth of the text's opacity). So they are part of the label, in a column
// made with tab stops, and the toolkit's own stay blank. A Mac draws its menus
// itself and needs no help.

// ownKeys reports whether labels carry their keys.
func ownKeys() bool { return runtime.GOOS != "darwin" }

// column is the tab stop, from 0, at which the keys of a menu stand.
type column int

// keyGap is the least room between the longest title and the keys, in units.
const keyGap = 16

// column finds where the keys of some commands go.
func (t *Table) column(has func(*Command) bool) column {
	var widest float32
	for i := range t.list {
		if c := &t.list[i]; has(c) && len(c.Keys) > 0 {
			widest = max(widest, widthOf(c.Title))
		}
	}
	return column((widest+keyGap)/tab()) + 1
}

func (c column) join(title, key string) string {
	if !ownKeys() {
		return title
	}
	tabs := max(1, int(c)-int(widthOf(title)/tab()))
	return title + strings.Repeat("\t", tabs) + key
}

func widthOf(text string) float32 {
	return fyne.MeasureText(text, toolkit.TextSize(), fyne.TextStyle{}).Width
}

// tab is the distance of the toolkit's tab stops, in units.
func tab() float32 { return widthOf("\t") }

// silent is a shortcut that works in a menu and is not printed there.
type silent struct{ fyne.KeyboardShortcut }

// Key returns no key, so that the toolkit prints none.
func (silent) Key() fyne.KeyName { return "" }

// Mod returns no modifier, so that the toolkit prints none.
func (silent) Mod() fyne.KeyModifier { return 0 }

func inMenu(shortcut fyne.KeyboardShortcut) fyne.KeyboardShortcut {
	if !ownKeys() {
		return shortcut
	}
	return silent{shortcut}
}
