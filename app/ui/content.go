package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/surface"
)

// sentenceWidth is how wide a sentence is set in the middle of the window, in
// units.
const sentenceWidth = 640

// content is what the window holds: the pages of a project, the strip below
// them, and the status line at the foot.
type content struct {
	body  *fyne.Container // the panes and what stands in front of them
	foot  *fyne.Container // the status line
	strip *status.Strip
	frame *frame.Frame
	about status.Message // why no project is open; empty: none was asked for
}

func newContent() *content {
	c := &content{body: container.NewStack(), foot: container.NewStack()}
	c.strip = status.NewStrip(func() { c.frame.Arrange() })
	c.frame = frame.New(nil, c.body, []fyne.CanvasObject{c.strip.Object(), c.foot})
	return c
}

func (c *content) object() fyne.CanvasObject { return c.frame.Object() }

// show puts the pages of a project there.
func (c *content) show(d *desk) {
	c.about = status.Message{}
	c.body.Objects = []fyne.CanvasObject{d.around.Object(), d.table.Object(), d.fronts}
	c.foot.Objects = []fyne.CanvasObject{d.line.Object()}
	c.object().Refresh()
}

// clear offers to make a project or to open one, and before that what helps
// about the one that could not be opened.
func (c *content) clear(create, open func()) {
	title := widget.NewLabelWithStyle(locale.T(textNoProject), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	rows := container.NewVBox(title)
	if c.about.Text != "" {
		text := widget.NewLabelWithStyle(c.about.Text, fyne.TextAlignCenter, fyne.TextStyle{})
		text.Wrapping = fyne.TextWrapWord
		text.Resize(fyne.NewSize(sentenceWidth, 0)) // its height follows from the width
		rows.Add(container.NewCenter(container.NewGridWrap(fyne.NewSize(sentenceWidth, text.MinSize().Height), text)))
	}
	if c.about.Action != "" {
		first := widget.NewButton(c.about.Action, c.about.Run)
		first.Importance = widget.HighImportance
		offers := container.NewHBox(first)
		if c.about.Second != "" {
			offers.Add(widget.NewButton(c.about.Second, c.about.RunSecond))
		}
		rows.Add(container.NewCenter(offers))
		rows.Add(widget.NewLabel("")) // apart from what is always offered
	}
	rows.Add(container.NewCenter(container.NewHBox(
		widget.NewButton(locale.T(textNewProject), create), widget.NewButton(locale.T(textOpenProject), open))))
	c.body.Objects = []fyne.CanvasObject{surface.New(toolkit.ColorNameBackground,
		container.NewVBox(layout.NewSpacer(), rows, layout.NewSpacer()))}
	c.refresh()
}

// refresh follows what was shown or hidden.
func (c *content) refresh() { c.body.Refresh() }
