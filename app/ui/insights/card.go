package insights

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/chart"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/spots"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
)

// aboutLines is how many lines the words above a chart have at most.
const aboutLines = 2

// card is one insight: its title, what is counted or what the cursor is on, and
// the chart.
type card struct {
	page    *Page
	kind    workspace.InsightKind
	insight workspace.Insight
	asked   order // the picture that was asked for last
	areas   []chart.Area

	about   *textline.Line
	save    *widget.Button
	picture *spots.Picture
	empty   *excerpt.Excerpt
	object  fyne.CanvasObject
}

// order is what a picture depends on.
type order struct {
	width, height int
	round         int // of counting
	dark          bool
	look          chart.Look
}

func newCard(page *Page, kind workspace.InsightKind) *card {
	c := &card{page: page, kind: kind}
	title := textline.New(titleOf(kind), textline.Look{Style: fyne.TextStyle{Bold: true}})
	c.about = textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	c.save = widget.NewButton(locale.T(textSave), c.askSave)
	c.save.Importance = widget.LowImportance
	c.picture = spots.New(fyne.NewSize(0, standingHeight), spots.Actions{
		Draw: c.draw, Point: c.point, Press: c.press, Leave: page.actions.Leave, Key: page.key,
	})
	c.picture.SetLabel(titleOf(kind))
	c.empty = excerpt.New("", excerpt.Style{Colour: theme.ColorNameQuiet, Lines: aboutLines})
	head := container.NewBorder(nil, nil, nil, container.NewCenter(c.save), container.NewVBox(title, c.about))
	back := surface.New(theme.ColorNamePane, container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset),
		column.New(theme.Gap, head, c.picture, c.empty)))
	back.Radius = theme.Gap
	c.object = back
	c.show(workspace.Insight{Kind: kind})
	return c
}

// show takes other numbers over.
func (c *card) show(insight workspace.Insight) {
	c.insight = insight
	c.about.SetText(c.words())
	if len(insight.Bars) == 0 {
		c.about.Hide()
		c.empty.SetText(locale.T(subjects[c.kind].empty))
		c.empty.Show()
		c.picture.Hide()
		c.save.Hide()
		return
	}
	c.empty.Hide()
	c.about.Show()
	c.save.Show()
	c.picture.SetLeast(fyne.NewSize(0, heightOf(insight)))
	c.picture.Show()
	c.picture.Refresh()
}

// words say what the chart counts.
func (c *card) words() string {
	about := locale.T(subjects[c.kind].about)
	if c.insight.Left == 0 {
		return about
	}
	shown := len(c.insight.Bars)
	return about + " " + locale.T(textLeft, locale.Number(shown), locale.Number(shown+c.insight.Left))
}

// draw has the picture drawn beside the window's goroutine, unless it is under
// way.
func (c *card) draw(width, height int, scale float32) {
	p := c.page
	colours := onPane()
	wanted := order{width: width, height: height, round: p.round, dark: colours.dark, look: colours.look(p.face)}
	if wanted == c.asked || len(c.insight.Bars) == 0 {
		return
	}
	c.asked = wanted
	drawing := chartOf(c.insight, p.labels, colours)
	size := chart.Size{Width: float64(width) / float64(scale), Height: float64(height) / float64(scale)}
	p.reads.Do(func(context.Context) (func(), error) {
		picture, areas, err := drawing.Draw(wanted.look, size, float64(scale))
		return func() {
			if c.asked == wanted && err == nil {
				c.put(picture, areas)
			}
		}, err
	})
}

func (c *card) put(picture image.Image, areas []chart.Area) {
	c.areas = areas
	places := make([]spots.Spot, len(areas))
	for i, a := range areas {
		places[i] = spots.Spot{
			Position: fyne.NewPos(float32(a.Left), float32(a.Top)), Size: fyne.NewSize(float32(a.Right-a.Left), float32(a.Bottom-a.Top)),
		}
	}
	c.picture.Set(picture, places)
}

// point says what a bar counts.
func (c *card) point(spot int) {
	if spot < 0 || spot >= len(c.areas) {
		c.about.SetText(c.words())
		return
	}
	a := c.areas[spot]
	count := c.insight.Bars[a.Bar]
	text := locale.T(textBar, c.nameOfArea(a), locale.Number(count.Values[a.Series]))
	if note := noteOf(count); note != "" {
		text += " · " + note
	}
	c.about.SetText(text)
	c.picture.SetLabel(titleOf(c.kind) + ": " + text)
	c.page.reveal(c)
}

func (c *card) nameOfArea(a chart.Area) string {
	name := nameOf(c.kind, c.insight.Bars[a.Bar].Of)
	if len(c.insight.Series) > 1 {
		name += ", " + partOf(c.insight.Series[a.Series], c.page.labels)
	}
	return name
}

// press opens what a bar counts.
func (c *card) press(spot int) {
	if spot >= len(c.areas) {
		return
	}
	a := c.areas[spot]
	c.page.actions.Open(c.insight.Bars[a.Bar].Asks[a.Series], locale.T(textBar, titleOf(c.kind), nameOf(c.kind, c.insight.Bars[a.Bar].Of)))
}
