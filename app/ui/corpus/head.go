package corpus

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/locale"
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
			t.line.Set(locale.T(t.column.title), theme.ColorNameQuiet, false)
		case descending:
			t.line.Set(locale.T(t.column.title)+markDown, toolkit.ColorNameForeground, true)
		default:
			t.line.Set(locale.T(t.column.title)+markUp, toolkit.ColorNameForeground, true)
		}
	}
}

// title is the title of one column.
type title struct {
	widget.BaseWidget

	column column
	line   *textline.Line
	sort   func(models.CorpusColumn)
	leave  func()
	ring   *canvas.Rectangle // shown while the title has the keyboard
}

// Lengths in units.
const (
	titleHeight = 24
	ringWidth   = 2
	ringRadius  = 4
)

var (
	_ fyne.Focusable     = (*title)(nil)
	_ fyne.Accessible    = (*title)(nil)
	_ desktop.Cursorable = (*title)(nil)
)

func newTitle(c column, sort func(models.CorpusColumn), leave func()) *title {
	t := &title{column: c, sort: sort, leave: leave,
		line: textline.New(locale.T(c.title), textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}),
		ring: canvas.NewRectangle(color.Transparent)}
	t.ring.CornerRadius, t.ring.StrokeWidth = ringRadius, ringWidth
	t.ring.SetMinSize(fyne.NewSize(0, titleHeight))
	t.ExtendBaseWidget(t)
	return t
}

// Tapped is called by the toolkit.
func (t *title) Tapped(*fyne.PointEvent) { t.sort(t.column.by) }

// Cursor is called by the toolkit.
func (t *title) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is called by the toolkit.
func (t *title) FocusGained() { t.paint(theme.Colour(toolkit.ColorNamePrimary)) }

// FocusLost is called by the toolkit.
func (t *title) FocusLost() { t.paint(color.Transparent) }

func (t *title) paint(ring color.Color) {
	t.ring.StrokeColor = ring
	t.ring.Refresh()
}

// AccessibilityLabel is what a screen reader says.
func (t *title) AccessibilityLabel() string { return t.line.Text() }

// AccessibilityRole is that of a button.
func (*title) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

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
func (t *title) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(t.line, t.ring))
}
