package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
)

// newNotice makes what stands where no article is open: it says what to do. A
// project that is locked takes no articles.
func newNotice(open func(), locked bool) fyne.CanvasObject {
	title := widget.NewLabelWithStyle(locale.T(textNone), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	hint := widget.NewLabelWithStyle(locale.T(textPick), fyne.TextAlignCenter, fyne.TextStyle{})
	hint.Wrapping = fyne.TextWrapWord
	add := widget.NewButton(locale.T(textOpen), open)
	if locked {
		add.Disable()
	}
	return container.New(
		layout.NewCustomPaddedLayout(theme.Wide, theme.Wide, theme.Wide, theme.Wide),
		container.NewVBox(layout.NewSpacer(), title, hint, container.NewCenter(add),
			layout.NewSpacer(), layout.NewSpacer()))
}

// newBlank makes the band above a text without sentences.
func newBlank() fyne.CanvasObject {
	band := surface.New(theme.ColorNameNotice, container.New(
		layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset),
		textline.New(locale.T(textBlank), textline.Look{})))
	band.Hide()
	return band
}
