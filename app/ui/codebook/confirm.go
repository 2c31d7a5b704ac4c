package codebook

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/codebook"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/modal"
)

const (
	confirmWidth  float32 = 640
	confirmHeight float32 = 520
	changeLines           = 2
	askLines              = 4
)

// Confirmation shows what would change, and asks which labels mean something
// else from then on.
type Confirmation struct {
	page  *Page
	modal *modal.Modal
	means map[string]*widget.Check // by label key
	why   *modal.Entry
}

// Save shows what would change in the project; saving is up to the
// confirmation. A draft that cannot be used is said so at once.
func (p *Page) Save() { p.Confirm() }

// Confirm is Save, and returns the page over the window; nil when there is
// none.
func (p *Page) Confirm() *Confirmation {
	changes := codebook.Compare(p.draft.kept, p.draft.book)
	c := &Confirmation{page: p, means: map[string]*widget.Check{}}
	list := column.New(theme.Tight)
	for _, change := range changes {
		list.Add(excerpt.New("· "+locale.Say(change.Text), excerpt.Style{Lines: changeLines}))
	}
	if len(changes) == 0 {
		list.Add(excerpt.New(locale.T(textNothing), excerpt.Style{}))
	}
	body := column.New(theme.Inset, list)
	if possible := codebook.Changed(changes, p.draft.book); len(possible) > 0 {
		body.Add(c.question(possible))
	}
	problem := p.problem()
	if problem != "" {
		body.Add(excerpt.New(problem, excerpt.Style{Bold: true, Lines: askLines}))
	}
	c.modal = modal.New(locale.T(textChanges), container.NewVScroll(inset(body, theme.Tight)), p.actions.Over,
		modal.Button{Text: locale.T(textKeep)}, modal.Button{Text: locale.T(textConfirm), Primary: true, Press: c.Accept})
	if problem != "" {
		c.modal.Button(1).Disable()
	}
	c.modal.Resize(fyne.NewSize(confirmWidth, confirmHeight))
	p.actions.Cover(c.modal)
	return c
}

// question asks about every label whose wording differs.
func (c *Confirmation) question(keys []string) fyne.CanvasObject {
	box := column.New(theme.Tight, widget.NewSeparator(),
		excerpt.New(locale.T(textAsk), excerpt.Style{Colour: theme.ColorNameQuiet, Lines: askLines}))
	for _, key := range keys {
		label, _ := c.page.draft.book.Label(key)
		c.means[key] = widget.NewCheck(locale.T(textMeans, locale.Codebook(label.Name)), nil)
		box.Add(c.means[key])
	}
	c.why = modal.NewEntry("")
	c.why.SetPlaceHolder(locale.T(textWhy))
	box.Add(c.why)
	return box
}

// problem says what keeps the draft from being saved, empty: nothing.
func (p *Page) problem() string {
	for at := range p.draft.book.Labels {
		if other := p.taken(at); other != "" {
			return locale.Codebook(p.draft.book.Labels[at].Name) + ": " + locale.T(textTaken, other)
		}
	}
	if err := p.draft.book.Check(); err != nil {
		return locale.Explain(err)
	}
	return ""
}

// Mean ticks that a label means something else.
func (c *Confirmation) Mean(key string) {
	if check := c.means[key]; check != nil {
		check.SetChecked(true)
	}
}

// Saveable reports whether the draft can be saved as it is.
func (c *Confirmation) Saveable() bool { return !c.modal.Button(1).Disabled() }

// Accept saves.
func (c *Confirmation) Accept() {
	var changed []string
	for key, check := range c.means {
		if check.Checked {
			changed = append(changed, key)
		}
	}
	slices.Sort(changed)
	note := ""
	if c.why != nil {
		note = c.why.Text
	}
	c.modal.Hide()
	c.page.actions.Save(c.page.draft.book, changed, note)
}
