// Package memory keeps what the window remembers on this machine from one
// session to the next: sizes, looks, and where one was in each project.
package memory

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/panes"
	"glossator/app/ui/widgets/textview"
)

// The names of what is remembered on this machine.
const (
	keyWidth     = "window.width"
	keyHeight    = "window.height"
	keyLibrary   = "panes.library"
	keyInspector = "panes.inspector"
	keyTheme     = "theme"
	keyTextSize  = "reader.text_size"
	keyTypeface  = "reader.typeface"
	keyMeasure   = "reader.measure"
	keyLanguage  = "language"
	keySilent    = "suggestions.hidden"
	keyStill     = "motion.still"
	keyExport    = "export.choice"
	keyArticle   = ".article" // after the UID of the project
	keyCursor    = ".cursor"  // after the UID of the project
)

// The smallest window that is remembered, in units; a smaller one is a fault
// of the desktop.
const (
	leastWidth  = 640
	leastHeight = 400
)

// Memory is what the window remembers. It acts at once on the preferences of
// the toolkit, which write themselves to disk.
type Memory struct{ preferences fyne.Preferences }

// New makes the memory over the preferences of the program.
func New(preferences fyne.Preferences) Memory { return Memory{preferences} }

func (m Memory) size(key string, fallback float32) float32 {
	return float32(m.preferences.FloatWithFallback(key, float64(fallback)))
}

// WindowSize is the size of the window's content, in units.
func (m Memory) WindowSize() fyne.Size {
	return fyne.NewSize(
		max(m.size(keyWidth, theme.WindowWidth), leastWidth),
		max(m.size(keyHeight, theme.WindowHeight), leastHeight))
}

// SetWindowSize remembers a size in units, unless it is smaller than a window
// can be of use.
func (m Memory) SetWindowSize(size fyne.Size) {
	if size.Width < leastWidth || size.Height < leastHeight {
		return
	}
	m.preferences.SetFloat(keyWidth, float64(size.Width))
	m.preferences.SetFloat(keyHeight, float64(size.Height))
}

// Widths are those of the panes beside the text, in units.
func (m Memory) Widths() panes.Widths {
	return panes.Widths{
		Left:  m.size(keyLibrary, theme.LibraryWidth),
		Right: m.size(keyInspector, theme.InspectorWidth),
	}
}

// SetWidths remembers the widths of the panes, in units.
func (m Memory) SetWidths(widths panes.Widths) {
	m.preferences.SetFloat(keyLibrary, float64(widths.Left))
	m.preferences.SetFloat(keyInspector, float64(widths.Right))
}

// Mode is the theme.
func (m Memory) Mode() theme.Mode { return theme.ParseMode(m.preferences.String(keyTheme)) }

// SetMode remembers the theme.
func (m Memory) SetMode(mode theme.Mode) { m.preferences.SetString(keyTheme, string(mode)) }

// TextSize is the size of the text of articles, in units.
func (m Memory) TextSize() float32 { return m.size(keyTextSize, textview.DefaultTextSize) }

// SetTextSize remembers the size of the text of articles, in units.
func (m Memory) SetTextSize(size float32) { m.preferences.SetFloat(keyTextSize, float64(size)) }

// Typeface is that of articles.
func (m Memory) Typeface() theme.Typeface {
	return theme.Typeface(m.preferences.StringWithFallback(keyTypeface, string(theme.Serif)))
}

// SetTypeface remembers the typeface of articles.
func (m Memory) SetTypeface(name theme.Typeface) { m.preferences.SetString(keyTypeface, string(name)) }

// Measure is the greatest width of the text's column, in characters.
func (m Memory) Measure() int {
	return m.preferences.IntWithFallback(keyMeasure, textview.DefaultMeasure)
}

// SetMeasure remembers the greatest width of the column, in characters.
func (m Memory) SetMeasure(chars int) { m.preferences.SetInt(keyMeasure, chars) }

// Language is the code of the preferred language, that of locale.System for the
// language of the desktop.
func (m Memory) Language() string { return m.preferences.String(keyLanguage) }

// SetLanguage remembers the code of the preferred language.
func (m Memory) SetLanguage(code string) { m.preferences.SetString(keyLanguage, code) }

// Suggesting reports whether labels and details are to be suggested.
func (m Memory) Suggesting() bool { return !m.preferences.Bool(keySilent) }

// SetSuggesting remembers whether they are.
func (m Memory) SetSuggesting(on bool) { m.preferences.SetBool(keySilent, !on) }

// Still reports whether nothing is to move by itself.
func (m Memory) Still() bool { return m.preferences.Bool(keyStill) }

// SetStill remembers whether nothing is to move by itself.
func (m Memory) SetStill(on bool) { m.preferences.SetBool(keyStill, on) }

// Export is how the last export was chosen, as its page writes it down.
func (m Memory) Export() string { return m.preferences.String(keyExport) }

// SetExport remembers how an export was chosen.
func (m Memory) SetExport(choice string) { m.preferences.SetString(keyExport, choice) }

// Place returns the UID of the last article of a project and the position of
// the sentence under the cursor, counted from 0; empty: none is known.
func (m Memory) Place(project string) (article string, cursor int) {
	return m.preferences.String(project + keyArticle), m.preferences.Int(project + keyCursor)
}

// SetPlace remembers the last article of a project and the position of the
// sentence under the cursor. The same place again costs nothing.
func (m Memory) SetPlace(project, article string, cursor int) {
	if known, at := m.Place(project); known == article && at == cursor {
		return
	}
	m.preferences.SetString(project+keyArticle, article)
	m.preferences.SetInt(project+keyCursor, cursor)
}
