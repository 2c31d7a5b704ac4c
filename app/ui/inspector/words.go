package inspector

import (
	"strings"

	"glossator/app/suggest"
	"glossator/app/ui/locale"
	"glossator/app/workspace"
	"glossator/models"
)

// Every text that the page shows stands here.
const (
	textNoArticle   = "No article is open. Choose one from the list at the left."
	textNoSentence  = "This article has no sentences to tag."
	textMarkedEmpty = "You have read this sentence and found nothing to tag."

	textEmpty  = "Nothing here"
	keyEmpty   = "Space"
	badgeEmpty = "–"

	textNote         = "Note"
	textCodebook     = "Codebook"
	textNoteHint     = "Anything a reviewer should know"
	textCodebookHint = "Opens the rules and examples of this label. F1 does the same in every field of it."
	textLess         = "Fewer details"
	textAdd          = "Add another"
	textRemoveHint   = "Removes this row."
	textYes          = "Yes"
	textNoChoice     = "Not set"
	textNumberHint   = "1,234.5"
	textDateHint     = "2030, 15.06.2030 or 2025-Q3"
	textPersonHint   = "Name"

	textSuggested  = "Suggested"
	textAccept     = "Accept"
	textReject     = "Reject"
	textUse        = "Use"
	textGuessed    = "guessed"
	textFillHint   = "Takes all guessed values over; one undo takes them back."
	textLearning   = "About suggestions"
	textNoLearning = "Not enough to say yet."

	textOthers    = "Other annotators"
	textHistory   = "History of this sentence"
	textNoHistory = "Nothing has happened to this sentence yet."
	textColleague = "a colleague"
	textJoin      = " · "

	textDeedEmpty    = "marked it as holding nothing"
	textDeedNotEmpty = "took the mark “nothing here” off"
	textDeedDecision = "decided on it"
	textDeedJoined   = "joined it with its neighbour"
	textDeedSplit    = "split it"

	textRestore     = "Restore"
	textRestoreHint = "Brings the label back as it was after this step; undo takes that back."
)

// textUnread say what a wording could not be read as, and what could be.
//
//locale:texts
var textUnread = map[models.FieldType]string{
	models.FieldNumber: "Kept as written; no number is read in it. Write 1,234.5 or 1 234,5 or 30%.",
	models.FieldDate:   "Kept as written; no date is read in it. Write 2030, 2030-06, 15.06.2030, 2025-Q3 or 2024-01/2024-06.",
	models.FieldChoice: "Kept as it is; not one of the choices of this project.",
	models.FieldBool:   "Kept as written; neither yes nor no.",
}

// textKinds say how a step of history came about, where it was not done by
// hand.
//
//locale:texts
var textKinds = map[models.EventKind]string{
	models.KindUndo:   "%s (undo)",
	models.KindRedo:   "%s (redo)",
	models.KindImport: "%s (import)",
	models.KindMerge:  "%s (merge)",
}

func textNumber(position, count int) string {
	return locale.T("Sentence %d of %d", position+1, count)
}

func textNoLabel(labels []models.Label) string {
	var keys []string
	for _, label := range labels {
		if label.Shortcut != "" {
			keys = append(keys, label.Shortcut)
		}
	}
	if len(keys) == 0 {
		return locale.T("No label yet. Choose one above.")
	}
	return locale.T("No label yet. Press %s in the text or choose one above.", strings.Join(keys, ", "))
}

func textTagged(when, who string) string { return locale.T("Tagged %s by %s", when, who) }

func textMore(filled int) string {
	if filled == 0 {
		return locale.T("More details")
	}
	return locale.T("More details (%d filled in)", filled)
}

func textRow(n int) string { return locale.T("Row %d", n+1) }

func textRead(read string) string { return locale.T("Read as %s", read) }

func textOther(label, who, when string) string {
	return locale.Codebook(label) + textJoin + who + textJoin + when
}

// textEvent tells a step: what was done, and by hand or by something else.
func textEvent(when, who, deed string, kind models.EventKind) string {
	if form, known := textKinds[kind]; known {
		deed = locale.T(form, deed)
	}
	return when + textJoin + who + textJoin + deed
}

func textDeedOn(label string) string { return locale.T("put %s on", locale.Codebook(label)) }

