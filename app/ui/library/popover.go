package library

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/caption"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/outline"
	"glossator/models"
)

// The captions of the popover.
const (
	captionState    = "Progress"
	captionLabel    = "Label"
	captionLayer    = "Annotator"
	captionNote     = "Has a note"
	captionSource   = "Source"
	captionLanguage = "Language"
	captionTopic    = "Topic"
	captionFrom     = "Published from"
	captionTo       = "until"
	hintDate        = "2024-05"
	popoverWidth    = 344 // units
	mostValues      = 60  // of a facet; who needs a rarer one types it into the search
)

// popover is the filter as a small form beside the list. Every change acts at
// once, so that one sees what it does.
type popover struct {
	page  *Page
	popup *widget.PopUp
	form  *fyne.Container
}

// ShowFilter opens the filter; the values to choose from are read first.
func (p *Page) ShowFilter() {
	p.reads.Do(func(ctx context.Context) (func(), error) {
		facets, err := p.ws.Facets(ctx)
		if err != nil {
			return nil, err
		}
		layers, err := p.ws.Layers(ctx)
		return func() {
			p.layers = nil
			for _, layer := range layers {
				p.layers = append(p.layers, option{layerValue(layer.ID), layer.Name})
			}
			p.openFilter(facets)
		}, err
	})
}

func layerValue(id int64) string { return strconv.FormatInt(id, 10) }

func (p *Page) openFilter(facets models.Facets) {
	canvas := keyboard.Canvas(p.content)
	if canvas == nil {
		return
	}
	v := &popover{page: p, form: container.New(layout.NewFormLayout())}
	v.build(facets)
	all := widget.NewButton(locale.T(textUnfilter), func() {
		v.popup.Hide()
		p.Unfilter()
	})
	content := container.NewVBox(v.form, container.NewHBox(layout.NewSpacer(), all))
	v.popup = widget.NewPopUp(container.New(layout.NewCustomPaddedLayout(theme.Inset, theme.Inset, theme.Inset, theme.Inset), content), canvas)
	v.popup.Resize(fyne.NewSize(popoverWidth, v.popup.MinSize().Height))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.filterButton)
	v.popup.ShowAtPosition(at.AddXY(0, p.filterButton.Size().Height+theme.Tight))
	p.actions.Cover(v.popup)
}

func (v *popover) build(facets models.Facets) {
	f := v.page.filter
	v.choice(locale.T(captionState), states(), string(f.State),
		func(f *models.ArticleFilter, value string) { f.State = models.ArticleState(value) })
	v.choice(locale.T(captionLabel), v.page.labelOptions(), f.LabelKey, func(f *models.ArticleFilter, value string) { f.LabelKey = value })
	layer := ""
	if f.LayerID != 0 {
		layer = layerValue(f.LayerID)
	}
	v.choice(locale.T(captionLayer), v.page.layers, layer, func(f *models.ArticleFilter, value string) {
		f.LayerID, _ = strconv.ParseInt(value, 10, 64) // empty: 0, anybody
	})
	note := widget.NewCheck(locale.T(captionNote), func(on bool) { v.change(func(f *models.ArticleFilter) { f.WithNote = on }) })
	note.Checked = f.WithNote
	v.row("", note)
	v.choice(locale.T(captionSource), values(facets.Sources, strings.Clone), f.Source,
		func(f *models.ArticleFilter, value string) { f.Source = value })
	v.choice(locale.T(captionLanguage), values(facets.Languages, languageName), f.Language,
		func(f *models.ArticleFilter, value string) { f.Language = value })
	v.choice(locale.T(captionTopic), values(facets.Topics, strings.Clone), f.Topic,
		func(f *models.ArticleFilter, value string) { f.Topic = value })
	v.date(locale.T(captionFrom), f.From, func(f *models.ArticleFilter, first, _ string) { f.From = first })
	v.date(locale.T(captionTo), f.To, func(f *models.ArticleFilter, _, last string) { f.To = last })
}

// values are the most frequent values of a facet with their counts.
func values(facets []models.Facet, name func(string) string) []option {
	options := make([]option, 0, min(len(facets), mostValues))
	for _, facet := range facets[:min(len(facets), mostValues)] {
		options = append(options, option{facet.Value, fmt.Sprintf("%s (%s)", name(facet.Value), locale.Number(facet.Count))})
	}
	return options
}

func (v *popover) change(edit func(*models.ArticleFilter)) {
	filter := v.page.filter
	edit(&filter)
	v.page.SetFilter(filter)
}

func (v *popover) row(words string, input fyne.CanvasObject) {
	v.form.Add(caption.New(words))
	v.form.Add(input)
}

// choice offers the values of one property; a value that is set and no longer
// there stays on offer.
func (v *popover) choice(words string, options []option, value string, set func(*models.ArticleFilter, string)) {
	options = append([]option{{"", locale.T(textAny)}}, options...)
	if nameOf(options, value) == value && value != "" {
		options = append(options, option{value, value})
	}
	names := make([]string, len(options))
	for i, o := range options {
		names[i] = o.name
	}
	box := widget.NewSelect(names, nil)
	box.SetSelected(nameOf(options, value))
	box.OnChanged = func(string) {
		v.change(func(f *models.ArticleFilter) { set(f, options[max(0, box.SelectedIndex())].value) })
	}
	v.row(words, outline.New(box))
}

// date takes a date of any precision. What cannot be read as one is shown so
// and asks for nothing.
func (v *popover) date(words, value string, set func(f *models.ArticleFilter, first, last string)) {
	entry := modal.NewEntry(value)
	entry.SetPlaceHolder(locale.T(hintDate))
	entry.Escape = func() { v.popup.Hide() }
	entry.Enter = entry.Escape
	entry.Validator = func(text string) error {
		_, err := models.ParseDate(text)
		if strings.TrimSpace(text) == "" {
			err = nil
		}
		return err
	}
	entry.OnChanged = func(text string) {
		iso, err := models.ParseDate(text)
		if err != nil {
			iso = ""
		}
		first, last, interval := strings.Cut(iso, "/")
		if !interval {
			last = first
		}
		v.change(func(f *models.ArticleFilter) { set(f, first, last) })
	}
	v.row(words, entry)
}
