// Package keyboard gives the keyboard to widgets.
package keyboard

import "fyne.io/fyne/v2"

// Widget is a widget that takes keys.
type Widget interface {
	fyne.CanvasObject
	fyne.Focusable
}

// Give gives the keyboard to a widget. Without a window nothing happens.
func Give(to Widget) {
	if c := Canvas(to); c != nil {
		c.Focus(to)
	}
}

// Canvas returns the canvas that shows an object, nil without a window. The
// toolkit learns of it when the object is first drawn, and forgets an object
// that was hidden for a minute; a page that has just come to the front is on
// the first window, that of the program.
func Canvas(object fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(object); c != nil {
		return c
	}
	if windows := driver.AllWindows(); len(windows) > 0 {
		return windows[0].Canvas()
	}
	return nil
}
