// Package sending is the page that makes a package for a colleague: for review
// the labels of the person at work, as an answer the decisions about the labels
// of others.
package sending

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/destination"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
)

// The texts of the page.
const (
	textReview   = "Send for review"
	textAnswer   = "Send back"
	textAboutOne = "The file holds your labels with their details and notes, and the articles they are in. " +
		"Your colleague opens it with “Open a colleague's labels…”."
	textAboutTwo = "The file holds the decisions and comments about the labels of your colleagues, and a summary that any browser shows."
	textWhich    = "Which articles"
	textAll      = "All articles"
	textChosen   = "%s selected article"
	textChosens  = "%s selected articles"
	textMessage  = "A word to go with it"
	textHint     = "Optional"
	textName     = "File name"
	textFolder   = "Folder"
	textChoose   = "Choose…"
	textWrite    = "Write the file"
	textReplace  = "Replace"
	textExists   = "%s exists already; writing replaces it."
	textNoFolder = "This folder does not exist."
	textCancel   = "Cancel"
)

const (
	pageWidth   = 640 // units
	messageRows = 3
	aboutLines  = 4
	writeButton = 1 // its place among the buttons
)

// Actions is what the page needs from the window.
type Actions struct {
	Folder   string   // where the file goes unless the user says otherwise
	Articles []string // UIDs of the articles that are selected; fewer than two: there is no choice
	Send     func(Request)
	Closed   func()
}

// Request is a package as the user wants it.
type Request struct {
	Path      string
	Overwrite bool
	Sending   workspace.Sending
}

// Page is the dialog.
type Page struct {
	kind    workspace.PackageKind
	actions Actions
	which   *widget.RadioGroup
	message *field.Entry
	target  *destination.Destination
	warning *textline.Line
	modal   *modal.Modal
}

// Show opens the page over a window.
func Show(ws *workspace.Workspace, window fyne.Window, kind workspace.PackageKind, actions Actions) *Page {
	p := &Page{kind: kind, actions: actions}
	title := locale.T(textReview)
	if kind == workspace.PackageAnswer {
		title = locale.T(textAnswer)
	}
	p.target = destination.New(actions.Folder, ws.PackageName(kind), workspace.PackageExtension,
		destination.Texts{Name: locale.T(textName), Folder: locale.T(textFolder), Choose: locale.T(textChoose)}, window)
	p.modal = modal.New(title, p.content(), window.Canvas(),
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textWrite), Primary: true, Stay: true, Press: p.Confirm})
	p.modal.SetOnClosed(actions.Closed)
	p.modal.Resize(fyne.NewSize(pageWidth, 0))
	p.target.OnChanged = p.check
	p.target.Answer(p.Confirm, p.modal.Hide)
	p.check(p.target.Path())
	p.modal.Show()
	p.modal.Resize(fyne.NewSize(pageWidth, 0)) // now that the text is wrapped, it is known how high it is
	window.Canvas().Focus(p.target.Name())
	return p
}

func (p *Page) content() fyne.CanvasObject {
	about := locale.T(textAboutOne)
	if p.kind == workspace.PackageAnswer {
		about = locale.T(textAboutTwo)
	}
	p.which = widget.NewRadioGroup([]string{locale.T(textAll)}, nil)
	if n := len(p.actions.Articles); n > 1 {
		p.which.Append(locale.N(n, textChosen, textChosens, locale.Number(n)))
	}
	p.which.Required = true
	p.which.SetSelected(locale.T(textAll))
	p.message = field.NewNote(locale.T(textHint), messageRows, field.Hooks{Cancel: func() { p.modal.Hide() }, Done: p.Confirm})
	p.warning = textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	box := column.New(theme.Tight, excerpt.New(about, excerpt.Style{Lines: aboutLines}))
	if len(p.which.Options) > 1 {
		box.Add(heading(locale.T(textWhich)))
		box.Add(p.which)
	}
	box.Add(p.target.Object())
	box.Add(p.warning)
	box.Add(heading(locale.T(textMessage)))
	box.Add(p.message)
	return box
}

func heading(text string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, 0, 0),
		textline.New(text, textline.Look{Style: fyne.TextStyle{Bold: true}}))
}

// check says when the file is there already, or its folder is not.
func (p *Page) check(path string) {
	text, button := "", locale.T(textWrite)
	switch {
	case path == "":
	case !there(filepath.Dir(path)):
		text = locale.T(textNoFolder)
	case there(path):
		text, button = locale.T(textExists, filepath.Base(path)), locale.T(textReplace)
	}
	p.warning.SetText(text)
	p.modal.Button(writeButton).SetText(button)
}

func there(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// Confirm sends as the page says.
func (p *Page) Confirm() {
	path := p.target.Path()
	if path == "" || !there(filepath.Dir(path)) {
		return
	}
	replace := there(path)
	sending := workspace.Sending{Kind: p.kind, Message: p.message.Text}
	if p.which.Selected != locale.T(textAll) {
		sending.Articles = p.actions.Articles
	}
	p.modal.Hide()
	p.actions.Send(Request{Path: path, Overwrite: replace, Sending: sending})
}

// Target returns the fields for the file.
func (p *Page) Target() *destination.Destination { return p.target }

// Hide closes the page.
func (p *Page) Hide() { p.modal.Hide() }
