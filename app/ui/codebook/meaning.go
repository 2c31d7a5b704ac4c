package codebook

import (
	"strings"

	"fyne.io/fyne/v2"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

// The heights of inputs, in lines of text.
const (
	definitionRows = 3
	listRows       = 3
	generalRows    = 8
)

// wording is a text of the draft in an input of several lines.
type wording struct {
	entry *field.Entry
	row   *field.Row
	get   func() string
}

// newWording makes an input; settle is called when it has grown.
func newWording(p *Page, caption string, rows int, get func() string, set func(string), settle func()) *wording {
	w := &wording{get: get}
	hooks := p.hooks(func() { set(w.entry.Value()) })
	hooks.Grown = settle
	w.entry = field.NewNote("", rows, hooks)
	w.row = field.NewRow(caption, w.entry)
	if p.locked {
		w.entry.Disable()
	}
	return w
}

func (w *wording) show() { w.entry.SetValue(w.get()) }

// lines reads a list, one item on each line.
func lines(text string) []string {
	var items []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			items = append(items, line)
		}
	}
	return items
}

// meaning says what a label takes in and leaves out.
type meaning struct {
	texts  []*wording
	object *fyne.Container
}

func newMeaning(p *Page) *meaning {
	m := &meaning{object: column.New(theme.Gap)}
	text := func(caption string, rows int, get func(*models.CodebookLabel) string, set func(*models.CodebookLabel, string)) {
		put := func(value string) {
			if label := p.label(); label != nil {
				set(label, value)
			}
		}
		w := newWording(p, locale.T(caption), rows, func() string { return get(p.label()) }, put, func() { settle(m.object) })
		m.texts = append(m.texts, w)
		m.object.Add(w.row)
	}
	list := func(caption string, of func(*models.CodebookLabel) *[]string) {
		text(caption, listRows, func(l *models.CodebookLabel) string { return strings.Join(*of(l), "\n") },
			func(l *models.CodebookLabel, value string) { *of(l) = lines(value) })
	}
	text(textDefinition, definitionRows, func(l *models.CodebookLabel) string { return l.Definition },
		func(l *models.CodebookLabel, value string) { l.Definition = strings.TrimSpace(value) })
	list(textInclude, func(l *models.CodebookLabel) *[]string { return &l.Include })
	list(textExclude, func(l *models.CodebookLabel) *[]string { return &l.Exclude })
	list(textPositive, func(l *models.CodebookLabel) *[]string { return &l.Positive })
	list(textNegative, func(l *models.CodebookLabel) *[]string { return &l.Negative })
	return m
}

func (m *meaning) show() {
	for _, w := range m.texts {
		w.show()
	}
	settle(m.object)
}

// general is the rules for all labels.
type general struct {
	texts  []*wording
	object *fyne.Container
}

func newGeneral(p *Page) *general {
	g := &general{object: column.New(theme.Wide)}
	list := func(caption string, of func() *[]string) {
		w := newWording(p, locale.T(caption), generalRows, func() string { return strings.Join(*of(), "\n") },
			func(value string) { *of() = lines(value) }, func() { settle(g.object) })
		g.texts = append(g.texts, w)
		g.object.Add(w.row)
	}
	list(textGeneral, func() *[]string { return &p.draft.book.General })
	list(textTieBreaks, func() *[]string { return &p.draft.book.TieBreaks })
	return g
}

func (g *general) show() {
	for _, w := range g.texts {
		w.show()
	}
	settle(g.object)
}
