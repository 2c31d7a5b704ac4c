package overlay

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/widgets/modal"
)

// Answer is one of the answers to a question.
type Answer struct {
	Text string
	Run  func()
}

// Ask asks a question with several answers, the likeliest first; Escape gives
// none.
func (o *Overlay) Ask(title, question string, answers ...Answer) {
	buttons := []modal.Button{{Text: locale.T("Cancel")}}
	for i, answer := range answers {
		buttons = append(buttons, modal.Button{Text: answer.Text, Primary: i == 0, Press: answer.Run})
	}
	text := widget.NewLabel(question)
	text.Wrapping = fyne.TextWrapWord
	m := modal.New(title, text, o.window.Canvas(), buttons...)
	m.Resize(fyne.NewSize(questionWidth, 0))
	o.Show(m)
	o.window.Canvas().FocusNext()
}

// AskName asks for a name, with what is to be said about it below its field.
// Only Apply or Enter answer.
func (o *Overlay) AskName(title, name string, below fyne.CanvasObject, then func(name string)) {
	field := modal.NewEntry(name)
	apply := func() {
		o.Hide()
		then(field.Text)
	}
	m := modal.New(title, container.NewVBox(field, below), o.window.Canvas(),
		modal.Button{Text: locale.T("Cancel")}, modal.Button{Text: locale.T("Apply"), Primary: true, Stay: true, Press: apply})
	m.Resize(fyne.NewSize(questionWidth, 0))
	field.Enter, field.Escape = apply, m.Hide
	o.Show(m)
	o.Focus(field)
}
