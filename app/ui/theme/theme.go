package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"glossator/assets/fonts"
)

// Mode says whether the page is light or dark.
type Mode string

// The modes. System follows the desktop; the stark modes are black on white
// and white on black, for eyes that need the highest contrast.
const (
	System     Mode = "system"
	Light      Mode = "light"
	Dark       Mode = "dark"
	StarkLight Mode = "stark_light"
	StarkDark  Mode = "stark_dark"
)

// modes are all modes, with what they make of the desktop's variant.
var modes = []struct {
	mode  Mode
	fixed bool // the desktop does not matter
	page  fyne.ThemeVariant
	stark bool
}{
	{mode: System},
	{mode: Light, fixed: true, page: theme.VariantLight},
	{mode: Dark, fixed: true, page: theme.VariantDark},
	{mode: StarkLight, fixed: true, page: theme.VariantLight, stark: true},
	{mode: StarkDark, fixed: true, page: theme.VariantDark, stark: true},
}

// ParseMode returns the mode of this name, [System] for an unknown one, so
// that damaged preferences do no harm.
func ParseMode(name string) Mode {
	for _, known := range modes {
		if known.mode == Mode(name) {
			return known.mode
		}
	}
	return System
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
	stark := false
	for _, known := range modes {
		if known.mode == t.mode && known.fixed {
			variant, stark = known.page, known.stark
		}
	}
	known, ok := colours[name]
	switch {
	case !ok:
		return t.base.Color(name, variant)
	case stark:
		return known.stark.pick(variant == theme.VariantDark)
	default:
		return known.plain.pick(variant == theme.VariantDark)
	}
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

// Typeface names a typeface that articles can be set in.
type Typeface string

// The typefaces.
const (
	Serif Typeface = "serif"
	Sans  Typeface = "sans"
)

// Faces returns a typeface as TrueType files, that of [Serif] for an unknown
// name. The bytes are shared: do not change them.
func Faces(name Typeface) (regular, bold []byte) {
	if name == Sans {
		return fonts.Sans(), fonts.SansBold()
	}
	return fonts.Serif(), fonts.SerifBold()
}
