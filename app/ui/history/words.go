package history

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"glossator/models"
)

// The texts of the page.
const (
	textUndoTo    = "Undo to here"
	textRedoTo    = "Redo to here"
	textGo        = "Go there"
	textNextUndo  = "next to undo"
	textNextRedo  = "next to redo"
	textColleague = "a colleague"
	textJoin      = " · "
	textUndone    = "Undone: "
	textRedone    = "Redone: "
	textTakenBack = "undone"
	textOther     = "Something changed"
)

// deed is a kind of step.
type deed struct {
	entity models.Entity
	op     models.Op
}

// deeds say what a step did to one thing and to several. The place is " on
// sentence 9" or nothing, and so is " sentence 9" after a word such as off.
var deeds = map[deed][2]string{
	{models.EntityAnnotation, models.OpCreate}:  {"{label}{place}", "{count} labels{place}"},
	{models.EntityAnnotation, models.OpUpdate}:  {"{label} changed{place}", "{count} labels changed{place}"},
	{models.EntityAnnotation, models.OpDelete}:  {"{label} taken off{from}", "{count} labels taken off{from}"},
	{models.EntityAnnotation, models.OpRestore}: {"{label} restored{place}", "{count} labels restored{place}"},
	{models.EntityReading, models.OpCreate}:     {"Nothing found{place}", "Nothing found on {count} sentences"},
	{models.EntityReading, models.OpRestore}:    {"Nothing found{place}", "Nothing found on {count} sentences"},
	{models.EntityReading, models.OpDelete}:     {"“Nothing here” taken off{from}", "“Nothing here” taken off {count} sentences"},
	{models.EntityProgress, models.OpCreate}:    {"Article finished", "Articles finished"},
	{models.EntityProgress, models.OpDelete}:    {"Article no longer finished", "Articles no longer finished"},
	{models.EntityArticle, models.OpCreate}:     {"Imported 1 article", "Imported {count} articles"},
	{models.EntityArticle, models.OpRestore}:    {"Article brought back", "{count} articles brought back"},
	{models.EntityArticle, models.OpDelete}:     {"Article deleted", "{count} articles deleted"},
	{models.EntityArticle, models.OpUpdate}:     {"Article edited", "{count} articles edited"},
	{models.EntityOutcome, models.OpCreate}:     {"{label}: suggestion rejected{place}", "{count} suggestions answered"},
	{models.EntityOutcome, models.OpUpdate}:     {"{label}: suggestion rejected{place}", "{count} suggestions answered"},
	{models.EntityOutcome, models.OpRestore}:    {"{label}: suggestion rejected{place}", "{count} suggestions answered"},
	{models.EntityAnnotator, models.OpCreate}:   {"Joined the project", "{count} people joined"},
	{models.EntityAnnotator, models.OpUpdate}:   {"Name corrected", "{count} names corrected"},
	{models.EntityDecision, models.OpCreate}:    {"Decided{place}", "{count} decisions"},
	{models.EntityDecision, models.OpUpdate}:    {"Decision changed{place}", "{count} decisions changed"},
	{models.EntityDecision, models.OpDelete}:    {"Decision taken back{place}", "{count} decisions taken back"},
	{models.EntityDecision, models.OpRestore}:   {"Decision restored{place}", "{count} decisions restored"},
}

// prefixes say that a step is about another one.
var prefixes = map[models.EventKind]string{models.KindUndo: textUndone, models.KindRedo: textRedone}

// tell says in a few words what a step did.
func tell(step models.Step, labels []models.Label) string {
	return prefixes[step.Kind] + base(step, labels)
}

func base(step models.Step, labels []models.Label) string {
	if step.Entity == models.EntitySegmentation {
		return repair(step)
	}
	forms, known := deeds[deed{step.Entity, step.Op}]
	if !known {
		return textOther
	}
	form := forms[0]
	if step.Events > 1 {
		form = forms[1]
	}
	label := step.LabelKey
	if at := slices.IndexFunc(labels, func(l models.Label) bool { return l.Key == label }); at >= 0 {
		label = labels[at].Name
	}
	place, from := "", ""
	if step.Sentence > 0 {
		from = fmt.Sprintf(" sentence %d", step.Sentence)
		place = " on" + from
	}
	return strings.NewReplacer("{label}", label, "{place}", place, "{from}", from, "{count}", strconv.Itoa(step.Events)).Replace(form)
}

// repair says how the sentences of an article were changed. The number is that
// of the sentence that stands there now.
func repair(step models.Step) string {
	forms := [2]string{"Sentences joined", "Sentences joined into sentence %d"}
	if step.Grown > 0 {
		forms = [2]string{"Sentence split", "Sentence %d split in two"}
	}
	if step.Sentence == 0 {
		return forms[0]
	}
	return fmt.Sprintf(forms[1], step.Sentence)
}
