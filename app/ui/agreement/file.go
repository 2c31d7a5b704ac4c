package agreement

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/destination"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
)

const (
	fileWidth   = 560 // units
	writeButton = 1   // its place among the buttons
)

// File is the page that asks where the table of coefficients goes.
type File struct {
	target *destination.Destination
	modal  *modal.Modal
	write  func(path string, overwrite bool)
}

// AskFile opens the page over a window.
func AskFile(folder string, window fyne.Window, write func(path string, overwrite bool), closed func()) *File {
	f := &File{write: write}
	f.target = destination.New(folder, fileName, extension,
		destination.Texts{Name: locale.T(textName), Folder: locale.T(textFolder), Choose: locale.T(textChoose)}, window)
	warning := textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	f.modal = modal.New(locale.T(textExported), container.NewVBox(f.target.Object(), warning), window.Canvas(),
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textWrite), Primary: true, Stay: true, Press: f.Confirm})
	check := func(path string) {
		text, button := "", locale.T(textWrite)
		if _, err := os.Stat(path); path != "" && err == nil {
			text, button = locale.T(textExists, filepath.Base(path)), locale.T(textReplace)
		}
		warning.SetText(text)
		f.modal.Button(writeButton).SetText(button)
	}
	f.target.OnChanged = check
	f.target.Answer(f.Confirm, f.modal.Hide)
	f.modal.SetOnClosed(closed)
	f.modal.Resize(fyne.NewSize(fileWidth, 0))
	check(f.target.Path())
	f.modal.Show()
	window.Canvas().Focus(f.target.Name())
	return f
}

// Confirm writes the file.
func (f *File) Confirm() {
	path := f.target.Path()
	if path == "" {
		return
	}
	_, err := os.Stat(path)
	f.modal.Hide()
	f.write(path, err == nil)
}

// Hide closes the page.
func (f *File) Hide() { f.modal.Hide() }
