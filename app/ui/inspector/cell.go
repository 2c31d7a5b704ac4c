package inspector

import (
	"strings"

	"glossator/app/ui/locale"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

// cell is the input of one field in one row.
type cell struct {
	section *section
	field   models.Field
	input   field.Input
	row     *field.Row
	kept    models.Detail // what the annotation has
	name    string        // what the typed beginning of a person's name may become; empty: nothing
}

// inputs makes the input of each type of field.
var inputs = map[models.FieldType]func(fd models.Field, hooks field.Hooks) field.Input{
	models.FieldText:   func(_ models.Field, h field.Hooks) field.Input { return field.NewEntry("", h) },
	models.FieldPerson: func(_ models.Field, h field.Hooks) field.Input { return field.NewEntry(locale.T(textPersonHint), h) },
	models.FieldNumber: func(_ models.Field, h field.Hooks) field.Input { return field.NewEntry(locale.T(textNumberHint), h) },
	models.FieldDate:   func(_ models.Field, h field.Hooks) field.Input { return field.NewEntry(locale.T(textDateHint), h) },
	models.FieldBool:   func(_ models.Field, h field.Hooks) field.Input { return field.NewCheck(locale.T(textYes), h) },
	models.FieldChoice: newChoice,
}

func newChoice(fd models.Field, hooks field.Hooks) field.Input {
	options := make([]field.Option, 0, len(fd.Choices()))
	for _, key := range fd.Choices() {
		options = append(options, field.Option{Value: key, Words: locale.Option(key)})
	}
	return field.NewChoice(locale.T(textNoChoice), options, hooks)
}

func newCell(s *section, fd models.Field) *cell {
	hooks := s.page.hooks(s.label.Key, locale.Codebook(fd.Hint), s.commit)
	c := &cell{section: s, field: fd, kept: models.Detail{FieldID: fd.ID}}
	hooks.Edited = c.edited
	hooks = c.completing(c.pointing(hooks))
	c.input = inputs[fd.Type](fd, hooks)
	c.row = field.NewRow(locale.Codebook(fd.Name), c.input)
	if s.page.ws.ReadOnly() {
		c.input.Disable()
	}
	return c
}

func (c *cell) text() string { return strings.TrimSpace(c.input.Value()) }

// typed reports whether the input differs from what the annotation has.
func (c *cell) typed() bool { return c.text() != c.kept.ValueText }

// show takes over what the annotation has. Typed text stays, unless it is
// another annotation.
func (c *cell) show(detail models.Detail, fresh bool) {
	if !fresh && c.typed() {
		c.kept = detail
	} else {
		c.fill(detail)
	}
	c.propose()
}

func (c *cell) fill(detail models.Detail) {
	c.kept = detail
	if c.text() != detail.ValueText {
		c.input.SetValue(detail.ValueText)
	}
	c.row.SetMessage(c.message(detail))
}

// edited keeps a message that is on the page true while its value is mended.
// A new one waits until the typing is over.
func (c *cell) edited() {
	if c.row.Message() != "" {
		c.row.SetMessage(c.message(c.detail(c.kept.N)))
	}
	c.propose()
}

// detail reads the input. A wording that is as it was keeps its typed value:
// "by the end of the year" may have been dated by somebody else.
func (c *cell) detail(n int) models.Detail {
	if !c.typed() {
		kept := c.kept
		kept.N = n
		return kept
	}
	detail, _ := models.ReadDetail(c.field, n, c.input.Value()) // message says what could not be read
	return detail
}

// message says how a wording was read, where that is not plain, or that it
// could not be.
func (c *cell) message(detail models.Detail) (string, field.Tone) {
	written, read := detail.ValueText, detail.ValueISO
	if detail.ValueNum != nil {
		read = models.FormatNumber(*detail.ValueNum)
	}
	switch {
	case written == "" || written == read:
		return "", field.Plain
	case read != "":
		return textRead(read), field.Plain
	}
	if _, err := models.ReadDetail(c.field, 0, written); err != nil {
		return locale.T(textUnread[c.field.Type]), field.Warning
	}
	return "", field.Plain
}
