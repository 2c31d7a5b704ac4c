package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

// line is one row of a block: an input for each field in view.
type line struct {
	block  *block
	n      int // which row, from 0
	cells  []*cell
	stack  *fyne.Container
	remove *field.Button
	title  *fyne.Container // which row it is, of a group's rows
	object *fyne.Container
}

func newLine(b *block, n int) *line {
	l := &line{block: b, n: n, stack: column.New(theme.Gap)}
	if !b.repeats {
		l.object = l.stack
		return l
	}
	s := b.form.section
	l.remove = field.NewButton("", toolkit.IconNameContentClear, func() { b.removeLine(n) },
		s.page.hooks(s.label.Key, locale.T(textRemoveHint), nil))
	l.remove.SetLabel(locale.T(textRemoveHint))
	l.remove.Hide()
	if len(b.fields) == 1 {
		l.object = container.NewBorder(nil, nil, nil, l.remove, l.stack)
		return l
	}
	number := excerpt.New(textRow(n), excerpt.Style{Size: theme.SizeNameSmall, Bold: true})
	l.title = container.NewBorder(nil, nil, nil, l.remove, number)
	l.object = column.New(0, l.title, l.stack)
	return l
}

// show makes the inputs that are missing and fills all in view.
func (l *line) show(visible []models.Field, details []models.Detail, fresh bool) {
	for _, fd := range visible {
		if !slices.ContainsFunc(l.cells, func(c *cell) bool { return c.field.ID == fd.ID }) {
			l.append(fd)
		}
	}
	for _, c := range l.cells {
		shown := slices.ContainsFunc(visible, func(fd models.Field) bool { return fd.ID == c.field.ID })
		show(c.row, shown)
		c.show(find(details, c.field.ID, l.n), fresh)
	}
}

// append adds an input at the end; fields come into view in their order.
func (l *line) append(fd models.Field) {
	made := newCell(l.block.form.section, fd)
	last := len(l.cells) - 1
	l.cells = append(l.cells, made)
	if last >= 0 && measures(fd, l.cells[last].field) {
		at := len(l.stack.Objects) - 1
		l.stack.Objects[at] = container.New(layout.NewGridLayoutWithColumns(2), apart(l.cells[last].row), made.row)
		return
	}
	l.stack.Add(made.row)
}

// apart keeps what stands above an input away from its neighbour at the right.
func apart(object fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Tight), object)
}

// offer shows or hides the button that removes the row, and its number: a
// single row needs neither.
func (l *line) offer(removable bool) {
	show(l.remove, removable && !l.block.form.section.page.ws.ReadOnly())
	if l.title != nil {
		show(l.title, removable)
	}
}

// blank reports whether nothing is written in the row's inputs.
func (l *line) blank() bool {
	return !slices.ContainsFunc(l.cells, func(c *cell) bool { return c.text() != "" })
}

// forget drops what is typed, so that the next show fills the row anew.
func (l *line) forget() {
	for _, c := range l.cells {
		c.fill(models.Detail{})
	}
}

func find(details []models.Detail, fieldID int64, n int) models.Detail {
	for _, d := range details {
		if d.FieldID == fieldID && d.N == n {
			return d
		}
	}
	return models.Detail{FieldID: fieldID, N: n}
}
