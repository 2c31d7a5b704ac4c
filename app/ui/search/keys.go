package search

import (
	"strconv"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
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
	f.SetPlaceHolder(textField)
	f.SetIcon(toolkit.SearchIcon())
	return f
}

// TypedKey is called by the toolkit.
func (f *field) TypedKey(event *fyne.KeyEvent) {
	if !f.keys(event.Name) {
		f.Entry.TypedKey(event)
	}
}

// count writes how many of something there are.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(n) + " " + many
}

// grouped writes a number with its thousands apart.
func grouped(n int) string {
	const group = 3
	digits := strconv.Itoa(n)
	for i := len(digits) - group; i > 0; i -= group {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
