package inspector_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/dashes"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

// suggest computes the suggestions for the open article.
func (r *rig) suggest() {
	r.t.Helper()
	r.must(r.ws.RefreshSuggestions(r.t.Context()))
	r.settle()
}

// offer returns the word at a caption about a guess, "" when there is none.
func (r *rig) offer(caption string) string {
	r.t.Helper()
	if offer := r.row(caption, 0).Offer(); offer != nil {
		return offer.Text()
	}
	return ""
}

func (r *rig) entry(caption string) *field.Entry {
	r.t.Helper()
	entry, ok := r.row(caption, 0).Input().(*field.Entry)
	if !ok {
		r.t.Fatalf("%q is not typed", caption)
	}
	return entry
}

// source listens to which words the page points at.
func (r *rig) source() *string {
	var words string
	r.page.OnSource = func(position, from, to int) {
		sentence, _ := r.ws.Sentence(position)
		words = string([]rune(sentence.Text)[from:to])
	}
	return &words
}

func (r *rig) tiles() int {
	count := 0
	visible(r.page.Object(), func(o fyne.CanvasObject) {
		if _, ok := o.(*dashes.Tile); ok {
			count++
		}
	})
	return count
}

func TestSuggestionIsAccepted(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.misses("Suggested")
	r.suggest()
	r.sees("Suggested", "Commitment", "strong", "For it: ", "Strong ones: Not enough to say yet.", "By when: by the end of 2030")
	r.misses("%")
	if r.tiles() == 0 {
		t.Error("no label stands in a dashed outline")
	}
	words := r.source()
	r.press("Accept (A)")
	if at := r.details(0, "commitment"); at["deadline/0"].ValueISO == "" {
		t.Errorf("the details are %+v", at)
	}
	if got := r.offer("By when"); got != "guessed" {
		t.Errorf("the value is said to be %q", got)
	}
	r.row("By when", 0).MouseIn(nil)
	if !strings.Contains(*words, "2030") {
		t.Errorf("under the pointer the source is %q", *words)
	}
	r.row("By when", 0).MouseOut()
	if *words != "" {
		t.Errorf("the source %q stays marked", *words)
	}
	r.fill("By when", 0, "2031")
	r.leave()
	if got := r.offer("By when"); got != "" {
		t.Errorf("a value that was typed is said to be %q", got)
	}
	r.fine()
}

func TestSuggestionIsRejected(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.suggest()
	before := r.tiles()
	r.press("Reject (R)")
	if got := r.tiles(); got != before-1 {
		t.Errorf("%d suggestions are left of %d", got, before)
	}
	r.press("History of this sentence")
	r.sees("rejected the suggestion of Commitment")
	r.press("About suggestions")
	r.sees("Commitment: By general rules so far. Not enough to say yet")
	r.fine()
}

func TestEmptyFieldsShowGuesses(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	entry := r.entry("By when")
	if entry.Value() != "" || entry.PlaceHolder != "by the end of 2030" || r.offer("By when") != "Use" {
		t.Errorf("the field holds %q, shows %q and offers %q", entry.Value(), entry.PlaceHolder, r.offer("By when"))
	}
	words := r.source()
	r.window.Canvas().Focus(entry)
	if !strings.Contains(*words, "2030") {
		t.Errorf("with the focus the source is %q", *words)
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.settle()
	if got := r.details(0, "commitment"); len(got) != 1 || got["deadline/0"].ValueText != "by the end of 2030" || got["deadline/0"].ValueISO == "" {
		t.Errorf("Enter took %+v", got)
	}
	test.Tap(r.row("Who commits", 0).Offer())
	r.settle()
	if got := r.details(0, "commitment"); len(got) != 2 || r.offer("Who commits") != "" {
		t.Errorf("the word took %+v", got)
	}
	r.press("Use all")
	if got := r.details(0, "commitment"); len(got) != len(r.ws.Guesses(0, "commitment")) {
		t.Errorf("the button took %+v", got)
	}
	sentence, _ := r.ws.Sentence(0)
	if sentence.Mine[0].Origin != models.OriginManual {
		t.Errorf("the origin is %q", sentence.Mine[0].Origin)
	}
	r.fine()
}

func TestTypedTextStandsOverAGuess(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.fill("By when", 0, "2031")
	if got := r.offer("By when"); got != "" {
		t.Errorf("while something is typed the page offers %q", got)
	}
	r.press("Use all")
	if got := r.details(0, "commitment")["deadline/0"].ValueText; got != "2031" {
		t.Errorf("the guess replaced what was typed: %q", got)
	}
	r.fine()
}

func TestNothingIsShownWhenOff(t *testing.T) {
	r := newRig(t, theme.Light)
	r.open("a", body)
	r.tag(0, "commitment")
	r.tag(1, "claim")
	r.suggest()
	r.ws.SetSuggesting(false)
	r.settle()
	r.misses("Suggested", "About suggestions", "Use all")
	if entry := r.entry("By when"); entry.PlaceHolder == "by the end of 2030" || r.offer("By when") != "" {
		t.Errorf("off, and the field shows %q", entry.PlaceHolder)
	}
	r.move(1)
	if r.tiles() > 0 {
		t.Error("off, and something is suggested")
	}
}

func TestSuggestionsInPictures(t *testing.T) {
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		t.Run(string(mode), func(t *testing.T) {
			r := newRig(t, mode)
			r.open("a", body)
			r.suggest()
			r.press("About suggestions")
			r.picture(string(mode) + "-suggested")
			r.press("Accept (A)")
			r.picture(string(mode) + "-accepted")
			r.tag(1, "statistic")
			r.move(1)
			r.picture(string(mode) + "-guessed")
			if !slices.ContainsFunc(r.rows("Value"), func(row *field.Row) bool { return row.Offer() != nil }) {
				t.Error("no value is guessed")
			}
			r.fine()
		})
	}
}
