package exporting

import "glossator/models"

// The texts of the page.
const (
	textTitle     = "Export annotations"
	textExport    = "Export"
	textReplace   = "Replace"
	textCancel    = "Cancel"
	textSend      = "Send…"
	textWho       = "Who will open it?"
	textMore      = "More options"
	textFormat    = "Format"
	textWhose     = "Whose labels"
	textLabels    = "Labels"
	textMade      = "Made"
	textFrom      = "from"
	textUntil     = "until"
	textDayHint   = "2025-06-01"
	textWhich     = "Which"
	textFiles     = "Files"
	textName      = "File name"
	textFolder    = "Folder"
	textChoose    = "Choose…"
	textDone      = "Only finished articles"
	textTagged    = "Leave out sentences without a label"
	textUndecided = "With what nobody has decided"
	textNoTexts   = "Without the texts of the articles"
	textAsFolder  = "A folder instead of a zip"
	textPreview   = "First rows"
	textNarrow    = "Only annotations that the table shows are exported."
	textNoRows    = "Nothing to export yet: label a sentence, or mark an article as finished."
	textNoGold    = "There is no gold layer yet: it needs a finished article or a decision of a review."
	textNoSuch    = "Nothing is left by these options."
	textExists    = "%s exists already; exporting replaces it."
	textTaken     = "%s exists already; choose another name."
	textBadDay    = "%q is no day; write it like 2025-06-01."
	textColleague = "A review package holds the articles and your labels. Your colleague opens it in Glossator, checks your labels or " +
		"codes the same articles, and sends it back; nothing of yours is overwritten."
)

// reader is who will open the file.
type reader struct {
	text   string
	about  string
	format string // key; empty: no file of this page
}

// readers are the answers to who will open it, in their order.
//
//locale:texts text about
var readers = []reader{
	{"A spreadsheet", "One workbook for Excel, LibreOffice or Numbers, with a sheet each for annotations, sentences, articles and codebook.",
		"xlsx"},
	{"Python, R or DuckDB", "Tables as CSV, with a description of their types and links, and three lines of code that read them.", "tables"},
	{"A colleague with Glossator", "", ""},
}

// readerColleague is the place of the colleague among the readers.
const readerColleague = 2

// layer is an answer to whose labels are exported.
type layer struct {
	text  string
	value models.Layer
}

//locale:texts text
var layers = []layer{
	{"Everybody's", models.LayerAll}, {"Only mine", models.LayerMine}, {"Gold", models.LayerGold},
}
