package codebook

import (
	"image/color"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/badge"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

// preview is the form that a label of the draft would have.
type preview struct {
	shown  models.CodebookLabel
	place  int
	ready  bool
	body   *fyne.Container
	object fyne.CanvasObject
}

const (
	definitionLines = 6
	hintLines       = 2
)

func newPreview() *preview {
	p := &preview{body: column.New(theme.Gap)}
	title := excerpt.New(locale.T(textPreview), excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Bold: true})
	p.object = container.NewBorder(padded(title), nil, nil, nil, container.NewVScroll(padded(p.body)))
	return p
}

// show draws the form anew when it differs.
func (p *preview) show(label *models.CodebookLabel, place int) {
	if label == nil {
		p.ready = false
		p.put(excerpt.New(locale.T(textNoForm), excerpt.Style{Colour: theme.ColorNameQuiet, Lines: definitionLines}))
		return
	}
	if p.ready && place == p.place && reflect.DeepEqual(p.shown, *label) {
		return
	}
	p.shown, p.place, p.ready = *label, place, true
	ink := theme.Dyed(label.Color, place)
	tile := badge.New(label.Badge, func(dark bool) (color.Color, color.Color) { return ink.Solid(dark), ink.OnSolid(dark) })
	name := excerpt.New(locale.Codebook(label.Name), excerpt.Style{Bold: true})
	objects := []fyne.CanvasObject{
		container.NewBorder(nil, nil, tile, nil, container.New(layout.NewCustomPaddedLayout(2, 0, theme.Tight, 0), name)),
		excerpt.New(locale.Codebook(label.Definition),
			excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: definitionLines}),
	}
	if len(label.Fields) == 0 {
		objects = append(objects, excerpt.New(locale.T(textNoFields), excerpt.Style{Colour: theme.ColorNameQuiet}))
	}
	for _, f := range label.Fields {
		objects = append(objects, field.NewRow(locale.Codebook(f.Name), sample(f)))
		if f.Hint != "" {
			objects = append(objects, excerpt.New(locale.Codebook(f.Hint),
				excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: hintLines}))
		}
	}
	p.put(objects...)
}

func (p *preview) put(objects ...fyne.CanvasObject) {
	p.body.Objects = objects
	p.body.Refresh()
	column.Settle(p.body)
}

// sample is the input of a field, to be looked at only.
func sample(f models.CodebookField) field.Input {
	var input field.Input
	switch f.Type {
	case models.FieldChoice:
		options := make([]field.Option, 0, len(f.Options))
		for _, option := range f.Options {
			options = append(options, field.Option{Value: option, Words: option})
		}
		input = field.NewChoice("", options, field.Hooks{})
	case models.FieldBool:
		input = field.NewCheck("", field.Hooks{})
	case models.FieldText, models.FieldNumber, models.FieldDate, models.FieldPerson:
		input = field.NewEntry(locale.T(typeNames[f.Type]), field.Hooks{})
	default:
		input = field.NewEntry("", field.Hooks{})
	}
	return input
}
