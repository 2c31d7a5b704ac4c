package incoming

import (
	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/workspace"
)

// The texts of the page.
const (
	textTitle  = "Annotations that come back"
	textApply  = "Apply"
	textCancel = "Cancel"
	textIntro  = "Nothing is changed yet. Rows that the file does not have take nothing away, texts of sentences stay as they are, " +
		"and one undo takes all of it back."
	textLoose    = "Also take rows whose sentence differs in white space only (%s)"
	textSame     = "%s of the file is %s of this project"
	textNothing  = "The file says what the project says already."
	textNone     = "No row of this kind."
	textAll      = "All"
	textChange   = "%s: %s becomes %s"
	textEmpty    = "nothing"
	textLine     = "line %s"
	textNoLabel  = "finished, no label"
	textArticles = "New articles: %s."
)

// group is the rows of one kind, which the list can be narrowed down to.
type group struct {
	name   string
	colour fyne.ThemeColorName
	states []workspace.ComingState
}

// groups are the kinds of rows besides those that are the same.
//
//locale:texts name
var groups = []group{
	{"Changed", toolkit.ColorNameWarning, []workspace.ComingState{workspace.ComingChanged}},
	{"New", toolkit.ColorNameSuccess, []workspace.ComingState{workspace.ComingNew}},
	{"Not imported", toolkit.ColorNameError, []workspace.ComingState{workspace.ComingUnmatched, workspace.ComingUnsure}},
}

// whats are the names of what a row changes, where it is no detail.
//
//locale:texts
var whats = map[string]string{
	"label": "label", "quote": "quote", "comment": "note", "confidence": "confidence", "place": "place", "review": "review",
}
