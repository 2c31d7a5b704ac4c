// Package incoming is the page that shows what a file of annotations would
// change in the project, before anything is changed.
package incoming

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
)

const (
	dialogWidth  = 860 // units
	dialogHeight = 640
	applyButton  = 1
)

// Actions is what the page needs from the window.
type Actions struct {
	// Apply takes the rows over and shows how it goes.
	Apply func(workspace.Coming, workspace.ComingOptions)
	// Closed hears that the page is gone.
	Closed func()
}

// Page is the dialog.
type Page struct {
	ws      *workspace.Workspace
	reads   *background.Runner
	actions Actions

	coming  workspace.Coming
	options workspace.ComingOptions
	labels  map[string]string // names by key
	listed  []int             // the rows of the list, by their index

	modal   *modal.Modal
	counts  *textline.Line
	notices *widget.Label
	kinds   *widget.RadioGroup
	loose   *widget.Check
	same    *widget.Check
	list    *widget.List
	none    *textline.Line
}

// Show opens the page over a window for a file that was read.
func Show(ws *workspace.Workspace, reads *background.Runner, window fyne.Window, coming workspace.Coming, actions Actions) *Page {
	p := &Page{ws: ws, reads: reads, actions: actions, coming: coming, labels: map[string]string{}}
	for _, label := range ws.Labels() {
		p.labels[label.Key] = locale.Codebook(label.Name)
	}
	p.build()
	p.modal = modal.New(locale.T(textTitle), p.content(), window.Canvas(), modal.Button{Text: locale.T(textCancel)},
		modal.Button{Text: locale.T(textApply), Primary: true, Stay: true, Press: p.Apply})
	p.modal.SetOnClosed(actions.Closed)
	p.modal.Resize(fyne.NewSize(dialogWidth, dialogHeight))
	p.show()
	p.modal.Show()
	window.Canvas().Focus(p.list)
	return p
}

func (p *Page) build() {
	p.counts = textline.New("", textline.Look{Style: fyne.TextStyle{Bold: true}})
	p.notices = widget.NewLabel("")
	p.notices.Wrapping = fyne.TextWrapWord
	p.kinds = widget.NewRadioGroup(nil, func(string) { p.narrow() })
	p.kinds.Horizontal, p.kinds.Required = true, true
	p.loose = widget.NewCheck("", func(on bool) {
		p.options.Loose = on
		p.compare()
	})
	p.same = widget.NewCheck("", func(on bool) {
		p.options.SamePeople = on
		p.compare()
	})
	p.none = textline.New("", textline.Look{Colour: theme.ColorNameQuiet})
	lines := map[fyne.CanvasObject]*line{}
	p.list = widget.NewList(func() int { return len(p.listed) }, func() fyne.CanvasObject {
		l := newLine()
		lines[l.object] = l
		return l.object
	}, func(id widget.ListItemID, object fyne.CanvasObject) {
		lines[object].show(tell(&p.coming.Result.Rows[p.listed[id]], p.labels))
	})
	p.list.HideSeparators = false
}

