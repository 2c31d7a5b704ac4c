package inspector

import (
	"context"

	"fyne.io/fyne/v2"

	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/keyboard"
	"glossator/models"
)

// completing returns hooks that complete the name of a person as it is typed,
// from the names that the project has.
func (c *cell) completing(hooks field.Hooks) field.Hooks {
	if c.field.Type != models.FieldPerson {
		return hooks
	}
	edited, blurred := hooks.Edited, hooks.Blurred
	hooks.Edited = func() {
		edited()
		c.lookUp()
	}
	hooks.Blurred = func() {
		c.offer("")
		blurred()
	}
	hooks.Offered = c.complete
	return hooks
}

// lookUp asks for the most frequent name that begins as typed. An answer that
// comes too late is dropped.
func (c *cell) lookUp() {
	written, p := c.text(), c.section.page
	if c.name != "" {
		c.offer("")
	}
	if written == "" || p.ws.ReadOnly() {
		return
	}
	p.run.Do(func(ctx context.Context) (func(), error) {
		names, err := p.ws.Complete(ctx, written, 1)
		return func() {
			if len(names) > 0 && c.text() == written && c.focused() {
				c.offer(names[0])
			}
		}, err
	})
}

func (c *cell) offer(name string) {
	if name == c.name {
		return
	}
	c.name = name
	c.propose()
}

func (c *cell) focused() bool {
	over := keyboard.Canvas(c.input)
	return over != nil && over.Focused() == fyne.Focusable(c.input)
}

// complete writes the name that is offered into the input.
func (c *cell) complete() bool {
	name := c.name
	if name == "" {
		return false
	}
	c.name = ""
	c.input.SetValue(name)
	if entry, ok := c.input.(*field.Entry); ok {
		entry.CursorColumn = len([]rune(name))
		entry.Refresh()
	}
	c.propose()
	return true
}
