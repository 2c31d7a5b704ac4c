// Package tabs shows one of several pages under a line of their names.
package tabs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/surface"
)

// Page is one of the pages.
type Page struct {
	Title  string
	Object fyne.CanvasObject
}

// Tabs is the widget. Its methods belong on the window's goroutine.
type Tabs struct {
	// OnChanged hears of the page that came to the front.
	OnChanged func(page int)

	names   []*name
	pages   []Page
	current int
	object  fyne.CanvasObject
}

// New shows the first of the pages.
func New(pages ...Page) *Tabs {
	t := &Tabs{pages: pages}
	bar, stack := container.NewHBox(), container.NewStack()
	for i, page := range pages {
		made := newName(page.Title, func() { t.Select(i) })
		t.names = append(t.names, made)
		bar.Add(made)
		stack.Add(page.Object)
	}
	t.show()
	head := surface.New(theme.ColorNamePane,
		container.New(layout.NewCustomPaddedLayout(0, 0, theme.Inset-namePad, theme.Inset-namePad), bar))
	t.object = frame.New([]fyne.CanvasObject{head}, stack, nil).Object()
	return t
}

// Object returns what the window shows.
func (t *Tabs) Object() fyne.CanvasObject { return t.object }

// Current returns the page in front, from 0.
func (t *Tabs) Current() int { return t.current }

// Select brings a page to the front.
func (t *Tabs) Select(page int) {
	if page == t.current || page < 0 || page >= len(t.pages) {
		return
	}
	t.current = page
	t.show()
	if t.OnChanged != nil {
		t.OnChanged(page)
	}
}

func (t *Tabs) show() {
	for i, page := range t.pages {
		front := i == t.current
		t.names[i].setFront(front)
		switch {
		case front == page.Object.Visible():
		case front:
			page.Object.Show()
		default:
			page.Object.Hide()
		}
	}
}
