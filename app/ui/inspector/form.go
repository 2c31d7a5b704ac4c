package inspector

import (
	"maps"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

// primary is how many fields are always in view; the codebook names the most
// used ones first.
const primary = 4

// form holds the inputs of a label's fields, made from the codebook.
type form struct {
	section *section
	blocks  []*block
	more    *field.Button
	open    bool // all fields are in view
	hidden  map[int64]bool
	object  *fyne.Container
}

func newForm(s *section) *form {
	f := &form{section: s, hidden: map[int64]bool{}}
	for i, fd := range s.label.Fields {
		f.hidden[fd.ID] = i >= primary
	}
	f.object = column.New(theme.Gap)
	for _, fields := range blocksOf(s.label) {
		b := newBlock(f, fields)
		f.blocks = append(f.blocks, b)
		f.object.Add(b.object)
	}
	f.more = field.NewButton("", "", f.toggle, s.page.hooks(s.label.Key, "", nil))
	if len(s.label.Fields) > primary {
		f.object.Add(f.more)
	}
	return f
}

// toggle shows all fields, or the most used ones only.
func (f *form) toggle() {
	f.section.commit()
	f.open = !f.open
	f.show(f.section.annotation.Details, false)
	f.section.page.settle()
}

// show shows the details. Inputs that hold typed text keep it, unless the
// annotation is another one.
func (f *form) show(details []models.Detail, fresh bool) {
	filled := 0
	for _, d := range details {
		if f.hidden[d.FieldID] {
			filled++
		}
	}
	for _, b := range f.blocks {
		b.show(details, fresh)
	}
	if f.open {
		f.more.Set(locale.T(textLess), toolkit.IconNameArrowDropUp)
		return
	}
	f.more.Set(textMore(filled), toolkit.IconNameArrowDropDown)
}

// shown returns those of the fields that are in view now.
func (f *form) shown(fields []models.Field) []models.Field {
	if f.open {
		return fields
	}
	var visible []models.Field
	for _, fd := range fields {
		if !f.hidden[fd.ID] {
			visible = append(visible, fd)
		}
	}
	return visible
}

// changes returns the rows of every field that differs from what is kept.
func (f *form) changes() map[int64][]models.Detail {
	changed := map[int64][]models.Detail{}
	for _, b := range f.blocks {
		maps.Copy(changed, b.changes())
	}
	return changed
}

// first returns the first input, nil when the label has no fields.
func (f *form) first() field.Input {
	for _, b := range f.blocks {
		for _, l := range b.lines {
			for _, c := range l.cells {
				return c.input
			}
		}
	}
	return nil
}
