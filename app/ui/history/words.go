package history

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"glossator/app/ui/locale"
	"glossator/models"
)

// The texts of the page.
const (
	textUndoTo    = "Undo to here"
	textUndoMerge = "Undo import"
	textRedoTo    = "Redo to here"
	textGo        = "Go there"
	textNextUndo  = "next to undo"
	textNextRedo  = "next to redo"
	textColleague = "a colleague"
	textJoin      = " · "
	textTakenBack = "undone"
	textOther     = "Something changed"
)

// deed is a kind of step.
type deed struct {
	entity models.Entity
	op     models.Op
}

// saying are the ways to say a kind of step. {label}, {sentence} and {count}
// stand for what it was about. A way that is not there is said without the
// sentence.
type saying struct {
	one, oneAt   string // about one thing, and about one at a sentence
	many, manyAt string // about several things
}

// recoded is said of every change to the codebook.
//
//locale:texts
var recoded = saying{one: "Codebook changed", many: "Codebook changed"}

// deeds say what the kinds of steps did.
//
//locale:texts
var deeds = map[deed]saying{
	{models.EntityAnnotation, models.OpCreate}: {
		"{label}", "{label} on sentence {sentence}", "{count} labels", "{count} labels on sentence {sentence}"},
	{models.EntityAnnotation, models.OpUpdate}: {
		"{label} changed", "{label} changed on sentence {sentence}", "{count} labels changed", "{count} labels changed on sentence {sentence}"},
	{models.EntityAnnotation, models.OpDelete}: {
		"{label} taken off", "{label} taken off sentence {sentence}", "{count} labels taken off", "{count} labels taken off sentence {sentence}"},
	{models.EntityAnnotation, models.OpRestore}: {
		"{label} restored", "{label} restored on sentence {sentence}",
		"{count} labels restored", "{count} labels restored on sentence {sentence}"},
	{models.EntityReading, models.OpCreate}: {
		one: "Nothing found", oneAt: "Nothing found on sentence {sentence}", many: "Nothing found on {count} sentences"},
	{models.EntityReading, models.OpRestore}: {
		one: "Nothing found", oneAt: "Nothing found on sentence {sentence}", many: "Nothing found on {count} sentences"},
	{models.EntityReading, models.OpDelete}: {
		one: "“Nothing here” taken off", oneAt: "“Nothing here” taken off sentence {sentence}",
		many: "“Nothing here” taken off {count} sentences"},
	{models.EntityProgress, models.OpCreate}:  {one: "Article finished", many: "Articles finished"},
	{models.EntityProgress, models.OpDelete}:  {one: "Article no longer finished", many: "Articles no longer finished"},
	{models.EntityArticle, models.OpCreate}:   {one: "Imported 1 article", many: "Imported {count} articles"},
	{models.EntityArticle, models.OpRestore}:  {one: "Article brought back", many: "{count} articles brought back"},
	{models.EntityArticle, models.OpDelete}:   {one: "Article deleted", many: "{count} articles deleted"},
	{models.EntityArticle, models.OpUpdate}:   {one: "Article edited", many: "{count} articles edited"},
	{models.EntityBlock, models.OpUpdate}:     {one: "Paragraph corrected", many: "{count} paragraphs corrected"},
	{models.EntityOutcome, models.OpCreate}:   rejected,
	{models.EntityOutcome, models.OpUpdate}:   rejected,
	{models.EntityOutcome, models.OpRestore}:  rejected,
	{models.EntityCodebook, models.OpCreate}:  recoded,
	{models.EntityCodebook, models.OpUpdate}:  recoded,
	{models.EntityLabel, models.OpCreate}:     recoded,
	{models.EntityLabel, models.OpUpdate}:     recoded,
	{models.EntityLabel, models.OpDelete}:     recoded,
	{models.EntityLabel, models.OpRestore}:    recoded,
	{models.EntityAnnotator, models.OpCreate}: {one: "Joined the project", many: "{count} people joined"},
	{models.EntityAnnotator, models.OpUpdate}: {one: "Name corrected", many: "{count} names corrected"},
	{models.EntityDecision, models.OpCreate}: {
		one: "Decided", oneAt: "Decided on sentence {sentence}", many: "{count} decisions"},
	{models.EntityDecision, models.OpUpdate}: {
		one: "Decision changed", oneAt: "Decision changed on sentence {sentence}", many: "{count} decisions changed"},
	{models.EntityDecision, models.OpDelete}: {
		one: "Decision taken back", oneAt: "Decision taken back on sentence {sentence}", many: "{count} decisions taken back"},
	{models.EntityDecision, models.OpRestore}: {
		one: "Decision restored", oneAt: "Decision restored on sentence {sentence}", many: "{count} decisions restored"},
}

// rejected says what became of a suggestion.
//
//locale:texts
var rejected = saying{one: "{label}: suggestion rejected", oneAt: "{label}: suggestion rejected on sentence {sentence}",
	many: "{count} suggestions answered"}

// prefixes say that a step is about another one.
//
//locale:texts
var prefixes = map[models.EventKind]string{models.KindUndo: "Undone: %s", models.KindRedo: "Redone: %s"}

// tell says in a few words what a step did.
func tell(step models.Step, labels []models.Label) string {
	if prefix, known := prefixes[step.Kind]; known {
		return locale.T(prefix, base(step, labels))
	}
	return base(step, labels)
}

func base(step models.Step, labels []models.Label) string {
	if step.Entity == models.EntitySegmentation {
		return repair(step)
	}
	ways, known := deeds[deed{step.Entity, step.Op}]
	if !known {
		return locale.T(textOther)
	}
	label := step.LabelKey
	if at := slices.IndexFunc(labels, func(l models.Label) bool { return l.Key == label }); at >= 0 {
		label = locale.Codebook(labels[at].Name)
	}
	return strings.NewReplacer("{label}", label, "{sentence}", strconv.Itoa(step.Sentence),
		"{count}", locale.Number(step.Events)).Replace(ways.form(step))
}

// form chooses the way to say a step, in the user's language.
func (s saying) form(step models.Step) string {
	one, many := s.one, s.many
	if step.Sentence > 0 {
		one, many = cmp.Or(s.oneAt, one), cmp.Or(s.manyAt, many)
	}
	if step.Events > 1 {
		return locale.N(step.Events, many, many)
	}
	return locale.T(one)
}

// repair says how the sentences of an article were changed. The number is that
// of the sentence that stands there now.
func repair(step models.Step) string {
	split := step.Grown > 0
	switch {
	case step.Segmenter != "":
		return locale.N(step.Events, "%s paragraph cut anew", "%s paragraphs cut anew", locale.Number(step.Events))
	case split && step.Sentence == 0:
		return locale.T("Sentence split")
	case split:
		return locale.T("Sentence %d split in two", step.Sentence)
	case step.Sentence == 0:
		return locale.T("Sentences joined")
	default:
		return locale.T("Sentences joined into sentence %d", step.Sentence)
	}
}
