package textview_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/widgets/textview"
)

func TestContrastIsThatOfTheStandard(t *testing.T) {
	t.Parallel()
	tests := []struct {
		a, b uint32
		want float64
	}{
		{0x000000, 0xffffff, 21},
		{0xffffff, 0xffffff, 1},
		{0x777777, 0xffffff, 4.48}, // the example of "Understanding SC 1.4.3"
		{0x0000ff, 0xffffff, 8.59},
	}
	for _, test := range tests {
		if got := textview.Contrast(rgb(test.a), rgb(test.b)); math.Abs(got-test.want) > 0.01 {
			t.Errorf("contrast of %06x and %06x is %.2f, want %.2f", test.a, test.b, got, test.want)
		}
	}
}

func TestPaletteKeepsItsPromises(t *testing.T) {
	t.Parallel()
	for _, dark := range []bool{false, true} {
		th := pageTheme{dark: dark}
		text, paper := th.Color("foreground", 0), th.Color("background", 0)
		if got := palette.WorstContrast(text, dark); got < 7 {
			t.Errorf("dark %v: text on a fill has contrast %.2f", dark, got)
		}
		for _, entry := range palette.Labels {
			if got := textview.Contrast(choose(entry.BarLight, entry.BarDark, dark), paper); got < 4.5 {
				t.Errorf("dark %v: bar %s has contrast %.2f", dark, entry.Badge, got)
			}
		}
		for _, layer := range palette.Layers {
			if got := textview.Contrast(choose(layer.Light, layer.Dark, dark), paper); got < 4.5 {
				t.Errorf("dark %v: layer %s has contrast %.2f", dark, layer.Badge, got)
			}
		}
	}
}

// TestOwnSurfacesAreReadable checks the surfaces that the view chooses itself against both inks of the text.
func TestOwnSurfacesAreReadable(t *testing.T) {
	for _, dark := range []bool{false, true} {
		s := show(t, textview.Options{}, 900, 500)
		fyne.CurrentApp().Settings().SetTheme(pageTheme{dark: dark})
		text, muted, surfaces := s.view.Surfaces()
		for name, surface := range surfaces {
			if got := textview.Contrast(text, surface); got < 7 {
				t.Errorf("dark %v: text on %s has contrast %.2f", dark, name, got)
			}
			if got := textview.Contrast(muted, surface); got < 7 && name != "match" && name != "best match" {
				t.Errorf("dark %v: quiet text on %s has contrast %.2f", dark, name, got)
			}
		}
	}
}

func choose(light, dark color.Color, isDark bool) color.Color {
	if isDark {
		return dark
	}
	return light
}
