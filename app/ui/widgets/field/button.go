package field

import (
	"cmp"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
)

var (
	_ fyne.Tappable      = (*Button)(nil)
	_ fyne.Focusable     = (*Button)(nil)
	_ fyne.Shortcutable  = (*Button)(nil)
	_ desktop.Hoverable  = (*Button)(nil)
	_ desktop.Cursorable = (*Button)(nil)
	_ fyne.Accessible    = (*Button)(nil)
)

// Button is a quiet button inside a form: an icon, a text or both, without a
// box around it. It leaves the form with the same keys as the inputs.
type Button struct {
	widget.BaseWidget

	text    string
	says    string // what a screen reader says of an icon
	icon    fyne.ThemeIconName
	tapped  func()
	hooks   Hooks
	focused bool
	hovered bool
}

// NewButton makes a button. The text or the icon may be empty.
func NewButton(text string, icon fyne.ThemeIconName, tapped func(), hooks Hooks) *Button {
	b := &Button{text: text, icon: icon, tapped: tapped, hooks: hooks}
	b.ExtendBaseWidget(b)
	return b
}

// Text returns the text of the button.
func (b *Button) Text() string { return b.text }

// Icon returns the name of the icon.
func (b *Button) Icon() fyne.ThemeIconName { return b.icon }

// Set changes the text and the icon.
func (b *Button) Set(text string, icon fyne.ThemeIconName) {
	if text == b.text && icon == b.icon {
		return
	}
	b.text, b.icon = text, icon
	b.Refresh()
}

// Tapped presses the button.
func (b *Button) Tapped(*fyne.PointEvent) { b.tapped() }

// FocusGained shows the focus and asks for a place in view.
func (b *Button) FocusGained() {
	b.focused = true
	b.Refresh()
	b.hooks.focused(b)
}

// FocusLost takes the mark of the focus off.
func (b *Button) FocusLost() {
	b.focused = false
	b.Refresh()
	call(b.hooks.Blurred)
}

// TypedRune does nothing; Space arrives as a key.
func (b *Button) TypedRune(rune) {}

// TypedKey presses the button on Space and Enter, and handles the keys that
// leave the form.
func (b *Button) TypedKey(event *fyne.KeyEvent) {
	if b.hooks.key(event) {
		return
	}
	if event.Name == fyne.KeySpace || event.Name == fyne.KeyReturn || event.Name == fyne.KeyEnter {
		b.tapped()
	}
}

// TypedShortcut handles the chords that leave the form.
func (b *Button) TypedShortcut(shortcut fyne.Shortcut) { b.hooks.shortcut(shortcut) }

// MouseIn marks the button under the pointer.
func (b *Button) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
}

// MouseMoved does nothing.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark off.
func (b *Button) MouseOut() {
	b.hovered = false
	b.Refresh()
}

// Cursor is the hand.
func (b *Button) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel is what a screen reader says: the text, or what an icon
// alone stands for.
func (b *Button) AccessibilityLabel() string { return cmp.Or(b.text, b.says) }

// AccessibilityRole is that of a button.
func (*Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// SetLabel sets what a screen reader says of a button with an icon only.
func (b *Button) SetLabel(says string) { b.says = says }

// CreateRenderer is called by the toolkit.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{button: b, back: &canvas.Rectangle{}, icon: &canvas.Image{}, text: &canvas.Text{}}
	r.Refresh()
	return r
}

// Lengths in units.
const (
	buttonHeight = 24
	buttonIcon   = 16
	buttonGap    = 4
	buttonRadius = 4
	buttonMost   = 176 // asked for at most: a longer text is cut where there is no more room
	focusStroke  = 2
)

type buttonRenderer struct {
	button *Button
	back   *canvas.Rectangle
	icon   *canvas.Image
	text   *canvas.Text
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.icon, r.text}
}

func (r *buttonRenderer) MinSize() fyne.Size {
	return fyne.NewSize(min(r.width(r.button.text), buttonMost), buttonHeight)
}

// width is that of the button with a text.
func (r *buttonRenderer) width(text string) float32 {
	width := float32(0)
	if r.button.icon != "" {
		width += buttonIcon + 2*buttonGap
	}
	if text != "" {
		width += fyne.MeasureText(text, r.text.TextSize, r.text.TextStyle).Width + buttonGap
	}
	return width
}

// Layout puts the content at the left edge, in line with the inputs; the mark
// of the focus reaches a little beyond it.
func (r *buttonRenderer) Layout(size fyne.Size) {
	r.cut(size.Width)
	width := min(size.Width, r.width(r.button.text))
	r.back.Move(fyne.NewPos(-buttonGap, 0))
	r.back.Resize(fyne.NewSize(width+2*buttonGap, size.Height))
	left := float32(0)
	if r.button.icon != "" {
		r.icon.Move(fyne.NewPos(0, (size.Height-buttonIcon)/2))
		r.icon.Resize(fyne.NewSquareSize(buttonIcon))
		left = buttonIcon + buttonGap
	}
	height := r.text.MinSize().Height
	r.text.Move(fyne.NewPos(left, (size.Height-height)/2))
	r.text.Resize(fyne.NewSize(width-left, height))
}

// cut shows as much of the text as fits a width.
func (r *buttonRenderer) cut(width float32) {
	r.text.Text = r.button.text
	runes := []rune(r.button.text)
	for width > 0 && len(runes) > 0 && r.width(r.text.Text) > width {
		runes = runes[:len(runes)-1]
		r.text.Text = strings.TrimRight(string(runes), " ") + "…"
	}
}

func (r *buttonRenderer) Refresh() {
	b := r.button
	r.text.Text, r.text.TextSize, r.text.Color = b.text, theme.Units(theme.SizeNameSmall), theme.Colour(toolkit.ColorNamePrimary)
	r.icon.Hidden = b.icon == ""
	if b.icon != "" {
		picture := fyne.CurrentApp().Settings().Theme().Icon(b.icon)
		r.icon.Resource = toolkit.NewColoredResource(picture, toolkit.ColorNamePrimary)
		r.icon.Refresh()
	}
	r.back.CornerRadius = buttonRadius
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = color.Transparent, color.Transparent, 0
	if b.hovered {
		r.back.FillColor = theme.Colour(toolkit.ColorNameHover)
	}
	if b.focused {
		r.back.StrokeColor, r.back.StrokeWidth = theme.Colour(toolkit.ColorNamePrimary), focusStroke
	}
	r.Layout(b.Size())
	canvas.Refresh(b)
}
