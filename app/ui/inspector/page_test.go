package inspector_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

func TestEmptyStatesSayWhatToDo(t *testing.T) {
	r := newRig(t, theme.Light)
	r.sees("No article is open. Choose one")
	r.misses("Sentence", "Commitment")
	r.picture("empty")
	title := document("title", "A title without a body")
	title.Blocks[0].Kind = models.BlockTitle
	added, err := r.ws.Add(t.Context(), title)
	r.must(err)
	r.must(r.ws.OpenArticle(t.Context(), added.Article.UID))
	r.settle()
	r.sees("This article has no sentences to tag.")
	r.open("a", body)
	r.sees("Sentence 1 of 4", "Press 1, 2, 3 in the text")
	r.picture("untagged")
	r.ws.CloseArticle()
	r.settle()
	r.sees("No article is open")
	r.misses("Sentence 1", "Commitment")
}

func TestChipsToggleLabels(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	for _, name := range []string{"Commitment", "Claim"} {
		test.Tap(r.chip(name))
		r.settle()
		if !r.chip(name).On() {
			t.Errorf("the chip %s is off after the tap", name)
		}
	}
	sentence, _ := r.ws.Current()
	if !sentence.Has("commitment") || !sentence.Has("claim") || sentence.Has("statistic") {
		t.Errorf("the sentence has %d labels: %+v", len(sentence.Mine), sentence.Mine)
	}
	r.sees("Who commits", "Who says it", "Tagged ", " by Aigerim Saparova")
	r.window.Canvas().Focus(r.chip("Claim"))
	r.chip("Claim").TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	r.settle()
	r.misses("Who says it")
	r.sees("Who commits")
	r.fine()
}

func TestNothingHere(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.move(3)
	test.Tap(r.chip("Nothing here"))
	r.settle()
	if sentence, _ := r.ws.Current(); !sentence.Empty || !r.chip("Nothing here").On() {
		t.Error("the sentence is not marked as holding nothing")
	}
	r.sees("found nothing to tag")
	test.Tap(r.chip("Statistic"))
	r.settle()
	if empty := r.chip("Nothing here"); empty.On() || !empty.Disabled() {
		t.Error("a sentence with a label can be marked as holding nothing")
	}
	r.fine()
}

func TestOtherLayersAreShownToRead(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "claim")
	r.fill("Who says it", 0, "the deputy minister")
	r.fill("Note", 0, "said on the record")
	r.leave()
	r.must(r.ws.SignIn(t.Context(), "Dana Petrova"))
	r.settle()
	r.sees("Other annotators", "Claim · Aigerim Saparova", "Who says it: the deputy minister", "said on the record")
	if rows := r.rows("Note"); len(rows) != 0 {
		t.Error("another annotator's note can be edited")
	}
	if r.chip("Claim").On() {
		t.Error("another annotator's label is shown as mine")
	}
	r.tag(0, "commitment")
	r.picture("layers")
	r.move(1)
	r.misses("Other annotators")
	r.fine()
}

func TestHistoryTellsWhatHappened(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.fill("Who commits", 0, "the ministry")
	r.leave()
	r.misses("put Commitment on")
	r.press("History of this sentence")
	r.sees("Aigerim Saparova · put Commitment on", "changed Commitment: Who commits “the ministry”")
	r.fill("Note", 0, "check")
	r.leave()
	r.sees("changed Commitment: note “check”")
	_, err := r.ws.Undo(t.Context())
	r.must(err)
	r.settle()
	r.sees("note cleared (undo)")
	r.picture("history")
	r.move(3)
	r.sees("Nothing has happened to this sentence yet.")
	test.Tap(r.chip("Nothing here"))
	r.settle()
	r.sees("marked it as holding nothing")
	r.fine()
}

func TestAnEarlierStateIsRestored(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(1, "claim")
	r.move(1)
	r.press("History of this sentence")
	r.misses("Restore")
	r.fill("Note", 0, "first")
	r.leave()
	r.fill("Note", 0, "second")
	r.leave()
	r.must(r.ws.MergeWithNext(t.Context(), 0))
	r.settle()
	r.sees("joined it with its neighbour", "carried Claim over", "Restore")
	r.press("Restore")
	if got := r.note(0, "claim"); got != "first" {
		t.Errorf("the note is %q", got)
	}
	r.picture("restored")
	r.must(r.ws.Split(t.Context(), 0, len([]rune(body[:40]))))
	r.settle()
	r.sees("split it")
	r.fine()
}

