package agreement

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/agreement"
	"glossator/app/ui/background"
	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/chip"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/outline"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// Sizes in units.
const (
	whoseWidth  = 320
	behindWidth = 360 // of the list of sentences
	proseLines  = 4
)

// Actions is what the page needs from the window.
type Actions struct {
	Open   func(articleUID string, sentenceID int64) // goes to a sentence
	Export func(workspace.AgreementFilter)           // asks where agreement.csv goes
	Leave  func()
}

// Page is the page in front of the panes.
type Page struct {
	ws      *workspace.Workspace
	reads   *background.Runner
	actions Actions
	cancel  func()

	seenToo bool
	result  workspace.Agreement
	groups  []group // whom one may look at; the first is everybody
	chosen  int
	round   int  // counts measurements, so that a late answer to an old one is dropped
	turn    int  // the same for what is asked about a number
	focused bool // the numbers had the keyboard since they came

	whose   *widget.Select
	choice  fyne.CanvasObject // whose, with what is around it
	export  *widget.Button
	side    fyne.CanvasObject // the sentences behind a number
	basis   *excerpt.Excerpt
	note    *excerpt.Excerpt
	grid    *grid
	plot    *plot
	matrix  *fyne.Container
	details *fyne.Container
	body    *fyne.Container
	empty   *fyne.Container
	scroll  *container.Scroll
	behind  *behind
	content fyne.CanvasObject
}

// group is some of the people with what was measured among them.
type group struct {
	name       string
	people     []models.Annotator // two, or everybody
	comparison agreement.Comparison
}

// pair reports whether two people are compared.
func (g group) pair() bool { return len(g.people) == 2 }

// New makes the page and begins to count.
func New(ws *workspace.Workspace, reads *background.Runner, post background.Poster, actions Actions) *Page {
	p := &Page{ws: ws, reads: reads, actions: actions}
	p.build()
	p.cancel = ws.Subscribe(func(event workspace.Event) {
		switch event.Kind {
		case workspace.ReviewChanged, workspace.LibraryChanged:
			post(p.measure)
		default:
		}
	})
	p.measure()
	return p
}

func (p *Page) build() {
	small := excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: proseLines}
	p.whose = widget.NewSelect(nil, func(string) { p.choose(p.whose.SelectedIndex()) })
	p.basis = excerpt.New(locale.T(textCounting), excerpt.Style{Bold: true, Lines: proseLines})
	p.note = excerpt.New("", small)
	p.grid = newGrid(p.openCell, p.actions.Leave)
	p.plot = newPlot()
	p.matrix, p.details = column.New(theme.Tight), column.New(theme.Tight)
	p.behind = newBehind(p)
	p.body = column.New(theme.Gap, p.grid, excerpt.New(locale.T(textWhy), small), p.note,
		heading(locale.T(textPlot)), p.plot, p.matrix, p.details)
	p.empty = newEmpty()
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, theme.Inset, 0, theme.Inset), p.body))
	p.scroll.Hide()
	p.empty.Hide()
	main := container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, theme.Gap, 0, 0), p.basis), nil, nil, nil,
		container.NewStack(p.scroll, p.empty))
	p.side = container.NewBorder(nil, nil, widget.NewSeparator(), nil, p.behind.object)
	p.content = surface.New(toolkit.ColorNameBackground, container.New(
		layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset),
		container.NewBorder(p.bar(), nil, nil, nil, container.New(&sideLayout{}, main, p.side))))
	for _, part := range []fyne.CanvasObject{p.choice, p.export, p.side} {
		part.Hide() // until it is known whether there is anything to compare
	}
}

func (p *Page) bar() fyne.CanvasObject {
	title := textline.New(locale.T(textTitle), textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true})
	var seen *chip.Chip
	seen = chip.New(chip.Face{Text: locale.T(textSeenToo)}, chipColours, chip.Actions{
		Toggle: func() {
			p.seenToo = !p.seenToo
			seen.SetOn(p.seenToo)
			p.measure()
		},
		Done: p.Focus,
	})
	p.choice = container.NewGridWrap(fyne.NewSize(whoseWidth, p.whose.MinSize().Height), outline.New(p.whose))
	p.export = widget.NewButton(locale.T(textExport), p.Export)
	left := container.New(layout.NewCustomPaddedHBoxLayout(theme.Inset), title, p.choice, container.NewCenter(seen))
	right := container.NewHBox(p.export, widget.NewButton(locale.T(textBack), p.actions.Leave))
	return container.New(layout.NewCustomPaddedLayout(0, theme.Gap, 0, 0), container.NewBorder(nil, nil, left, right))
}

func chipColours() chip.Colours {
	return chip.Colours{
		Fill:    theme.Colour(theme.ColorNameNotice),
		Solid:   theme.Colour(toolkit.ColorNamePrimary),
		OnSolid: theme.Colour(toolkit.ColorNameForegroundOnPrimary),
	}
}

func heading(text string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, 0, 0),
		textline.New(text, textline.Look{Style: fyne.TextStyle{Bold: true}}))
}

