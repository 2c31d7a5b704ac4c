package codebook

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

// details is the fields of a label: the list of them, and the chosen one.
type details struct {
	page *Page
	at   int // the field that is shown

	rows    *fyne.Container
	up      *widget.Button
	down    *widget.Button
	archive *widget.Button
	add     *widget.Button

	name    *field.Entry
	kind    *field.Choice
	kindRow *field.Row
	repeats *field.Check
	group   *field.Entry
	options *wording
	hint    *wording
	form    *fyne.Container
	object  fyne.CanvasObject
}

// fieldsWidth is that of the list of fields, in units.
const fieldsWidth float32 = 190

func newDetails(p *Page) *details {
	d := &details{page: p, rows: container.NewVBox()}
	d.up = widget.NewButtonWithIcon("", toolkit.MoveUpIcon(), func() { d.move(-1) })
	d.down = widget.NewButtonWithIcon("", toolkit.MoveDownIcon(), func() { d.move(1) })
	d.archive = widget.NewButton(locale.T(textArchive), d.remove)
	d.add = widget.NewButtonWithIcon(locale.T(textAddField), toolkit.ContentAddIcon(), func() {
		d.at = p.draft.addField(p.at, locale.T(textNewField))
		d.show()
		p.changed()
	})
	d.build()
	below := container.NewVBox(container.NewBorder(nil, nil, container.NewHBox(d.up, d.down), nil, d.archive), d.add)
	list := container.NewBorder(nil, below, nil, nil, container.NewVScroll(d.rows))
	d.object = padded(container.New(&beside{fieldsWidth}, list, container.NewVScroll(inset(d.form, theme.Gap))))
	return d
}

// build makes the inputs of one field.
func (d *details) build() {
	p := d.page
	change := func(set func(f *models.CodebookField)) field.Hooks {
		hooks := p.hooks(func() {
			if f := d.field(); f != nil {
				set(f)
				d.list()
			}
		})
		hooks.Grown = func() { settle(d.form) }
		return hooks
	}
	d.name = field.NewEntry("", change(func(f *models.CodebookField) { f.Name = strings.TrimSpace(d.name.Value()) }))
	kinds := make([]field.Option, 0, len(typeNames))
	for _, kind := range models.FieldTypes() {
		kinds = append(kinds, field.Option{Value: string(kind), Words: locale.T(typeNames[kind])})
	}
	d.kind = field.NewChoice("", kinds, change(d.setKind))
	d.kindRow = field.NewRow(locale.T(textType), d.kind)
	d.repeats = field.NewCheck(locale.T(textRepeats), change(func(f *models.CodebookField) {
		if f.Repeats = d.repeats.Value() == checked; !f.Repeats {
			f.Group = ""
		}
		show(d.group, f.Repeats)
	}))
	d.group = field.NewEntry("", change(func(f *models.CodebookField) { f.Group = strings.TrimSpace(d.group.Value()) }))
	grown := func() { settle(d.form) }
	put := func(set func(f *models.CodebookField, value string)) func(string) {
		return func(value string) {
			if f := d.field(); f != nil {
				set(f, value)
			}
		}
	}
	d.options = newWording(p, locale.T(textOptions), listRows, func() string { return strings.Join(d.field().Options, "\n") },
		put(func(f *models.CodebookField, value string) { f.Options = lines(value) }), grown)
	d.hint = newWording(p, locale.T(textHint), definitionRows-1, func() string { return d.field().Hint },
		put(func(f *models.CodebookField, value string) { f.Hint = strings.TrimSpace(value) }), grown)
	d.form = column.New(theme.Gap, field.NewRow(locale.T(textName), d.name), d.kindRow, d.options.row, d.hint.row,
		field.NewRow("", d.repeats), field.NewRow(locale.T(textGroup), d.group))
	if p.locked {
		for _, input := range []field.Input{d.name, d.kind, d.repeats, d.group} {
			input.Disable()
		}
	}
}

// checked is the value of a check that is on.
const checked = "true"

// setKind takes another type over; a choice begins with one option.
func (d *details) setKind(f *models.CodebookField) {
	if kind := models.FieldType(d.kind.Value()); kind != "" && d.page.draft.fresh(d.page.label().Key, f.Key) {
		f.Type = kind
	}
	d.kind.SetValue(string(f.Type))
	d.options.show()
	show(d.options.row, f.Type == models.FieldChoice)
	settle(d.form)
}

// field returns the field that is shown, nil when the label has none.
func (d *details) field() *models.CodebookField {
	label := d.page.label()
	if label == nil || d.at >= len(label.Fields) {
		return nil
	}
	return &label.Fields[d.at]
}

// show shows the fields of the label.
func (d *details) show() {
	d.at = max(0, min(d.at, len(d.page.label().Fields)-1))
	d.list()
	f := d.field()
	show(d.form, f != nil)
	if f == nil {
		return
	}
	d.name.SetValue(f.Name)
	d.kind.SetValue(string(f.Type))
	d.repeats.SetValue(map[bool]string{true: checked}[f.Repeats])
	d.group.SetValue(f.Group)
	d.options.show()
	d.hint.show()
	show(d.options.row, f.Type == models.FieldChoice)
	fresh := d.page.draft.fresh(d.page.label().Key, f.Key)
	d.kindRow.SetMessage("", field.Plain)
	if !fresh {
		d.kindRow.SetMessage(locale.T(textFixedType), field.Plain)
	}
	settle(d.form)
}

// list lists the fields and says what can be done to the one that is shown.
func (d *details) list() {
	p := d.page
	fields := p.label().Fields
	d.rows.RemoveAll()
	for at, f := range fields {
		row := plain(locale.Codebook(f.Name), func() {
			d.at = at
			d.show()
		})
		chosen(row, at == d.at)
		d.rows.Add(row)
	}
	enable(d.up, !p.locked && d.at > 0)
	enable(d.down, !p.locked && d.at < len(fields)-1)
	enable(d.archive, !p.locked && len(fields) > 0)
	enable(d.add, !p.locked && len(fields) < models.MaxFields)
}

func (d *details) move(delta int) {
	d.at = move(d.page.label().Fields, d.at, delta)
	d.show()
	d.page.changed()
}

func (d *details) remove() {
	label := d.page.label()
	label.Fields = slices.Delete(slices.Clone(label.Fields), d.at, d.at+1)
	d.show()
	d.page.changed()
}

// beside puts two objects side by side, the first with a fixed width.
type beside struct{ first float32 }

func (b *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(b.first+objects[1].MinSize().Width, max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

func (b *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(b.first, size.Height))
	objects[1].Move(fyne.NewPos(b.first+theme.Gap, 0))
	objects[1].Resize(fyne.NewSize(max(0, size.Width-b.first-theme.Gap), size.Height))
}
