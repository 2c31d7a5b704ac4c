package textview_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/textview"
)

// click presses the mouse on a point of the view.
func click(view *textview.View, at fyne.Position) {
	view.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	view.MouseUp(nil)
}

func TestCaretStandsBetweenWords(t *testing.T) {
	s := show(t, textview.Options{}, 960, 860)
	w := &writer{}
	w.block(textview.Body, "The first one holds wonders.Neither of the parts is short. 学校は楽しい。子供は笑う。", "The second one is here.")
	s.view.SetDocument(w.document())
	text := s.view.Document().Text
	if _, ok := s.view.Caret(); ok {
		t.Error("there is a caret before any click")
	}
	positions, sizes := s.view.SentenceBoxes(0)
	seen := map[string]bool{}
	for i := range positions {
		for x := float32(1); x < sizes[i].Width; x += 3 {
			click(s.view, positions[i].AddXY(x, sizes[i].Height/2))
			offset, ok := s.view.Caret()
			if !ok {
				t.Fatalf("no caret at %v of line %d", x, i)
			}
			seen[text[offset:min(offset+7, len(text))]] = true
			if before := text[offset-1]; before != ' ' && before != '.' && !strings.HasPrefix(text[offset:], "子供") {
				t.Errorf("the caret stands at %q", text[offset:offset+9])
			}
		}
	}
	for _, want := range []string{"first o", "Neither", "parts i", "子供\xe3"} {
		if !seen[want] {
			t.Errorf("the caret never stood at %q; it did at %v", want, seen)
		}
	}
	s.view.SetCursor(1)
	if _, ok := s.view.Caret(); ok {
		t.Error("the caret stayed in a sentence that the cursor has left")
	}
}

func TestCaretOfASelection(t *testing.T) {
	s := show(t, textview.Options{}, 960, 860)
	s.view.SetDocument(sampleDocument())
	const sentence = 2
	s.view.SetCursor(sentence)
	inside := s.view.Document().Sentences[sentence]
	s.view.Select(textview.Span{Start: inside.Start + 7, End: inside.Start + 12})
	if offset, ok := s.view.Caret(); !ok || offset != inside.Start+7 {
		t.Errorf("the caret is at %d, %v; want the start of the selection, %d", offset, ok, inside.Start+7)
	}
	s.view.Select(textview.Span{Start: inside.Start, End: inside.Start + 12})
	if offset, ok := s.view.Caret(); !ok || offset != inside.Start+12 {
		t.Errorf("the caret is at %d, %v; want the end of the selection, %d", offset, ok, inside.Start+12)
	}
	s.view.Select(inside)
	if _, ok := s.view.Caret(); ok {
		t.Error("the whole sentence is selected, and there is a caret")
	}
}

func TestSecondaryClickSetsTheCaret(t *testing.T) {
	s := show(t, textview.Options{OnMenu: func(int, fyne.Position) {}}, 960, 860)
	s.view.SetDocument(sampleDocument())
	anchor, _ := s.view.SentenceAnchor(4)
	test.TapSecondaryAt(s.view, anchor)
	if _, ok := s.view.Caret(); !ok || s.view.Cursor() != 4 {
		t.Error("the menu has no place to cut at")
	}
	s.view.SetDocument(sampleDocument())
	if _, ok := s.view.Caret(); ok {
		t.Error("another document has the caret of the one before")
	}
}
