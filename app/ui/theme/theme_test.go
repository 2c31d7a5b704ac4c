package theme_test

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/theme"
)

const (
	enough       = 4.5 // WCAG 2.1, 1.4.3
	forReading   = 7.0 // WCAG 2.1, 1.4.6
	forGraphics  = 3.0 // WCAG 2.1, 1.4.11
	labelsTested = 6
)

func eachMode(t *testing.T, check func(t *testing.T, look *theme.Theme, dark bool)) {
	t.Helper()
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		t.Run(string(mode), func(t *testing.T) {
			check(t, theme.New(mode), mode == theme.Dark)
		})
	}
}

// The stark modes promise the highest contrast for every text, on whatever it
// stands, the fills of labels included.
func TestStarkModesAreReadableEverywhere(t *testing.T) {
	texts := []fyne.ThemeColorName{
		toolkit.ColorNameForeground, theme.ColorNameQuiet, toolkit.ColorNamePlaceHolder, toolkit.ColorNamePrimary,
		toolkit.ColorNameError, toolkit.ColorNameWarning, toolkit.ColorNameSuccess, toolkit.ColorNameDisabled,
	}
	surfaces := []fyne.ThemeColorName{
		toolkit.ColorNameBackground, theme.ColorNamePane, toolkit.ColorNameMenuBackground, toolkit.ColorNameOverlayBackground,
		toolkit.ColorNameInputBackground, theme.ColorNameNotice, theme.ColorNameAlarm, theme.ColorNameCurrent,
	}
	filled := [][2]fyne.ThemeColorName{
		{toolkit.ColorNameForeground, toolkit.ColorNameButton}, {toolkit.ColorNameForeground, toolkit.ColorNameSelection},
		{toolkit.ColorNameForegroundOnPrimary, toolkit.ColorNamePrimary}, {toolkit.ColorNameForegroundOnError, toolkit.ColorNameError},
		{toolkit.ColorNameForegroundOnWarning, toolkit.ColorNameWarning}, {toolkit.ColorNameForegroundOnSuccess, toolkit.ColorNameSuccess},
		{toolkit.ColorNameSeparator, toolkit.ColorNameBackground}, {toolkit.ColorNameInputBorder, theme.ColorNamePane},
		{toolkit.ColorNameDisabled, toolkit.ColorNameDisabledButton},
	}
	for _, text := range texts {
		for _, surface := range surfaces {
			filled = append(filled, [2]fyne.ThemeColorName{text, surface})
		}
	}
	for _, mode := range []theme.Mode{theme.StarkLight, theme.StarkDark} {
		look, dark := theme.New(mode), mode == theme.StarkDark
		for _, pair := range filled {
			if got := theme.Contrast(look.Color(pair[0], 0), look.Color(pair[1], 0)); got < forReading {
				t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", mode, pair[0], pair[1], got, forReading)
			}
		}
		text, page := look.Color(toolkit.ColorNameForeground, 0), look.Color(toolkit.ColorNameBackground, 0)
		for place := range labelsTested {
			ink := theme.Label(place)
			for what, got := range map[string]float64{
				"the text on its fill": theme.Contrast(text, ink.Fill(dark)), "its solid on the page": theme.Contrast(ink.Solid(dark), page),
				"its badge": theme.Contrast(ink.OnSolid(dark), ink.Solid(dark)),
			} {
				if got < forReading {
					t.Errorf("%s, label %d: %s has a contrast of %.2f, want %.1f", mode, place, what, got, forReading)
				}
			}
		}
	}
}

func TestTextIsReadableOnEverySurface(t *testing.T) {
	inks := map[fyne.ThemeColorName]float64{
		toolkit.ColorNameForeground: forReading, theme.ColorNameQuiet: enough, toolkit.ColorNamePlaceHolder: enough,
		toolkit.ColorNamePrimary: enough, toolkit.ColorNameError: enough, toolkit.ColorNameWarning: enough,
		toolkit.ColorNameSuccess: enough, toolkit.ColorNameDisabled: enough,
	}
	surfaces := []fyne.ThemeColorName{
		toolkit.ColorNameBackground, theme.ColorNamePane, toolkit.ColorNameMenuBackground, toolkit.ColorNameOverlayBackground,
	}
	eachMode(t, func(t *testing.T, look *theme.Theme, _ bool) {
		for ink, least := range inks {
			for _, surface := range surfaces {
				got := theme.Contrast(look.Color(ink, 0), look.Color(surface, 0))
				if got < least {
					t.Errorf("%s on %s has a contrast of %.2f, want %.1f", ink, surface, got, least)
				}
			}
		}
	})
}

func TestTextIsReadableOnRowsAndMessages(t *testing.T) {
	pairs := [][2]fyne.ThemeColorName{
		{toolkit.ColorNameForeground, theme.ColorNameCurrent},
		{theme.ColorNameQuiet, theme.ColorNameCurrent},
		{toolkit.ColorNameForeground, theme.ColorNameNotice},
		{toolkit.ColorNameForeground, theme.ColorNameAlarm},
		{toolkit.ColorNameForeground, toolkit.ColorNameButton},
		{toolkit.ColorNameForegroundOnPrimary, toolkit.ColorNamePrimary},
		{toolkit.ColorNameForegroundOnError, toolkit.ColorNameError},
	}
	eachMode(t, func(t *testing.T, look *theme.Theme, _ bool) {
		for _, pair := range pairs {
			if got := theme.Contrast(look.Color(pair[0], 0), look.Color(pair[1], 0)); got < enough {
				t.Errorf("%s on %s has a contrast of %.2f, want %.1f", pair[0], pair[1], got, enough)
			}
		}
	})
}

