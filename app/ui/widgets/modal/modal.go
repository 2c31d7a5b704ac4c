// Package modal shows a page over the window until it is answered: a title, a
// content and buttons, set on one edge. Escape takes it away.
package modal

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/textline"
)

const (
	edge  = 24 // units around everything
	space = 16 // units between title, content and buttons
	gap   = 8  // units between buttons
)

// Button is one answer.
type Button struct {
	Text    string
	Primary bool   // what the page is for
	Press   func() // nil: only close
	Stay    bool   // the page stays; Press closes it when it wants to
}

// Modal is the page over the window.
type Modal struct {
	popup   *widget.PopUp
	over    fyne.Canvas
	buttons []*button
	closed  func()
}

// New makes a page; [Modal.Show] shows it.
func New(title string, content fyne.CanvasObject, over fyne.Canvas, buttons ...Button) *Modal {
	m := &Modal{over: over}
	row := container.New(layout.NewCustomPaddedHBoxLayout(gap), layout.NewSpacer())
	for _, answer := range buttons {
		b := m.button(answer)
		m.buttons = append(m.buttons, b)
		row.Add(b)
	}
	head := textline.New(title, textline.Look{
		Size: toolkit.SizeNameSubHeadingText, Style: fyne.TextStyle{Bold: true}, Whole: true,
	})
	body := frame.New([]fyne.CanvasObject{head}, padded(space, space, content), []fyne.CanvasObject{row})
	m.popup = widget.NewModalPopUp(container.New(
		layout.NewCustomPaddedLayout(edge, edge, edge, edge), body.Object()), over)
	return m
}

func padded(top, bottom float32, object fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, 0, 0), object)
}

func (m *Modal) button(answer Button) *button {
	b := &button{escape: m.Hide}
	b.Text = answer.Text
	if answer.Primary {
		b.Importance = widget.HighImportance
	}
	b.OnTapped = func() {
		if !answer.Stay {
			m.Hide()
		}
		if answer.Press != nil {
			answer.Press()
		}
	}
	b.ExtendBaseWidget(b)
	return b
}

// Button returns the button at an index, to enable, disable or rename it.
func (m *Modal) Button(index int) *widget.Button { return &m.buttons[index].Button }

// FocusButton gives the keyboard to the button at an index.
func (m *Modal) FocusButton(index int) { m.over.Focus(m.buttons[index]) }

// SetOnClosed calls closed whenever the page has gone.
func (m *Modal) SetOnClosed(closed func()) { m.closed = closed }

// Resize asks for a size in units. The page is never larger than the window,
// nor smaller than what it holds; it stays in the middle.
func (m *Modal) Resize(size fyne.Size) {
	room, least := m.over.Size(), m.popup.MinSize()
	m.popup.Resize(fyne.NewSize(
		max(least.Width, min(size.Width, room.Width)), max(least.Height, min(size.Height, room.Height))))
	if m.popup.Visible() { // else it will be shown in the middle
		size := m.popup.Size()
		m.popup.Move(fyne.NewPos((room.Width-size.Width)/2, (room.Height-size.Height)/2)) //nolint:mnd // half
	}
}

// Show shows the page.
func (m *Modal) Show() { m.popup.Show() }

// Shown reports whether the page is there.
func (m *Modal) Shown() bool { return m.popup.Visible() }

// Hide takes the page away.
func (m *Modal) Hide() {
	if !m.popup.Visible() {
		return
	}
	m.popup.Hide()
	if m.closed != nil {
		m.closed()
	}
}

// button closes the page with Escape also while it has the focus.
type button struct {
	widget.Button

	escape func()
}

// TypedKey is called by the toolkit.
func (b *button) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyEscape:
		b.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		b.Button.TypedKey(event)
	}
}
