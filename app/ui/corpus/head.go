package corpus

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// The marks of the column that the table is sorted by.
const (
	markUp   = " ˄"
	markDown = " ˅"
)

// head is the line of column titles. A title that is pressed sorts by its
// column; pressed again it turns the order round.
type head struct {
	titles []*title
	object *fyne.Container
}

func newHead(sort func(models.CorpusColumn), leave func()) *head {
	h := &head{}
	var cells []fyne.CanvasObject
	for _, c := range columns {
		t := newTitle(c, sort, leave)
		h.titles = append(h.titles, t)
		if c.by == "" {
			cells = append(cells, t.line) // nothing to press
			continue
		}
		cells = append(cells, t)
	}
	h.object = container.New(columnLayout{}, cells...)
	return h
}

// show marks the column that the table is sorted by.
func (h *head) show(by models.CorpusColumn, descending bool) {
	for _, t := range h.titles {
		switch {
		case t.column.by == "" || t.column.by != by:
			t.line.Set(t.column.title, theme.ColorNameQuiet, false)
		case descending:
			t.line.Set(t.column.title+markDown, toolkit.ColorNameForeground, true)
		default:
			t.line.Set(t.column.title+markUp, toolkit.ColorNameForeground, true)
		}
	}
}

// title is the title of one column.
type title struct {
	widget.BaseWidget

	column  column
	line    *textline.Line
	sort    func(models.CorpusColumn)
	leave   func()
	focused bool
}

var (
	_ fyne.Focusable     = (*title)(nil)
	_ desktop.Cursorable = (*title)(nil)
)

func newTitle(c column, sort func(models.CorpusColumn), leave func()) *title {
	t := &title{column: c, sort: sort, leave: leave,
		line: textline.New(c.title, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped is called by the toolkit.
func (t *title) Tapped(*fyne.PointEvent) { t.sort(t.column.by) }

// Cursor is called by the toolkit.
func (t *title) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is called by the toolkit.
func (t *title) FocusGained() { t.setFocused(true) }

// FocusLost is called by the toolkit.
func (t *title) FocusLost() { t.setFocused(false) }

func (t *title) setFocused(focused bool) {
	t.focused = focused
	if focused {
		t.line.SetColour(toolkit.ColorNamePrimary)
		return
	}
	t.line.SetColour(theme.ColorNameQuiet)
}

// TypedRune is called by the toolkit.
func (*title) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (t *title) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.sort(t.column.by)
	case fyne.KeyEscape:
		t.leave()
	default:
	}
}

// CreateRenderer is called by the toolkit.
func (t *title) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.line) }
