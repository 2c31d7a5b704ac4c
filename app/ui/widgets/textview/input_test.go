package textview_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/textview"
)

func TestClickMovesTheCursorAndTakesTheKeyboard(t *testing.T) {
	var moved []int
	focused := false
	s := show(t, textview.Options{
		OnCursor: func(i int) { moved = append(moved, i) },
		OnFocus:  func(f bool) { focused = f },
	}, 960, 860)
	s.view.SetDocument(sampleDocument())
	for _, sentence := range []int{5, 9} {
		anchor, ok := s.view.SentenceAnchor(sentence)
		if !ok {
			t.Fatalf("sentence %d is out of sight", sentence)
		}
		test.TapCanvas(s.window.Canvas(), anchor)
	}
	if !slices.Equal(moved, []int{5, 9}) || s.view.Cursor() != 9 {
		t.Errorf("the cursor moved to %v", moved)
	}
	if !focused || s.window.Canvas().Focused() != fyne.Focusable(s.view) {
		t.Error("a click does not take the keyboard")
	}
}

func TestDoubleClickOpens(t *testing.T) {
	opened := textview.None
	s := show(t, textview.Options{OnOpen: func(i int) { opened = i }}, 960, 860)
	s.view.SetDocument(sampleDocument())
	first, _ := s.view.SentenceAnchor(4)
	second, _ := s.view.SentenceAnchor(5)
	test.TapCanvas(s.window.Canvas(), first)
	test.TapCanvas(s.window.Canvas(), second)
	if opened != textview.None {
		t.Error("two clicks on two sentences opened one")
	}
	test.TapCanvas(s.window.Canvas(), second)
	if opened != 5 {
		t.Errorf("opened %d", opened)
	}
}

func TestSecondaryClickAsksForAMenu(t *testing.T) {
	got, at := textview.None, fyne.Position{}
	s := show(t, textview.Options{OnMenu: func(i int, p fyne.Position) { got, at = i, p }}, 960, 860)
	s.view.SetDocument(sampleDocument())
	anchor, _ := s.view.SentenceAnchor(7)
	test.TapSecondaryAt(s.view, anchor)
	if got != 7 || at != anchor || s.view.Cursor() != 7 {
		t.Errorf("menu for %d at %v", got, at)
	}
	s.view.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	if got != 7 || at != anchor {
		t.Errorf("menu key: %d at %v", got, at)
	}
}

func TestKeysWalk(t *testing.T) {
	s := show(t, textview.Options{}, 900, 500)
	s.view.SetDocument(article(120))
	steps := []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyDown, 1}, {fyne.KeyRight, 2}, {fyne.KeyUp, 1}, {fyne.KeyLeft, 0}, {fyne.KeyUp, 0},
		{fyne.KeyEnd, 119}, {fyne.KeyDown, 119}, {fyne.KeyHome, 0},
	}
	for _, step := range steps {
		s.view.TypedKey(&fyne.KeyEvent{Name: step.key})
		if got := s.view.Cursor(); got != step.want {
			t.Fatalf("after %s the cursor is on %d, want %d", step.key, got, step.want)
		}
		if _, visible := s.view.SentenceAnchor(step.want); !visible {
			t.Fatalf("after %s the cursor is out of sight", step.key)
		}
	}
	test.Type(s.view, "jоjK")
	if got := s.view.Cursor(); got != 2 {
		t.Errorf("letters moved the cursor to %d", got)
	}
}

func TestPageKeysReachBothEnds(t *testing.T) {
	s := show(t, textview.Options{}, 900, 500)
	s.view.SetDocument(article(120))
	for _, direction := range []struct {
		key fyne.KeyName
		end int
	}{{fyne.KeyPageDown, 119}, {fyne.KeyPageUp, 0}} {
		presses := 0
		for s.view.Cursor() != direction.end && presses < 100 {
			s.view.TypedKey(&fyne.KeyEvent{Name: direction.key})
			presses++
		}
		if presses < 10 || presses > 60 {
			t.Errorf("%s took %d presses to the end", direction.key, presses)
		}
	}
}

func TestOtherKeysAreHandedOn(t *testing.T) {
	var keys []fyne.KeyName
	var runes []rune
	s := show(t, textview.Options{
		OnKey:  func(e *fyne.KeyEvent) bool { keys = append(keys, e.Name); return true },
		OnRune: func(r rune) bool { runes = append(runes, r); return true },
	}, 900, 500)
	s.view.SetDocument(article(12))
	for _, key := range []fyne.KeyName{fyne.Key1, fyne.KeyDown, fyne.KeyEscape, fyne.KeyF2} {
		s.view.TypedKey(&fyne.KeyEvent{Name: key})
	}
	test.Type(s.view, "1j?")
	if !slices.Equal(keys, []fyne.KeyName{fyne.Key1, fyne.KeyEscape, fyne.KeyF2}) || string(runes) != "1?" {
		t.Errorf("handed on: keys %v, characters %q", keys, string(runes))
	}
}

func press(s *stage, at fyne.Position) {
	s.view.MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: desktop.MouseButtonPrimary,
	})
}

func drag(s *stage, to fyne.Position) {
	s.view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to, AbsolutePosition: to}})
}

func TestDragSelectsAndCopies(t *testing.T) {
	s := show(t, textview.Options{}, 960, 860)
	doc := sampleDocument()
	s.view.SetDocument(doc)
	from, _ := s.view.SentenceBoxes(3)
	to, sizes := s.view.SentenceBoxes(3)
	last := len(to) - 1
	press(s, from[0].AddXY(3, 10))
	drag(s, to[last].AddXY(sizes[last].Width-2, 10))
	s.view.DragEnd()
	span, text := s.view.Selection()
	if want := doc.Text[doc.Sentences[3].Start:doc.Sentences[3].End]; text != want || span != doc.Sentences[3] {
		t.Errorf("selected %q, want %q", text, want)
	}
	s.view.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != text {
		t.Errorf("copied %q", got)
	}
	s.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if span, _ := s.view.Selection(); !span.Empty() {
		t.Error("Escape keeps the selection")
	}
	s.view.TypedShortcut(&fyne.ShortcutSelectAll{})
	if _, all := s.view.Selection(); all != doc.Text {
		t.Error("select all does not")
	}
}

