package glyph_test

import (
	"image"
	"image/color"
	"math"
	"testing"

	"glossator/app/ui/widgets/textview/glyph"
	"glossator/assets/fonts"
)

func family(tb testing.TB) *glyph.Family {
	tb.Helper()
	f, err := glyph.ParseFamily(fonts.Sans(), fonts.SansBold())
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

func TestBrokenFontIsAnError(t *testing.T) {
	t.Parallel()
	if _, err := glyph.ParseFamily(fonts.Sans(), nil); err == nil {
		t.Error("an empty file was accepted")
	}
}

func TestKerningCountsInTheWidth(t *testing.T) {
	t.Parallel()
	shaper := family(t).NewShaper()
	apart := shaper.Width("T", false) + shaper.Width("o", false)
	if together := shaper.Width("To", false); together >= apart {
		t.Errorf("together %v, apart %v", together, apart)
	}
	if shaper.Width("word", true) <= shaper.Width("word", false) {
		t.Error("bold is not wider than regular")
	}
}

func TestCaretsRiseFromStartToEnd(t *testing.T) {
	t.Parallel()
	shaper := family(t).NewShaper()
	for _, word := range []string{"", "a", "office", "Қазақстан", "ІТ-компания", "е\u0301ж", "x\u0301\u0302y"} {
		carets := shaper.Carets(word, false)
		for i := 1; i < len(carets); i++ {
			if carets[i].Offset <= carets[i-1].Offset || carets[i].X < carets[i-1].X {
				t.Errorf("%q: caret %d does not rise: %+v", word, i, carets)
			}
		}
		last := carets[len(carets)-1]
		if off := math.Abs(float64(last.X - shaper.Width(word, false))); last.Offset != len(word) || off > 0.001 {
			t.Errorf("%q: the last caret is %+v", word, last)
		}
	}
	if got := len(shaper.Carets("е\u0301ж", false)); got != 3 {
		t.Errorf("a letter with an accent and a letter have %d carets", got)
	}
}

// TestDrawnWordFillsItsWidth draws at several sizes and compares the painted pixels with the measured advance.
func TestDrawnWordFillsItsWidth(t *testing.T) {
	t.Parallel()
	f := family(t)
	shaper, brush := f.NewShaper(), f.NewBrush()
	word := shaper.Shape("Министрліктің", glyph.Regular)
	for _, size := range []float32{11, 17, 21.25, 34} {
		picture := image.NewRGBA(image.Rect(0, 0, 400, 60))
		brush.Draw(picture, word, glyph.Regular, size, 10, 40, color.NRGBA{A: 255})
		left, right := painted(picture)
		if want := 10 + word.Advance*size; left < 10 || math.Abs(float64(float32(right)-want)) > float64(size)/8+1 {
			t.Errorf("size %v: painted from %d to %d, want to %v", size, left, right, want)
		}
	}
}

// TestDrawingOutsideIsHarmless draws over every edge of a small picture.
func TestDrawingOutsideIsHarmless(t *testing.T) {
	t.Parallel()
	f := family(t)
	shaper, brush := f.NewShaper(), f.NewBrush()
	picture := image.NewRGBA(image.Rect(0, 0, 9, 9))
	for _, x := range []float32{-500, -7.3, 4.6, 500} {
		for _, baseline := range []int{-50, 0, 5, 9, 60} {
			brush.Draw(picture, shaper.Shape("gÅW", glyph.Bold), glyph.Bold, 15, x, baseline, color.NRGBA{R: 9, A: 255})
		}
	}
}

// painted returns the first and the last column with a pixel that is not transparent.
func painted(picture *image.RGBA) (left, right int) {
	left, right = math.MaxInt, -1
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			if picture.RGBAAt(x, y).A > 0 {
				left, right = min(left, x), max(right, x)
			}
		}
	}
	return left, right
}
