package ui

import (
	"context"
	"maps"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"glossator/app/ui/command"
	"glossator/app/ui/reviewing"
	"glossator/models"
)

func ctrlEnter() fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
}

// TestReviewOfThreeArticlesByKeysOnly is the journey of a reviewer through the
// differences of two layers, without a mouse.
func TestReviewOfThreeArticlesByKeysOnly(t *testing.T) {
	r := newRig(t)
	r.twoLayers(3, 5)
	r.do("review.check")
	r.progress("0 of 9 differences")
	r.cursor(1)
	r.shows("Undecided")
	r.write("t") // nothing of one's own to take back yet
	r.says("no decision of yours")
	r.write("]")
	r.progress("1 of 9 differences")
	r.write("t")
	r.shows("Undecided")
	r.progress("0 of 9 differences")

	r.write("a") // theirs: statistic
	r.progress("1 of 9 differences")
	r.cursor(3)
	r.write("r2") // rejected: a gap in the guideline
	r.press(fyne.Key2)
	r.cursor(5)
	r.write("[")
	r.cursor(5)
	r.shows("Accepted")
	r.write("n")
	if got := r.title(); got != "Report 2" {
		t.Fatalf("the open article is %q", got)
	}
	r.press(fyne.Key1) // commitment beside theirs
	r.shows("Changed")
	r.cursor(1)
	r.write("n")
	r.press(fyne.Key0)
	r.cursor(5)
	r.write("s")
	if got := r.title(); got != "Report 3" {
		t.Fatalf("the open article is %q", got)
	}
	r.write("c")
	r.write("See rule 3")
	r.chord(ctrlEnter())
	r.shows("Later")
	r.inText()
	r.write("u")
	r.shows("Undecided")
	r.write("e")
	r.left()
	r.write("1200")
	r.chord(ctrlEnter())
	r.cursor(3)
	r.write("b")
	r.cursor(1)
	r.shows("Changed")
	r.write("A")
	r.says("identical sentences accepted")
	for _, key := range []string{"n", "a", "a"} {
		r.write(key)
	}
	r.says("Everything is decided")
	r.do("review.check")
	r.inText()
	if left := r.states()[models.ReviewOpen]; left != 0 {
		t.Errorf("%d differences are open", left)
	}
	gold := r.gold()
	for key, want := range map[string]string{
		"Report 1/2": "statistic", "Report 1/6": "claim", "Report 2/2": "commitment+statistic", "Report 2/4": "no_label",
		"Report 3/2": "statistic", "Report 3/3": "claim",
	} {
		if gold[key] != want {
			t.Errorf("%s: %q stands, want %q", key, gold[key], want)
		}
	}
}

func TestFiftyDifferencesByKeysOnly(t *testing.T) {
	r := newRig(t)
	r.twoLayers(2, 50)
	r.do("review.check")
	r.progress("0 of 50 differences")
	for range 50 {
		r.write("a")
	}
	r.progress("50 of 50 differences")
	r.says("Everything is decided")
	if accepted := r.states()[models.ReviewAccepted]; accepted != 50 {
		t.Errorf("%d are accepted, want 50", accepted)
	}
	for range 50 {
		r.write("u")
	}
	r.progress("0 of 50 differences")
}

func TestKeysOfReviewRestWhileTyping(t *testing.T) {
	r := newRig(t)
	r.twoLayers(1, 5)
	r.do("review.check")
	r.write("c")
	r.write("asrn0")
	r.press(fyne.KeyEscape)
	r.inText()
	r.shows("Undecided")
	r.progress("0 of 3 differences")
	r.write("f")
	r.press(fyne.KeyEscape)
	r.inText()
	r.press(fyne.Key3) // theirs is a statistic; the claim of mine comes back
	r.shows("Changed")
	r.do("view.library")
	if r.shell.checking() {
		t.Error("check mode hides the list that was asked for")
	}
	r.press(fyne.Key3)
	r.has(1, "")
}

func TestDecisionGoesOutOfDate(t *testing.T) {
	r := newRig(t)
	r.twoLayers(1, 3)
	r.do("review.check")
	r.write("]")
	r.shows("Accepted")
	r.must(r.ws().SignIn(t.Context(), colleague))
	_, err := r.ws().ToggleLabel(t.Context(), 1, "statistic")
	r.must(err)
	_, err = r.ws().ToggleLabel(t.Context(), 1, "commitment")
	r.must(err)
	r.settle()
	r.shows("Out of date")
	r.progress("0 of 2 differences")
	if !strings.Contains(texts(r.shell.desk.review.Panel()), "have changed since") {
		t.Error("nothing says why the decision is out of date")
	}
}

func TestFilterAndSpotCheckNarrowTheQueue(t *testing.T) {
	r := newRig(t)
	r.twoLayers(2, 40)
	r.do("review.check")
	r.progress("0 of 40 differences")
	r.write("f")
	for range 5 { // to the words
		r.shell.window.Canvas().FocusNext()
	}
	r.write("district 2")
	r.progress("0 of 20 differences")
	r.press(fyne.KeyReturn)
	r.inText()
	if got := r.title(); got != "Report 2" {
		t.Errorf("the open article is %q", got)
	}
	r.shell.desk.review.SpotCheck()
	page, err := r.ws().Differences(t.Context(), models.DifferenceFilter{
		Comparisons: []models.Comparison{models.Same, models.LabelsDiffer}, Words: "district 2", Limit: 100,
	})
	r.must(err)
	want, visited := map[int64]bool{}, map[int64]bool{}
	for _, row := range page.Rows {
		if row.Comparison != models.Same || reviewing.Sampled(row) {
			want[row.Sentence.ID] = true
		}
	}
	content, _ := r.ws().Article()
	for range 41 {
		visited[content.Sentences[r.ws().Cursor()].ID] = true
		r.write("n")
	}
	if len(page.Rows) != 41 || !maps.Equal(visited, want) {
		t.Errorf("of %d sentences the walk met %v, want %v", len(page.Rows), visited, want)
	}
	r.progress("0 of 20 differences")
}

