package ui

import "fyne.io/fyne/v2"

// undrawn is a program whose window was not drawn yet. The real toolkit does
// not know the canvas of what it has not drawn; that of the tests always does,
// and hides who relies on it.
type undrawn struct{ fyne.App }

// Driver is that of the program without the canvases.
func (a undrawn) Driver() fyne.Driver { return undrawnDriver{a.App.Driver()} }

type undrawnDriver struct{ fyne.Driver }

// CanvasForObject knows no object.
func (undrawnDriver) CanvasForObject(fyne.CanvasObject) fyne.Canvas { return nil }

// AllWindows leaves out the one that the toolkit makes for its own tests.
func (d undrawnDriver) AllWindows() []fyne.Window { return d.Driver.AllWindows()[1:] }
