package codebook

import "glossator/models"

// The texts of the page.
//
//locale:texts
const (
	textTitle      = "Codebook of this project"
	textVersion    = "Version %s"
	textUnsaved    = "Version %s, with changes that are not saved yet"
	textLabels     = "Labels"
	textAddLabel   = "Add a label"
	textBringBack  = "Bring back…"
	textRules      = "For all labels"
	textUp         = "Up"
	textDown       = "Down"
	textArchive    = "Archive"
	textNewLabel   = "New label"
	textNewField   = "New field"
	textMeaning    = "Meaning"
	textDetails    = "Details"
	textPreview    = "The form, as an annotator sees it"
	textNoForm     = "The rules for all labels have no form. Choose a label at the left."
	textNoFields   = "This label has no details yet."
	textName       = "Name"
	textShortcut   = "Key"
	textBadge      = "Badge"
	textColour     = "Colour"
	textByPlace    = "By its place"
	textDefinition = "Definition"
	textInclude    = "Include, one rule on each line"
	textExclude    = "Leave out, one rule on each line"
	textPositive   = "Examples, one on each line"
	textNegative   = "Not examples, one on each line"
	textGeneral    = "Rules for all labels, one on each line"
	textTieBreaks  = "When two labels seem to fit, one rule on each line; the first that fits decides"
	textType       = "Type"
	textOptions    = "Choices, one on each line"
	textHint       = "Hint, shown while the field is filled in"
	textRepeats    = "Several values"
	textGroup      = "Row: fields with the same word here stand in one row"
	textAddField   = "Add a field"
	textFixedType  = "The type of a field that is in use stays as it is; add a new field for another one."
	textTaken      = "This key already stands for “%s”; choose another."
	textImport     = "Import…"
	textExport     = "Export…"
	textDiscard    = "Discard changes"
	textSave       = "Save…"
	textBack       = "Back"
	textChanges    = "What would change"
	textNothing    = "Nothing has changed."
	textConfirm    = "Save"
	textKeep       = "Cancel"
	textMeans      = "The meaning of “%s” has changed"
	textAsk        = "Better wording changes no meaning. Where the meaning has changed, the codebook gets its next version, " +
		"and tags that were made before are listed to be looked at again."
	textWhy         = "Why, in a few words"
	textTakenOver   = "Taken over from %s; look at it and save it."
	textSaved       = "The codebook is saved."
	textUnavailable = "The project is open for reading only."
)

// typeNames are the types of fields in words.
//
//locale:texts
var typeNames = map[models.FieldType]string{
	models.FieldText: "Text", models.FieldNumber: "Number", models.FieldDate: "Date or period",
	models.FieldChoice: "Choice", models.FieldBool: "Yes or no", models.FieldPerson: "Person",
}

// colourNames name theme.LabelColours in their order.
//
//locale:texts
var colourNames = []string{"Blue", "Amber", "Rose", "Green", "Rust", "Grey"}
