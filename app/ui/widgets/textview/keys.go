package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"glossator/app/ui/widgets/keyboard"
)

// keys are the keys that the view uses itself.
var keys = map[fyne.KeyName]func(*View){
	fyne.KeyDown:     func(v *View) { v.SetCursor(v.cursor + 1) },
	fyne.KeyRight:    func(v *View) { v.SetCursor(v.cursor + 1) },
	fyne.KeyUp:       func(v *View) { v.SetCursor(v.cursor - 1) },
	fyne.KeyLeft:     func(v *View) { v.SetCursor(v.cursor - 1) },
	fyne.KeyHome:     func(v *View) { v.SetCursor(0) },
	fyne.KeyEnd:      func(v *View) { v.SetCursor(len(v.doc.Sentences) - 1) },
	fyne.KeyPageDown: func(v *View) { v.turnPage(1) },
	fyne.KeyPageUp:   func(v *View) { v.turnPage(-1) },
	fyne.KeyReturn:   (*View).open,
	fyne.KeyEnter:    (*View).open,
	desktop.KeyMenu:  (*View).menu,
}

// runes are the characters that the view uses itself. J and K walk as in many readers; the Cyrillic letters are on the
// same keys of the Russian and the Kazakh keyboard.
var runes = map[rune]func(*View){
	'j': keys[fyne.KeyDown], 'J': keys[fyne.KeyDown], 'о': keys[fyne.KeyDown], 'О': keys[fyne.KeyDown],
	'k': keys[fyne.KeyUp], 'K': keys[fyne.KeyUp], 'л': keys[fyne.KeyUp], 'Л': keys[fyne.KeyUp],
}

// TypedKey walks with the arrows, Home, End and the page keys, opens with Enter and shows the menu with the menu key.
// Arrows, Home and End extend the selection while Shift is held; Escape drops it if there is one. Other keys go to
// OnKey. The toolkit calls it.
func (v *View) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape && !v.selection.span().Empty() {
		v.ClearSelection()
		return
	}
	if event.Name == fyne.KeyTab && v.shift {
		v.leave()
		return
	}
	if v.extendSelection(event.Name) {
		return
	}
	if action, ok := keys[event.Name]; ok {
		action(v)
		return
	}
	if v.options.OnKey != nil {
		v.options.OnKey(event)
	}
}

// AcceptsTab says that Tab goes to OnKey instead of moving the focus; with Shift it still moves the focus back, so
// that nobody is caught in the text. The toolkit calls it.
func (v *View) AcceptsTab() bool { return v.options.OnKey != nil }

// leave gives the focus to what stands before the view.
func (v *View) leave() {
	if canvas := keyboard.Canvas(v); canvas != nil {
		canvas.FocusPrevious()
	}
}

// TypedRune walks with J and K; other characters go to OnRune. The toolkit calls it.
func (v *View) TypedRune(r rune) {
	if action, ok := runes[r]; ok {
		action(v)
		return
	}
	if v.options.OnRune != nil {
		v.options.OnRune(r)
	}
}

// turnPage scrolls by a view and takes the cursor along.
func (v *View) turnPage(direction float32) {
	if v.cursor == None {
		return
	}
	if !v.movedByPage(direction) {
		v.SetCursor(v.endOf(direction))
		return
	}
	if sentence, ok := v.page.firstSentence(v.sheet.height); ok {
		v.place(sentence)
	}
}

func (v *View) movedByPage(direction float32) bool {
	top := v.top
	v.ScrollPages(direction)
	return v.top != top
}

func (v *View) endOf(direction float32) int {
	if direction > 0 {
		return len(v.doc.Sentences) - 1
	}
	return 0
}

func (v *View) open() {
	if v.cursor != None {
		call(v.options.OnOpen, v.cursor)
	}
}

func (v *View) menu() {
	if v.options.OnMenu == nil || v.cursor == None {
		return
	}
	v.reveal(v.doc.Sentences[v.cursor])
	anchor, _ := v.SentenceAnchor(v.cursor)
	v.options.OnMenu(v.cursor, fyne.CurrentApp().Driver().AbsolutePositionForObject(v).Add(anchor))
}
