package ui

import "glossator/app/ui/locale"

// The texts of the shell. Those of the commands stand in their table.
const (
	programName = "Glossator"
	titleJoin   = " — "

	textWelcome = "Welcome. Move with the arrow keys, press 1, 2 or 3 to label a sentence and 0 to clear it; " +
		"press ? to see all keys."
	textNoProject = "No project is open"

	reasonNoProject  = "no project is open"
	reasonNoArticle  = "no article is open"
	reasonNoneChosen = "no article is selected or open"
	reasonReadOnly   = "this project is read only"
	reasonNoUndo     = "nothing to undo"
	reasonNoRedo     = "nothing to redo"
	reasonTable      = "go back to the text first"
	reasonChecking   = "go back to labelling first"
	reasonLast       = "this is the last sentence of its paragraph"
	reasonNoCaret    = "click into the sentence where it should be cut"

	titleDetails = "Details"
	titleHistory = "History"

	textCancel      = "Cancel"
	textClose       = "Close"
	textApply       = "Apply"
	textUndo        = "Undo"
	textOpenThis    = "Open"
	textEditThese   = "Edit…"
	textEditMany    = "Edit %s…"
	textExportThese = "Export…"
	textExportMany  = "Export %s…"
	textDeleteThese = "Delete article"
	textDeleteMany  = "Delete %s"
	textDeletedMany = "%s deleted."
	textIndexing    = "Making the index of words anew"
	textIndexed     = "The index of words is new."

	textDeleted    = "“%s” was deleted."
	textAllSeen    = "Every sentence of this article has been seen."
	textNoNext     = "This is the last article of the list."
	textNoPrevious = "This is the first article of the list."
	textNoText     = "The clipboard holds no text; copy some text first."
	textPasted     = "the pasted text"

	textAdding         = "Adding %s"
	textAddingCount    = "Adding %s: %s of %s"
	textStopped        = "Stopped. "
	textExporting      = "Exporting to %s"
	textExported       = "%s written to %s."
	textExportingCount = "Exporting to %s: %s of %s rows"

	textSave      = "Save"
	textCopyTitle = "Save a copy of the project"
	textCopyName  = "%s copy"
	textCopying   = "Saving a copy to %s…"
	textSaveCopy  = "Save a copy…"
)

// articles says how many articles there are.
func articles(n int) string { return locale.N(n, "%s article", "%s articles", locale.Number(n)) }
