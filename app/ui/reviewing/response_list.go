package reviewing

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// responseList is the list of decisions with the keys of the window: what the
// list has no use for goes on to the commands.
type responseList struct {
	widget.List

	page *Responses
}

func newResponseList(r *Responses) *responseList {
	l := &responseList{page: r}
	l.Length = func() int { return len(r.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newResponseRow() }
	l.UpdateItem = func(id widget.ListItemID, object fyne.CanvasObject) {
		if row, ok := object.(*responseRow); ok && id < len(r.rows) {
			row.show(r.rows[id])
		}
	}
	l.OnSelected = func(id widget.ListItemID) {
		if id != r.at && id < len(r.rows) {
			r.at = id
			r.look()
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey is called by the toolkit.
func (l *responseList) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyUp:
		l.page.Move(-1)
	case fyne.KeyDown:
		l.page.Move(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.page.GoTo()
	case fyne.KeyEscape:
		l.page.actions.Leave()
	default:
		l.page.actions.Key(event)
	}
}

// TypedRune is called by the toolkit.
func (l *responseList) TypedRune(typed rune) { l.page.actions.Rune(typed) }

// TypedShortcut passes the chords on that no menu has.
func (l *responseList) TypedShortcut(shortcut fyne.Shortcut) { l.page.actions.Shortcut(shortcut) }

// responseRow is one decision in the list.
type responseRow struct {
	widget.BaseWidget

	icon    *widget.Icon
	verdict *textline.Line
	answer  *textline.Line
	text    *textline.Line
}

func newResponseRow() *responseRow {
	r := &responseRow{
		icon: widget.NewIcon(nil), verdict: textline.New("", textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true}),
		answer: textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall, Align: fyne.TextAlignTrailing}),
		text:   textline.New("", textline.Look{}),
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *responseRow) show(row models.DecisionResponse) {
	known := verdictOf(row.Decision)
	picture := fyne.CurrentApp().Settings().Theme().Icon(known.icon)
	r.icon.SetResource(toolkit.NewColoredResource(picture, known.colour))
	r.verdict.Set(locale.T(known.word), known.colour, true)
	r.text.SetText(strings.Join(strings.Fields(row.Sentence.Text), " "))
	answer := ""
	if row.Response != nil {
		answer = locale.T(answers[row.Response.Answer].word)
		if row.Outdated {
			answer = locale.T(signs[models.ReviewStale].word)
		}
	}
	r.answer.SetText(answer)
}

// CreateRenderer is called by the toolkit.
func (r *responseRow) CreateRenderer() fyne.WidgetRenderer {
	head := container.NewBorder(nil, nil, container.NewHBox(container.NewCenter(r.icon), r.verdict), nil, r.answer)
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(theme.Tight, theme.Tight, theme.Gap, theme.Gap),
		container.NewVBox(head, r.text)))
}
