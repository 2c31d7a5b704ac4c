package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/assets"
)

// The texts of the page.
const (
	textProgram = "Glossator %s"
	textPurpose = "Read articles closely: label their sentences as commitment, statistic or claim, " +
		"and export the annotations."
	textLocal  = "Your articles and annotations stay on this computer, in the project file."
	textOpen   = "Open project: %s"
	textFonts  = "Set in Noto Sans and Noto Serif, under the SIL Open Font License 1.1."
	iconSide   = 96  // units
	aboutWidth = 420 // units
)

// About makes the page that says what this is, of a version, with the open
// project's file.
func About(version, project string) fyne.CanvasObject {
	icon := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.Icon()))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(iconSide))
	title := widget.NewLabelWithStyle(locale.T(textProgram, version), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	lines := container.NewVBox(icon, title)
	for _, text := range []string{locale.T(textPurpose), locale.T(textLocal), locale.T(textOpen, project), locale.T(textFonts)} {
		line := widget.NewLabelWithStyle(text, fyne.TextAlignCenter, fyne.TextStyle{})
		line.Wrapping = fyne.TextWrapWord
		lines.Add(line)
	}
	lines.Resize(fyne.NewSize(aboutWidth, 0)) // wraps the lines, so that their height is known
	return container.NewGridWrap(fyne.NewSize(aboutWidth, lines.MinSize().Height), lines)
}

// Start makes the page of the first steps, with its title.
func Start() (title string, content fyne.CanvasObject) {
	first, rest, _ := strings.Cut(string(assets.StartPage(locale.Code())), "\n")
	return strings.TrimPrefix(first, "# "), page(rest, 0)
}
