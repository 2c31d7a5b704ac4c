package ui

import (
	"glossator/app/ui/folder"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
)

const textShowIt = "Show in folder"

// offerFolder says what was written, with a button that shows where.
func (e *exports) offerFolder(text, path string) {
	e.strip.Show(status.Message{Text: text, Action: locale.T(textShowIt), Run: func() { e.showFolder(path) }})
}

// showFolder shows a file in its folder with the program of the desktop, which
// may stay open as long as it likes.
func (e *exports) showFolder(path string) {
	go func() {
		if err := folder.Show(path); err != nil {
			e.work.Post(func() { e.work.Fail(err) })
		}
	}()
}
