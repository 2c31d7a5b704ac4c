package textview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"glossator/app/ui/widgets/keyboard"
)

// dragKind is what a drag of the mouse does.
type dragKind uint8

const (
	dragNothing dragKind = iota
	dragText
	dragThumb
)

// drag is the state of the pressed mouse button.
type drag struct {
	kind  dragKind
	grip  float32 // where the thumb was taken, from its top
	start int     // where the selection was started
	auto  *autoScroll
}

// clicks recognises double clicks. The toolkit's own way delays every single click.
type clicks struct {
	sentence int
	at       time.Time
}

// MouseDown takes the keyboard, moves the cursor and starts a selection or a drag of the scroll bar. The toolkit calls
// it.
func (v *View) MouseDown(event *desktop.MouseEvent) {
	v.takeFocus()
	if event.Button == desktop.MouseButtonSecondary {
		return
	}
	if v.sheet.onScrollBar(event.Position.X) && v.page.bar.shown {
		v.grabThumb(event.Position.Y)
		return
	}
	v.drag = drag{kind: dragText, start: v.offsetAt(event.Position)}
	v.ClearSelection()
	sentence := v.sentenceAt(event.Position)
	v.setCaret(v.drag.start, sentence)
	if sentence != None {
		v.place(sentence)
	}
	v.decorate()
}

// MouseUp ends a drag. The toolkit calls it.
func (v *View) MouseUp(*desktop.MouseEvent) { v.DragEnd() }

// Tapped moves the cursor to the sentence under the mouse; twice in quick succession opens it. The toolkit calls it.
func (v *View) Tapped(event *fyne.PointEvent) {
	v.takeFocus()
	if v.sheet.onScrollBar(event.Position.X) && v.page.bar.shown {
		return
	}
	sentence := v.sentenceAt(event.Position)
	if sentence == None {
		v.clicks = clicks{}
		return
	}
	v.place(sentence)
	now := time.Now()
	delay := fyne.CurrentApp().Driver().DoubleTapDelay()
	if v.clicks.sentence == sentence && now.Sub(v.clicks.at) <= delay {
		v.clicks = clicks{}
		v.open()
		return
	}
	v.clicks = clicks{sentence, now}
}

// TappedSecondary moves the cursor and asks for a menu. The toolkit calls it.
func (v *View) TappedSecondary(event *fyne.PointEvent) {
	v.takeFocus()
	sentence := v.sentenceAt(event.Position)
	v.setCaret(v.offsetAt(event.Position), sentence)
	if sentence != None {
		v.place(sentence)
	}
	if v.options.OnMenu != nil {
		v.options.OnMenu(sentence, event.AbsolutePosition)
	}
}

// outside is a place of the mouse that is on no sentence.
var outside = fyne.NewPos(-1, -1)

// MouseIn marks the sentence under the mouse. The toolkit calls it.
func (v *View) MouseIn(event *desktop.MouseEvent) { v.MouseMoved(event) }

// MouseMoved marks the sentence under the mouse. The toolkit calls it.
func (v *View) MouseMoved(event *desktop.MouseEvent) {
	v.mouse = event.Position
	v.setHover(v.sentenceAt(event.Position), v.sheet.onScrollBar(event.Position.X))
}

// MouseOut marks no sentence any more. The toolkit calls it.
func (v *View) MouseOut() {
	v.mouse = outside
	v.setHover(None, false)
}

func (v *View) setHover(sentence int, onBar bool) {
	if sentence == v.hover && onBar == v.page.bar.hot {
		return
	}
	v.hover, v.page.bar.hot = sentence, onBar
	v.decorate()
}

// Dragged moves the end of the selection, scrolling when the mouse is above or below the view, or moves the thumb of
// the scroll bar. The toolkit calls it.
func (v *View) Dragged(event *fyne.DragEvent) {
	switch v.drag.kind {
	case dragThumb:
		v.dragThumb(event.Position.Y - v.drag.grip)
	case dragText:
		v.selectTo(event.Position)
		v.autoScroll(event.Position)
	case dragNothing:
	}
}

// DragEnd ends a drag. The toolkit calls it.
func (v *View) DragEnd() {
	if v.drag.auto != nil {
		v.drag.auto.stop()
	}
	wasThumb := v.drag.kind == dragThumb
	v.drag = drag{}
	if wasThumb {
		v.decorate()
	}
}

func (v *View) grabThumb(y float32) {
	track := v.thumbTrack()
	grip := y - track.top
	if grip < 0 || grip > track.length {
		grip = track.length / 2
	}
	v.drag = drag{kind: dragThumb, grip: grip}
	v.dragThumb(y - grip)
	v.decorate()
}

func (v *View) selectTo(position fyne.Position) {
	v.setSelection(selection{v.drag.start, v.offsetAt(position)})
}

// place moves the cursor without scrolling: what was clicked is visible.
func (v *View) place(sentence int) {
	if sentence == v.cursor {
		return
	}
	v.cursor = sentence
	v.decorate()
	call(v.options.OnCursor, sentence)
}

func (v *View) takeFocus() {
	if c := keyboard.Canvas(v); c != nil && c.Focused() != fyne.Focusable(v) {
		c.Focus(v)
	}
}

// sentenceAt returns the sentence under a point of the view. The margins belong to the line beside them; the space
// between paragraphs to nobody.
func (v *View) sentenceAt(position fyne.Position) int {
	r, ok := v.page.rowAt(position.Y)
	if !ok || position.Y < r.y || position.Y >= r.y+r.height || v.sheet.onScrollBar(position.X) {
		return None
	}
	if position.X < v.sheet.left && len(r.parts) > 0 {
		return r.parts[0].Sentence
	}
	if sentence := v.layout.SentenceAt(r.place, position.X-v.sheet.left); sentence != None {
		return sentence
	}
	return None
}

// offsetAt returns the offset nearest to a point of the view.
func (v *View) offsetAt(position fyne.Position) int {
	r, ok := v.page.rowAt(position.Y)
	if !ok {
		return 0
	}
	return v.layout.OffsetAt(r.place, position.X-v.sheet.left)
}
