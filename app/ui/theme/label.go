package theme

import (
	"fmt"
	"image/color"
	"math"
)

// Ink is how one label looks. Fills lie behind text, solids are bars, badges
// and dots on the page; text on a solid is [Ink.OnSolid].
type Ink struct {
	FillLight, FillDark   color.NRGBA
	SolidLight, SolidDark color.NRGBA
}

// Fill returns the colour behind the text of a sentence.
func (i Ink) Fill(dark bool) color.NRGBA { return pair{i.FillLight, i.FillDark}.pick(dark) }

// Solid returns the colour of bars and badges.
func (i Ink) Solid(dark bool) color.NRGBA { return pair{i.SolidLight, i.SolidDark}.pick(dark) }

// OnSolid returns the colour of text on [Ink.Solid]: white on a light page,
// nearly black on a dark one.
func (i Ink) OnSolid(dark bool) color.NRGBA { return pair{rgb(0xffffff), rgb(0x14161a)}.pick(dark) }

// labelInks are the colours of labels by their place in the codebook. The
// first three are blue, amber and rose, which stay apart for all common
// kinds of colour blindness (after Okabe and Ito 2008, "Color Universal
// Design"); the rest serve codebooks with more labels.
var labelInks = [...]Ink{
	{rgb(0xc4dffa), rgb(0x18426b), rgb(0x0b4f8f), rgb(0x86c0f4)},
	{rgb(0xfde6b4), rgb(0x55400f), rgb(0x7a4a00), rgb(0xf0bf5c)},
	{rgb(0xf8d3e2), rgb(0x5c2546), rgb(0x8f1d5f), rgb(0xf2a3cb)},
	{rgb(0xcdeadd), rgb(0x17463a), rgb(0x0a5c46), rgb(0x74d3b3)},
	{rgb(0xfad9cd), rgb(0x5a2d1d), rgb(0x96330f), rgb(0xf6a98c)},
	{rgb(0xe2e2dd), rgb(0x43464c), rgb(0x484d55), rgb(0xc3c7cd)},
}

// Label returns the look of the label at a place in the codebook, from 0.
// Places beyond the table begin again. Below 0 it is that of a label which the
// codebook does not have any more.
func Label(place int) Ink {
	if place < 0 {
		return labelInks[len(labelInks)-1]
	}
	return labelInks[place%len(labelInks)]
}

// LabelColours returns the colours to choose from for a label, as they are kept
// ("#rrggbb"). Each stands for an [Ink] that is readable on light and dark.
func LabelColours() []string {
	colours := make([]string, len(labelInks))
	for i, ink := range labelInks {
		colours[i] = fmt.Sprintf("#%02x%02x%02x", ink.SolidLight.R, ink.SolidLight.G, ink.SolidLight.B)
	}
	return colours
}

// Dyed returns the look of a label of this colour; without one, of its place.
// Of a colour that is none of [LabelColours], such as one from another program,
// it is the nearest look, so that text stays readable.
func Dyed(colour string, place int) Ink {
	var r, g, b int
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &r, &g, &b); err != nil {
		return Label(place)
	}
	best, least := Label(place), math.Inf(1)
	for _, ink := range labelInks {
		if d := tint(r, g, b).apart(tint(int(ink.SolidLight.R), int(ink.SolidLight.G), int(ink.SolidLight.B))); d < least {
			best, least = ink, d
		}
	}
	return best
}

// shade is a colour without its brightness: two opponent channels, weighted by
// how colourful it is, so that all greys meet.
type shade struct{ redGreen, yellowBlue float64 }

func tint(r, g, b int) shade {
	const darkest = 1 // keeps black from dividing by zero
	brightest := float64(max(r, g, b, darkest))
	red, green, blue := float64(r)/brightest, float64(g)/brightest, float64(b)/brightest
	return shade{red - green, (red+green)/2 - blue}
}

func (s shade) apart(other shade) float64 {
	return math.Hypot(s.redGreen-other.redGreen, s.yellowBlue-other.yellowBlue)
}

// layerInks underline what other annotators tagged.
var layerInks = [...]pair{
	{rgb(0x0a5c46), rgb(0x74d3b3)},
	{rgb(0x96330f), rgb(0xf6a98c)},
	{rgb(0x484d55), rgb(0xc3c7cd)},
	{rgb(0x0b4f8f), rgb(0x86c0f4)},
}

// Layer returns the colours, on a light and on a dark page, of the layer of
// the annotator at a place among the annotators, from 0.
func Layer(place int) (light, dark color.NRGBA) {
	ink := layerInks[place%len(layerInks)]
	return ink.light, ink.dark
}
