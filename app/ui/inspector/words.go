package inspector

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/app/suggest"
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

	textSuggested   = "Suggested"
	textAccept      = "Accept"
	textReject      = "Reject"
	textUse         = "Use"
	textGuessed     = "guessed"
	textFillHint    = "Takes all guessed values over; one undo takes them back."
	textLearning    = "About suggestions"
	textBothRecords = "Strong and possible ones: "
	textNoLearning  = "Not enough to say yet."

	textOthers    = "Other annotators"
	textHistory   = "History of this sentence"
	textNoHistory = "Nothing has happened to this sentence yet."
	textColleague = "a colleague"

	textDeedEmpty    = "marked it as holding nothing"
	textDeedNotEmpty = "took the mark “nothing here” off"
	textDeedDecision = "decided on it"
	textDeedJoined   = "joined it with its neighbour"
	textDeedSplit    = "split it"

	textRestore     = "Restore"
	textRestoreHint = "Brings the label back as it was after this step; undo takes that back."
)

// textUnread say what a wording could not be read as, and what could be.
var textUnread = map[models.FieldType]string{
	models.FieldNumber: "Kept as written; no number is read in it. Write 1,234.5 or 1 234,5 or 30%.",
	models.FieldDate:   "Kept as written; no date is read in it. Write 2030, 2030-06, 15.06.2030, 2025-Q3 or 2024-01/2024-06.",
	models.FieldChoice: "Kept as it is; not one of the choices of this project.",
	models.FieldBool:   "Kept as written; neither yes nor no.",
}

// textKinds say how a step of history came about, where it was not done by
// hand.
var textKinds = map[models.EventKind]string{
	models.KindUndo:   "undo",
	models.KindRedo:   "redo",
	models.KindImport: "import",
	models.KindMerge:  "merge",
}

func textNumber(position, count int) string {
	return fmt.Sprintf("Sentence %d of %d", position+1, count)
}

func textNoLabel(labels []models.Label) string {
	var keys []string
	for _, label := range labels {
		if label.Shortcut != "" {
			keys = append(keys, label.Shortcut)
		}
	}
	if len(keys) == 0 {
		return "No label yet. Choose one above."
	}
	return "No label yet. Press " + strings.Join(keys, ", ") + " in the text or choose one above."
}

func textTagged(when, who string) string { return "Tagged " + when + " by " + who }

func textMore(filled int) string {
	if filled == 0 {
		return "More details"
	}
	return fmt.Sprintf("More details (%d filled in)", filled)
}

func textRow(n int) string { return fmt.Sprintf("Row %d", n+1) }

// textOption writes the key of a choice in words.
func textOption(key string) string {
	words := strings.ReplaceAll(key, "_", " ")
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

// textValue writes the value of a detail as it is shown.
func textValue(fd models.Field, value string) string {
	switch fd.Type {
	case models.FieldChoice:
		return strings.ReplaceAll(value, "_", " ")
	case models.FieldBool:
		return map[string]string{"true": "yes", "false": "no"}[value]
	case models.FieldText, models.FieldNumber, models.FieldDate, models.FieldPerson:
	}
	return value
}

func textRead(read string) string { return "Read as " + read }

func textOther(label, who, when string) string { return label + " · " + who + " · " + when }

func textEvent(when, who, deed, kind string) string {
	if kind != "" {
		kind = " (" + kind + ")"
	}
	return when + " · " + who + " " + deed + kind
}

func textDeedOn(label string) string { return "put " + label + " on" }

func textDeedOff(label string) string { return "took " + label + " off" }

func textDeedCarried(label string) string { return "carried " + label + " over" }

func textDeedChanged(label string, parts []string) string {
	if len(parts) == 0 {
		return "changed " + label
	}
	return "changed " + label + ": " + strings.Join(parts, "; ")
}

func textChange(fd models.Field, before, after string) string {
	switch {
	case before == "":
		return fd.Name + " “" + textValue(fd, after) + "”"
	case after == "":
		return fd.Name + " cleared"
	default:
		return fd.Name + " “" + textValue(fd, before) + "” to “" + textValue(fd, after) + "”"
	}
}

func textNoteChange(after string) string {
	if after == "" {
		return "note cleared"
	}
	return "note “" + after + "”"
}

// textKey writes what a button does with the key that does the same.
func textKey(text, key string) string { return text + " (" + key + ")" }

// textStrengths say how sure a suggestion is.
var textStrengths = map[suggest.Strength]string{suggest.Strong: "strong", suggest.Possible: "possible"}

func textStrength(strength suggest.Strength, sure string) string {
	if sure == "" {
		return textStrengths[strength]
	}
	return textStrengths[strength] + ", " + sure
}

func textFill(count int) string {
	if count == 1 {
		return "Use 1 guess"
	}
	return fmt.Sprintf("Use all %d guesses", count)
}

// textReasons says what speaks for a suggestion and what against it.
func textReasons(reasons []suggest.Reason) string {
	var sides []string
	for _, side := range []struct {
		title string
		sign  float64
	}{{"For it: ", 1}, {"Against it: ", -1}} {
		var parts, words []string
		for _, r := range reasons {
			switch {
			case r.Weight*side.sign <= 0:
			case r.Word != "":
				words = append(words, "“"+r.Word+"”")
			default:
				parts = append(parts, r.Why)
			}
		}
		if len(words) > 0 {
			parts = append(parts, "the words "+strings.Join(words, ", "))
		}
		if len(parts) > 0 {
			sides = append(sides, side.title+strings.Join(parts, "; ")+".")
		}
	}
	return strings.Join(sides, " ")
}

// textRecord says how suggestions of a label and strength fared. It is the only
// accuracy that is ever stated.
func textRecord(strength suggest.Strength, record suggest.Record) string {
	return textOption(textStrengths[strength]) + " ones: " + record.String()
}

// textGuess writes a guessed value as its input would show it.
func textGuess(fd models.Field, value string) string {
	if fd.Type == models.FieldChoice {
		return textOption(value)
	}
	return value
}

// textAnswer says what was answered to a suggestion.
func textAnswer(label string, there, kept bool) string {
	switch {
	case !there:
		return "took the answer to the suggestion of " + label + " back"
	case kept:
		return "accepted the suggestion of " + label
	default:
		return "rejected the suggestion of " + label
	}
}

// textBases say what suggestions rest on before anything was learnt.
var textBases = map[suggest.Basis]string{suggest.BasisRules: "By general rules so far. "}

// textLearner says what is known about one label.
func textLearner(l workspace.Learner) string {
	strong, possible := textRecord(suggest.Strong, l.Strong), " "+textRecord(suggest.Possible, l.Possible)
	if l.Strong.String() == l.Possible.String() {
		strong, possible = textBothRecords+l.Strong.String(), ""
	}
	return textBases[l.Standing.Basis] + l.Standing.Note() + " " + strong + possible
}
