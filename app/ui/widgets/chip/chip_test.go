package chip_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/chip"
)

func colours() chip.Colours {
	return chip.Colours{Fill: color.White, Solid: color.Black, OnSolid: color.White}
}

func newChip(t *testing.T, actions chip.Actions) *chip.Chip {
	t.Helper()
	test.NewTempApp(t)
	return chip.New(chip.Face{Badge: "C", Text: "Commitment", Key: "1"}, colours, actions)
}

func TestChipAsksToBeToggled(t *testing.T) {
	asked := 0
	c := newChip(t, chip.Actions{Toggle: func() { asked++ }})
	test.Tap(c)
	for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter} {
		c.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if asked != 4 {
		t.Errorf("a tap and three keys asked %d times", asked)
	}
	if c.On() {
		t.Error("the chip went on before it was told so")
	}
	c.SetEnabled(false)
	test.Tap(c)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if asked != 4 {
		t.Error("a disabled chip asked")
	}
}

func TestChipLeavesAndHelps(t *testing.T) {
	done, helped := 0, 0
	c := newChip(t, chip.Actions{Done: func() { done++ }, Help: func() { helped++ }})
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	c.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if done != 2 || helped != 1 {
		t.Errorf("done %d times, helped %d times", done, helped)
	}
}

// TestChipShowsItsStateWithoutColour looks at shapes only: the letter when
// off, the two strokes of the tick when on.
func TestChipShowsItsStateWithoutColour(t *testing.T) {
	c := newChip(t, chip.Actions{})
	for _, on := range []bool{false, true, false} {
		c.SetOn(on)
		letters, strokes := 0, 0
		for _, object := range test.WidgetRenderer(c).Objects() {
			switch o := object.(type) {
			case *canvas.Text:
				if o.Text == "C" && o.Visible() {
					letters++
				}
			case *canvas.Line:
				if o.Visible() {
					strokes++
				}
			}
		}
		if (letters == 0) != on || (strokes == 2) != on {
			t.Errorf("on %v: %d letters and %d strokes", on, letters, strokes)
		}
	}
}

func TestGridTakesTheColumnsThatFit(t *testing.T) {
	test.NewTempApp(t)
	grid := container.New(chip.NewGrid(4))
	for range 4 {
		tile := canvas.NewRectangle(color.Black)
		tile.SetMinSize(fyne.NewSize(100, 30))
		grid.Add(tile)
	}
	for _, c := range []struct{ width, height float32 }{{100, 132}, {203, 132}, {204, 64}, {312, 64}, {412, 30}, {900, 30}} {
		grid.Resize(fyne.NewSize(c.width, 10))
		if got := grid.MinSize().Height; got != c.height {
			t.Errorf("%v wide the grid is %v high; want %v", c.width, got, c.height)
		}
		last := grid.Objects[3]
		if right := last.Position().X + last.Size().Width; right > c.width {
			t.Errorf("%v wide the last tile ends at %v", c.width, right)
		}
	}
}
