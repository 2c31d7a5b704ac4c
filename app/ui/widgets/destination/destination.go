// Package destination asks where a new file goes: a folder and a name. Unlike
// the toolkit's own dialog it makes no file, so that nothing is left behind
// when the writing fails, and nothing is replaced before the user has agreed.
package destination

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
)

// Texts are the words on the fields, in the language of the window.
type Texts struct{ Name, Folder, Choose string }

// Destination is the pair of fields.
type Destination struct {
	// OnChanged hears of every change of the path. It may be nil.
	OnChanged func(path string)

	extension string
	window    fyne.Window
	name      *modal.Entry
	folder    *modal.Entry
	parts     [2]fyne.CanvasObject
}

// New makes the fields for a file of a name, in a folder. The extension, with
// its dot, is added where the user leaves it out.
func New(folder, name, extension string, texts Texts, window fyne.Window) *Destination {
	d := &Destination{extension: extension, window: window, name: modal.NewEntry(name), folder: modal.NewEntry(folder)}
	d.name.OnChanged = d.changed
	d.folder.OnChanged = d.changed
	choose := widget.NewButton(texts.Choose, d.choose)
	d.parts = [2]fyne.CanvasObject{
		container.NewVBox(caption(texts.Name), d.name),
		container.NewVBox(caption(texts.Folder), container.NewBorder(nil, nil, nil, choose, d.folder)),
	}
	return d
}

func caption(text string) fyne.CanvasObject {
	const above = 8 // units
	return container.New(layout.NewCustomPaddedLayout(above, 0, 0, 0),
		textline.New(text, textline.Look{Style: fyne.TextStyle{Bold: true}}))
}

// Object returns what a dialog shows.
func (d *Destination) Object() fyne.CanvasObject { return container.NewVBox(d.parts[0], d.parts[1]) }

// Row returns the same with the fields side by side, for a dialog that is full.
// A dialog shows one of them.
func (d *Destination) Row() fyne.CanvasObject {
	return container.NewGridWithColumns(2, d.parts[0], d.parts[1])
}

// Name returns the field for the name, to give it the keyboard.
func (d *Destination) Name() fyne.Focusable { return d.name }

// Answer says what Enter and Escape in the fields do.
func (d *Destination) Answer(enter, escape func()) {
	for _, field := range []*modal.Entry{d.name, d.folder} {
		field.Enter, field.Escape = enter, escape
	}
}

// SetName replaces the name.
func (d *Destination) SetName(name string) { d.name.SetText(name) }

// SetExtension asks for files of another kind; a name with the old extension
// gets the new one.
func (d *Destination) SetExtension(extension string) {
	bare, had := strings.CutSuffix(d.name.Text, d.extension)
	d.extension = extension
	if had {
		d.name.SetText(bare + extension)
	}
}

// Path returns the file that the fields name, empty while the name is.
func (d *Destination) Path() string {
	name := strings.TrimSpace(d.name.Text)
	if name == "" {
		return ""
	}
	if d.extension != "" && !strings.EqualFold(filepath.Ext(name), d.extension) {
		name += d.extension
	}
	return filepath.Join(strings.TrimSpace(d.folder.Text), name)
}

func (d *Destination) changed(string) {
	if d.OnChanged != nil {
		d.OnChanged(d.Path())
	}
}

func (d *Destination) choose() {
	chooser := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			d.folder.SetText(folder.Path())
		}
	}, d.window)
	if at, err := storage.ListerForURI(storage.NewFileURI(d.folder.Text)); err == nil {
		chooser.SetLocation(at)
	}
	const roomy = 0.8 // of the window
	size := d.window.Canvas().Size()
	chooser.Resize(fyne.NewSize(size.Width*roomy, size.Height*roomy))
	chooser.Show()
}
