package textview_test

import (
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/textview"
	"glossator/assets/fonts"
)

func TestBrokenFontIsAnError(t *testing.T) {
	t.Parallel()
	if _, err := textview.New(textview.Options{Regular: []byte("no font"), Bold: fonts.SansBold()}); err == nil {
		t.Error("a broken font was accepted")
	}
}

func TestEmptyDocument(t *testing.T) {
	s := show(t, textview.Options{}, 600, 400)
	for _, doc := range []textview.Document{{}, {Text: " \n "}, {Text: "x"}} {
		s.view.SetDocument(doc)
		s.view.SetCursor(5)
		for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEnd, fyne.KeyReturn} {
			s.view.TypedKey(&fyne.KeyEvent{Name: key})
		}
		s.view.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50)})
		test.TapCanvas(s.window.Canvas(), fyne.NewPos(300, 50))
		if got := s.view.Cursor(); got != textview.None {
			t.Errorf("the cursor of a document without sentences is %d", got)
		}
		if got := s.view.Bookmark().Sentence; got != textview.None {
			t.Errorf("the bookmark of a document without sentences is %d", got)
		}
		s.window.Canvas().Capture()
	}
	s.view.SetDocument(textview.Document{})
	if got := s.view.VisibleLines(); len(got) != 0 {
		t.Errorf("an empty document shows %q", got)
	}
}

func TestColumnHasReadableLength(t *testing.T) {
	s := show(t, textview.Options{}, 1600, 900)
	for _, size := range []float32{12, 17, 26} {
		s.view.SetDocument(textview.Document{Text: strings.Repeat("The minister said that it would take another year to build it. ", 50)})
		s.view.SetTextSize(size)
		total := 0
		lines := s.view.VisibleLines()
		for _, line := range lines[:10] {
			total += len(line)
		}
		if mean := total / 10; mean < 60 || mean > 75 {
			t.Errorf("at size %v a line has %d characters", size, mean)
		}
	}
}

// TestCostDoesNotGrowWithTheDocument counts, because counts do not depend on the machine.
func TestCostDoesNotGrowWithTheDocument(t *testing.T) {
	counts := map[int]int{}
	for _, sentences := range []int{100, 5_000} {
		s := show(t, textview.Options{}, 900, 700)
		s.view.SetMarks(func(i int) textview.Mark { return textview.Mark{Labels: uint32(i % 8)} })
		s.view.SetDocument(article(sentences))
		counts[sentences] = s.view.LiveObjects()
		if counts[sentences] > 200 {
			t.Errorf("%d objects for %d sentences", counts[sentences], sentences)
		}
		before := s.view.RedrawnLines()
		s.view.SetCursor(sentences - 1)
		if got := s.view.RedrawnLines() - before; got > 40 {
			t.Errorf("a jump drew %d lines", got)
		}
		if first, last := s.view.VisibleSentences(); first < sentences-40 || last != sentences-1 {
			t.Errorf("the jump shows sentences %d to %d", first, last)
		}
	}
	if counts[100] != counts[5_000] {
		t.Errorf("objects: %v", counts)
	}
}

func TestDecorationRedrawsNoText(t *testing.T) {
	s := show(t, textview.Options{}, 900, 700)
	marks := map[int]textview.Mark{}
	s.view.SetMarks(func(i int) textview.Mark { return marks[i] })
	s.view.SetDocument(article(200))
	before := s.view.RedrawnLines()
	marks[1] = textview.Mark{Labels: 5, Suggested: 2, Note: true, Others: []textview.LayerMark{{Layer: 1, Labels: 1}}}
	s.view.RefreshSentence(1)
	s.view.SetCursor(2)
	anchor, _ := s.view.SentenceAnchor(3)
	test.MoveMouse(s.window.Canvas(), anchor)
	s.view.Select(textview.Span{Start: 10, End: 300})
	s.view.SetMatches([]textview.Span{{Start: 5, End: 9}}, 0)
	if got := s.view.RedrawnLines(); got != before {
		t.Errorf("%d lines were drawn again", got-before)
	}
	s.view.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -60)})
	if got := s.view.RedrawnLines() - before; got < 1 || got > 5 {
		t.Errorf("a step of the wheel drew %d lines", got)
	}
}

func TestRefreshOfAnInvisibleSentenceAsksNothing(t *testing.T) {
	s := show(t, textview.Options{}, 900, 700)
	asked := 0
	s.view.SetMarks(func(int) textview.Mark { asked++; return textview.Mark{} })
	s.view.SetDocument(article(200))
	asked = 0
	s.view.RefreshSentence(150, 199)
	if asked != 0 {
		t.Errorf("%d marks were asked for", asked)
	}
	s.view.RefreshSentence(150, 0)
	if asked == 0 {
		t.Error("a visible sentence was not refreshed")
	}
}

