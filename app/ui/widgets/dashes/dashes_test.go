package dashes_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/dashes"
)

func TestTileIsOutlinedWithDashes(t *testing.T) {
	test.NewTempApp(t)
	ink := color.NRGBA{R: 200, A: 255}
	tile := dashes.New("C?", "Commitment", func(bool) color.NRGBA { return ink })
	window := test.NewTempWindow(t, tile)
	window.SetPadded(false)
	least := tile.MinSize()
	if name := fyne.MeasureText("Commitment", 14, fyne.TextStyle{}).Width; least.Width <= name {
		t.Errorf("the tile is %v wide, the name alone %v", least.Width, name)
	}
	var outline *canvas.Raster
	words := ""
	for _, object := range test.WidgetRenderer(tile).Objects() {
		switch o := object.(type) {
		case *canvas.Raster:
			outline = o
		case *canvas.Text:
			words += o.Text + " "
		}
	}
	if words != "C? Commitment " || outline == nil {
		t.Fatalf("the tile says %q", words)
	}
	picture := outline.Generator(120, 24)
	changes, before := 0, false
	for x := range 120 {
		_, _, _, alpha := picture.At(x, 0).RGBA()
		if drawn := alpha > 0; drawn != before {
			before = drawn
			changes++
		}
	}
	if changes < 10 {
		t.Errorf("the upper edge has %d ends of dashes", changes)
	}
	if _, _, _, alpha := picture.At(60, 12).RGBA(); alpha != 0 {
		t.Error("the middle is painted")
	}
}
