package library

import (
	"strings"

	"glossator/app/ui/locale"
	"glossator/models"
)

// The texts of the filter.
const (
	textFilter    = "Filter"
	textUnfilter  = "Show all"
	textAny       = "Any"
	textNoted     = "with a note"
	textLanguage0 = "Unknown language"
	textFrom      = "from %s"
	textUntil     = "until %s"
	summaryJoin   = " · "
)

// States are the states of an article, as people read them.
func states() []option {
	return []option{
		{string(models.StateUntouched), locale.T("Not started")},
		{string(models.StateInProgress), locale.T("In progress")},
		{string(models.StateFinished), locale.T("Finished")},
	}
}

// option is one value that a filter may ask for.
type option struct{ value, name string }

// nameOf returns what people read for a value.
func nameOf(options []option, value string) string {
	for _, o := range options {
		if o.value == value {
			return o.name
		}
	}
	return value
}

// Filter returns what the list shows and in which order.
func (p *Page) Filter() models.ArticleFilter { return p.filter }

// SetFilter shows what a filter lets through, in its order. Nothing stays
// chosen that may have left the list.
func (p *Page) SetFilter(filter models.ArticleFilter) {
	if filter == p.filter {
		return
	}
	p.filter = filter
	p.round++
	p.fresh = true
	p.shelf.wanted = []int{0}
	p.ClearSelection()
	p.showFilter()
	p.read()
}

// Unfilter shows every article in the order as it is.
func (p *Page) Unfilter() {
	p.field.SetText("")
	p.SetFilter(models.ArticleFilter{Sort: p.filter.Sort, Reverse: p.filter.Reverse})
}

// showFilter says above the list what it leaves out, and in which order it is.
func (p *Page) showFilter() {
	p.sort.Set(sortText(p.filter), p.sort.Icon())
	p.summary.SetText(p.summarise(p.filter))
	if p.filter.Narrows() {
		p.narrowed.Show()
	} else {
		p.narrowed.Hide()
	}
	p.frame.Refresh()
}

// summarise says in one line what a filter asks for.
func (p *Page) summarise(f models.ArticleFilter) string {
	var parts []string
	add := func(part string) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	add(nameOf(states(), string(f.State)))
	add(nameOf(p.labelOptions(), f.LabelKey))
	if f.LayerID != 0 {
		add(nameOf(p.layers, layerValue(f.LayerID)))
	}
	if f.WithNote {
		add(locale.T(textNoted))
	}
	add(f.Source)
	if f.Language != "" {
		add(languageName(f.Language))
	}
	add(f.Topic)
	if f.From != "" {
		add(locale.T(textFrom, f.From))
	}
	if f.To != "" {
		add(locale.T(textUntil, f.To))
	}
	return strings.Join(parts, summaryJoin)
}

func (p *Page) labelOptions() []option {
	var options []option
	for _, label := range p.ws.Labels() {
		options = append(options, option{label.Key, locale.Codebook(label.Name)})
	}
	return options
}

func languageName(code string) string {
	if code == models.LanguageUnknown {
		return locale.T(textLanguage0)
	}
	return locale.T(models.LanguageName(code))
}