func TestLabelsAreReadable(t *testing.T) {
	eachMode(t, func(t *testing.T, look *theme.Theme, dark bool) {
		text, page := look.Color(toolkit.ColorNameForeground, 0), look.Color(toolkit.ColorNameBackground, 0)
		for place := range labelsTested {
			ink := theme.Label(place)
			if got := theme.Contrast(text, ink.Fill(dark)); got < forReading {
				t.Errorf("text on the fill of label %d has a contrast of %.2f, want %.1f", place, got, forReading)
			}
			if got := theme.Contrast(ink.Solid(dark), page); got < forGraphics {
				t.Errorf("the solid of label %d on the page has a contrast of %.2f, want %.1f", place, got, forGraphics)
			}
			if got := theme.Contrast(ink.OnSolid(dark), ink.Solid(dark)); got < forReading {
				t.Errorf("the badge of label %d has a contrast of %.2f, want %.1f", place, got, forReading)
			}
		}
	})
}

// The matrices turn linear light into what a dichromat sees (Viénot, Brettel
// and Mollon 1999, for protanopia and deuteranopia).
func TestLabelsStayApartForColourBlindEyes(t *testing.T) {
	eyes := map[string][3][3]float64{
		"protanopia":   {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
		"deuteranopia": {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}},
	}
	const least = 20 // steps of 255 between the two, over all channels
	for name, eye := range eyes {
		for _, dark := range []bool{false, true} {
			for a := range 3 {
				for b := range a {
					if got := distance(seen(theme.Label(a).Fill(dark), eye), seen(theme.Label(b).Fill(dark), eye)); got < least {
						t.Errorf("%s, dark %v: the fills of labels %d and %d are %.0f apart, want %d", name, dark, a, b, got, least)
					}
				}
			}
		}
	}
}

func seen(c color.NRGBA, eye [3][3]float64) [3]float64 {
	const gamma, full = 2.2, 255
	in := [3]float64{float64(c.R), float64(c.G), float64(c.B)}
	for i := range in {
		in[i] = math.Pow(in[i]/full, gamma)
	}
	var out [3]float64
	for i, row := range eye {
		sum := row[0]*in[0] + row[1]*in[1] + row[2]*in[2]
		out[i] = full * math.Pow(math.Max(0, sum), 1/gamma)
	}
	return out
}

func distance(a, b [3]float64) float64 {
	var sum float64
	for i := range a {
		sum += (a[i] - b[i]) * (a[i] - b[i])
	}
	return math.Sqrt(sum)
}

func TestSystemModeFollowsTheDesktop(t *testing.T) {
	look := theme.New(theme.System)
	light := look.Color(toolkit.ColorNameBackground, toolkit.VariantLight)
	dark := look.Color(toolkit.ColorNameBackground, toolkit.VariantDark)
	if theme.Contrast(light, dark) < forReading {
		t.Error("the page is the same in both variants")
	}
	if got := theme.New(theme.Dark).Color(toolkit.ColorNameBackground, toolkit.VariantLight); got != dark {
		t.Error("the dark mode follows the desktop")
	}
}

func TestDamagedPreferencesMeanTheSystem(t *testing.T) {
	if got := theme.ParseMode("sepia"); got != theme.System {
		t.Errorf("ParseMode = %q", got)
	}
	if got := theme.ParseMode("dark"); got != theme.Dark {
		t.Errorf("ParseMode = %q", got)
	}
}

func TestKazakhLettersComeFromTheShippedFont(t *testing.T) {
	look := theme.New(theme.Light)
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}} {
		if got := look.Font(style).Name(); len(got) < 8 || got[:8] != "NotoSans" {
			t.Errorf("the font for %+v is %q", style, got)
		}
	}
	if look.Font(fyne.TextStyle{Monospace: true}) == nil || look.Icon(toolkit.IconNameDelete) == nil {
		t.Error("fixed-width text or icons are missing")
	}
}

func TestRunningThemeIsAsked(t *testing.T) {
	app := test.NewApp()
	defer app.Quit()
	app.Settings().SetTheme(theme.New(theme.Dark))
	if !theme.IsDark() {
		t.Error("the dark page is not dark")
	}
	if theme.Units(toolkit.SizeNamePadding) != theme.Tight {
		t.Error("the padding is off the grid")
	}
}

func TestColoursOfLabelsAreReadable(t *testing.T) {
	t.Parallel()
	for place, colour := range theme.LabelColours() {
		if theme.Dyed(colour, 0) != theme.Label(place) || theme.Dyed(strings.ToUpper(colour), 0) != theme.Label(place) {
			t.Errorf("%s is not the look that it names", colour)
		}
	}
	for colour, want := range map[string]int{"#ff0000": 4, "#0000ff": 0, "#ffd700": 1, "#808080": 5, "#ff69b4": 2, "#00a060": 3} {
		if theme.Dyed(colour, 0) != theme.Label(want) {
			t.Errorf("the nearest to %s is not the look %d", colour, want)
		}
	}
	if theme.Dyed("", 1) != theme.Label(1) || theme.Dyed("red", 2) != theme.Label(2) || theme.Label(-1) != theme.Label(5) {
		t.Error("a label without a colour has not that of its place")
	}
}
