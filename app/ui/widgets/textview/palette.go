package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Entry is the look of one label.
type Entry struct {
	// Badge is one or two characters shown in the margin, so that nobody needs to see the colour.
	Badge string
	// FillLight and FillDark lie behind the text on a light and on a dark page. Text must have a contrast of at
	// least 7 to them.
	FillLight, FillDark color.Color
	// BarLight and BarDark colour bars, badges and dashes. They need a contrast of at least 3 to the page.
	BarLight, BarDark color.Color
}

// Layer is the look of another annotator's marks.
type Layer struct {
	// Badge is one or two characters shown in the right margin.
	Badge string
	// Light and Dark colour the underline on a light and on a dark page.
	Light, Dark color.Color
}

// Palette tells how labels and layers look. A bit mask has one bit for each entry of Labels, so at most 32 count.
type Palette struct {
	Labels []Entry
	Layers []Layer
}

// WorstContrast returns the smallest contrast between a text colour and the fills for a light or a dark page; 21 when
// there are none.
func (p Palette) WorstContrast(text color.Color, dark bool) float64 {
	worst := Contrast(color.White, color.Black)
	for _, entry := range p.Labels {
		worst = min(worst, Contrast(text, pick(entry.FillLight, entry.FillDark, dark)))
	}
	return worst
}

// pair is a colour on a light and on a dark page.
type pair struct{ light, dark color.NRGBA }

func (p pair) pick(dark bool) color.NRGBA { return pick(p.light, p.dark, dark) }

// The colours of selections and matches are kept apart from the usual fills: violet or grey, and mint.
var (
	selectionPair = pair{color.NRGBA{R: 0xcd, G: 0xc3, B: 0xf5}, color.NRGBA{R: 0x4c, G: 0x4c, B: 0x57}}
	matchPair     = pair{color.NRGBA{R: 0xc4, G: 0xf0, B: 0xcf}, color.NRGBA{R: 0x14, G: 0x45, B: 0x2c}}
	bestMatchPair = pair{color.NRGBA{R: 0x83, G: 0xe0, B: 0xa4}, color.NRGBA{R: 0x0f, G: 0x55, B: 0x33}}
)

// darkLuminance divides dark pages from light ones.
const darkLuminance = 0.18

// mutedContrast is what quiet text keeps on every surface.
const mutedContrast = 7

// inks are the colours of the current theme.
type inks struct {
	paper, text, muted          color.NRGBA
	ring, quietRing, hover      color.NRGBA
	selection, match, bestMatch color.NRGBA
	labels                      []labelInk
	layers                      []color.NRGBA
	thumb, thumbHot             color.NRGBA
}

type labelInk struct{ fill, bar, onBar color.NRGBA }

func pick(light, dark color.Color, isDark bool) color.NRGBA {
	if isDark {
		return opaqueColor(dark)
	}
	return opaqueColor(light)
}

// resolve works out the inks for a theme. A page is dark when its background is, whatever the theme is called.
func resolve(palette Palette, th fyne.Theme, variant fyne.ThemeVariant) inks {
	named := func(name fyne.ThemeColorName) color.NRGBA { return opaqueColor(th.Color(name, variant)) }
	in := inks{
		paper: named(theme.ColorNameBackground),
		text:  named(theme.ColorNameForeground),
		ring:  named(theme.ColorNamePrimary),
	}
	dark := luminance(in.paper) < darkLuminance
	in.selection = selectionPair.pick(dark)
	in.match = matchPair.pick(dark)
	in.bestMatch = bestMatchPair.pick(dark)
	const hoverShare, ringShare, thumbShare, hotShare = 0.06, 0.55, 0.35, 0.6
	in.hover = blend(in.paper, in.text, hoverShare)
	in.quietRing = blend(in.paper, in.text, ringShare)
	in.thumb = blend(in.paper, in.text, thumbShare)
	in.thumbHot = blend(in.paper, in.text, hotShare)
	surfaces := append(make([]color.NRGBA, 0, 3+len(palette.Labels)), in.paper, in.selection, in.hover)
	for _, entry := range palette.Labels {
		ink := labelInk{
			fill: pick(entry.FillLight, entry.FillDark, dark),
			bar:  pick(entry.BarLight, entry.BarDark, dark),
		}
		ink.onBar = readable(ink.bar)
		in.labels = append(in.labels, ink)
		surfaces = append(surfaces, ink.fill)
	}
	for _, layer := range palette.Layers {
		in.layers = append(in.layers, pick(layer.Light, layer.Dark, dark))
	}
	in.muted = quieter(in.text, in.paper, mutedContrast, surfaces)
	return in
}

// readable returns black or white, whichever is easier to read on a colour.
func readable(on color.NRGBA) color.NRGBA {
	white, black := opaqueColor(color.White), opaqueColor(color.Black)
	if Contrast(on, white) >= Contrast(on, black) {
		return white
	}
	return black
}
