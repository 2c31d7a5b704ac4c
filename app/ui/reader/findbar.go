package reader

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/app/ui/widgets/textview"
)

// findBar looks for words in the open article. It is slim, and away until it
// is asked for.
type findBar struct {
	view   *textview.View
	leave  func()
	field  *findField
	count  *textline.Line
	object fyne.CanvasObject

	text  folded
	ready bool // text is that of the document on show
	spans []textview.Span
	at    int
}

const findCountWidth = 80 // units

func newFindBar(view *textview.View, leave func()) *findBar {
	f := &findBar{view: view, leave: leave}
	f.field = newFindField(f)
	f.count = textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall, Least: findCountWidth, Whole: true})
	button := func(icon fyne.Resource, run func()) *widget.Button {
		b := widget.NewButtonWithIcon("", icon, run)
		b.Importance = widget.LowImportance
		return b
	}
	row := container.NewBorder(nil, nil, nil, container.NewHBox(f.count,
		button(toolkit.MoveUpIcon(), func() { f.step(-1) }),
		button(toolkit.MoveDownIcon(), func() { f.step(1) }),
		button(toolkit.CancelIcon(), f.close)), f.field)
	f.object = surface.New(theme.ColorNamePane, frame.New(nil,
		container.New(layout.NewCustomPaddedLayout(theme.Tight, theme.Tight, theme.Inset, theme.Gap), row),
		[]fyne.CanvasObject{widget.NewSeparator()}).Object())
	f.object.Hide()
	return f
}

func (f *findBar) open() {
	keyboard.Give(f.field)
	f.field.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.look(f.field.Text)
}

// close puts the bar away and the cursor on the sentence that was found last.
func (f *findBar) close() {
	if !f.object.Visible() {
		return
	}
	if f.at < len(f.spans) {
		f.settle(f.spans[f.at])
	}
	f.object.Hide()
	f.spans = nil
	f.view.SetMatches(nil, -1)
	f.leave()
}

func (f *findBar) settle(span textview.Span) {
	sentences := f.view.Document().Sentences
	at := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > span.Start })
	if at < len(sentences) && sentences[at].Start < span.End {
		f.view.SetCursor(at)
	}
}

// changed says that another document is on show.
func (f *findBar) changed() {
	f.ready = false
	if f.object.Visible() {
		f.look(f.field.Text)
	}
}

func (f *findBar) look(words string) {
	if !f.ready {
		f.text, f.ready = fold(f.view.Document().Text), true
	}
	f.spans = f.text.find(words)
	f.at = f.nearest()
	f.show()
}

// nearest returns the first match at or after the cursor's sentence.
func (f *findBar) nearest() int {
	cursor := f.view.Cursor()
	sentences := f.view.Document().Sentences
	if cursor < 0 || cursor >= len(sentences) {
		return 0
	}
	at := sort.Search(len(f.spans), func(i int) bool { return f.spans[i].Start >= sentences[cursor].Start })
	if at == len(f.spans) {
		return 0
	}
	return at
}

func (f *findBar) step(by int) {
	if len(f.spans) == 0 {
		return
	}
	f.at = (f.at + by + len(f.spans)) % len(f.spans)
	f.show()
}

func (f *findBar) show() {
	switch {
	case f.field.Text == "":
		f.count.SetText("")
	case len(f.spans) == 0:
		f.count.SetText(locale.T(textNotFound))
	default:
		f.count.SetText(locale.T(textMatch, f.at+1, len(f.spans)))
	}
	f.view.SetMatches(f.spans, f.at)
}

// findField is the field of the bar: Enter and the arrows go from match to
// match, Escape closes.
type findField struct {
	widget.Entry

	bar *findBar
}

func newFindField(bar *findBar) *findField {
	f := &findField{bar: bar}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(locale.T(textFind))
	f.OnChanged = bar.look
	return f
}

// TypedKey is called by the toolkit.
func (f *findField) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyEscape:
		f.bar.close()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		f.bar.step(1)
	case fyne.KeyUp:
		f.bar.step(-1)
	default:
		f.Entry.TypedKey(event)
	}
}
