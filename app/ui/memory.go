package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"glossator/app/ui/reader"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/panes"
	"glossator/app/ui/widgets/textview"
	"glossator/app/workspace"
	"glossator/models"
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
	keyArticle   = ".article" // after the UID of the project
	keyCursor    = ".cursor"  // after the UID of the project
)

// The smallest window that is remembered, in units; a smaller one is a fault
// of the desktop.
const (
	leastWidth  = 640
	leastHeight = 400
)

// memory is what the window remembers from one session to the next.
type memory struct{ preferences fyne.Preferences }

func (m memory) size(key string, fallback float32) float32 {
	return float32(m.preferences.FloatWithFallback(key, float64(fallback)))
}

func (m memory) windowSize() fyne.Size {
	return fyne.NewSize(
		max(m.size(keyWidth, theme.WindowWidth), leastWidth),
		max(m.size(keyHeight, theme.WindowHeight), leastHeight))
}

func (m memory) setWindowSize(size fyne.Size) {
	if size.Width < leastWidth || size.Height < leastHeight {
		return
	}
	m.preferences.SetFloat(keyWidth, float64(size.Width))
	m.preferences.SetFloat(keyHeight, float64(size.Height))
}

func (m memory) widths() panes.Widths {
	return panes.Widths{
		Left:  m.size(keyLibrary, theme.LibraryWidth),
		Right: m.size(keyInspector, theme.InspectorWidth),
	}
}

func (m memory) setWidths(widths panes.Widths) {
	m.preferences.SetFloat(keyLibrary, float64(widths.Left))
	m.preferences.SetFloat(keyInspector, float64(widths.Right))
}

func (m memory) mode() theme.Mode { return theme.ParseMode(m.preferences.String(keyTheme)) }

func (m memory) setMode(mode theme.Mode) { m.preferences.SetString(keyTheme, string(mode)) }

func (m memory) textSize() float32 { return m.size(keyTextSize, textview.DefaultTextSize) }

func (m memory) setTextSize(size float32) { m.preferences.SetFloat(keyTextSize, float64(size)) }

func (m memory) typeface() theme.Typeface {
	return theme.Typeface(m.preferences.StringWithFallback(keyTypeface, string(theme.Serif)))
}

func (m memory) setTypeface(name theme.Typeface) { m.preferences.SetString(keyTypeface, string(name)) }

// measure is the greatest width of the text's column, in characters.
func (m memory) measure() int {
	return m.preferences.IntWithFallback(keyMeasure, textview.DefaultMeasure)
}

func (m memory) setMeasure(chars int) { m.preferences.SetInt(keyMeasure, chars) }

func (m memory) setting() reader.Setting {
	return reader.Setting{Typeface: m.typeface(), TextSize: m.textSize(), Measure: m.measure()}
}

// language is the code of the preferred language, [locale.System] for that of
// the desktop.
func (m memory) language() string { return m.preferences.String(keyLanguage) }

func (m memory) setLanguage(code string) { m.preferences.SetString(keyLanguage, code) }

func (m memory) suggesting() bool { return !m.preferences.Bool(keySilent) }

func (m memory) setSuggesting(on bool) { m.preferences.SetBool(keySilent, !on) }

// place returns the last article and cursor of a project.
func (m memory) place(project string) (article string, cursor int) {
	return m.preferences.String(project + keyArticle), m.preferences.Int(project + keyCursor)
}

func (m memory) setPlace(project, article string, cursor int) {
	if known, at := m.place(project); known == article && at == cursor {
		return
	}
	m.preferences.SetString(project+keyArticle, article)
	m.preferences.SetInt(project+keyCursor, cursor)
}

// remember notes where the reader is.
func (s *Shell) remember(d *desk) {
	if content, ok := d.ws.Article(); ok {
		s.memory.setPlace(d.ws.Project().UID, content.Article.UID, d.ws.Cursor())
	}
}

// recall opens the article where the reader was, unless one is open. An
// article that is gone is no error.
func (s *Shell) recall(ctx context.Context, ws *workspace.Workspace) error {
	uid, cursor := s.memory.place(ws.Project().UID)
	if _, open := ws.Article(); open || uid == "" {
		return nil
	}
	err := ws.OpenArticleAt(ctx, uid, cursor)
	if models.CodeOf(err) == models.CodeNotFound {
		return nil
	}
	return err
}
