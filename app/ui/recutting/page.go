// Package recutting is the page that says what segmenting an article again
// would change: the sentences as they are cut now, and as the present rules cut
// them.
package recutting

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
)

// The texts of the page.
//
//locale:texts
const (
	textTitle  = "Segment again"
	textCancel = "Cancel"
	textCut    = "Cut anew"
	headNow    = "Now"
	headThen   = "Then"
)

const (
	pageWidth  = 920 // units
	pageHeight = 640
	pageEdge   = 48  // units that the window shows around the page
	mostShown  = 100 // changes; the rest is counted
	modalEdges = 48  // units between the page and what it holds, both sides

	introLines    = 4
	sentenceLines = 12
)

// Actions is what the page needs from the window.
type Actions struct {
	Cut    func() // does it
	Closed func() // hears that the page is gone
}

// Page is the comparison over the window.
type Page struct {
	modal *modal.Modal
}

// New makes the page; [Page.Modal] shows it.
func New(plan workspace.Recut, over fyne.Canvas, actions Actions) *Page {
	p := &Page{}
	size := over.Size()
	size = fyne.NewSize(min(pageWidth, size.Width-pageEdge), min(pageHeight, size.Height-pageEdge))
	intro := excerpt.New(consequences(plan), excerpt.Style{Lines: introLines})
	changes := compared(plan)
	for _, object := range []fyne.CanvasObject{intro, changes} { // their height follows from their width
		object.Resize(fyne.NewSize(size.Width-modalEdges, object.MinSize().Height))
	}
	heads := container.New(halves{}, head(headNow), head(headThen))
	content := container.NewBorder(column.New(theme.Gap, intro, heads, widget.NewSeparator()), nil, nil, nil, container.NewVScroll(changes))
	p.modal = modal.New(locale.T(textTitle), content, over,
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textCut), Primary: true, Press: actions.Cut})
	p.modal.SetOnClosed(actions.Closed)
	p.modal.Resize(size)
	return p
}

func head(text string) fyne.CanvasObject {
	return textline.New(locale.T(text), textline.Look{Style: fyne.TextStyle{Bold: true}})
}

// halves sets two columns side by side, each as high as it needs to be.
type halves struct{}

// Layout is called by the toolkit.
func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - theme.Wide) / 2
	for i, object := range objects {
		object.Resize(fyne.NewSize(width, size.Height))
		object.Move(fyne.NewPos(float32(i)*(width+theme.Wide), 0))
	}
}

// MinSize is called by the toolkit.
func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+theme.Wide+right.Width, max(left.Height, right.Height))
}

// consequences says in a few sentences what would change.
func consequences(plan workspace.Recut) string {
	parts := []string{locale.N(len(plan.Blocks), "%s paragraph of “%s” would be cut otherwise.",
		"%s paragraphs of “%s” would be cut otherwise.", locale.Number(len(plan.Blocks)), plan.Article.Title)}
	if n := plan.Labels(); n > 0 {
		parts = append(parts, locale.N(n, "%s label goes to the sentence that shares the most text with its own.",
			"%s labels go to the sentences that share the most text with their own.", locale.Number(n)))
	}
	if plan.ByHand > 0 {
		parts = append(parts, locale.N(plan.ByHand, "%s paragraph stays as it is, because somebody has cut it by hand.",
			"%s paragraphs stay as they are, because somebody has cut them by hand.", locale.Number(plan.ByHand)))
	}
	return strings.Join(parts, " ")
}

// compared shows the sentences now and then side by side.
func compared(plan workspace.Recut) fyne.CanvasObject {
	rows := column.New(theme.Gap)
	count := 0
	for _, block := range plan.Blocks {
		for _, change := range block.Changes {
			if count++; count > mostShown {
				continue
			}
			rows.Add(container.New(halves{}, listed(change.Old), listed(change.New)))
			rows.Add(widget.NewSeparator())
		}
	}
	if left := count - mostShown; left > 0 {
		rows.Add(widget.NewLabel(locale.T("and %s more", locale.Number(left))))
	}
	return rows
}

// listed sets sentences one below the other.
func listed(sentences []string) fyne.CanvasObject {
	lines := column.New(theme.Tight)
	for _, sentence := range sentences {
		lines.Add(excerpt.New("• "+strings.Join(strings.Fields(sentence), " "), excerpt.Style{Lines: sentenceLines}))
	}
	return lines
}

// Modal returns the page for the window to show.
func (p *Page) Modal() *modal.Modal { return p.modal }

// Focus gives the keyboard to the button that cuts.
func (p *Page) Focus() { p.modal.FocusButton(1) }
