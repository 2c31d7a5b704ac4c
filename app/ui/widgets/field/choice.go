package field

import (
	"cmp"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
)

var (
	_ Input           = (*Choice)(nil)
	_ fyne.Accessible = (*Choice)(nil)
)

// Option is one answer of a [Choice].
type Option struct {
	Value string
	Words string // as shown; no two options have the same
}

// Choice is a closed list of answers. A value that is not on the list, from
// an older list for instance, is shown as it is and kept.
type Choice struct {
	widget.Select

	hooks   Hooks
	options []Option
	value   string
	focused bool
}

// unset is what an unanswered choice shows: nothing, as an empty entry does.
// The toolkit would put words of its own for an empty text.
const unset = " "

// NewChoice makes a choice. The words of none stand in the list for no answer.
func NewChoice(none string, options []Option, hooks Hooks) *Choice {
	c := &Choice{hooks: hooks, options: append([]Option{{Words: none}}, options...)}
	for _, option := range c.options {
		c.Options = append(c.Options, option.Words)
	}
	c.PlaceHolder = unset
	c.OnChanged = c.picked
	c.ExtendBaseWidget(c)
	return c
}

// Value returns the value of the answer, or "".
func (c *Choice) Value() string { return c.value }

// SetValue shows an answer.
func (c *Choice) SetValue(value string) {
	if value == c.value {
		return
	}
	c.value = value
	c.Selected = c.words(value)
	c.Refresh()
}

// SetGhost shows a proposed answer while there is none.
func (c *Choice) SetGhost(words string) {
	if words == "" {
		words = unset
	}
	if words != c.PlaceHolder {
		c.PlaceHolder = words
		c.Refresh()
	}
}

// AccessibilityLabel is the answer, or the words of the list for no answer.
func (c *Choice) AccessibilityLabel() string { return cmp.Or(c.words(c.value), c.options[0].Words) }

// AccessibilityRole is that of a button, which opens the list.
func (*Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (c *Choice) words(value string) string {
	if value == "" {
		return ""
	}
	at := slices.IndexFunc(c.options, func(o Option) bool { return o.Value == value })
	if at < 0 {
		return value
	}
	return c.options[at].Words
}

func (c *Choice) picked(words string) {
	at := slices.IndexFunc(c.options, func(o Option) bool { return o.Words == words })
	if at < 0 {
		return
	}
	c.value = c.options[at].Value
	c.Selected = c.words(c.value) // no answer is shown by the placeholder
	call(c.hooks.Commit)
}

// CreateRenderer is called by the toolkit. An outline makes the choice look
// like the entries beside it.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	return &choiceRenderer{WidgetRenderer: c.Select.CreateRenderer(), choice: c, outline: &canvas.Rectangle{}}
}

type choiceRenderer struct {
	fyne.WidgetRenderer

	choice  *Choice
	outline *canvas.Rectangle
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	stroke := theme.Units(toolkit.SizeNameInputBorder)
	r.outline.Move(fyne.NewPos(stroke/2, stroke/2)) // as the toolkit outlines an entry
	r.outline.Resize(size.SubtractWidthHeight(stroke, stroke))
	r.paint()
}

func (r *choiceRenderer) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
}

func (r *choiceRenderer) paint() {
	r.outline.FillColor = color.Transparent
	r.outline.CornerRadius = theme.Units(toolkit.SizeNameInputRadius)
	r.outline.StrokeWidth = theme.Units(toolkit.SizeNameInputBorder)
	r.outline.StrokeColor = theme.Colour(toolkit.ColorNameInputBorder)
	switch {
	case r.choice.Disabled():
		r.outline.StrokeColor = theme.Colour(toolkit.ColorNameDisabled)
	case r.choice.focused:
		r.outline.StrokeColor = theme.Colour(toolkit.ColorNamePrimary)
	}
}

func (r *choiceRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.outline)
}

// FocusGained asks for a place in view.
func (c *Choice) FocusGained() {
	c.focused = true
	c.Select.FocusGained()
	c.hooks.focused(c)
}

// FocusLost says so.
func (c *Choice) FocusLost() {
	c.focused = false
	c.Select.FocusLost()
	call(c.hooks.Blurred)
}

// TypedKey handles the keys that leave the form, and deletes the answer.
func (c *Choice) TypedKey(event *fyne.KeyEvent) {
	if c.hooks.key(event) {
		return
	}
	if event.Name == fyne.KeyDelete || event.Name == fyne.KeyBackspace {
		c.SetSelectedIndex(0)
		return
	}
	c.Select.TypedKey(event)
}

// TypedShortcut handles the chords that leave the form.
func (c *Choice) TypedShortcut(shortcut fyne.Shortcut) { c.hooks.shortcut(shortcut) }