func TestFirstVisibleLineStays(t *testing.T) {
	s := show(t, textview.Options{}, 900, 700)
	s.view.SetDocument(article(500))
	s.view.SetCursor(250)
	changes := map[string]func(){
		"narrower": func() { s.window.Resize(fyne.NewSize(500, 700)) },
		"wider":    func() { s.window.Resize(fyne.NewSize(1000, 700)) },
		"larger":   func() { s.view.SetTextSize(25) },
		"smaller":  func() { s.view.SetTextSize(12) },
	}
	for name, change := range changes {
		before, _ := s.view.VisibleSentences()
		change()
		if after, _ := s.view.VisibleSentences(); after < before-1 || after > before+1 {
			t.Errorf("%s: the first sentence was %d and is %d", name, before, after)
		}
	}
}

func TestSurveyChangesNothingVisible(t *testing.T) {
	s := show(t, textview.Options{}, 900, 700)
	s.view.SetDocument(article(800))
	s.view.SetCursor(400)
	before := s.view.VisibleLines()
	redrawn := s.view.RedrawnLines()
	s.queue.drain(s.view.Measured)
	if !slices.Equal(before, s.view.VisibleLines()) || s.view.RedrawnLines() != redrawn {
		t.Error("measuring in the background moved the page")
	}
}

func TestBookmarkComesBack(t *testing.T) {
	s := show(t, textview.Options{}, 900, 700)
	doc := article(300)
	s.view.SetDocument(doc)
	s.view.SetCursor(200)
	s.view.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -33)})
	mark, before := s.view.Bookmark(), s.view.VisibleLines()
	s.view.SetDocument(doc)
	s.view.SetBookmark(mark)
	if !slices.Equal(before, s.view.VisibleLines()) {
		t.Errorf("the page is another one: %q, was %q", s.view.VisibleLines()[:2], before[:2])
	}
	s.view.SetBookmark(textview.Bookmark{Sentence: 100_000})
	s.view.SetBookmark(textview.Bookmark{Sentence: textview.None})
}

// TestPlacesAreKeptUntilThereIsASize opens a document before the window is laid out.
func TestPlacesAreKeptUntilThereIsASize(t *testing.T) {
	places := map[string]func(view *textview.View){
		"cursor":   func(view *textview.View) { view.SetCursor(150) },
		"bookmark": func(view *textview.View) { view.SetBookmark(textview.Bookmark{Sentence: 150}) },
		"offset":   func(view *textview.View) { view.ScrollTo(view.Document().Sentences[150].Start) },
	}
	for name, place := range places {
		test.NewTempApp(t)
		view, err := textview.New(textview.Options{
			Regular: fonts.Sans(), Bold: fonts.SansBold(), Palette: palette, Poster: newQueue().post,
		})
		if err != nil {
			t.Fatal(err)
		}
		view.SetDocument(article(300))
		place(view)
		test.NewTempWindow(t, view).Resize(fyne.NewSize(700, 400))
		if first, last := view.VisibleSentences(); first > 150 || last < 150 {
			t.Errorf("%s: the view shows sentences %d to %d", name, first, last)
		}
	}
}

func TestEveryLabelHasALetter(t *testing.T) {
	s := show(t, textview.Options{}, 900, 700)
	s.view.SetMarks(sampleMark)
	s.view.SetDocument(sampleDocument())
	captions := captionsOf(s.view)
	for _, want := range []string{"C", "S", "L", "C?", "S?", "A:S", "A:C", "B:L"} {
		if !slices.Contains(captions, want) {
			t.Errorf("no badge %q among %q", want, captions)
		}
	}
}

func TestBadgesThatDoNotFitAreCounted(t *testing.T) {
	s := show(t, textview.Options{}, 700, 300)
	w := &writer{}
	w.block(textview.Body, "One.", "Two.", "Six.", "Ten.")
	s.view.SetDocument(w.document())
	s.view.SetMarks(func(int) textview.Mark { return textview.Mark{Labels: 7} })
	if captions := captionsOf(s.view); !slices.ContainsFunc(captions, func(c string) bool { return c[0] == '+' }) {
		t.Errorf("no badge counts the rest: %q", captions)
	}
}

func TestForeignWordsAreDrawnByTheToolkit(t *testing.T) {
	s := show(t, textview.Options{}, 900, 700)
	s.view.SetDocument(textview.Document{Text: "A 🏫 and שלום עולם, that is all."})
	captions := captionsOf(s.view)
	if !slices.Equal(captions, []string{"🏫", "שלום עולם"}) {
		t.Errorf("texts of the toolkit: %q", captions)
	}
}

// captionsOf lists the texts that the toolkit draws: badges and foreign words.
func captionsOf(view *textview.View) []string {
	var captions []string
	for _, object := range view.Objects() {
		if text, ok := object.(*canvas.Text); ok {
			captions = append(captions, text.Text)
		}
	}
	return captions
}

