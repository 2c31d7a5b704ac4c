package textview_test

import (
	"strings"
	"testing"

	"glossator/app/ui/widgets/textview"
	"glossator/assets/fonts"
)

// lineLength is the mean length of the first lines on show, in characters.
func lineLength(view *textview.View) int {
	const lines = 10
	return len(strings.Join(view.VisibleLines()[:lines], "")) / lines
}

func TestMeasureSetsTheLengthOfLines(t *testing.T) {
	s := show(t, textview.Options{}, 2000, 900)
	s.view.SetDocument(textview.Document{Text: strings.Repeat("The minister said that it would take another year to build it. ", 80)})
	for _, chars := range []int{textview.MinMeasure, 55, textview.MaxMeasure} {
		s.view.SetMeasure(chars)
		if got := lineLength(s.view); s.view.Measure() != chars || got < chars*8/10 || got > chars*12/10 {
			t.Errorf("a line has %d characters, want about %d", got, chars)
		}
	}
	s.view.SetMeasure(1)
	if s.view.Measure() != textview.MinMeasure {
		t.Errorf("the column has %d characters", s.view.Measure())
	}
}

func TestTypefaceKeepsTheReadersPlace(t *testing.T) {
	s := show(t, textview.Options{}, 900, 400)
	s.view.SetDocument(article(300))
	s.view.SetCursor(200)
	mark, drawn := s.view.Bookmark(), s.view.RedrawnLines()
	if err := s.view.SetTypeface([]byte("no font"), nil); err == nil {
		t.Error("a broken typeface was taken")
	}
	if err := s.view.SetTypeface(fonts.Sans(), fonts.SansBold()); err != nil {
		t.Fatal(err)
	}
	if s.view.Cursor() != 200 || s.view.Bookmark().Sentence != mark.Sentence {
		t.Errorf("the cursor is on %d, the page at %v, want 200 and %v", s.view.Cursor(), s.view.Bookmark(), mark)
	}
	if s.view.RedrawnLines() == drawn {
		t.Error("no line was drawn in the other typeface")
	}
}

func TestScreenReaderHearsTheSentenceOfTheCursor(t *testing.T) {
	s := show(t, textview.Options{}, 900, 400)
	if got := s.view.AccessibilityLabel(); got != "" {
		t.Errorf("an empty document is read as %q", got)
	}
	doc := article(20)
	s.view.SetDocument(doc)
	s.view.SetCursor(7)
	at := doc.Sentences[7]
	if got := s.view.AccessibilityLabel(); got != doc.Text[at.Start:at.End] {
		t.Errorf("the reader hears %q", got)
	}
}
