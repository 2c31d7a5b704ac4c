package reviewing

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/badge"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

const (
	detailLines = 4
	judgedWidth = 3 // units, of the bar beside the layer that is judged
	joinParts   = " · "
)

// version is what one layer says about the sentence, as a block of the panel.
type version struct {
	page  *Page
	layer models.DifferenceLayer
	place int
}

func (v *version) object() fyne.CanvasObject {
	lines := column.New(theme.Tight, v.head())
	if len(v.layer.Annotations) == 0 {
		lines.Add(v.quiet(v.nothing()))
	}
	for _, annotation := range v.layer.Annotations {
		lines.Add(v.annotation(annotation))
	}
	bar := canvas.NewRectangle(color.Transparent)
	if v.place == v.page.judged {
		bar.FillColor = theme.Colour(toolkit.ColorNamePrimary)
	}
	bar.SetMinSize(fyne.NewSize(judgedWidth, 0))
	return container.NewBorder(nil, nil, bar, nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, 0), lines))
}

// head is the name with the button that takes this layer.
func (v *version) head() fyne.CanvasObject {
	parts := []string{v.layer.Annotator.Name}
	if v.layer.Annotator.UID == v.page.ws.Me().UID {
		parts = append(parts, locale.T(textYou))
	}
	if !v.layer.Finished {
		parts = append(parts, locale.T(textUnfinished))
	}
	text := strings.Join(parts, joinParts)
	uid := v.layer.Annotator.UID
	take := field.NewButton(locale.T(textTake, v.key()), "", func() { v.page.take(uid); v.page.actions.Focus() },
		field.Hooks{Done: v.page.actions.Focus})
	return container.NewBorder(nil, nil, nil, take, textline.New(text, textline.Look{Style: fyne.TextStyle{Bold: true}}))
}

// key is the key that takes this layer, or nothing.
func (v *version) key() string {
	switch {
	case v.layer.Annotator.UID == v.page.mine():
		return "["
	case v.place == v.page.judged:
		return "]"
	}
	return ""
}

func (v *version) nothing() string {
	if v.layer.Finished {
		return locale.T(textNothing)
	}
	return locale.T(textNoLabels)
}

func (v *version) quiet(text string) fyne.CanvasObject {
	return excerpt.New(text, excerpt.Style{Colour: theme.ColorNameQuiet, Lines: detailLines})
}

func (v *version) annotation(a models.DifferenceAnnotation) fyne.CanvasObject {
	label := v.page.label(a.Label)
	parts := []string{locale.Codebook(label.Name)}
	if a.Alone {
		parts = append(parts, locale.T(textAlone))
	}
	if a.Confidence == models.ConfidenceLow {
		parts = append(parts, locale.T(textLow))
	}
	text := strings.Join(parts, joinParts)
	lines := column.New(0, excerpt.New(text, excerpt.Style{Bold: a.Alone, Lines: detailLines}))
	for _, fd := range label.Fields {
		v.details(lines, a, fd)
	}
	if a.Note != "" {
		lines.Add(v.quiet("“" + a.Note + "”"))
	}
	return container.NewBorder(nil, nil, container.NewVBox(v.page.tile(label)), nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, 0), lines))
}

// details adds the values of one field, marked where another layer has others.
func (v *version) details(lines *fyne.Container, a models.DifferenceAnnotation, fd models.Field) {
	mine := values(a, fd)
	differs := a.Differs && v.page.differs(a.Label, fd)
	if mine == "" && !differs {
		return
	}
	shown := mine
	if shown == "" {
		shown = locale.T(textNoValue)
	}
	style := excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: detailLines}
	text := locale.T(textDetail, locale.Codebook(fd.Name), shown)
	if differs {
		text = locale.T(textDiffers, locale.Codebook(fd.Name), shown)
		style.Bold, style.Colour = true, toolkit.ColorNameWarning
	}
	lines.Add(excerpt.New(text, style))
}

// values joins the values of a field of an annotation.
func values(a models.DifferenceAnnotation, fd models.Field) string {
	var all []string
	for _, d := range a.Details {
		if d.Field == fd.Key && d.ValueText != "" {
			all = append(all, strings.Join(strings.Fields(locale.Value(fd, d.ValueText)), " "))
		}
	}
	return strings.Join(all, "; ")
}

// differs reports whether the layers that have a label fill in a field of it
// differently.
func (p *Page) differs(label string, fd models.Field) bool {
	var all []string
	for _, layer := range p.current.Layers {
		for _, a := range layer.Annotations {
			if a.Label == label {
				all = append(all, values(a, fd))
			}
		}
	}
	return len(all) > 1 && len(slices.Compact(all)) > 1
}

// tile is the badge of a label in its colour.
func (p *Page) tile(label models.Label) fyne.CanvasObject {
	rank := max(0, slices.IndexFunc(p.ws.Labels(), func(l models.Label) bool { return l.Key == label.Key }))
	ink := theme.Label(rank)
	return badge.New(p.actions.Badge(label), func(dark bool) (color.Color, color.Color) { return ink.Solid(dark), ink.OnSolid(dark) })
}
