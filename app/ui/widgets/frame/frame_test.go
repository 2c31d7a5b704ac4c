package frame_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/frame"
)

func TestMiddleTakesWhatTheBarsLeave(t *testing.T) {
	test.NewApp()
	bar := func(height float32) *canvas.Rectangle {
		r := canvas.NewRectangle(color.Black)
		r.SetMinSize(fyne.NewSize(10, height))
		return r
	}
	top, middle, strip, foot := bar(48), canvas.NewRectangle(color.White), bar(40), bar(32)
	strip.Hide()
	f := frame.New([]fyne.CanvasObject{top}, middle, []fyne.CanvasObject{strip, foot})
	f.Object().Resize(fyne.NewSize(300, 400))
	if middle.Position().Y != 48 || middle.Size().Height != 320 || foot.Position().Y != 368 {
		t.Errorf("middle at %v, %v high; foot at %v", middle.Position().Y, middle.Size().Height, foot.Position().Y)
	}
	if order := f.Object().(*fyne.Container).Objects; order[1] != middle || order[3] != foot {
		t.Error("Tab does not go from top to bottom")
	}
	strip.Show()
	f.Arrange()
	if middle.Size().Height != 280 || strip.Position().Y != 328 || foot.Position().Y != 368 {
		t.Errorf("middle %v high, strip at %v, foot at %v", middle.Size().Height, strip.Position().Y, foot.Position().Y)
	}
	f.Object().Resize(fyne.NewSize(300, 50))
	if middle.Size().Height != 0 {
		t.Errorf("the middle is %v high in a window that is too low", middle.Size().Height)
	}
	if got := f.Object().MinSize(); got.Height != 120+middle.MinSize().Height {
		t.Errorf("the frame asks for %v", got)
	}
}