func TestIdenticalOnesAreCountedBeforeTheyAreAccepted(t *testing.T) {
	r := newRig(t)
	r.twoLayers(1, 6)
	r.do("review.check")
	said := func(want string) {
		t.Helper()
		if bar := texts(r.shell.desk.review.Bar()); !strings.Contains(bar, want) {
			t.Errorf("the bar says %q, want %q", bar, want)
		}
	}
	said("Accept 4 identical")
	r.write("A")
	r.says("4 identical sentences accepted")
	said("Accept 0 identical")
	r.write("u")
	said("Accept 4 identical")
	r.progress("0 of 3 differences")
}

func TestNobodyToCheckIsSaidInWords(t *testing.T) {
	r := newRig(t)
	r.do("review.check")
	if said := texts(r.shell.desk.review.Panel()); !strings.Contains(said, "No labels of a colleague yet") {
		t.Errorf("the panel says %q", said)
	}
	r.write("n")
	r.says("whose labels")
}

func checked(decide func(r *rig), state string) func(r *rig) {
	return func(r *rig) {
		r.twoLayers(1, 5)
		r.do("review.check")
		decide(r)
		r.shell.desk.ws.MoveTo(1)
		r.settle()
		r.shows(state)
	}
}

// touch does a command that is decided about the first difference.
func touch(id command.ID) func(r *rig) { return func(r *rig) { r.do(id) } }

// reviewTouches try the commands of review, see touches.
var reviewTouches = map[command.ID]func(r *rig){
	"review.check": func(r *rig) {
		r.do("review.check")
		if !r.shell.checking() {
			r.t.Error("check mode is off")
		}
		r.do("review.check")
		r.inText()
	},
	"check.next": func(r *rig) { r.twoLayers(1, 5); r.do("review.check"); r.do("check.next"); r.cursor(3) },
	"check.previous": func(r *rig) {
		r.twoLayers(1, 5)
		r.do("review.check")
		r.do("check.next")
		r.do("check.previous")
		r.cursor(1)
	},
	"check.accept":    checked(touch("check.accept"), "Accepted"),
	"check.mine":      checked(touch("check.mine"), "Accepted"),
	"check.theirs":    checked(touch("check.theirs"), "Accepted"),
	"check.none":      checked(touch("check.none"), "No label here"),
	"check.defer":     checked(touch("check.defer"), "Later"),
	"check.reject":    checked(func(r *rig) { r.do("check.reject"); r.press(fyne.KeyReturn) }, "Rejected"),
	"check.withdraw":  checked(func(r *rig) { r.do("check.theirs"); r.do("check.withdraw") }, "Undecided"),
	"check.undo":      checked(func(r *rig) { r.do("check.accept"); r.do("check.undo") }, "Undecided"),
	"check.identical": func(r *rig) { r.twoLayers(1, 5); r.do("review.check"); r.do("check.identical"); r.says("3 identical") },
	"check.other": checked(func(r *rig) {
		r.do("check.other")
		r.do("check.accept")
		if decisions, err := r.ws().Decisions(context.Background(), r.uid()); err != nil || decisions[0].LayerUID != r.ws().Me().UID {
			r.t.Errorf("accepted is %+v (%v), want my own layer", decisions, err)
		}
	}, "Accepted"),
	"check.edit": checked(func(r *rig) {
		r.do("check.edit")
		r.left()
		r.press(fyne.KeyEscape)
		r.inText()
	}, "Undecided"),
	"check.comment": checked(func(r *rig) {
		r.do("check.comment")
		r.write("Why?")
		r.chord(ctrlEnter())
	}, "Later"),
	"check.back": func(r *rig) {
		r.twoLayers(1, 5)
		r.do("review.check")
		r.do("check.next")
		r.do("check.back")
		r.cursor(1)
	},
	"check.filter": func(r *rig) {
		r.twoLayers(1, 5)
		r.do("review.check")
		r.do("check.filter")
		r.left()
		r.press(fyne.KeyEscape)
		r.inText()
	},
	"check.agreement": func(r *rig) {
		r.twoLayers(1, 5)
		r.do("review.check")
		r.do("check.agreement")
		r.press(fyne.KeyEscape)
		if !r.shell.checking() || r.shell.desk.front != nil {
			r.t.Error("Escape does not lead back to checking")
		}
		r.inText()
	},
	"check.label.commitment": checked(touch("check.label.commitment"), "Changed"),
	"check.label.statistic":  checked(touch("check.label.statistic"), "No label here"),
	"check.label.claim":      checked(touch("check.label.claim"), "Changed"),
}

func (r *rig) uid() string {
	content, _ := r.ws().Article()
	return content.Article.UID
}
