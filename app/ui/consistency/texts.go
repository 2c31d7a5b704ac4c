package consistency

import (
	"strings"

	"glossator/app/ui/locale"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts of the page.
const (
	textTitle    = "Consistency check"
	textBack     = "Back to the text"
	textMine     = "%s (you)"
	textAnyone   = "All annotators"
	textAgain    = "Check again"
	textStop     = "Stop"
	textChecking = "Comparing sentences: %s"
	textStopped  = "The check was stopped."
	textUse      = "These for all"
	textIgnore   = "Ignore"
	textNone     = "nothing here"
	textKeys     = "A: give the chosen ones these labels · Space: choose · Enter: open · I: ignore"

	textEmpty     = "Nothing to mend"
	textEmptyHint = "Sentences that are the same, or nearly the same, have the same labels.\n" +
		"Only sentences that were labelled or marked as read count."
	textOthers   = "Only %s changes these labels; you can look at them."
	textTogether = "Choose your own labels above to change them."

	textGroup    = "%s group"
	textGroups   = "%s groups"
	textSameOne  = "%s sentence with the same words, labelled in %s ways"
	textSame     = "%s sentences with the same words, labelled in %s ways"
	textNearOne  = "%s sentence, nearly the same, labelled in %s ways"
	textNear     = "%s sentences, nearly the same, labelled in %s ways"
	textDone     = "%s sentence now has the same labels."
	textDoneMany = "%s sentences now have the same labels."
	textPlace    = "%s, sentence %d"
	join         = " · "
)

// describe says what a group is.
func describe(group workspace.Inconsistency) string {
	count := len(group.SentenceIDs)
	number, ways := locale.Number(count), locale.Number(group.Ways)
	if group.Identical {
		return locale.N(count, textSameOne, textSame, number, ways)
	}
	return locale.N(count, textNearOne, textNear, number, ways)
}

// placeOf says where a sentence is from.
func placeOf(c models.Coded) string {
	parts := []string{locale.T(textPlace, c.Article.Title, c.Sentence.Seq)}
	for _, part := range []string{c.Article.Source, locale.Written(c.Article.PublishedOn)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, join)
}
