package agreement

import "glossator/app/agreement"

// The texts of the page.
const (
	textTitle       = "Agreement"
	textEverybody   = "Everybody"
	textPair        = "%s and %s"
	textSeenToo     = "Count those seen first"
	textExport      = "Export…"
	textBack        = "Back"
	textCounting    = "Counting…"
	textIndependent = "%s independent, %s seen first (left out)"
	textPractice    = "%s independent, %s seen first (counted in: practice, not agreement of independent people)"
	textWhy         = "Rare labels push kappa and alpha down: where hardly any sentence has a label, " +
		"agreeing on nothing is expected by chance. AC1 hardly minds, so read them beside each other. " +
		"Of the whole set, alpha takes account of labels in common (Jaccard distance); the others ask whether the sets are equal."
	textArticles  = "Intervals: %s, from %s draws of articles."
	textSentences = "Intervals: %s, from %s draws of sentences, because there are fewer than %s articles."
	textNone      = "No intervals: fewer than %s sentences were finished by two annotators."
	textNothing   = "Nothing to compare yet"
	textHow       = "Two people have to finish the same article without seeing each other's labels: " +
		"choose “Code blind” for it in the menu before you open it, and mark it as finished at the end."
	textWhole     = "Whole set"
	textHeadLabel = "Label"
	textHeadBoth  = "Both finished"
	textHeadAll   = "Two or more finished"
	textHeadYes   = "Both yes"
	textHeadFirst = "Only %s"
	textHeadNo    = "Both no"
	textHeadEqual = "Percent"
	textHeadPos   = "Positive"
	textKappa     = "Kappa"
	textFleiss    = "Fleiss' kappa"
	textAlpha     = "Alpha"
	textGwet      = "AC1"
	textInterval  = "%s to %s"
	textPlot      = "The coefficients with their intervals"
	textMatrix    = "Who agrees with whom: alpha of the whole set"
	textDetails   = "Details, where both gave the label"
	textDetail    = "%s, %s: %s of %s equal"
	textDetailA   = "%s, %s: %s of %s equal, alpha %s"
	textEqual     = "%s detail is equal everywhere."
	textEquals    = "%s details are equal everywhere."
	textBehind    = "The sentences behind a number"
	textPick      = "Press a number, or go to it with the arrow keys and press Enter."
	textShown     = "%s sentence"
	textShownMany = "%s sentences"
	textCell      = "%s: %s"
	textVote      = "%s: %s"
	textEmpty     = "no label"
	textHint      = "Enter goes to the sentence"
	textExported  = "Export agreement"
	textName      = "File name"
	textFolder    = "Folder"
	textChoose    = "Choose…"
	textWrite     = "Export"
	textReplace   = "Replace"
	textExists    = "%s exists already; exporting replaces it."
	textCancel    = "Cancel"
	fileName      = "agreement.csv"
	extension     = ".csv"
)

// reasons say why a coefficient has no value.
//
//locale:texts
var reasons = map[agreement.Reason]string{
	agreement.NoPairs:         "nothing to compare",
	agreement.NoVariation:     "no variation: all used one value",
	agreement.LabelUnused:     "nobody gave it",
	agreement.LabelAlwaysUsed: "everybody always gave it",
	agreement.OneUnit:         "one sentence only",
}
