package textview

import (
	"fyne.io/fyne/v2"
)

// selection is a stretch of text between a fixed and a moving end, in bytes.
type selection struct{ fixed, moving int }

func (s selection) span() Span {
	return Span{Start: min(s.fixed, s.moving), End: max(s.fixed, s.moving)}
}

// Selection returns the selected bytes and their text. The span is empty when nothing is selected.
func (v *View) Selection() (Span, string) {
	span := v.selection.span()
	return span, v.doc.Text[span.Start:span.End]
}

// Select selects a stretch of text. Ends outside of the document are moved inside.
func (v *View) Select(span Span) {
	limit := len(v.doc.Text)
	v.setSelection(selection{min(max(span.Start, 0), limit), min(max(span.End, 0), limit)})
}

// ClearSelection selects nothing.
func (v *View) ClearSelection() { v.setSelection(selection{}) }

// CopySelection puts the selected text on the clipboard. It reports whether anything was selected.
func (v *View) CopySelection() bool {
	span, text := v.Selection()
	if span.Empty() {
		return false
	}
	fyne.CurrentApp().Clipboard().SetContent(text)
	return true
}

func (v *View) setSelection(s selection) {
	old := v.selection.span()
	v.selection = s
	if span := s.span(); span != old && (!span.Empty() || !old.Empty()) {
		v.decorate()
		call(v.options.OnSelected, span)
	}
}

// TypedShortcut copies and selects all; other shortcuts go to OnShortcut. The toolkit calls it.
func (v *View) TypedShortcut(shortcut fyne.Shortcut) {
	switch shortcut.(type) {
	case *fyne.ShortcutCopy:
		v.CopySelection()
	case *fyne.ShortcutSelectAll:
		v.Select(Span{Start: 0, End: len(v.doc.Text)})
	default:
		call(v.options.OnShortcut, shortcut)
	}
}
