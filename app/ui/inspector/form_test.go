package inspector_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/field"
)

func TestTypedTextIsKeptWhenTheCursorMovesOn(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.tag(2, "commitment")
	r.fill("Who commits", 0, "the ministry")
	r.fill("By when", 0, "by the end of 2030")
	r.fill("Note", 0, "ask for the plan")
	r.move(2) // without leaving the field
	if got := r.note(0, "commitment"); got != "ask for the plan" {
		t.Errorf("the note is %q", got)
	}
	if got := r.details(0, "commitment"); got["actor/0"].ValueText != "the ministry" || got["deadline/0"].ValueText != "by the end of 2030" {
		t.Errorf("the details are %+v", got)
	}
	if got := r.details(2, "commitment"); len(got) != 0 || r.note(2, "commitment") != "" {
		t.Errorf("the next sentence got %+v, note %q", got, r.note(2, "commitment"))
	}
	if got := r.row("Who commits", 0).Input().Value(); got != "" {
		t.Errorf("the next sentence shows %q", got)
	}
	r.leave()
	r.move(0)
	if got := r.row("Note", 0).Input().Value(); got != "ask for the plan" {
		t.Errorf("back on the sentence the note is %q", got)
	}
	r.fine()
}

func TestTypedTextIsKeptWhenAnotherArticleOpens(t *testing.T) {
	r := newRig(t, theme.Light)
	first := r.open("a", body)
	r.tag(2, "claim")
	r.move(2)
	r.fill("Note", 0, "whose report?")
	r.open("b", "One short sentence.")
	r.must(r.ws.OpenArticleAt(t.Context(), first.UID, 2))
	r.settle()
	if got := r.note(2, "claim"); got != "whose report?" {
		t.Errorf("the note is %q", got)
	}
	r.fine()
}

func TestValuesAreReadAndWordsSayWhenNot(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.press("More details")
	r.fill("Target", 0, "some three")
	r.fill("By when", 0, "30.02.2030")
	r.leave()
	r.sees("Kept as written; no number is read in it", "Kept as written; no date is read in it")
	got := r.details(0, "commitment")
	if d := got["target_value/0"]; d.ValueText != "some three" || d.ValueNum != nil {
		t.Errorf("the number is kept as %+v", d)
	}
	if d := got["deadline/0"]; d.ValueText != "30.02.2030" || d.ValueISO != "" {
		t.Errorf("the date is kept as %+v", d)
	}
	r.picture("invalid")
	r.fill("Target", 0, "1 234,5")
	r.fill("By when", 0, "2030-Q4")
	r.leave()
	r.sees("Read as 1234.5", "Read as 2030-10/2030-12")
	r.misses("is read in it")
	got = r.details(0, "commitment")
	if d := got["target_value/0"]; d.ValueNum == nil || *d.ValueNum != 1234.5 {
		t.Errorf("the number is read as %+v", d)
	}
	if d := got["deadline/0"]; d.ValueISO != "2030-10/2030-12" {
		t.Errorf("the date is read as %+v", d)
	}
	r.fine()
}

func TestATypedValueOfAnUnchangedWordingStays(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	sentence, _ := r.ws.Current()
	annotation := sentence.Mine[0]
	for _, fd := range annotation.Label.Fields {
		if fd.Key == "deadline" {
			annotation.Details = append(annotation.Details,
				detail(fd.ID, "by the end of the year", "2030-12-31"))
		}
	}
	r.must(r.ws.SetDetails(t.Context(), 0, annotation.UID, annotation.Details))
	r.settle()
	r.sees("Read as 2030-12-31")
	r.fill("Who commits", 0, "the ministry")
	r.leave()
	if got := r.details(0, "commitment")["deadline/0"]; got.ValueISO != "2030-12-31" {
		t.Errorf("the deadline became %+v", got)
	}
	r.fine()
}

func TestChoicesAndTicksAreSavedAtOnce(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(1, "statistic")
	r.move(1)
	r.press("More details")
	choice, ok := r.row("Unit", 0).Input().(*field.Choice)
	if !ok {
		t.Fatal("a choice is not chosen from a list")
	}
	choice.SetSelected("Percentage points")
	tick, ok := r.row("Forecast", 0).Input().(*field.Check)
	if !ok {
		t.Fatal("a yes or no is not ticked")
	}
	tick.SetChecked(true)
	r.settle()
	got := r.details(1, "statistic")
	if got["unit/0"].ValueText != "percentage_points" || got["forecast/0"].ValueText != "true" {
		t.Errorf("the details are %+v", got)
	}
	choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	tick.SetChecked(false)
	r.settle()
	if got := r.details(1, "statistic"); len(got) != 0 {
		t.Errorf("after clearing the details are %+v", got)
	}
	r.fine()
}

