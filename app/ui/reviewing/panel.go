package reviewing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/surface"
	"glossator/models"
)

const proseLines = 6

// panel is what stands at the right of the text: the state, what each layer
// says, what shall stand, and what is asked for at the moment.
type panel struct {
	page *Page

	state      *state
	comparison *excerpt.Excerpt
	stale      *excerpt.Excerpt
	head       *fyne.Container
	layers     *fyne.Container
	decision   *decision
	question   *fyne.Container // the reasons, the details or the comment; empty: nothing is asked
	body       *fyne.Container
	scroll     *container.Scroll
	notice     *notice
	content    *fyne.Container
	object     fyne.CanvasObject
}

func newPanel(p *Page) *panel {
	small := excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: proseLines}
	n := &panel{page: p, state: newState(), comparison: excerpt.New("", small), layers: column.New(theme.Gap), question: column.New(0)}
	n.stale = excerpt.New(locale.T(textStale), excerpt.Style{Colour: toolkit.ColorNameWarning, Bold: true, Lines: proseLines})
	n.decision = newDecision(p)
	n.question.Hide()
	n.head = column.New(theme.Tight, n.state.object, n.comparison, n.stale)
	n.body = column.New(theme.Inset, n.head, n.layers, n.decision.object, n.question)
	n.scroll = container.NewVScroll(container.New(
		layout.NewCustomPaddedLayout(theme.Inset, theme.Inset, theme.Inset, theme.Inset), n.body))
	n.notice = newNotice(p.actions.OpenLabels)
	n.content = container.NewStack(n.scroll, n.notice.object)
	n.object = container.NewStack(surface.New(theme.ColorNamePane, n.content))
	return n
}

// show says everything about the difference on show.
func (n *panel) show() {
	p := n.page
	empty := len(p.subjects) == 0
	setShown(n.notice.object, empty)
	setShown(n.scroll, p.open && !empty)
	if !p.open || empty {
		return
	}
	made, _ := standing(p.current)
	n.state.show(signOf(p.current.State, made))
	said := locale.T(comparisons[p.current.Comparison])
	switch {
	case !p.known:
		said = locale.T(textNobody)
	case p.subject().check():
		said = ""
	}
	n.comparison.SetText(said)
	setShown(n.comparison, said != "")
	setShown(n.stale, p.current.State == models.ReviewStale)
	n.showLayers()
	n.decision.show()
	column.Settle(n.body)
	n.scroll.Refresh()
}

func (n *panel) showLayers() {
	p := n.page
	n.layers.Objects = nil
	for i, layer := range p.current.Layers {
		v := version{page: p, layer: layer, place: i}
		n.layers.Objects = append(n.layers.Objects, v.object())
	}
	setShown(n.layers, len(p.current.Layers) > 0)
}

// ask shows what is asked for below the decision, and gives it the keyboard.
func (n *panel) ask(question fyne.CanvasObject, first fyne.Focusable) {
	n.question.Objects = []fyne.CanvasObject{widget.NewSeparator(), question}
	n.question.Show()
	column.Settle(n.body)
	n.scroll.Refresh()
	n.scroll.ScrollToOffset(n.question.Position())
	if c := keyboard.Canvas(n.object); c != nil {
		c.Focus(first)
	}
}

// reveal scrolls to an input that got the keyboard.
func (n *panel) reveal(object fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(n.body).Y
	if low := top + object.MinSize().Height; top < n.scroll.Offset.Y || low > n.scroll.Offset.Y+n.scroll.Size().Height {
		n.scroll.ScrollToOffset(fyne.NewPos(0, top-n.scroll.Size().Height/2))
	}
}

// close takes the question away.
func (n *panel) close() {
	if !n.question.Visible() {
		return
	}
	n.question.Objects = nil
	n.question.Hide()
	column.Settle(n.body)
	n.page.actions.Focus()
}

// notice stands where there is nobody to check, and says what to do.
type notice struct{ object *fyne.Container }

func newNotice(open func()) *notice {
	title := widget.NewLabelWithStyle(locale.T(textEmptyTitle), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	hint := widget.NewLabelWithStyle(locale.T(textEmptyHint), fyne.TextAlignCenter, fyne.TextStyle{})
	title.Wrapping, hint.Wrapping = fyne.TextWrapWord, fyne.TextWrapWord
	button := widget.NewButton(locale.T(textOpenTags), open)
	return &notice{container.New(layout.NewCustomPaddedLayout(theme.Wide, theme.Wide, theme.Inset, theme.Inset),
		container.NewVBox(layout.NewSpacer(), title, hint, container.NewCenter(button), layout.NewSpacer(), layout.NewSpacer()))}
}