func TestPartNarrowsTheFill(t *testing.T) {
	s := show(t, textview.Options{}, 900, 300)
	w := &writer{}
	doc := w.block(textview.Body, "They will hire 640 teachers.").document()
	s.view.SetDocument(doc)
	part := textview.Span{Start: 15, End: 18}
	widths := map[bool]float32{}
	for _, narrow := range []bool{false, true} {
		s.view.SetMarks(func(int) textview.Mark {
			if narrow {
				return textview.Mark{Labels: 1, Part: &part}
			}
			return textview.Mark{Labels: 1}
		})
		for _, object := range s.view.Objects() {
			if r, ok := object.(*canvas.Rectangle); ok && r.FillColor == palette.Labels[0].FillLight {
				widths[narrow] = r.Size().Width
			}
		}
	}
	if widths[true] <= 0 || widths[true] > widths[false]/3 {
		t.Errorf("widths of the fill: %v", widths)
	}
}

func TestThemeChangeDrawsTheTextAnew(t *testing.T) {
	s := show(t, textview.Options{}, 600, 300)
	s.view.SetDocument(textview.Document{Text: "WWWW and a byline 🏫"})
	before := s.view.RedrawnLines()
	s.view.Refresh()
	if got := s.view.RedrawnLines(); got != before {
		t.Errorf("a refresh without a change drew %d lines", got-before)
	}
	fyne.CurrentApp().Settings().SetTheme(pageTheme{dark: true})
	if got := s.view.RedrawnLines(); got != before+1 {
		t.Errorf("a change of theme drew %d lines", got-before)
	}
	for _, object := range s.view.Objects() {
		if text, ok := object.(*canvas.Text); ok && text.Color != rgb(0xe9eaed) {
			t.Errorf("%q kept the colour of the other theme", text.Text)
		}
	}
}

// TestScaleIsFollowed makes sure that a sharper screen gets sharper pictures.
func TestScaleIsFollowed(t *testing.T) {
	s := show(t, textview.Options{}, 600, 300)
	s.view.SetDocument(textview.Document{Text: "Il mill"})
	scaled, ok := s.window.Canvas().(interface{ SetScale(scale float32) })
	if !ok {
		t.Fatal("the test canvas cannot be scaled")
	}
	inked := map[float32]int{}
	for _, scale := range []float32{1, 2} {
		scaled.SetScale(scale)
		s.view.Refresh()
		inked[scale] = darkPixels(s.window.Canvas().Capture())
	}
	if share := float64(inked[2]) / float64(inked[1]); share < 3 || share > 6 {
		t.Errorf("four times the pixels have %.1f times the ink", share)
	}
}

func darkPixels(picture image.Image) int {
	count := 0
	box := picture.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if r, _, _, _ := picture.At(x, y).RGBA(); r < 0x6000 {
				count++
			}
		}
	}
	return count
}

func TestTextSizeHasLimits(t *testing.T) {
	s := show(t, textview.Options{TextSize: 500}, 600, 300)
	if got := s.view.TextSize(); got != textview.MaxTextSize {
		t.Errorf("text size %v", got)
	}
	s.view.SetTextSize(1)
	if got := s.view.TextSize(); got != textview.MinTextSize {
		t.Errorf("text size %v", got)
	}
}

func TestDisorderedDocumentShowsItsText(t *testing.T) {
	s := show(t, textview.Options{}, 600, 300)
	s.view.SetDocument(textview.Document{Text: "bare text", Sentences: []textview.Span{{Start: 5, End: 99}}})
	if got := s.view.VisibleLines(); !slices.Equal(got, []string{"bare text"}) || s.view.Cursor() != textview.None {
		t.Errorf("shown: %q, cursor %d", got, s.view.Cursor())
	}
}

func TestAnotherPaletteIsShown(t *testing.T) {
	s := show(t, textview.Options{}, 900, 700)
	s.view.SetMarks(func(int) textview.Mark { return textview.Mark{Labels: 1 << 2} })
	s.view.SetDocument(sampleDocument())
	other := textview.Palette{Labels: append([]textview.Entry(nil), palette.Labels...)}
	other.Labels[2].Badge = "X"
	s.view.SetPalette(other)
	if captions := captionsOf(s.view); !slices.Contains(captions, "X") || slices.Contains(captions, "L") {
		t.Errorf("badges: %q", captions)
	}
	s.view.SetPalette(textview.Palette{})
	if captions := captionsOf(s.view); slices.Contains(captions, "X") {
		t.Error("a label without an entry is shown")
	}
}

// TestFocusIsVisible compares the outline of the cursor with and without the keyboard.
func TestFocusIsVisible(t *testing.T) {
	s := show(t, textview.Options{}, 900, 700)
	s.view.SetDocument(sampleDocument())
	rings := map[bool]int{}
	for _, focused := range []bool{true, false} {
		if focused {
			s.window.Canvas().Focus(s.view)
		} else {
			s.window.Canvas().Unfocus()
		}
		for _, object := range s.view.Objects() {
			if r, ok := object.(*canvas.Rectangle); ok && r.FillColor == rgb(0x1a1a6e) {
				rings[focused]++
			}
		}
	}
	if rings[true] < 4 || rings[false] != 0 {
		t.Errorf("strong outlines: %v", rings)
	}
}
