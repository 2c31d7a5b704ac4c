package inspector

import (
	"slices"

	"fyne.io/fyne/v2"

	"glossator/app/ui/locale"
	"glossator/app/ui/widgets/field"
	"glossator/app/workspace"
	"glossator/models"
)

// guess returns what is guessed for a field in a row.
func (s *section) guess(fieldID int64, n int) (workspace.Guess, bool) {
	at := slices.IndexFunc(s.guesses, func(g workspace.Guess) bool { return g.FieldID == fieldID && g.N == n })
	if at < 0 {
		return workspace.Guess{}, false
	}
	return s.guesses[at], true
}

// open returns the guesses for which nothing is written yet.
func (s *section) open() []models.Detail {
	var free []models.Detail
	for _, g := range s.guesses {
		if find(s.annotation.Details, g.FieldID, g.N).ValueText == "" {
			free = append(free, g.Detail)
		}
	}
	return free
}

// propose offers to take all guesses over, where there are several.
func (s *section) propose() {
	count := len(s.open())
	if count > 0 {
		s.fill.Set(textFill(count), s.fill.Icon())
	}
	show(s.fill, count > 1 && !s.page.ws.ReadOnly())
}

// takeAll writes all guesses into fields that are empty.
func (s *section) takeAll() {
	s.commit()
	s.take(s.open()...)
}

// take writes guesses into their fields.
func (s *section) take(guesses ...models.Detail) {
	fields := map[int64][]models.Detail{}
	for _, g := range guesses {
		if _, known := fields[g.FieldID]; !known {
			for _, d := range s.annotation.Details {
				if d.FieldID == g.FieldID {
					fields[g.FieldID] = append(fields[g.FieldID], d)
				}
			}
		}
		rows := slices.DeleteFunc(fields[g.FieldID], func(d models.Detail) bool { return d.N == g.N })
		fields[g.FieldID] = append(rows, g)
	}
	s.put(edit{fields: fields})
	s.page.settle()
}

// guess returns what is guessed for the input.
func (c *cell) guess() (workspace.Guess, bool) { return c.section.guess(c.field.ID, c.kept.N) }

// propose shows a guess lighter in an empty input, with a word that takes it
// over, and says of a value that it is guessed still.
func (c *cell) propose() {
	g, ok := c.guess()
	ghost, proposal := "", field.Proposal{Hovered: c.point}
	switch {
	case c.name != "":
		proposal.Text, proposal.Take = locale.T(textComplete, c.name), func() { c.complete() }
	case !ok || c.section.page.ws.ReadOnly():
	case c.text() == "":
		ghost = textGuess(c.field, g.ValueText)
		proposal.Text, proposal.Take = locale.T(textUse), c.take
	case c.section.annotation.Origin == models.OriginSuggested && c.text() == g.ValueText:
		proposal.Text = locale.T(textGuessed)
	}
	c.input.SetGhost(ghost)
	c.row.SetProposal(proposal)
}

// take writes the guess into the input.
func (c *cell) take() {
	if g, ok := c.guess(); ok {
		c.section.commit()
		c.section.take(g.Detail)
	}
}

// point shows where the guess was read, or no longer.
func (c *cell) point(on bool) {
	g, ok := c.guess()
	p := c.section.page
	if p.OnSource == nil || !ok {
		return
	}
	if !on {
		g.Start, g.End = 0, 0
	}
	p.OnSource(c.section.at.position, g.Start, g.End)
}

// pointing returns hooks that show the source of a guess while the input has
// the focus, and take it over on Enter.
func (c *cell) pointing(hooks field.Hooks) field.Hooks {
	focused, blurred := hooks.Focused, hooks.Blurred
	hooks.Focused = func(object fyne.CanvasObject) {
		focused(object)
		c.point(true)
	}
	hooks.Taken = c.take
	hooks.Blurred = func() {
		c.point(false)
		blurred()
	}
	return hooks
}