func TestDragBeyondTheEdgeScrolls(t *testing.T) {
	s := show(t, textview.Options{}, 900, 400)
	s.view.SetDocument(article(100))
	press(s, fyne.NewPos(450, 300))
	start := s.view.Bookmark()
	drag(s, fyne.NewPos(450, 480))
	moved := s.view.Bookmark()
	if moved == start {
		t.Fatal("the page stays")
	}
	seen, _ := s.view.Selection()
	s.queue.drain(func() bool { return s.view.Bookmark() != moved }) // the clock goes on without events
	if later, _ := s.view.Selection(); later.End <= seen.End {
		t.Error("the selection does not grow")
	}
	s.view.DragEnd()
}

func TestDragOfTheScrollBar(t *testing.T) {
	s := show(t, textview.Options{}, 900, 400)
	s.view.SetDocument(article(1000))
	press(s, fyne.NewPos(890, 5))
	drag(s, fyne.NewPos(890, 205))
	if first, _ := s.view.VisibleSentences(); first < 400 || first > 650 {
		t.Errorf("the middle of the bar shows sentence %d", first)
	}
	drag(s, fyne.NewPos(890, 1000))
	if _, last := s.view.VisibleSentences(); last != 999 {
		t.Errorf("the end of the bar shows sentence %d", last)
	}
	s.view.DragEnd()
	if span, _ := s.view.Selection(); !span.Empty() {
		t.Error("the scroll bar selects text")
	}
}

func TestWheelStopsAtBothEnds(t *testing.T) {
	scrolled := 0
	s := show(t, textview.Options{OnScrolled: func(textview.Bookmark) { scrolled++ }}, 900, 400)
	s.view.SetDocument(article(20))
	test.Scroll(s.window.Canvas(), fyne.NewPos(400, 200), 0, 100)
	if scrolled != 0 {
		t.Error("scrolled above the start")
	}
	for range 100 {
		test.Scroll(s.window.Canvas(), fyne.NewPos(400, 200), 0, -100)
	}
	end := scrolled
	if _, last := s.view.VisibleSentences(); last != 19 || end == 100 {
		t.Errorf("the end shows sentence %d after %d steps", last, end)
	}
}

// TestHoverFollowsThePage scrolls under a resting mouse.
func TestHoverFollowsThePage(t *testing.T) {
	s := show(t, textview.Options{}, 900, 400)
	s.view.SetDocument(article(50))
	at := fyne.NewPos(450, 200)
	test.MoveMouse(s.window.Canvas(), at)
	before := s.view.Hovered()
	for range 8 {
		test.Scroll(s.window.Canvas(), at, 0, -50)
	}
	if after := s.view.Hovered(); before == textview.None || after <= before {
		t.Errorf("hovered %d, then %d", before, after)
	}
	s.view.MouseOut()
	if s.view.Hovered() != textview.None {
		t.Error("a sentence is marked after the mouse left")
	}
}

func TestMatchIsScrolledIntoSight(t *testing.T) {
	s := show(t, textview.Options{}, 900, 400)
	doc := article(300)
	s.view.SetDocument(doc)
	match := textview.Span{Start: doc.Sentences[222].Start + 20, End: doc.Sentences[222].Start + 25}
	s.view.SetMatches([]textview.Span{{Start: 3, End: 9}, match}, 1)
	if first, last := s.view.VisibleSentences(); first > 222 || last < 222 {
		t.Errorf("the view shows sentences %d to %d", first, last)
	}
	if s.view.Cursor() != 0 {
		t.Error("a search moves the cursor")
	}
}

func TestShiftSelectsWithoutTheMouse(t *testing.T) {
	s := show(t, textview.Options{}, 960, 860)
	doc := sampleDocument()
	s.view.SetDocument(doc)
	s.view.SetCursor(3)
	s.view.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	for range 5 {
		s.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	s.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if _, text := s.view.Selection(); text != "Last" {
		t.Errorf("selected %q", text)
	}
	if s.view.Cursor() != 3 {
		t.Errorf("the cursor moved to %d", s.view.Cursor())
	}
	s.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if span, _ := s.view.Selection(); span.Start != doc.Sentences[3].Start || span.End <= doc.Sentences[3].End {
		t.Errorf("a line down selects %+v", span)
	}
	s.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	lines := s.view.VisibleLines()
	if _, text := s.view.Selection(); !slices.ContainsFunc(lines, func(l string) bool { return strings.HasSuffix(text, l) }) {
		t.Errorf("End selects %q, which ends no line of %q", text, lines)
	}
	s.view.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if s.view.Cursor() != 4 {
		t.Error("without Shift the arrow does not move the cursor")
	}
}

func TestTabGoesToTheCaller(t *testing.T) {
	var keys []fyne.KeyName
	s := show(t, textview.Options{OnKey: func(e *fyne.KeyEvent) bool { keys = append(keys, e.Name); return true }}, 900, 500)
	if !s.view.AcceptsTab() {
		t.Fatal("the toolkit would move the focus on Tab")
	}
	s.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	s.view.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	if len(keys) != 1 || keys[0] != fyne.KeyTab {
		t.Errorf("the caller got %v, want Tab once: with Shift it leaves the view", keys)
	}
}
