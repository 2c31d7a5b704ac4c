package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
)

var (
	_ fyne.Tappable      = (*Offer)(nil)
	_ desktop.Hoverable  = (*Offer)(nil)
	_ desktop.Cursorable = (*Offer)(nil)
	_ fyne.Accessible    = (*Offer)(nil)
)

// Proposal is what a row says about a proposed value.
type Proposal struct {
	Text    string          // at the right of the caption; empty: nothing is proposed
	Take    func()          // nil: the value is in the input already
	Hovered func(over bool) // the pointer is over the row, or has left it
}

// Offer is the word at the right of a caption that takes a proposed value. It
// never has the focus: Tab goes from input to input, and Enter in an empty one
// does the same.
type Offer struct {
	widget.BaseWidget

	proposal Proposal
	text     *canvas.Text
}

func newOffer() *Offer {
	o := &Offer{text: &canvas.Text{}}
	o.ExtendBaseWidget(o)
	return o
}

// Text returns the word.
func (o *Offer) Text() string { return o.proposal.Text }

func (o *Offer) set(p Proposal) {
	o.proposal = p
	o.Refresh()
}

// Tapped takes the value.
func (o *Offer) Tapped(*fyne.PointEvent) { call(o.proposal.Take) }

// MouseIn tells that the pointer is over it.
func (o *Offer) MouseIn(*desktop.MouseEvent) { o.over(true) }

// MouseMoved does nothing.
func (o *Offer) MouseMoved(*desktop.MouseEvent) {}

// MouseOut tells that the pointer has left it.
func (o *Offer) MouseOut() { o.over(false) }

func (o *Offer) over(over bool) {
	if o.proposal.Hovered != nil {
		o.proposal.Hovered(over)
	}
}

// Cursor is the hand where there is something to take.
func (o *Offer) Cursor() desktop.Cursor {
	if o.proposal.Take == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel is the word.
func (o *Offer) AccessibilityLabel() string { return o.proposal.Text }

// AccessibilityRole is that of a button where there is something to take.
func (o *Offer) AccessibilityRole() fyne.AccessibleRole {
	if o.proposal.Take == nil {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}

// CreateRenderer is called by the toolkit.
func (o *Offer) CreateRenderer() fyne.WidgetRenderer {
	r := &offerRenderer{WidgetRenderer: widget.NewSimpleRenderer(o.text), offer: o}
	r.paint()
	return r
}

type offerRenderer struct {
	fyne.WidgetRenderer

	offer *Offer
}

// leastTarget is the least side of what can be pressed, in units (WCAG 2.2,
// 2.5.8).
const leastTarget = 24

// MinSize is that of the word, made wide enough to press.
func (r *offerRenderer) MinSize() fyne.Size {
	size := r.offer.text.MinSize()
	return fyne.NewSize(max(size.Width, leastTarget), size.Height)
}

// Layout sets the word at the lower right, in line with the caption.
func (r *offerRenderer) Layout(size fyne.Size) {
	word := r.offer.text.MinSize()
	r.offer.text.Resize(word)
	r.offer.text.Move(fyne.NewPos(size.Width-word.Width, size.Height-word.Height))
}

// offerLayout sets the offer, the second object, at the right of the caption.
// The offer reaches up into the gap above the row, so that it can be pressed
// and the rows stay close.
type offerLayout struct{}

func (offerLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if objects[1].Visible() {
		offer := objects[1].MinSize()
		size = fyne.NewSize(size.Width+offer.Width, max(size.Height, offer.Height))
	}
	return size
}

func (offerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := float32(0)
	if objects[1].Visible() {
		width = objects[1].MinSize().Width
		height := max(size.Height, leastTarget)
		objects[1].Resize(fyne.NewSize(width, height))
		objects[1].Move(fyne.NewPos(size.Width-width, size.Height-height))
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(max(0, size.Width-width), size.Height))
}

func (r *offerRenderer) paint() {
	text := r.offer.text
	text.Text, text.TextSize = r.offer.proposal.Text, theme.Units(theme.SizeNameSmall)
	text.Color = theme.Colour(toolkit.ColorNamePrimary)
	if r.offer.proposal.Take == nil {
		text.Color = theme.Colour(theme.ColorNameQuiet)
	}
}

func (r *offerRenderer) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
}