func (p *Page) content() fyne.CanvasObject {
	intro := textline.NewLines(2, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	intro.Set(locale.T(textIntro), false)
	file := textline.New(p.coming.File.Path, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	head := container.NewVBox(file, intro, p.counts, flush(p.notices), p.same, p.loose, p.kinds)
	return container.NewBorder(head, nil, nil, nil, container.NewStack(p.list, container.NewCenter(p.none)))
}

// flush sets a text on the edge of its neighbours: the toolkit indents it.
func flush(text fyne.CanvasObject) fyne.CanvasObject {
	const indent = 8 // units
	return container.New(layout.NewCustomPaddedLayout(-indent, -indent, -indent, -indent), text)
}

// compare asks again what the file would do, with other answers.
func (p *Page) compare() {
	options, coming := p.options, p.coming
	p.modal.Button(applyButton).Disable()
	p.reads.Do(func(ctx context.Context) (func(), error) {
		coming, err := p.ws.Compare(ctx, coming, options)
		if err != nil {
			return p.Hide, err
		}
		return func() {
			p.coming = coming
			p.show()
		}, nil
	})
}

// show shows what the file would do.
func (p *Page) show() {
	r := &p.coming.Result
	p.counts.SetText(p.Counts())
	p.notices.SetText(p.said())
	p.notices.Hidden = p.notices.Text == ""
	p.loose.Hidden = r.Unsure == 0 && !p.options.Loose
	p.loose.Text = locale.T(textLoose, locale.Number(r.Unsure))
	if p.options.Loose {
		p.loose.Text = locale.T(textLoose, locale.Number(p.looselyMatched()))
	}
	p.loose.Refresh()
	p.same.Hidden = len(r.SameNames) == 0
	if len(r.SameNames) > 0 {
		p.same.Text = locale.T(textSame, strings.Join(r.SameNames, ", "), strings.Join(r.SameNames, ", "))
		p.same.Refresh()
	}
	p.offerKinds()
	p.modal.Button(applyButton).Disable()
	if r.Changed+r.New > 0 {
		p.modal.Button(applyButton).Enable()
	}
}

func (p *Page) looselyMatched() int {
	n := 0
	for i := range p.coming.Result.Rows {
		if row := &p.coming.Result.Rows[i]; row.Way == workspace.ByLooseText && row.State != workspace.ComingUnmatched {
			n++
		}
	}
	return n
}

// Counts says how many rows of each kind there are.
func (p *Page) Counts() string {
	r := &p.coming.Result
	return locale.T("%s changed, %s new, %s not imported, %s the same", locale.Number(r.Changed), locale.Number(r.New),
		locale.Number(r.Unmatched+r.Unsure), locale.Number(r.Same))
}

// said is what is to be known about the file as a whole.
func (p *Page) said() string {
	var sentences []string
	add := func(sentence string) { sentences = append(sentences, sentence) }
	if p.coming.Result.Changed+p.coming.Result.New+p.coming.Result.Unmatched+p.coming.Result.Unsure == 0 {
		add(locale.T(textNothing))
	}
	for _, notice := range p.coming.File.Notices {
		add(locale.Say(notice))
	}
	for _, notice := range p.coming.Result.Notices() {
		add(locale.Say(notice))
	}
	if n := len(p.coming.Result.Articles); n > 0 {
		add(locale.T(textArticles, locale.Number(n)))
	}
	return strings.Join(sentences, " ")
}

// offerKinds offers the kinds of rows that there are, with their numbers.
func (p *Page) offerKinds() {
	chosen := p.kinds.Selected
	names := []string{locale.T(textAll)}
	for _, g := range groups {
		names = append(names, locale.T(g.name))
	}
	p.kinds.Options = names
	p.kinds.Selected = names[0]
	for _, name := range names {
		if name == chosen {
			p.kinds.Selected = name
		}
	}
	p.kinds.Refresh()
	p.narrow()
}

// narrow lists the rows of the chosen kind; those that are the same are never
// listed.
func (p *Page) narrow() {
	p.listed = p.listed[:0]
	for i := range p.coming.Result.Rows {
		state := p.coming.Result.Rows[i].State
		for _, g := range groups {
			if g.has(state) && (p.kinds.Selected == locale.T(g.name) || p.kinds.Selected == locale.T(textAll)) {
				p.listed = append(p.listed, i)
			}
		}
	}
	p.none.SetText("")
	if len(p.listed) == 0 {
		p.none.SetText(locale.T(textNone))
	}
	p.list.UnselectAll()
	p.list.ScrollToTop()
	p.list.Refresh()
}

// Rows returns the words of the rows on the list.
func (p *Page) Rows() []string {
	var rows []string
	for _, i := range p.listed {
		t := tell(&p.coming.Result.Rows[i], p.labels)
		rows = append(rows, t.state+" "+t.label+" "+t.text+" "+t.below)
	}
	return rows
}

// Narrow chooses a kind of rows by its place; 0 is all.
func (p *Page) Narrow(kind int) { p.kinds.SetSelected(p.kinds.Options[kind]) }

// TakeLoose answers whether white space counts.
func (p *Page) TakeLoose(on bool) { p.loose.SetChecked(on) }

// Apply takes the rows over, as the button does.
func (p *Page) Apply() {
	if p.coming.Result.Changed+p.coming.Result.New == 0 {
		return
	}
	p.modal.Hide()
	p.actions.Apply(p.coming, p.options)
}

// Hide closes the page.
func (p *Page) Hide() { p.modal.Hide() }
