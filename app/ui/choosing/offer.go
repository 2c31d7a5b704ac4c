package choosing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/widgets/checklist"
	"glossator/app/workspace"
)

// The texts of the page.
//
//locale:texts
const (
	textTitle    = "Choose what to add"
	textAdd      = "Add"
	textCancel   = "Cancel"
	textAll      = "All"
	textNone     = "None"
	textNew      = "New ones"
	textKeys     = "Space: choose the article or not. Ctrl+A: all. Enter: add them."
	textPages    = "Get the whole page of each from its address on the web"
	textSame     = "Already there"
	textAddress  = "Same address"
	textLike     = "Nearly the same"
	textLink     = "Only a link"
	textFailed   = "Cannot be read"
	textLinkNote = "The file has no text of this article; it can be got from its address on the web."
	textNoText   = "The file has neither text nor address of this article."
)

// hasAddresses reports whether pages can be got at all.
func (p *Page) hasAddresses() bool { return slices.ContainsFunc(p.offers, onTheWeb) }

func onTheWeb(offer workspace.Offer) bool { return workspace.IsAddress(offer.Article.URL) }

// items returns the rows of the list.
func (p *Page) items() []checklist.Item {
	items := make([]checklist.Item, len(p.offers))
	for i, offer := range p.offers {
		items[i] = p.item(offer)
	}
	return items
}

func (p *Page) item(offer workspace.Offer) checklist.Item {
	item := checklist.Item{
		Title: titleOf(offer), Aside: locale.Written(offer.Article.PublishedOn), Note: oneLine(textOf(offer)),
		Quiet: offer.Have != nil || offer.Err != nil,
	}
	pages := p.pages.Checked && onTheWeb(offer)
	switch {
	case offer.Err != nil:
		item.Mark, item.Tone, item.Locked = locale.T(textFailed), widget.DangerImportance, true
	case offer.Same:
		item.Mark, item.Locked = locale.T(textSame), !pages
	case offer.Have != nil && offer.Have.SameAddress:
		item.Mark = locale.T(textAddress)
	case offer.Have != nil:
		item.Mark = locale.T(textLike)
	case offer.Opening == "":
		item.Mark = locale.T(textLink)
	}
	if offer.Opening == "" && !pages {
		item.Locked = true
	}
	return item
}

func titleOf(offer workspace.Offer) string {
	if offer.Article.Title == "" {
		return locale.T("Article %s", locale.Number(offer.Number))
	}
	return offer.Article.Title
}

// textOf is what there is to read of an offer before it is added.
func textOf(offer workspace.Offer) string {
	switch {
	case offer.Err != nil:
		return locale.Explain(offer.Err)
	case offer.Opening != "":
		return oneLine(offer.Opening)
	case onTheWeb(offer):
		return locale.T(textLinkNote)
	}
	return locale.T(textNoText)
}

// describe says what is known about an offer.
func describe(offer workspace.Offer) string {
	parts := make([]string, 0, 4) //nolint:mnd // at most
	for _, part := range []string{offer.Article.Author, offer.Article.Source, locale.Published(offer.Article.PublishedOn)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if offer.Sentences > 0 {
		parts = append(parts, locale.N(offer.Sentences, "%s sentence", "%s sentences", locale.Number(offer.Sentences)))
	}
	return strings.Join(parts, " · ")
}

// oneLine folds white space.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
