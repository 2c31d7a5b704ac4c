package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

// block is one field, or a group of repeating fields whose values stand in
// rows. A field that does not repeat is a block of one row.
type block struct {
	form    *form
	fields  []models.Field
	repeats bool
	lines   []*line // made once, shown as far as they are in use
	used    int
	add     *field.Button
	object  *fyne.Container
}

func newBlock(f *form, fields []models.Field) *block {
	b := &block{form: f, fields: fields, repeats: fields[0].Repeats, object: column.New(theme.Gap)}
	if b.repeats {
		s := f.section
		b.add = field.NewButton(locale.T(textAdd), toolkit.IconNameContentAdd, b.addLine, s.page.hooks(s.label.Key, "", nil))
		b.object.Add(b.add)
	}
	return b
}

// show shows the rows that the details ask for, at least one.
func (b *block) show(details []models.Detail, fresh bool) {
	visible := b.form.shown(b.fields)
	show(b.object, len(visible) > 0)
	if len(visible) == 0 {
		return
	}
	wanted := 1
	for _, d := range details {
		if slices.ContainsFunc(b.fields, func(fd models.Field) bool { return fd.ID == d.FieldID }) {
			wanted = max(wanted, d.N+1)
		}
	}
	if !fresh {
		wanted = max(wanted, b.used)
	}
	b.grow(wanted)
	for n, l := range b.lines {
		show(l.object, n < wanted)
		if n < wanted {
			l.show(visible, details, fresh)
		}
	}
	b.used = wanted
	b.offer()
}

// offer shows the buttons that rows are added and removed with: a row that is
// empty needs no further one.
func (b *block) offer() {
	if !b.repeats {
		return
	}
	show(b.add, !b.form.section.page.ws.ReadOnly() && !b.lines[b.used-1].blank())
	for _, l := range b.lines {
		l.offer(b.used > 1)
	}
}

func (b *block) grow(count int) {
	for len(b.lines) < count {
		l := newLine(b, len(b.lines))
		b.object.Objects = slices.Insert(b.object.Objects, len(b.lines), fyne.CanvasObject(l.object))
		b.lines = append(b.lines, l)
	}
}

// addLine offers an empty row; it is saved once something is in it.
func (b *block) addLine() {
	b.form.section.commit()
	b.used++
	b.show(b.form.section.annotation.Details, false)
	b.form.section.page.settle()
	focusOn(b.lines[b.used-1].cells[0].input)
}

// removeLine takes a row out and moves the later ones up.
func (b *block) removeLine(at int) {
	s := b.form.section
	s.commit()
	fields := map[int64][]models.Detail{}
	for _, fd := range b.fields {
		fields[fd.ID] = []models.Detail{}
	}
	for _, d := range s.annotation.Details {
		if _, mine := fields[d.FieldID]; !mine || d.N == at {
			continue
		}
		if d.N > at {
			d.N--
		}
		fields[d.FieldID] = append(fields[d.FieldID], d)
	}
	b.used = max(1, b.used-1)
	for _, l := range b.lines {
		l.forget()
	}
	s.put(edit{fields: fields})
	s.form.show(s.annotation.Details, false)
	s.page.settle()
}

// changes returns all rows of each field in which something was typed.
func (b *block) changes() map[int64][]models.Detail {
	changed := map[int64][]models.Detail{}
	for _, l := range b.lines[:b.used] {
		for _, c := range l.cells {
			if c.typed() {
				changed[c.field.ID] = []models.Detail{}
			}
		}
	}
	for n, l := range b.lines[:b.used] {
		for _, c := range l.cells {
			rows, ok := changed[c.field.ID]
			if detail := c.detail(n); ok && detail.ValueText != "" {
				changed[c.field.ID] = append(rows, detail)
			}
		}
	}
	return changed
}
