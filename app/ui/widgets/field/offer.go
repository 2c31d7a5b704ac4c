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
