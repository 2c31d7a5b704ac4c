package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/theme"
)

// tone draws the text of an input lighter while its value is merely proposed.
type tone struct {
	paint  *lighter
	object *container.ThemeOverride
}

func newTone(input Input) *tone {
	t := &tone{paint: &lighter{}}
	t.object = container.NewThemeOverride(input, t.paint)
	return t
}

func (t *tone) set(light bool) {
	if light != t.paint.on {
		t.paint.on = light
		t.object.Refresh()
	}
}

// lighter is the theme of the program with the colour of quiet text for all
// text while it is on.
type lighter struct{ on bool }

var _ fyne.Theme = (*lighter)(nil)

func (*lighter) base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color returns the colour of a name.
func (l *lighter) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if l.on && name == toolkit.ColorNameForeground {
		name = theme.ColorNameQuiet
	}
	return l.base().Color(name, variant)
}

// Font returns the font of a style.
func (l *lighter) Font(style fyne.TextStyle) fyne.Resource { return l.base().Font(style) }

// Icon returns the icon of a name.
func (l *lighter) Icon(name fyne.ThemeIconName) fyne.Resource { return l.base().Icon(name) }

// Size returns the size of a name in units.
func (l *lighter) Size(name fyne.ThemeSizeName) float32 { return l.base().Size(name) }
