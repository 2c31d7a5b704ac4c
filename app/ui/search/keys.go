package search

import (
	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
)

// typedKey acts on the keys that are not for the field.
func (p *Page) typedKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape:
		p.Hide()
	case fyne.KeyDown:
		p.move(1, 1)
	case fyne.KeyUp:
		p.move(-1, 1)
	case fyne.KeyPageDown:
		p.move(1, leap)
	case fyne.KeyPageUp:
		p.move(-1, leap)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.open(p.at)
	default:
		return false
	}
	return true
}

func (p *Page) move(by, steps int) {
	for range steps {
		p.at = p.found.next(p.at, by)
	}
	if p.at >= 0 {
		p.list.ScrollTo(p.at)
	}
	p.list.Refresh()
}

// tapped opens a result; the head of a group stands for its first sentence.
func (p *Page) tapped(index widget.ListItemID) {
	p.list.UnselectAll()
	if index < len(p.found.items) && !p.found.items[index].opens() {
		index++
	}
	p.open(index)
}

func (p *Page) open(index int) {
	if index < 0 || index >= len(p.found.items) || p.found.words != p.words {
		return
	}
	p.at = index
	chosen := p.found.items[index]
	sentence := int64(0)
	if chosen.hit != nil {
		sentence = chosen.hit.Sentence.ID
	}
	p.Hide()
	p.actions.Open(chosen.article.UID, sentence)
}

// field is the text field of the page; it leaves some keys to the results.
type field struct {
	widget.Entry

	keys func(fyne.KeyName) bool
}

func newField(keys func(fyne.KeyName) bool) *field {
	f := &field{keys: keys}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(locale.T(textField))
	f.SetIcon(toolkit.SearchIcon())
	return f
}

// TypedKey is called by the toolkit.
func (f *field) TypedKey(event *fyne.KeyEvent) {
	if !f.keys(event.Name) {
		f.Entry.TypedKey(event)
	}
}

// sentences writes how many sentences there are.
func sentences(n int) string { return locale.N(n, "%s sentence", "%s sentences", locale.Number(n)) }

// articles writes how many articles there are.
func articles(n int) string { return locale.N(n, "%s article", "%s articles", locale.Number(n)) }
