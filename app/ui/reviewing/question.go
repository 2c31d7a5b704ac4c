package reviewing

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

const commentRows = 3

// reasonList asks why something is rejected. A number answers, Enter leaves the
// question open, Escape takes the rejection back.
type reasonList struct {
	widget.BaseWidget

	lines  *fyne.Container
	answer func(models.Reason)
	leave  func()
}

var _ fyne.Focusable = (*reasonList)(nil)

func newReasonList(answer func(models.Reason), leave func()) *reasonList {
	l := &reasonList{answer: answer, leave: leave}
	l.lines = column.New(theme.Tight, caption(locale.T(textWhy)))
	for i, reason := range models.Reasons() {
		l.lines.Add(l.line(strconv.Itoa(i+1), locale.T(reasons[reason]), reason))
	}
	l.lines.Add(l.line("Enter", locale.T(textNoReason), models.ReasonNone))
	l.ExtendBaseWidget(l)
	return l
}

func (l *reasonList) line(key, words string, reason models.Reason) fyne.CanvasObject {
	return field.NewButton(key+"  "+words, "", func() { l.answer(reason) }, field.Hooks{Done: l.leave})
}

// FocusGained is called by the toolkit.
func (l *reasonList) FocusGained() {}

// FocusLost is called by the toolkit.
func (l *reasonList) FocusLost() {}

// TypedRune is called by the toolkit; digits come as keys.
func (l *reasonList) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (l *reasonList) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.answer(models.ReasonNone)
	case fyne.KeyEscape:
		l.leave()
	default:
		at, err := strconv.Atoi(string(event.Name))
		if all := models.Reasons(); err == nil && at >= 1 && at <= len(all) {
			l.answer(all[at-1])
		}
	}
}

// CreateRenderer is called by the toolkit.
func (l *reasonList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.lines) }

func (n *panel) askReason() {
	list := newReasonList(n.page.reject, n.close)
	n.ask(list, list)
}

func caption(text string) fyne.CanvasObject {
	return excerpt.New(text, excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: proseLines})
}

// comment asks for a comment.
func (n *panel) comment() {
	var note *field.Entry
	note = field.NewNote(locale.T(textCommentHint), commentRows, field.Hooks{
		Done:   func() { n.page.comment(note.Text); n.page.actions.Focus() },
		Cancel: n.close,
		Grown:  func() { column.Settle(n.body) },
	})
	if made, ok := standing(n.page.current); ok {
		note.SetValue(made.Comment)
	}
	n.ask(column.New(theme.Tight, caption(locale.T(textComment)), note), note)
}

// form edits the details of the labels that stand.
type form struct {
	page   *Page
	labels []models.ResultLabel
	inputs []formInput
	object *fyne.Container
}

// formInput is the input of one value.
type formInput struct {
	label int // of form.labels
	field string
	n     int // the row of a repeating field
	input field.Input
}

// edit opens the form.
func (n *panel) edit() {
	f := &form{page: n.page, labels: n.page.result(), object: column.New(theme.Gap, caption(locale.T(textEditing)))}
	hooks := field.Hooks{Done: f.save, Cancel: n.close, Focused: n.reveal, Grown: func() { column.Settle(n.body) }}
	for i := range f.labels {
		f.add(i, hooks)
	}
	if len(f.inputs) == 0 {
		n.page.actions.Say(locale.T(textNoFields))
		return
	}
	n.ask(f.object, f.inputs[0].input)
}

func (f *form) add(place int, hooks field.Hooks) {
	label := f.page.label(f.labels[place].Label)
	if len(label.Fields) == 0 {
		return
	}
	f.object.Add(container.NewBorder(nil, nil, container.NewCenter(f.page.tile(label)), nil,
		excerpt.New(locale.Codebook(label.Name), excerpt.Style{Bold: true})))
	for _, fd := range label.Fields {
		rows := 1
		for _, d := range f.labels[place].Details {
			if d.Field == fd.Key && fd.Repeats {
				rows = max(rows, d.N+2) // one more, to add to
			}
		}
		for n := range rows {
			input := newInput(fd, hooks)
			input.SetValue(valueOf(f.labels[place], fd.Key, n))
			f.inputs = append(f.inputs, formInput{place, fd.Key, n, input})
			f.object.Add(field.NewRow(locale.Codebook(fd.Name), input))
		}
	}
}

func newInput(fd models.Field, hooks field.Hooks) field.Input {
	switch fd.Type {
	case models.FieldBool:
		return field.NewCheck(locale.T(textYes), hooks)
	case models.FieldChoice:
		var options []field.Option
		for _, key := range fd.Choices() {
			options = append(options, field.Option{Value: key, Words: locale.Option(key)})
		}
		return field.NewChoice(locale.T(textNotSet), options, hooks)
	case models.FieldNumber:
		return field.NewEntry(locale.T(textNumberHint), hooks)
	case models.FieldDate:
		return field.NewEntry(locale.T(textDateHint), hooks)
	case models.FieldPerson:
		return field.NewEntry(locale.T(textPersonHint), hooks)
	case models.FieldText:
	}
	return field.NewEntry("", hooks)
}

func valueOf(label models.ResultLabel, key string, n int) string {
	for _, d := range label.Details {
		if d.Field == key && d.N == n {
			return d.Text
		}
	}
	return ""
}

// save decides that the labels stand with the details as they are in the form,
// and goes on.
func (f *form) save() {
	for i := range f.labels {
		f.labels[i].Details = nil
	}
	for _, in := range f.inputs {
		if value := in.input.Value(); value != "" {
			label := &f.labels[in.label]
			label.Details = append(label.Details, models.ResultDetail{Field: in.field, N: in.n, Text: value})
		}
	}
	f.page.decide(f.page.inputFor(slices.Clone(f.labels)), true)
	f.page.actions.Focus()
}
