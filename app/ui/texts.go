package ui

// The texts of the shell. Those of the commands stand in their table.
const (
	programName = "Glossator"
	titleJoin   = " — "

	textWelcome = "Welcome. Move with the arrow keys, press 1, 2 or 3 to label a sentence and 0 to clear it; " +
		"press ? to see all keys."
	textRecovered   = "The project was not closed properly last time. It has been brought back to its last saved step; nothing is missing."
	textNoProject   = "No project is open"
	textNewProject  = "New project…"
	textOpenProject = "Open project…"

	textOffNow = "%s: %s." // a command, and why it is off

	reasonNoProject = "no project is open"
	reasonNoArticle = "no article is open"
	reasonReadOnly  = "this project is read only"
	reasonNoUndo    = "nothing to undo"
	reasonNoRedo    = "nothing to redo"

	textCreate     = "Create"
	textCancel     = "Cancel"
	textClose      = "Close"
	textApply      = "Apply"
	textUndo       = "Undo"
	textDetails    = "Details"
	textName       = "Name"
	textFolder     = "Folder"
	textChoose     = "Choose…"
	textNewName    = "New project"
	textAnnotator  = "Annotator"
	textCorrect    = "Correct my name; my annotations stay mine"
	textOther      = "Somebody else works here now"
	textOpenThis   = "Open"
	textDeleteThis = "Delete article"

	textDeleted    = "“%s” was deleted."
	textAllSeen    = "Every sentence of this article has been seen."
	textNoNext     = "This is the last article of the list."
	textNoPrevious = "This is the first article of the list."
	textNoText     = "The clipboard holds no text; copy some text first."
	textPasted     = "the pasted text"

	textAdding      = "Adding %s"
	textAddingCount = "Adding %s: %s of %s"
	textStopped     = "Stopped. "
	textExporting   = "Exporting to %s"
	textExported    = "%s written to %s."
	textImported    = "What became of each file"
	textDuplicate   = "%s is already there as “%s”."
)
