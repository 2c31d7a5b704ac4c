package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"glossator/assets/fonts"
)

// Mode says whether the page is light or dark.
type Mode string

// The modes. System follows the desktop.
const (
	System Mode = "system"
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// ParseMode returns the mode of this name, [System] for an unknown one, so
// that damaged preferences do no harm.
func ParseMode(name string) Mode {
	switch mode := Mode(name); mode {
	case Light, Dark, System:
		return mode
	default:
		return System
	}
}

// Theme is the look of the window. Names that it does not know come from the
// toolkit's own theme.
type Theme struct {
	base   fyne.Theme
	mode   Mode
	plain  fyne.Resource
	bold   fyne.Resource
	italic fyne.Resource
}

var _ fyne.Theme = (*Theme)(nil)

// New makes the theme in a mode.
func New(mode Mode) *Theme {
	return &Theme{
		base:   theme.DefaultTheme(),
		mode:   mode,
		plain:  fyne.NewStaticResource("NotoSans-Regular.ttf", fonts.Sans()),
		bold:   fyne.NewStaticResource("NotoSans-Bold.ttf", fonts.SansBold()),
		italic: fyne.NewStaticResource("NotoSans-Italic.ttf", fonts.SansItalic()),
	}
}

// Mode returns the mode that the theme was made in.
func (t *Theme) Mode() Mode { return t.mode }

// Color returns a colour by its name. The variant counts in the mode [System]
// only.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	variant = t.variant(variant)
	if known, ok := colours[name]; ok {
		return known.pick(variant == theme.VariantDark)
	}
	return t.base.Color(name, variant)
}

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	case System:
		return system
	}
	return system
}

// Font returns Noto Sans. The toolkit's own draws the Cyrillic i of Kazakh and
// Ukrainian without its dot. Symbols and fixed-width text stay the toolkit's.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return t.base.Font(style)
	case style.Bold:
		return t.bold
	case style.Italic:
		return t.italic
	default:
		return t.plain
	}
}

// Icon returns the toolkit's icon of this name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size returns a size in units.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if known, ok := sizes[name]; ok {
		return known
	}
	return t.base.Size(name)
}

// Serif returns the typeface of articles, as TrueType files. The bytes are
// shared: do not change them.
func Serif() (regular, bold []byte) { return fonts.Serif(), fonts.SerifBold() }
