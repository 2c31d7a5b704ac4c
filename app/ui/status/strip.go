package status

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/meter"
	"glossator/app/ui/widgets/surface"
)

// Message is one sentence in the strip.
type Message struct {
	Text  string
	Alarm bool // something failed
	// Transient messages go away when the next action succeeds; others stay
	// until they are closed or replaced.
	Transient bool
	// Action names what a button offers, such as "Undo"; empty: no button.
	Action string
	// Run is what the button does.
	Run func()
	// Second names what another button offers; empty: there is none.
	Second string
	// RunSecond is what the other button does.
	RunSecond func()
	// Busy shows a progress bar; it is filled by [Strip.Progress].
	Busy bool
}

// Strip shows one message at a time and takes no room without one.
type Strip struct {
	back    *surface.Surface
	icon    *widget.Icon
	text    *widget.Label
	bar     *meter.Meter
	barBox  fyne.CanvasObject
	action  *widget.Button
	second  *widget.Button
	close   *widget.Button
	message Message
	row     *fyne.Container // sentence and buttons
	object  *fyne.Container
	resized func()
}

// NewStrip makes an empty strip. It calls resized when it comes, goes or needs
// another height.
func NewStrip(resized func()) *Strip {
	s := &Strip{
		resized: resized,
		icon:    widget.NewIcon(toolkit.InfoIcon()),
		text:    widget.NewLabel(""),
		bar:     meter.New(theme.ColorNameTrack),
		action:  widget.NewButton("", nil),
		second:  widget.NewButton("", nil),
	}
	s.text.Wrapping = fyne.TextWrapWord
	s.action.OnTapped = s.Act
	s.second.OnTapped = s.ActSecond
	s.close = widget.NewButtonWithIcon("", toolkit.CancelIcon(), s.Dismiss)
	s.close.Importance = widget.LowImportance
	s.barBox = container.NewGridWrap(fyne.NewSize(barWidth, barHeight), s.bar)
	s.row = container.NewBorder(nil, nil,
		container.NewHBox(gap(theme.Gap), s.icon),
		container.NewVBox(layout.NewSpacer(),
			container.NewHBox(container.NewCenter(s.barBox), s.second, s.action, s.close, gap(theme.Tight)), layout.NewSpacer()), s.text)
	s.back = surface.New(theme.ColorNameNotice, frame.New([]fyne.CanvasObject{widget.NewSeparator()},
		container.New(layout.NewCustomPaddedLayout(theme.Tight, theme.Tight, theme.Tight, 0), s.row), nil).Object())
	s.object = container.NewStack(s.back)
	s.object.Hide()
	return s
}

const (
	barWidth  = 160 // units
	barHeight = 20
)

// gap is a piece of empty room, in units.
func gap(width float32) fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(width, 0))
	return room
}

// Object returns what the window shows.
func (s *Strip) Object() fyne.CanvasObject { return s.object }

// Show replaces the message.
func (s *Strip) Show(message Message) {
	s.message = message
	s.text.SetText(message.Text)
	colour, icon := theme.ColorNameNotice, toolkit.InfoIcon()
	if message.Alarm {
		colour, icon = theme.ColorNameAlarm, toolkit.WarningIcon()
	}
	s.back.SetColour(colour)
	s.icon.SetResource(icon)
	setShown(s.barBox, message.Busy)
	setShown(s.action, message.Action != "")
	setShown(s.second, message.Second != "")
	setShown(s.close, !message.Busy)
	s.bar.Set(0, toolkit.ColorNamePrimary)
	s.action.SetText(message.Action)
	s.second.SetText(message.Second)
	s.row.Refresh() // another message may have other buttons at the same height
	s.object.Show()
	s.resized()
}

// Text returns the sentence on show, empty for none.
func (s *Strip) Text() string {
	if !s.object.Visible() {
		return ""
	}
	return s.message.Text
}

// Progress changes the sentence and fills the bar of a busy message.
func (s *Strip) Progress(text string, ratio float32) {
	if !s.message.Busy || !s.object.Visible() {
		return
	}
	s.message.Text = text
	s.text.SetText(text)
	s.bar.Set(ratio, toolkit.ColorNamePrimary)
}

// Succeeded takes a transient message away: what it said is out of date.
func (s *Strip) Succeeded() {
	if s.message.Transient {
		s.Dismiss()
	}
}

// Dismiss takes the message away.
func (s *Strip) Dismiss() {
	if !s.object.Visible() {
		return
	}
	s.message = Message{}
	s.object.Hide()
	s.resized()
}

// Act does what the button of the message does.
func (s *Strip) Act() { s.act(s.message.Run) }

// ActSecond does what the other button of the message does.
func (s *Strip) ActSecond() { s.act(s.message.RunSecond) }

func (s *Strip) act(run func()) {
	if !s.message.Busy {
		s.Dismiss()
	}
	if run != nil {
		run()
	}
}

func setShown(object fyne.CanvasObject, shown bool) {
	if shown {
		object.Show()
		return
	}
	object.Hide()
}
