package textview

import (
	"image/color"
	"math"
)

// Contrast returns the contrast ratio of two colours, from 1 (equal) to 21 (black on white). It follows the
// definitions of relative luminance and contrast ratio in WCAG 2.2. Transparency is ignored.
func Contrast(a, b color.Color) float64 {
	const flare = 0.05
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + flare) / (min(la, lb) + flare)
}

// luminance is the relative luminance of WCAG 2.2, from 0 (black) to 1 (white).
func luminance(c color.Color) float64 {
	n := opaqueColor(c)
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

// linear undoes the transfer function of sRGB for one channel, with the threshold of IEC 61966-2-1.
func linear(channel uint8) float64 {
	v := float64(channel) / math.MaxUint8
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func opaqueColor(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{A: math.MaxUint8}
	}
	n, ok := color.NRGBAModel.Convert(c).(color.NRGBA)
	if !ok {
		return color.NRGBA{A: math.MaxUint8}
	}
	n.A = math.MaxUint8
	return n
}

// blend mixes two colours; share 0 gives a, share 1 gives b.
func blend(a, b color.NRGBA, share float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-share) + float64(y)*share)) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: math.MaxUint8}
}

// quieter fades ink towards paper as far as the contrast with every surface stays at least at the ratio.
func quieter(ink, paper color.NRGBA, ratio float64, surfaces []color.NRGBA) color.NRGBA {
	const steps, most = 40, 0.45
	best := ink
	for step := range steps {
		faded := blend(ink, paper, most*float64(step)/steps)
		for _, surface := range surfaces {
			if Contrast(faded, surface) < ratio {
				return best
			}
		}
		best = faded
	}
	return best
}
