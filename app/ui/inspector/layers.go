package inspector

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/moment"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/badge"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/workspace"
	"glossator/models"
)

const layerLines = 4

// layers shows what other annotators tagged, to read only.
type layers struct {
	labels []models.Label
	shown  []workspace.Annotation
	object *fyne.Container
}

func newLayers(labels []models.Label) *layers {
	l := &layers{labels: labels, object: column.New(theme.Gap)}
	l.object.Hide()
	return l
}

// show lists the annotations. The list is made anew only when it differs.
func (l *layers) show(others []workspace.Annotation) {
	show(l.object, len(others) > 0)
	same := slices.EqualFunc(l.shown, others, func(a, b workspace.Annotation) bool {
		return a.UID == b.UID && a.Version == b.Version && a.Annotator.Name == b.Annotator.Name
	})
	if len(others) == 0 || same {
		return
	}
	l.shown = slices.Clone(others)
	l.object.Objects = []fyne.CanvasObject{
		widget.NewSeparator(),
		excerpt.New(locale.T(textOthers), excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Bold: true}),
	}
	for _, other := range others {
		l.object.Add(l.line(other))
	}
}

func (l *layers) line(other workspace.Annotation) fyne.CanvasObject {
	rank := slices.IndexFunc(l.labels, func(label models.Label) bool { return label.ID == other.LabelID })
	who := textOther(other.Label.Name, other.Annotator.Name, moment.Text(other.CreatedAt, time.Now()))
	lines := column.New(0, excerpt.New(who, excerpt.Style{Lines: layerLines}))
	for _, text := range []string{summary(other.Label, other.Details), other.Note} {
		if text != "" {
			lines.Add(excerpt.New(text, excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: layerLines}))
		}
	}
	tile := badge.New(badgeOf(other.Label), badgeColours(other.Label, rank))
	return container.NewBorder(nil, nil, container.NewVBox(tile), nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, theme.Tight, 0), lines))
}

// summary lists details as "Who commits: the ministry; By when: 2030".
func summary(label models.Label, details []models.Detail) string {
	var parts []string
	for _, fd := range label.Fields {
		for _, d := range details {
			if d.FieldID == fd.ID {
				parts = append(parts, locale.Codebook(fd.Name)+": "+locale.Value(fd, d.ValueText))
			}
		}
	}
	return strings.Join(parts, "; ")
}
