package deciding

// The texts of the page.
//
//locale:texts
const (
	textTitle     = "Where a decision helps most"
	textQueue     = "Next to decide"
	textLook      = "Second look"
	textBack      = "Back to the text"
	textMore      = "Ten more"
	textMine      = "My own decisions"
	textPlace     = "%s, sentence %d"
	textUncertain = "It is hard to say whether this is: %s"
	textAnyLabel  = "It is hard to say what this is."
	textRandom    = "Drawn at random"
	textDone      = "Decided"
	textTagged    = "Tagged %s; the rest of the decisions speaks against it."
	textUntagged  = "Read and not tagged %s; the rest of the decisions speaks for it."
	textSure      = "%s The program finds it %s likely."
	textAboutNext = "Five sentences that the program is least certain about and five drawn at random, from articles that you have begun. " +
		"Enter opens one; decide it in the text and come back."
	textAboutLook = "Tags, and sentences left without one, that a model which did not see them would decide otherwise. " +
		"Most of them may be right: look, do not follow."
	textNothing = "Nothing waits for a decision."
	textNoDoubt = "Nothing is in doubt, or too little was decided to say. Thirty decisions for a label are the least."
	textOff     = "Suggestions are off, or this article is coded blind: the program says nothing about sentences then."
	textLooking = "One moment…"
)
