package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var _ Input = (*Check)(nil)

// Yes is the value of a ticked [Check]; one that is not ticked has none.
const Yes = "true"

// Check is a yes-or-no value.
type Check struct {
	widget.Check

	hooks Hooks
	quiet bool // while the value is set from outside
}

// NewCheck makes a check box with these words beside it.
func NewCheck(words string, hooks Hooks) *Check {
	c := &Check{hooks: hooks}
	c.Text = words
	c.OnChanged = c.ticked
	c.ExtendBaseWidget(c)
	return c
}

// Value returns [Yes] or "".
func (c *Check) Value() string {
	if c.Checked {
		return Yes
	}
	return ""
}

// SetValue ticks the box for [Yes] and clears it for anything else.
func (c *Check) SetValue(value string) {
	c.quiet = true
	c.SetChecked(value == Yes)
	c.quiet = false
}

// SetGhost shows nothing: an empty box says no, and a tick would be an answer.
func (c *Check) SetGhost(string) {}

func (c *Check) ticked(bool) {
	if !c.quiet {
		call(c.hooks.Commit)
	}
}

// FocusGained asks for a place in view.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	c.hooks.focused(c)
}

// FocusLost says so.
func (c *Check) FocusLost() {
	c.Check.FocusLost()
	call(c.hooks.Blurred)
}

// TypedKey handles the keys that leave the form.
func (c *Check) TypedKey(event *fyne.KeyEvent) {
	if !c.hooks.key(event) {
		c.Check.TypedKey(event)
	}
}

// TypedShortcut handles the chords that leave the form.
func (c *Check) TypedShortcut(shortcut fyne.Shortcut) { c.hooks.shortcut(shortcut) }
