package insights

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/chart"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
	"glossator/models"
)

// lying are the insights whose bars have long names and lie below one another.
var lying = map[workspace.InsightKind]bool{
	workspace.LabelsBySource: true, workspace.LabelsBySpeaker: true, workspace.StatisticsByUnit: true, workspace.AnnotatorProgress: true,
}

// Heights in units.
const (
	standingHeight = 280
	barHeight      = 30 // of a lying bar with the gap below it
	aroundBars     = 72 // the key and the axis
)

// heightOf is how high the chart of an insight is.
func heightOf(insight workspace.Insight) float32 {
	if lying[insight.Kind] {
		return float32(len(insight.Bars))*barHeight + aroundBars
	}
	return standingHeight
}

// partColours are those of series that are no labels, by their names in the
// theme.
var partColours = map[workspace.PartName]fyne.ThemeColorName{
	workspace.PartOverdue:   toolkit.ColorNameError,
	workspace.PartToCome:    toolkit.ColorNamePrimary,
	workspace.PartUndated:   theme.ColorNameQuiet,
	workspace.PartFinished:  toolkit.ColorNameSuccess,
	workspace.PartBegun:     toolkit.ColorNameWarning,
	workspace.PartUntouched: theme.ColorNameTrack,
}

// palette is the colours that a chart is drawn in: those of the window, or of a
// light page for paper.
type palette struct {
	colour func(fyne.ThemeColorName) color.Color
	dark   bool
}

// onPane is the colours of a card.
func onPane() palette {
	return palette{func(name fyne.ThemeColorName) color.Color {
		if name == toolkit.ColorNameBackground {
			name = theme.ColorNamePane
		}
		return theme.Colour(name)
	}, theme.IsDark()}
}

// onPaper is the colours of a chart in a file.
func onPaper() palette {
	light := theme.New(theme.Light)
	return palette{func(name fyne.ThemeColorName) color.Color { return light.Color(name, toolkit.VariantLight) }, false}
}

func (p palette) look(face *chart.Face) chart.Look {
	return chart.Look{
		Text: p.colour(toolkit.ColorNameForeground), Quiet: p.colour(theme.ColorNameQuiet), Grid: p.colour(theme.ColorNameTrack),
		Page: p.colour(toolkit.ColorNameBackground), Size: float64(theme.Units(theme.SizeNameSmall)), Face: face,
	}
}

// colourOf is the colour of a series.
func (p palette) colourOf(part workspace.Part, labels []models.Label) color.Color {
	place := slices.IndexFunc(labels, func(l models.Label) bool { return l.Key == part.LabelKey })
	if place >= 0 {
		return theme.Dyed(labels[place].Color, place).Solid(p.dark)
	}
	return p.colour(partColours[part.Name])
}

// chartOf is the chart of an insight.
func chartOf(insight workspace.Insight, labels []models.Label, p palette) chart.Chart {
	c := chart.Chart{Lying: lying[insight.Kind], Format: func(value float64) string { return locale.Number(int64(value)) }}
	for _, part := range insight.Series {
		c.Series = append(c.Series, chart.Series{Name: partOf(part, labels), Colour: p.colourOf(part, labels)})
	}
	for _, count := range insight.Bars {
		bar := chart.Bar{Name: markOf(insight.Kind, count.Of), Note: noteOf(count)}
		for _, value := range count.Values {
			bar.Values = append(bar.Values, float64(value))
		}
		c.Bars = append(c.Bars, bar)
	}
	return c
}
