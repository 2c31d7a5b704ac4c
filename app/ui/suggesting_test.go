package ui

import (
	"bytes"
	"fmt"
	"image/png"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
)

// look draws the window.
func (r *rig) look() []byte {
	r.t.Helper()
	r.settle()
	var out bytes.Buffer
	if err := png.Encode(&out, r.shell.window.Canvas().Capture()); err != nil {
		r.t.Fatal(err)
	}
	return out.Bytes()
}

func TestSuggestionsFollowTheTags(t *testing.T) {
	r := newRig(t)
	at := r.suggested()
	if r.labels(at) != "" {
		t.Error("a suggestion has tagged")
	}
	r.press(fyne.Key1)
	if slices.ContainsFunc(r.ws().Suggested(at), func(s workspace.Suggestion) bool { return s.Label.Key == "commitment" }) {
		t.Error("a label that is on is suggested")
	}
	if got := r.ws().Learners()[0].Standing.Positive; got != 1 {
		t.Errorf("learnt from %d sentences", got)
	}
	r.do("undo")
	if got := r.ws().Learners()[0].Standing.Positive; got != 0 || len(r.ws().Suggested(at)) == 0 {
		t.Errorf("after undo, learnt from %d sentences", got)
	}
}

func TestSuggestionsFollowTheArticle(t *testing.T) {
	r := newRig(t)
	r.suggested()
	promise := func() {
		r.t.Helper()
		r.shell.arrivals.addPaths([]string{r.article("Council meets", "It was a calm day.", "The ministry will open three shelters by the end of 2030.")})
		r.settle()
		r.suggested()
	}
	promise()
	r.shell.gate.create(filepath.Join(r.home, "Other"+projectExtension))
	r.settle()
	promise()
	if got := r.shell.strip.Text(); got != "" && r.shell.desk.ws.Failure() != nil {
		t.Errorf("the strip says %q", got)
	}
}

// The margin tells suggestions, and the words that a guess was read from are
// marked while the user looks at it.
func TestSuggestionsAreDrawn(t *testing.T) {
	r := newRig(t)
	at := r.suggested()
	shown := r.look()
	r.do("view.suggestions")
	if bytes.Equal(shown, r.look()) {
		t.Error("suggestions cannot be seen")
	}
	r.do("view.suggestions")
	if !bytes.Equal(shown, r.look()) {
		t.Error("suggestions do not come back as they were")
	}
	r.shell.desk.reader.ShowSource(at, 0, 5)
	if bytes.Equal(shown, r.look()) {
		t.Error("the source cannot be seen")
	}
	r.shell.desk.reader.ShowSource(at, 0, 0)
	if !bytes.Equal(shown, r.look()) {
		t.Error("the source stays marked")
	}
}

// TestSuggestionPictures draws suggestions for a look, like [TestPictures].
func TestSuggestionPictures(t *testing.T) {
	stage.NeedsPictures(t)
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		r := newRig(t)
		r.shell.choices.setMode(mode)
		shoot := func(name string) {
			stage.Picture(t, fmt.Sprintf("30-%s-%s", name, mode), r.shell.window.Canvas().Capture)
		}
		at := r.suggested()
		shoot("suggested")
		r.do("suggestion.accept")
		guesses := r.ws().Guesses(at, "commitment")
		r.shell.desk.reader.ShowSource(at, guesses[0].Start, guesses[0].End)
		shoot("source")
		r.do("suggestion.next")
		r.do("suggestion.reject")
		shoot("rejected")
	}
}
