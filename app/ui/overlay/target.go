package overlay

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"glossator/app/ui/locale"
	"glossator/app/ui/widgets/destination"
	"glossator/app/ui/widgets/modal"
)

// questionWidth is that of a question with few answers, in units.
const questionWidth = 560

// Target is a question where a new file goes.
type Target struct {
	Title        string
	Answer       string            // what the button says that makes the file
	Folder, Name string            // where it begins
	Extension    string            // of the file's name, with its dot
	Above        fyne.CanvasObject // stands over the fields; nil: nothing
	Then         func(path string)
}

// AskTarget asks where a new file goes. It returns the fields, so that what
// stands above them may change the kind of file.
func (o *Overlay) AskTarget(ask Target) *destination.Destination {
	fields := destination.New(ask.Folder, ask.Name, ask.Extension,
		destination.Texts{Name: locale.T("Name"), Folder: locale.T("Folder"), Choose: locale.T("Choose…")}, o.window)
	content := fields.Object()
	if ask.Above != nil {
		content = container.NewVBox(ask.Above, content)
	}
	answer := func() {
		if path := fields.Path(); path != "" {
			o.Hide()
			ask.Then(path)
		}
	}
	m := modal.New(ask.Title, content, o.window.Canvas(),
		modal.Button{Text: locale.T("Cancel")}, modal.Button{Text: ask.Answer, Primary: true, Stay: true, Press: answer})
	m.Resize(fyne.NewSize(questionWidth, 0))
	fields.Answer(answer, m.Hide)
	o.Show(m)
	o.Focus(fields.Name())
	return fields
}