// newEmpty says what to do where there is nothing to compare.
func newEmpty() *fyne.Container {
	title := widget.NewLabelWithStyle(locale.T(textNothing), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	hint := widget.NewLabelWithStyle(locale.T(textHow), fyne.TextAlignCenter, fyne.TextStyle{})
	hint.Wrapping = fyne.TextWrapWord
	return container.NewVBox(layout.NewSpacer(), title, hint, layout.NewSpacer(), layout.NewSpacer())
}

// Object returns what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.content }

// Mode says that keys mean what they mean everywhere.
func (p *Page) Mode() command.Mode { return "" }

// Close ends the subscription.
func (p *Page) Close() {
	p.cancel()
	p.round++
	p.turn++
}

// Focus gives the keyboard to the numbers.
func (p *Page) Focus() {
	if c := keyboard.Canvas(p.grid); c != nil {
		c.Focus(p.grid)
	}
}

func (p *Page) filter() workspace.AgreementFilter {
	return workspace.AgreementFilter{SeenToo: p.seenToo}
}

// Export asks where the table of coefficients goes.
func (p *Page) Export() { p.actions.Export(p.filter()) }

// measure counts anew: at first without the intervals, which take longer.
func (p *Page) measure() {
	p.round++
	round := p.round
	for _, quick := range []bool{true, false} {
		ask := p.filter() // each round has its own: the worker reads it later
		ask.SkipIntervals = quick
		p.reads.Do(func(ctx context.Context) (func(), error) {
			result, err := p.ws.Agreement(ctx, ask)
			if err != nil {
				return nil, err
			}
			return func() { p.show(round, result) }, nil
		})
	}
}

func (p *Page) show(round int, result workspace.Agreement) {
	if round != p.round {
		return
	}
	p.result, p.groups = result, groupsOf(result)
	p.whose.Options = nil
	for _, g := range p.groups {
		p.whose.Options = append(p.whose.Options, g.name)
	}
	p.chosen = max(0, min(p.chosen, len(p.groups)-1))
	independent, seen := locale.Number(result.Independent), locale.Number(result.SeenFirst)
	if p.seenToo {
		p.basis.SetText(locale.T(textPractice, independent, seen))
	} else {
		p.basis.SetText(locale.T(textIndependent, independent, seen))
	}
	p.present()
}

// groupsOf lists whom one may look at: everybody, and each pair of more than
// two.
func groupsOf(result workspace.Agreement) []group {
	if len(result.People) < 2 {
		return nil
	}
	all := group{name: locale.T(textEverybody), people: result.People, comparison: result.Summary.Comparison}
	if all.pair() {
		all.name = locale.T(textPair, all.comparison.Names[0], all.comparison.Names[1])
	}
	groups := []group{all}
	names := result.Summary.Names
	for _, pair := range result.Summary.Pairs {
		g := group{name: locale.T(textPair, pair.Names[0], pair.Names[1]), comparison: pair}
		for _, name := range pair.Names {
			g.people = append(g.people, result.People[slices.Index(names, name)])
		}
		groups = append(groups, g)
	}
	return groups
}

func (p *Page) choose(at int) {
	if at < 0 || at == p.chosen {
		return
	}
	p.chosen = at
	p.present()
}

// group returns who is looked at; false when there is nobody to compare.
func (p *Page) group() (group, bool) {
	if p.chosen >= len(p.groups) || p.groups[p.chosen].comparison.Comparable == 0 {
		return group{}, false
	}
	return p.groups[p.chosen], true
}

// present shows the group that was chosen.
func (p *Page) present() {
	g, ok := p.group()
	show(p.scroll, ok)
	show(p.empty, !ok)
	show(p.choice, ok)
	show(p.export, ok)
	show(p.side, ok)
	show(p.basis, ok || p.result.Independent+p.result.SeenFirst > 0)
	if ok {
		p.whose.Selected = g.name
		p.whose.Refresh()
		p.grid.show(p.rows(g))
		p.plot.show(p.points(g))
		p.showMatrix()
		p.showDetails(g)
		p.note.SetText(intervals(g.comparison.Resampling))
		column.Settle(p.body)
	}
	p.content.Refresh()
	if ok && !p.focused {
		p.focused = true
		p.Focus()
	}
}

func show(object fyne.CanvasObject, visible bool) {
	if visible {
		object.Show()
		return
	}
	object.Hide()
}

// intervals says how the intervals were made.
func intervals(how agreement.Resampling) string {
	const fewestArticles, fewestSentences = 8, 20 // below them intervals say little, see package agreement
	level, draws := locale.Percent(how.Level, 0), locale.Number(how.Draws)
	switch {
	case how.Draws == 0:
		return locale.T(textNone, locale.Number(fewestSentences))
	case how.Unit == agreement.ResampleArticles:
		return locale.T(textArticles, level, draws)
	default:
		return locale.T(textSentences, level, draws, locale.Number(fewestArticles))
	}
}

// Basis returns what the page says the numbers rest on.
func (p *Page) Basis() string { return p.basis.Text() }

// sideLayout gives the second of two objects a fixed width at the right while it
// is visible.
type sideLayout struct{}

func (*sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := max(0, size.Width-behindWidth)
	if !objects[1].Visible() {
		width = size.Width
	}
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(width, 0))
	objects[1].Resize(fyne.NewSize(behindWidth, size.Height))
}

func (*sideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