func textDeedOff(label string) string { return locale.T("took %s off", locale.Codebook(label)) }

func textDeedCarried(label string) string { return locale.T("carried %s over", locale.Codebook(label)) }

func textDeedChanged(label string, parts []string) string {
	label = locale.Codebook(label)
	if len(parts) == 0 {
		return locale.T("changed %s", label)
	}
	return locale.T("changed %s: %s", label, strings.Join(parts, "; "))
}

func textChange(fd models.Field, before, after string) string {
	name := locale.Codebook(fd.Name)
	switch {
	case before == "":
		return locale.T("%s “%s”", name, locale.Value(fd, after))
	case after == "":
		return locale.T("%s cleared", name)
	default:
		return locale.T("%s “%s” to “%s”", name, locale.Value(fd, before), locale.Value(fd, after))
	}
}

func textNoteChange(after string) string {
	if after == "" {
		return locale.T("note cleared")
	}
	return locale.T("note “%s”", after)
}

// textKey writes what a button does with the key that does the same.
func textKey(text, key string) string { return text + " (" + key + ")" }

// textStrengths say how sure a suggestion is.
//
//locale:texts
var textStrengths = map[suggest.Strength]string{suggest.Strong: "strong", suggest.Possible: "possible"}

func textStrength(strength suggest.Strength, sure models.Text) string {
	if sure.Format == "" {
		return locale.T(textStrengths[strength])
	}
	return locale.T(textStrengths[strength]) + ", " + locale.Say(sure)
}

func textFill(count int) string {
	return locale.N(count, "Use %d guess", "Use all %d guesses", count)
}

// textSides begin what speaks for a suggestion and what against it.
//
//locale:texts title
var textSides = []struct {
	title string
	sign  float64
}{{title: "For it: %s.", sign: 1}, {title: "Against it: %s.", sign: -1}}

// textReasons says what speaks for a suggestion and what against it.
func textReasons(reasons []suggest.Reason) string {
	var sides []string
	for _, side := range textSides {
		var parts, words []string
		for _, r := range reasons {
			switch {
			case r.Weight*side.sign <= 0:
			case r.Word != "":
				words = append(words, "“"+r.Word+"”")
			default:
				parts = append(parts, locale.T(r.Why))
			}
		}
		if len(words) > 0 {
			parts = append(parts, locale.T("the words %s", strings.Join(words, ", ")))
		}
		if len(parts) > 0 {
			sides = append(sides, locale.T(side.title, strings.Join(parts, "; ")))
		}
	}
	return strings.Join(sides, " ")
}

// textRecords begin what became of suggestions of one strength.
//
//locale:texts
var textRecords = map[suggest.Strength]string{suggest.Strong: "Strong ones: %s", suggest.Possible: "Possible ones: %s"}

// textRecord says how suggestions of a label and strength fared. It is the only
// accuracy that is ever stated.
func textRecord(strength suggest.Strength, record suggest.Record) string {
	return locale.T(textRecords[strength], locale.Say(record.Text()))
}

// textGuess writes a guessed value as its input would show it.
func textGuess(fd models.Field, value string) string {
	if fd.Type == models.FieldChoice {
		return locale.Option(value)
	}
	return value
}

// textAnswer says what was answered to a suggestion.
func textAnswer(label string, there, kept bool) string {
	label = locale.Codebook(label)
	switch {
	case !there:
		return locale.T("took the answer to the suggestion of %s back", label)
	case kept:
		return locale.T("accepted the suggestion of %s", label)
	default:
		return locale.T("rejected the suggestion of %s", label)
	}
}

// textLearner says what is known about one label.
func textLearner(l workspace.Learner) string {
	var parts []string
	if l.Standing.Basis == suggest.BasisRules { // nothing was learnt
		parts = append(parts, locale.T("By general rules so far."))
	}
	parts = append(parts, locale.Say(l.Standing.Note()))
	strong, possible := locale.Say(l.Strong.Text()), locale.Say(l.Possible.Text())
	if strong == possible {
		parts = append(parts, locale.T("Strong and possible ones: %s", strong))
	} else {
		parts = append(parts, textRecord(suggest.Strong, l.Strong), textRecord(suggest.Possible, l.Possible))
	}
	return strings.Join(parts, " ")
}
