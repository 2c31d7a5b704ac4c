// Package pick is a list to choose one from that Escape leaves.
package pick

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Pick is the widget. Make it with [New].
type Pick struct {
	widget.Select

	leave func()
}

// New makes a list with its first name chosen. chosen hears of every other
// choice by its place, leave of the key Escape.
func New(names []string, chosen func(place int), leave func()) *Pick {
	p := &Pick{leave: leave}
	p.Options, p.Selected = names, names[0]
	p.OnChanged = func(string) { chosen(p.SelectedIndex()) }
	p.ExtendBaseWidget(p)
	return p
}

// Offer replaces the names. What is chosen stays where it is among them, else
// the first one is chosen; nobody hears of it.
func (p *Pick) Offer(names []string) {
	p.Options = names
	if !slices.Contains(names, p.Selected) {
		p.Selected = names[0]
	}
	p.Refresh()
}

// TypedKey is called by the toolkit.
func (p *Pick) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape {
		p.leave()
		return
	}
	p.Select.TypedKey(event)
}
