// Package caption is the word at the left of an input of a form.
package caption

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
)

// New makes a caption that keeps away from its input.
func New(text string) fyne.CanvasObject {
	line := textline.New(text, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall, Whole: true})
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Gap), line)
}