func TestKeysLeaveThePage(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	done, rules := 0, ""
	r.page.OnDone = func() { done++ }
	r.page.OnCodebook = func(label string) { rules = label }
	r.fill("Who commits", 0, "the ministry")
	focused := r.window.Canvas().Focused()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if rules != "commitment" {
		t.Errorf("F1 asked for the rules of %q", rules)
	}
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	shortcut, ok := focused.(fyne.Shortcutable)
	if !ok {
		t.Fatal("a field takes no shortcuts")
	}
	shortcut.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	r.settle()
	if done != 2 {
		t.Errorf("the page was left %d times", done)
	}
	if got := r.details(0, "commitment")["actor/0"].ValueText; got != "the ministry" {
		t.Errorf("leaving by Escape saved %q", got)
	}
	r.fine()
}

func TestTabGoesThroughTheFields(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.page.FocusDetails()
	for _, caption := range []string{"Who commits", "Kind of actor", "What it will do", "By when"} {
		if focused := r.window.Canvas().Focused(); focused != fyne.Focusable(r.row(caption, 0).Input()) {
			t.Errorf("Tab came to %T instead of %q", focused, caption)
		}
		r.window.Canvas().(interface{ FocusNext() }).FocusNext()
	}
	r.page.FocusNote()
	if focused := r.window.Canvas().Focused(); focused != fyne.Focusable(r.row("Note", 0).Input()) {
		t.Errorf("the note has no focus but %T", focused)
	}
	r.sees("Anything a reviewer should know")
}

func TestFocusWaitsForTheLabelUnderWay(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	test.Tap(r.chip("Claim"))
	r.page.FocusNote()
	r.settle()
	if focused := r.window.Canvas().Focused(); focused != fyne.Focusable(r.row("Note", 0).Input()) {
		t.Errorf("the note has no focus but %T", focused)
	}
	r.move(1)
	r.page.FocusDetails()
	r.settle()
	if focused := r.window.Canvas().Focused(); focused != fyne.Focusable(r.chip("Commitment")) {
		t.Errorf("without a label the focus is on %T", focused)
	}
}

func TestAReadOnlyProjectIsShownAndNotEdited(t *testing.T) {
	st := stage.Project(t)
	path := st.Path()
	ws, err := workspace.New(t.Context(), st, "Aigerim Saparova")
	if err != nil {
		t.Fatal(err)
	}
	added, err := ws.Add(t.Context(), document("a", body))
	if err != nil {
		t.Fatal(err)
	}
	if err := ws.OpenArticle(t.Context(), added.Article.UID); err != nil {
		t.Fatal(err)
	}
	if _, err := ws.ToggleLabel(t.Context(), 0, "claim"); err != nil {
		t.Fatal(err)
	}
	if err := ws.Close(); err != nil {
		t.Fatal(err)
	}
	if st, err = store.Open(path, store.Options{ReadOnly: true}); err != nil {
		t.Fatal(err)
	}
	r := rigOver(t, theme.Light, st)
	r.must(r.ws.OpenArticle(t.Context(), added.Article.UID))
	r.settle()
	if !r.chip("Claim").On() || !r.chip("Claim").Disabled() || !r.chip("Nothing here").Disabled() {
		t.Error("the chips are not as in a project that cannot be changed")
	}
	for _, caption := range []string{"Who says it", "Kind of speaker", "Note"} {
		if !r.row(caption, 0).Input().Disabled() {
			t.Errorf("%q can be edited", caption)
		}
	}
	r.picture("read-only")
	r.fine()
}

func TestAFieldWithTheFocusIsInView(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.press("More details")
	input := r.row("Repeats an earlier promise", 0).Input()
	r.window.Canvas().Focus(input)
	r.sees("The identifier of the earlier annotation")
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(input).Y + input.Size().Height
	if high := r.window.Canvas().Size().Height; bottom > high {
		t.Errorf("the field ends at %v of %v", bottom, high)
	}
	r.picture("revealed")
	r.window.Canvas().Focus(r.row("Who commits", 0).Input())
	if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.row("Who commits", 0)).Y; top < 150 {
		t.Errorf("the first field is behind the head of the page, at %v", top)
	}
}

func TestANarrowPageKeepsEverythingInIt(t *testing.T) {
	r := newRig(t, theme.Dark)
	r.window.Resize(fyne.NewSize(theme.PaneWidth, 700))
	r.open("kk", "Министрлік жыл соңына дейін солтүстік өңірлерде үш дағдарыс орталығын ашады және ондағы қызметкерлерді даярлайды, деді министрдің орынбасары. Тағы бір сөйлем.")
	r.tag(0, "commitment")
	r.fill("Who commits", 0, "Халықты әлеуметтік қорғау министрлігінің өкілдері")
	r.fill("By when", 0, "соңына дейін")
	r.leave()
	r.picture("narrow")
	if least := r.page.Object().MinSize().Width; least > theme.PaneWidth {
		t.Errorf("the page needs %v units of %v", least, theme.PaneWidth)
	}
}
