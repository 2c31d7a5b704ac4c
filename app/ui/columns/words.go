package columns

import (
	"strings"

	"fyne.io/fyne/v2"

	"glossator/app/ui/theme"
	"glossator/app/workspace"
)

// The texts of the page.
//
//locale:texts
const (
	textTitle   = "What the columns hold"
	textIntro   = "Each row of the table becomes an article. Say which column is what; it was guessed as you see."
	textColumn  = "Column"
	textHolds   = "Holds"
	textFirst   = "The first rows"
	textIgnored = "Nothing of use"
	textNoText  = "Say which column holds the text of the articles."
	textChoose  = "Choose articles…"
	textAdd     = "Add all"
	textCancel  = "Cancel"
)

// words are the names of the fields.
//
//locale:texts
var words = map[workspace.Field]string{
	"title": "Title", "text": "Text", "date": "Published", "source": "Source", "author": "Author", "url": "Address", "language": "Language",
}

// longestValue is how much of a value is shown, in code points; the line is cut
// where it ends anyway.
const longestValue = 200

// beginning returns the beginning of a value on one line.
func beginning(value string) string {
	runes := []rune(strings.Join(strings.Fields(value), " "))
	return string(runes[:min(len(runes), longestValue)])
}

// rowLayout sets the name, the choice and the values of a column side by side.
type rowLayout struct{}

// Layout is called by the toolkit.
func (rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := float32(0)
	for i, width := range []float32{nameWidth, choiceWidth, max(0, size.Width-nameWidth-choiceWidth-2*theme.Inset)} {
		height := objects[i].MinSize().Height
		objects[i].Move(fyne.NewPos(left, max(0, (size.Height-height)/2))) //nolint:mnd // half
		objects[i].Resize(fyne.NewSize(width, height))
		left += width + theme.Inset
	}
}

// MinSize is called by the toolkit.
func (rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, object := range objects {
		height = max(height, object.MinSize().Height)
	}
	return fyne.NewSize(nameWidth+choiceWidth+2*theme.Inset, height)
}
