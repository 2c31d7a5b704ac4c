package merging

import "glossator/app/workspace"

// The texts of the page.
const (
	textTitle   = "The work of a colleague"
	textCancel  = "Cancel"
	textAdd     = "Take it in"
	textFrom    = "%s: %s"
	textSender  = "from %s"
	textProject = "project “%s”"
	textAsOf    = "as of %s"
	textWhose   = "Whose labels"
	textNew     = "new here"
	textArticle = "%s article finished"
	textMany    = "%s articles finished"
	textWhat    = "What will happen"
	textNothing = "Everything in this file is here already; there is nothing to add."
	textHow     = "How to go on"
	textClear   = "Nothing is in conflict, and everything has its place."
	textSafe    = "Your own labels stay as they are. A copy of the project is kept first, and one step of undo takes everything back."
	textPlaces  = "Without a place here"
	textMore    = "and %s more"
	textSame    = "The same person"
	textOther   = "Somebody else of that name"
	textClash   = "“%s” works in this project already. Is it the same person?"
	textAnswer  = "Answer the question above first."
	textWaiting = "Comparing with this project…"
	textCheck   = "Check them: their labels are shown beside mine"
	textBlind   = "Code the articles myself first, blind: their labels stay hidden in each article until I finish it"
	textRow     = "%s · %s · %s · %s"
	textUnknown = "Labels that the codebook here does not have stay out until it has them: %s"
	textGone    = "Deleted by your colleague and put away here too: %s"
)

// kinds say what a file is.
//
//locale:texts
var kinds = map[workspace.ParcelKind]string{
	workspace.ParcelProject: "A project file",
	workspace.ParcelPackage: "A package",
	workspace.ParcelTable:   "A table of labels",
}
