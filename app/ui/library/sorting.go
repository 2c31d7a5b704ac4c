package library

import (
	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/keyboard"
	"glossator/models"
)

// Order is one order of the list, as people read it.
type Order struct {
	Sort     models.ArticleSort
	Name     string // what the articles are sorted by
	Forward  string // which of them come first
	Backward string // the same for the other way round
}

// Orders are the orders of the list.
func Orders() []Order {
	return []Order{
		{models.SortAdded, locale.T("Date added"), locale.T("Last added first"), locale.T("First added first")},
		{models.SortTitle, locale.T("Title"), locale.T("Title, A to Z"), locale.T("Title, Z to A")},
		{models.SortDate, locale.T("Publication date"), locale.T("Newest first"), locale.T("Oldest first")},
		{models.SortProgress, locale.T("Progress"), locale.T("Least done first"), locale.T("Most done first")},
	}
}

// SortBy puts the list in an order; the same again turns it round.
func (p *Page) SortBy(sort models.ArticleSort) {
	filter := p.filter
	filter.Reverse = filter.Sort == sort && !filter.Reverse
	filter.Sort = sort
	p.SetFilter(filter)
}

// Sort returns the order of the list.
func (p *Page) Sort() models.ArticleSort { return p.filter.Sort }

// sortText says in which order the list is.
func sortText(filter models.ArticleFilter) string {
	for _, order := range Orders() {
		switch {
		case order.Sort != filter.Sort:
		case filter.Reverse:
			return order.Backward
		default:
			return order.Forward
		}
	}
	return ""
}

// newSortButton names the order and offers the others.
func (p *Page) newSortButton() *field.Button {
	var button *field.Button
	button = field.NewButton(sortText(p.filter), toolkit.IconNameArrowDropDown, func() { p.offerOrders(button) },
		field.Hooks{Done: p.actions.Leave})
	return button
}

func (p *Page) offerOrders(under fyne.CanvasObject) {
	menu := fyne.NewMenu("")
	for _, order := range Orders() {
		item := fyne.NewMenuItem(order.Name, func() { p.SortBy(order.Sort) })
		item.Checked = order.Sort == p.filter.Sort
		menu.Items = append(menu.Items, item)
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(under).AddXY(0, under.Size().Height+theme.Tight)
	widget.ShowPopUpMenuAtPosition(menu, keyboard.Canvas(under), at)
}
