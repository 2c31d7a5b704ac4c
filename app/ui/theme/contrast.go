package theme

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
)

// Contrast returns the contrast of two opaque colours, from 1 to 21, as WCAG
// 2.1 defines it.
func Contrast(a, b color.Color) float64 {
	const flare = 0.05
	lighter, darker := luminance(a), luminance(b)
	if lighter < darker {
		lighter, darker = darker, lighter
	}
	return (lighter + flare) / (darker + flare)
}

// luminance is the relative luminance of WCAG 2.1.
func luminance(c color.Color) float64 {
	const full = 0xffff
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(float64(r)/full) + 0.7152*linear(float64(g)/full) + 0.0722*linear(float64(b)/full)
}

func linear(channel float64) float64 {
	if channel <= 0.04045 {
		return channel / 12.92
	}
	return math.Pow((channel+0.055)/1.055, 2.4)
}

// IsDark reports whether the page of the running program is dark.
func IsDark() bool {
	const middle = 0.18
	return luminance(Colour("background")) < middle
}

// Colour returns a colour of the running program's theme by its name.
func Colour(name fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	return settings.Theme().Color(name, settings.ThemeVariant())
}

// Units returns a size of the running program's theme by its name.
func Units(name fyne.ThemeSizeName) float32 {
	return fyne.CurrentApp().Settings().Theme().Size(name)
}
