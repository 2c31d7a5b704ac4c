package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
)

var _ desktop.Hoverable = (*Row)(nil)

// Tone says how a word about a value is meant.
type Tone int

// The tones.
const (
	Plain   Tone = iota // how the value was understood
	Warning             // the value could not be understood
)

const (
	rowGap       = 1
	inputPlace   = 1 // of the input among the parts of a row
	messageLines = 4
)

// toneColours are the colours of the words below an input. A warning also
// differs by its wording, so colour is not all that tells them apart.
var toneColours = map[Tone]fyne.ThemeColorName{
	Plain:   theme.ColorNameQuiet,
	Warning: toolkit.ColorNameWarning,
}

// Row is an input with its caption above and a word about its value below.
type Row struct {
	widget.BaseWidget

	input   Input
	caption *excerpt.Excerpt
	offer   *Offer // nil: nothing was proposed yet
	tone    *tone  // of the input; nil: nothing was proposed yet
	message *excerpt.Excerpt
	head    *fyne.Container
	stack   *fyne.Container
}

// NewRow makes a row.
func NewRow(caption string, input Input) *Row {
	r := &Row{
		input:   input,
		caption: excerpt.New(caption, excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet}),
		message: excerpt.New("", excerpt.Style{Size: theme.SizeNameSmall, Lines: messageLines}),
	}
	r.message.Hide()
	r.head = container.NewStack(r.caption)
	r.stack = column.New(rowGap, r.head, input, r.message)
	r.ExtendBaseWidget(r)
	return r
}

// Input returns the input of the row.
func (r *Row) Input() Input { return r.input }

// Caption returns the text above the input.
func (r *Row) Caption() string { return r.caption.Text() }

// Message returns the text below the input, or "".
func (r *Row) Message() string { return r.message.Text() }

// SetMessage shows a text below the input, or none. The row may become higher
// or lower by it.
func (r *Row) SetMessage(text string, tone Tone) {
	if text == r.message.Text() {
		return
	}
	r.message.SetColour(toneColours[tone])
	r.message.SetText(text)
	if text == "" {
		r.message.Hide()
	} else {
		r.message.Show()
	}
	column.Settle(r.stack)
}

// Offer returns the word about a proposed value, nil when there is none.
func (r *Row) Offer() *Offer {
	if r.offer == nil || !r.offer.Visible() {
		return nil
	}
	return r.offer
}

// SetProposal shows a word about a proposed value and the value lighter, or
// neither.
func (r *Row) SetProposal(p Proposal) {
	if r.offer == nil {
		if p.Text == "" {
			return
		}
		r.offer = newOffer()
		r.head.Layout = offerLayout{}
		r.head.Add(r.offer)
		r.tone = newTone(r.input)
		r.stack.Objects[inputPlace] = r.tone.object
	}
	r.tone.set(p.Text != "")
	r.offer.set(p)
	if p.Text == "" {
		r.offer.Hide()
	} else {
		r.offer.Show()
	}
	column.Settle(r.stack)
}

// MouseIn tells that the pointer is over the row.
func (r *Row) MouseIn(*desktop.MouseEvent) { r.over(true) }

// MouseMoved does nothing.
func (r *Row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut tells that the pointer has left the row.
func (r *Row) MouseOut() { r.over(false) }

func (r *Row) over(over bool) {
	if offer := r.Offer(); offer != nil {
		offer.over(over)
	}
}

// CreateRenderer is called by Fyne.
func (r *Row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.stack) }
