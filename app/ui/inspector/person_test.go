package inspector_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/theme"
	"glossator/models"
)

func TestNamesOfPersonsAreCompleted(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "claim")
	r.tag(1, "claim")
	r.move(0)
	r.press("More details")
	const caption = "Verdict by"
	r.fill(caption, 0, "Gulnara Bell")
	r.leave()
	r.move(1)
	r.fill(caption, 0, "gul")
	r.settle()
	if got := r.offer(caption); !strings.Contains(got, "Gulnara Bell") {
		t.Fatalf("%q is offered", got)
	}
	r.entry(caption).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	r.leave()
	if got := r.details(1, "claim")["verdict_by/0"].ValueText; got != "Gulnara Bell" {
		t.Errorf("the detail is %q", got)
	}
	r.fill(caption, 0, "Nobody")
	r.settle()
	if got := r.offer(caption); got != "" {
		t.Errorf("%q is offered for a new name", got)
	}
}

func TestLabelOfAnEarlierMeaning(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.move(0)
	r.misses("the meaning of this label has changed")
	r.must(r.ws.SetCodebook(t.Context(), r.ws.Codebook(), []string{"commitment"}, ""))
	r.move(1)
	r.move(0)
	r.sees("the meaning of this label has changed")
	r.press("It still stands")
	r.misses("the meaning of this label has changed")
	r.fine()
}

func TestLikelyRepeatOpensTheEarlierSentence(t *testing.T) {
	r := newRig(t, theme.Light)
	first := r.open("a", "The ministry will open three new shelters by the end of 2031. The hall was full.")
	r.tag(0, "commitment")
	r.open("b", "The hall was empty. The ministry will open three new shelters by the end of 2030.")
	r.suggest()
	r.move(0)
	r.misses("As before")
	r.move(1)
	r.sees("As before: Commitment")
	var place models.Place
	r.page.OnPlace = func(p models.Place) { place = p }
	r.press("As before: Commitment")
	if place.ArticleUID != first.UID || place.Sentence != 1 {
		t.Errorf("it opens %+v", place)
	}
	r.fine()
}