func TestRowsAreAddedAndRemoved(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(1, "statistic")
	r.move(1)
	r.fill("Value", 0, "192")
	r.leave()
	r.press("Add another")
	r.fill("Value", 1, "74")
	r.fill("Of whom or what", 1, "foreign citizens")
	r.leave()
	r.picture("rows")
	got := r.details(1, "statistic")
	if got["value/0"].ValueText != "192" || got["value/1"].ValueText != "74" || got["population/1"].ValueText != "foreign citizens" {
		t.Errorf("two rows are %+v", got)
	}
	test.Tap(r.removers()[0])
	r.settle()
	got = r.details(1, "statistic")
	if len(got) != 2 || got["value/0"].ValueText != "74" || got["population/0"].ValueText != "foreign citizens" {
		t.Errorf("after the first row was removed: %+v", got)
	}
	if rows := r.rows("Value"); len(rows) != 1 || rows[0].Input().Value() != "74" {
		t.Errorf("%d rows are left on the page", len(rows))
	}
	r.fine()
}

func TestWhatCouldNotBeSavedStaysAndIsTriedAgain(t *testing.T) {
	r := newRig(t, theme.Light)
	article := r.open("a", body)
	r.tag(2, "claim")
	r.move(2)
	r.fill("Note", 0, "whose report?")
	r.ws.CloseArticle() // nothing of it can be saved now
	r.settle()
	if len(r.failed) == 0 {
		t.Fatal("saving without an article was no failure")
	}
	r.must(r.ws.OpenArticleAt(t.Context(), article.UID, 2))
	r.settle()
	if got := r.row("Note", 0).Input().Value(); got != "whose report?" {
		t.Errorf("the typed note became %q", got)
	}
	r.page.Flush()
	r.settle()
	if got := r.note(2, "claim"); got != "whose report?" {
		t.Errorf("the note is %q", got)
	}
}

func TestSavingWritesOneStepAndOnlyChanges(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.fill("Who commits", 0, "the ministry")
	r.leave()
	before, err := r.ws.Stats(t.Context())
	r.must(err)
	r.fill("Who commits", 0, "the ministry")
	r.leave()
	r.page.Flush()
	r.settle()
	after, err := r.ws.Stats(t.Context())
	r.must(err)
	if after.Events != before.Events {
		t.Errorf("typing the same again wrote %d lines of history", after.Events-before.Events)
	}
	r.fine()
}

func TestTypingGoesOnWhileTheSentenceChanges(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.fill("Who commits", 0, "the minis")
	r.tag(0, "claim") // a change of the sentence comes in between
	entry, ok := r.row("Who commits", 0).Input().(*field.Entry)
	if !ok {
		t.Fatal("the field is not typed")
	}
	test.Type(entry, "try")
	r.leave()
	if got := r.details(0, "commitment")["actor/0"].ValueText; got != "the ministry" {
		t.Errorf("the typed value became %q", got)
	}
	r.fine()
}

func TestUndoIsShownInTheForm(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.fill("Who commits", 0, "the ministry")
	r.leave()
	_, err := r.ws.Undo(t.Context())
	r.must(err)
	r.settle()
	if got := r.row("Who commits", 0).Input().Value(); got != "" {
		t.Errorf("after undo the field shows %q", got)
	}
	r.fine()
}

func TestTextTypedForALabelThatIsTakenOffComesBackWithIt(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "claim")
	r.fill("Note", 0, "half a thought")
	if _, err := r.ws.ToggleLabel(t.Context(), 0, "claim"); err != nil { // before the page hears of anything
		t.Fatal(err)
	}
	r.page.Flush()
	r.settle()
	r.misses("Who says it")
	_, err := r.ws.Undo(t.Context())
	r.must(err)
	r.settle()
	if got := r.row("Note", 0).Input().Value(); got != "half a thought" {
		t.Errorf("the typed note became %q", got)
	}
	r.page.Flush()
	r.settle()
	if got := r.note(0, "claim"); got != "half a thought" {
		t.Errorf("the note is %q", got)
	}
	r.fine()
}
