package corpus

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// subset is the line that says which annotations alone are shown, with a button
// that shows all of them again.
type subset struct {
	about  *textline.Line
	object fyne.CanvasObject
}

func newSubset(widen func()) *subset {
	s := &subset{about: textline.New("", textline.Look{})}
	back := surface.New(theme.ColorNameNotice, container.NewBorder(nil, nil, nil, widget.NewButton(locale.T(textWiden), widen),
		inset(s.about, theme.Gap)))
	back.Radius = theme.Tight
	s.object = back
	s.object.Hide()
	return s
}

// show says which annotations are shown; nothing: all of them.
func (s *subset) show(about string) {
	if about == "" {
		s.object.Hide()
		return
	}
	s.about.SetText(locale.T(textOnly, about))
	s.object.Show()
}

// Narrow shows the annotations of a question only, until the user widens it
// again. about says which they are.
func (p *Page) Narrow(ask models.Corpus, about string) {
	p.filter.setPeople(p.ws.Annotators())
	p.filter.set(ask)
	p.ask.By, p.ask.Descending, p.ask.Subset = ask.By, ask.Descending, ask.Subset
	p.head.show(p.ask.By, p.ask.Descending)
	p.subset.show(about)
	p.filter.object.Refresh()
	p.content.Refresh()
	p.changed()
}

// Widen shows all annotations again.
func (p *Page) Widen() { p.Narrow(models.Corpus{By: p.ask.By, Descending: p.ask.Descending}, "") }

// Only returns what the page says about the annotations that it is narrowed down
// to; empty: it shows all.
func (p *Page) Only() string {
	if !p.subset.object.Visible() {
		return ""
	}
	return p.subset.about.Text()
}

// set puts a question into the inputs, without telling anybody.
func (f *filter) set(ask models.Corpus) {
	f.words.Text, f.dates.Text = ask.Words, ""
	f.label.put(slices.IndexFunc(f.labels, func(l models.Label) bool { return slices.Contains(ask.LabelKeys, l.Key) }) + 1)
	f.annotator.put(slices.IndexFunc(f.people, func(a models.Annotator) bool { return slices.Contains(ask.AnnotatorUIDs, a.UID) }) + 1)
	f.words.Refresh()
	f.dates.Refresh()
}

// put chooses the name at a place without telling anybody.
func (c *choice) put(place int) {
	c.Selected = c.Options[place]
	c.Refresh()
}
