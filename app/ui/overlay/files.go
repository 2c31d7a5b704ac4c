package overlay

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// share is how much of the window dialogs about files take.
const share = 0.8

// AskFile asks for a file that is there, beginning in a folder (empty: where
// the toolkit likes), and calls then with its path. A filter of nil takes all
// files.
func (o *Overlay) AskFile(folder string, filter storage.FileFilter, then func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			o.fail(err)
			return
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		if err := file.Close(); err != nil {
			o.fail(err)
			return
		}
		then(path)
	}, o.window)
	if filter != nil {
		d.SetFilter(filter)
	}
	o.showFiles(d, folder)
}

// AskFolder asks for a folder and calls then with its path.
func (o *Overlay) AskFolder(then func(path string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			o.fail(err)
			return
		}
		if folder != nil {
			then(folder.Path())
		}
	}, o.window)
	o.showFiles(d, "")
}

func (o *Overlay) showFiles(d *dialog.FileDialog, folder string) {
	if folder != "" {
		if at, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
			d.SetLocation(at)
		}
	}
	d.SetView(dialog.ListView) // a grid breaks long names in the middle of a word
	o.Put(d)
	d.Show() // before the rest: the toolkit's dialog is made only now
	size := o.window.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*share, size.Height*share))
	o.window.Canvas().Overlays().Top().Refresh() // puts it in the middle
	d.SetOnClosed(o.Gone)
}
