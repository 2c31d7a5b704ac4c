// Package chip is a toggle button that shows its state without colour: outline
// and letter when off, filled with a tick when on.
package chip

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Tappable     = (*Chip)(nil)
	_ fyne.Focusable    = (*Chip)(nil)
	_ fyne.Disableable  = (*Chip)(nil)
	_ desktop.Hoverable = (*Chip)(nil)
	_ fyne.Shortcutable = (*Chip)(nil)
	_ fyne.Accessible   = (*Chip)(nil)
)

// Colours are the colours of a chip in the present theme. The theme's text is
// readable on Fill, which lies behind it when the chip is on; Solid is that of
// the badge, with OnSolid for the tick on it.
type Colours struct{ Fill, Solid, OnSolid color.Color }

// Face is what a chip shows.
type Face struct {
	Badge string // one letter
	Text  string
	Key   string // the key that does the same, or empty
}

// Actions are what a chip does. Each may be nil.
type Actions struct {
	Toggle func() // tapped, Space or Enter; the chip waits for SetOn
	Done   func() // Escape
	Help   func() // F1
}

// Chip is the widget. Make it with [New].
type Chip struct {
	widget.DisableableWidget

	face    Face
	colours func() Colours
	actions Actions
	on      bool
	hovered bool
	focused bool
}

// New makes a chip that is off. The colours are asked for at every refresh, as
// they depend on the theme.
func New(face Face, colours func() Colours, actions Actions) *Chip {
	c := &Chip{face: face, colours: colours, actions: actions}
	c.ExtendBaseWidget(c)
	return c
}

// Face returns what the chip shows.
func (c *Chip) Face() Face { return c.face }

// On reports whether the chip is on.
func (c *Chip) On() bool { return c.on }

// SetOn turns the chip on or off, without calling an action.
func (c *Chip) SetOn(on bool) {
	if on != c.on {
		c.on = on
		c.Refresh()
	}
}

// SetEnabled enables or disables the chip.
func (c *Chip) SetEnabled(enabled bool) {
	switch {
	case enabled == !c.Disabled():
	case enabled:
		c.Enable()
	default:
		c.Disable()
	}
}

// Tapped toggles.
func (c *Chip) Tapped(*fyne.PointEvent) { c.toggle() }

func (c *Chip) toggle() {
	if !c.Disabled() && c.actions.Toggle != nil {
		c.actions.Toggle()
	}
}

// FocusGained shows the focus ring.
func (c *Chip) FocusGained() {
	c.focused = true
	c.Refresh()
}

// FocusLost hides the focus ring.
func (c *Chip) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune does nothing; Space arrives as a key.
func (c *Chip) TypedRune(rune) {}

// TypedKey toggles on Space and Enter and leaves on Escape.
func (c *Chip) TypedKey(event *fyne.KeyEvent) {
	keys := map[fyne.KeyName]func(){
		fyne.KeySpace:  c.toggle,
		fyne.KeyReturn: c.toggle,
		fyne.KeyEnter:  c.toggle,
		fyne.KeyEscape: c.actions.Done,
		fyne.KeyF1:     c.actions.Help,
	}
	if action := keys[event.Name]; action != nil {
		action()
	}
}

// TypedShortcut leaves on Ctrl+Enter.
func (c *Chip) TypedShortcut(shortcut fyne.Shortcut) {
	chord, ok := shortcut.(*desktop.CustomShortcut)
	if ok && chord.Modifier == fyne.KeyModifierShortcutDefault && chord.KeyName == fyne.KeyReturn && c.actions.Done != nil {
		c.actions.Done()
	}
}

// MouseIn marks the chip under the pointer.
func (c *Chip) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
}

// MouseMoved does nothing.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark off.
func (c *Chip) MouseOut() {
	c.hovered = false
	c.Refresh()
}

// AccessibilityLabel tells a screen reader the name and the state.
func (c *Chip) AccessibilityLabel() string {
	if c.on {
		return "✓ " + c.face.Text
	}
	return c.face.Text
}

// AccessibilityRole is that of a button.
func (*Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{
		chip:  c,
		body:  &canvas.Rectangle{},
		badge: &canvas.Rectangle{},
		mark:  &canvas.Text{Text: c.face.Badge, TextStyle: fyne.TextStyle{Bold: true}, Alignment: fyne.TextAlignCenter},
		name:  &canvas.Text{Text: c.face.Text},
		key:   &canvas.Text{Text: c.face.Key, Alignment: fyne.TextAlignTrailing},
		down:  canvas.NewLine(color.Transparent),
		up:    canvas.NewLine(color.Transparent),
	}
	r.Refresh()
	return r
}
