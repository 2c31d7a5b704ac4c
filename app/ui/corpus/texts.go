package corpus

// The texts of the page.
const (
	textTitle      = "All annotations"
	textBack       = "Back to the text"
	textExport     = "Export these…"
	textWords      = "Words in the sentence or its details"
	textDates      = "Made on, e.g. 2026-03"
	textNotDate    = "Write a day, month, year or period, such as 2026-03 or 2026-01/2026-03."
	textEvery      = "All labels"
	textOutdated   = "Of an earlier codebook"
	textAnyone     = "All annotators"
	textOne        = "%s annotation"
	textMany       = "%s annotations"
	textSoFar      = "%s found; more below"
	textLooking    = "%s found; looking on…"
	textEmpty      = "No annotations yet"
	textHow        = "Go back to the text and press 1, 2 or 3\nto label a sentence."
	textNoMatch    = "Nothing found"
	textTry        = "No annotation has these words, label, annotator and date."
	textOnly       = "Only these: %s"
	textWiden      = "Show all"
	textPlace      = "%s, sentence %d"
	textFieldValue = "%s: %s"
	detailJoin     = " · "
)
