package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"glossator/app/ui/widgets/textview/flow"
)

// selectKeys move the end of the selection while Shift is held.
var selectKeys = map[fyne.KeyName]func(v *View, offset int) int{
	fyne.KeyRight: func(v *View, offset int) int { return flow.NextCharacter(v.doc.Text, offset) },
	fyne.KeyLeft:  func(v *View, offset int) int { return flow.PreviousCharacter(v.doc.Text, offset) },
	fyne.KeyDown:  func(v *View, offset int) int { return v.verticalStep(offset, v.layout.Below, len(v.doc.Text)) },
	fyne.KeyUp:    func(v *View, offset int) int { return v.verticalStep(offset, v.layout.Above, 0) },
	fyne.KeyHome:  func(v *View, offset int) int { return v.lineEnd(offset).Start },
	fyne.KeyEnd:   func(v *View, offset int) int { return v.lineEnd(offset).End },
}

// KeyDown notices that Shift is held, because typed keys come without modifiers. The toolkit calls it.
func (v *View) KeyDown(event *fyne.KeyEvent) { v.setShift(event, true) }

// KeyUp notices that Shift is released. The toolkit calls it.
func (v *View) KeyUp(event *fyne.KeyEvent) { v.setShift(event, false) }

func (v *View) setShift(event *fyne.KeyEvent, held bool) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		v.shift = held
	}
}

// extendSelection moves the end of the selection by a key. A selection starts at the cursor's sentence. It reports
// whether the key does that.
func (v *View) extendSelection(key fyne.KeyName) bool {
	move, ok := selectKeys[key]
	if !ok || !v.shift || len(v.layout.Pieces()) == 0 {
		return false
	}
	next := v.selection
	if next.span().Empty() && v.cursor != None {
		start := v.doc.Sentences[v.cursor].Start
		next = selection{start, start}
	}
	next.moving = min(max(move(v, next.moving), 0), len(v.doc.Text))
	v.setSelection(next)
	v.reveal(Span{Start: next.moving, End: next.moving})
	return true
}

// verticalStep moves an offset to the line over or under it, or to the end of the text when there is none.
func (v *View) verticalStep(offset int, neighbour func(flow.Place) (flow.Place, bool), end int) int {
	place, ok := v.layout.PlaceAt(offset)
	if !ok {
		return offset
	}
	other, ok := neighbour(place)
	if !ok {
		return end
	}
	return v.layout.OffsetAt(other, v.layout.XOf(place, offset))
}

// lineEnd returns the ends of the line that an offset is on.
func (v *View) lineEnd(offset int) Span {
	place, ok := v.layout.PlaceAt(offset)
	if !ok {
		return Span{Start: offset, End: offset}
	}
	return v.layout.Span(place)
}
