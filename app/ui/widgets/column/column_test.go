package column_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
)

func tile(height float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Black)
	r.SetMinSize(fyne.NewSize(10, height))
	return r
}

func TestColumnStacksWhatIsVisible(t *testing.T) {
	first, hidden, last := tile(20), tile(50), tile(30)
	hidden.Hide()
	c := column.New(4, first, hidden, last)
	if got := c.MinSize(); got != fyne.NewSize(10, 54) {
		t.Errorf("the column needs %v", got)
	}
	c.Resize(fyne.NewSize(100, 54))
	if last.Position().Y != 24 || last.Size() != fyne.NewSize(100, 30) {
		t.Errorf("the last tile stands at %v with %v", last.Position(), last.Size())
	}
}

// TestColumnSettlesWrappedTextInOnePass is why the layout exists: the height
// of the text is known only once it has its width.
func TestColumnSettlesWrappedTextInOnePass(t *testing.T) {
	test.NewTempApp(t)
	text := excerpt.New("a few words that need more than a single line", excerpt.Style{Lines: 5})
	below := tile(10)
	c := column.New(0, container.NewStack(text), below)
	c.Resize(fyne.NewSize(120, 500))
	lines := len(text.Shown())
	if lines < 2 {
		t.Fatalf("the text took %d lines", lines)
	}
	if got := below.Position().Y; got != text.MinSize().Height {
		t.Errorf("what follows stands at %v, the text ends at %v", got, text.MinSize().Height)
	}
}

func TestSettleFindsChangesThatMakeUpForOneAnother(t *testing.T) {
	a, b, last := tile(20), tile(20), tile(5)
	b.Hide()
	inner := column.New(0, a, b)
	c := column.New(0, container.NewStack(inner), last)
	c.Resize(fyne.NewSize(100, 25))
	a.Hide()
	b.Show()
	column.Settle(c)
	if b.Size() != fyne.NewSize(100, 20) || b.Position().Y != 0 {
		t.Errorf("the tile that came stands at %v with %v", b.Position(), b.Size())
	}
}

// A column inside a column may get its width, and with it its height, only while
// it is settled.
func TestSettleMakesRoomForWhatHasGrownInside(t *testing.T) {
	test.NewTempApp(t)
	text := excerpt.New("a word", excerpt.Style{Lines: 5})
	inner, below := column.New(0, column.New(0, text)), tile(10)
	c := column.New(0, inner, below)
	c.Resize(fyne.NewSize(120, 500))
	grown := excerpt.New("a few words that need more than a single line", excerpt.Style{Lines: 5})
	inner.Objects = append(inner.Objects, column.New(0, grown))
	column.Settle(c)
	if len(grown.Shown()) < 2 || below.Position().Y < text.MinSize().Height+grown.MinSize().Height {
		t.Errorf("what follows stands at %v, over a text of %v", below.Position().Y, grown.MinSize().Height)
	}
}
