package panes_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/panes"
)

func arrange(t *testing.T, width float32) (p *panes.Panes, parts [3]*canvas.Rectangle) {
	t.Helper()
	test.NewApp()
	for i := range parts {
		parts[i] = canvas.NewRectangle(color.Black)
	}
	p = panes.New(parts[0], parts[1], parts[2], panes.Widths{Left: 288, Right: 336}, panes.Limits{Side: 200, Middle: 320})
	window := test.NewWindow(p)
	t.Cleanup(window.Close)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(width, 600))
	return p, parts
}

func widths(parts [3]*canvas.Rectangle) [3]float32 {
	return [3]float32{parts[0].Size().Width, parts[1].Size().Width, parts[2].Size().Width}
}

func TestMiddleTakesTheRest(t *testing.T) {
	for width, want := range map[float32][3]float32{
		1280: {288, 656, 336},
		1920: {288, 1296, 336},
		900:  {288, 320, 292}, // the right one gives way first
		720:  {200, 320, 200},
	} {
		_, parts := arrange(t, width)
		if got := widths(parts); got != want {
			t.Errorf("at %v the panes are %v wide, want %v", width, got, want)
		}
	}
}

func TestPanesGoAndComeBack(t *testing.T) {
	p, parts := arrange(t, 1280)
	p.Arrange(false, true)
	if parts[0].Visible() || parts[1].Size().Width != 944 {
		t.Errorf("without the left pane the middle is %v wide", parts[1].Size().Width)
	}
	p.Arrange(false, false)
	if parts[1].Size().Width != 1280 {
		t.Errorf("alone the middle is %v wide", parts[1].Size().Width)
	}
	p.Arrange(true, true)
	if got := widths(parts); got != [3]float32{288, 656, 336} {
		t.Errorf("the panes came back %v wide", got)
	}
}

func TestDividersAreDragged(t *testing.T) {
	p, parts := arrange(t, 1280)
	var told panes.Widths
	p.OnDragged = func(w panes.Widths) { told = w }
	dividers := test.WidgetRenderer(p).Objects()[3:]
	dragBy := func(object fyne.CanvasObject, dx float32) {
		handle, ok := object.(fyne.Draggable)
		if !ok {
			t.Fatalf("%T cannot be dragged", object)
		}
		handle.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: dx}})
		handle.DragEnd()
	}
	dragBy(dividers[0], 40)
	dragBy(dividers[1], -20)
	if got := widths(parts); got != [3]float32{328, 596, 356} {
		t.Errorf("the panes are %v wide", got)
	}
	if told != (panes.Widths{Left: 328, Right: 356}) {
		t.Errorf("told of %v", told)
	}
	dragBy(dividers[0], -1000)
	if parts[0].Size().Width != 200 {
		t.Errorf("the left pane was dragged to %v", parts[0].Size().Width)
	}
}
