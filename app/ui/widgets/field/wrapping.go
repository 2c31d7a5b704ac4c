package field

import "fyne.io/fyne/v2"

// The toolkit loses the place of the cursor when a space is typed where the
// line wraps: no row holds that space, so that the next character would land
// before it and two words would run together. The entry notices that and puts
// both in at once.

// TypedRune types a character.
func (e *Entry) TypedRune(r rune) {
	at := e.CursorTextOffset()
	if e.lost && at == e.lostAt {
		e.lost = false
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &typed{" " + string(r)}})
		return
	}
	e.Entry.TypedRune(r)
	now := e.CursorTextOffset()
	e.lost, e.lostAt = r == ' ' && now != at+1, now
}

// typed stands for the clipboard while characters are put in together.
type typed struct{ text string }

// Content returns what is put in.
func (t *typed) Content() string { return t.text }

// SetContent replaces it.
func (t *typed) SetContent(text string) { t.text = text }
