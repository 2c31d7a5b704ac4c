package flow_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"glossator/app/ui/widgets/textview/flow"
)

func TestWrap(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		text  string
		width float32 // a character takes 5
		want  []string
	}{
		{"empty", "", 100, nil},
		{"spaces only", "  \n ", 100, nil},
		{"one line", "two words", 100, []string{"two words"}},
		{"greedy", "aaa bbb ccc", 35, []string{"aaa bbb", "ccc"}},
		{"exact fit", "aaaa bbbb", 45, []string{"aaaa bbbb"}},
		{"hyphen", "half-finished", 40, []string{"half-", "finished"}},
		{"no-break space", "aa 5\u00a0kg", 30, []string{"aa", "5\u00a0kg"}},
		{"long word", "abcdefghij kl", 20, []string{"abcd", "efgh", "ij", "kl"}},
		{"long word after text", "x abcdefghij", 25, []string{"x", "abcde", "fghij"}},
		{"narrower than a character", "abc", 1, []string{"a", "b", "c"}},
		{"ideographs", "学校は楽しい", 30, []string{"学校は", "楽しい"}},
		{"no line starts with a full stop", "学校。", 20, []string{"学", "校。"}},
		{"mixed", "a学校b", 30, []string{"a学校b"}},
		{"line feed", "aa\nbb", 100, []string{"aa", "bb"}},
		{"windows line feed", "aa\r\nbb", 100, []string{"aa", "bb"}},
		{"many spaces", "aa   bb", 25, []string{"aa   bb"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := lines(flowed(flow.Document{Text: test.text}, test.width))
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestCharactersStayWhole breaks words in a column narrower than any character: marks must stay with their letters.
func TestCharactersStayWhole(t *testing.T) {
	t.Parallel()
	doc := flow.Document{Text: "е\u0301ж👍🏽👩‍👩‍👧"}
	layout := flow.New(&doc, noto(t).NewShaper(), gridEm, nil)
	layout.SetGeometry(flow.Geometry{TextSize: 10, Width: 1})
	want := []string{"е\u0301", "ж", "👍🏽", "👩‍👩‍👧"}
	if got := lines(layout); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTitlesAreBalanced(t *testing.T) {
	t.Parallel()
	text := "one two six ten one two six ten one two"
	doc := flow.Document{Text: text, Blocks: []flow.Block{{Start: 0, End: len(text), Style: flow.Title}}}
	got := lines(flowed(doc, 300))
	if len(got) != 2 || len(got[0]) > 24 {
		t.Errorf("the title is not balanced: %q", got)
	}
}

func TestFragmentsFollowSentences(t *testing.T) {
	t.Parallel()
	doc := flow.Document{
		Text:      "Aa bb. Cc dd. Ee.",
		Sentences: []flow.Span{{Start: 0, End: 6}, {Start: 7, End: 13}, {Start: 14, End: 17}},
	}
	layout := flowed(doc, 55)
	all := places(layout)
	if len(all) != 2 {
		t.Fatalf("lines %q", lines(layout))
	}
	first := layout.Fragments(all[0], nil)
	if len(first) != 2 || first[0].Sentence != 0 || first[1].Sentence != 1 || first[1].X != 35 {
		t.Errorf("fragments of the first line: %+v", first)
	}
	second := layout.Fragments(all[1], nil)
	if len(second) != 2 || second[0].Sentence != 1 || second[1].Sentence != 2 {
		t.Errorf("fragments of the second line: %+v", second)
	}
	for x, want := range map[float32]int{0: 0, 29: 0, 33: 0, 36: 1, 54: flow.None} {
		if got := layout.SentenceAt(all[0], x); got != want {
			t.Errorf("sentence at %v is %d, want %d", x, got, want)
		}
	}
}

func TestTextOutsideOfSentencesHasNone(t *testing.T) {
	t.Parallel()
	doc := flow.Document{Text: "Note: yes. End", Sentences: []flow.Span{{Start: 6, End: 10}}}
	layout := flowed(doc, 500)
	var got []int
	for _, fragment := range layout.Fragments(places(layout)[0], nil) {
		got = append(got, fragment.Sentence)
	}
	if !slices.Equal(got, []int{flow.None, 0, flow.None}) {
		t.Errorf("sentences %v", got)
	}
}

func TestSentencesWithoutSpaceBetween(t *testing.T) {
	t.Parallel()
	doc := flow.Document{Text: "Yes.No.", Sentences: []flow.Span{{Start: 0, End: 4}, {Start: 4, End: 7}}}
	layout := flowed(doc, 500)
	got := layout.Fragments(places(layout)[0], nil)
	if len(got) != 2 || got[1].Start != 4 || got[1].X != 20 {
		t.Errorf("fragments %+v", got)
	}
}

// TestHugeParagraphIsCut makes sure that looking at the end of a paragraph of a megabyte does not measure all of it.
func TestHugeParagraphIsCut(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("This sentence has exactly fifty bytes, as we said ", 20_000)
	doc := flow.Document{Text: text}
	for i := range 20_000 {
		doc.Sentences = append(doc.Sentences, flow.Span{Start: i * 50, End: i*50 + 49})
	}
	layout := flowed(doc, 400)
	if got := len(layout.Pieces()); got < 100 || got > 140 {
		t.Errorf("%d pieces", got)
	}
	for i, piece := range layout.Pieces() {
		if i > 0 && piece.Start != layout.Pieces()[i-1].End {
			t.Fatalf("piece %d does not follow the piece before", i)
		}
	}
	one := flow.Document{Text: strings.Repeat("x", 100_000), Sentences: []flow.Span{{Start: 0, End: 100_000}}}
	if got := len(flowed(one, 400).Pieces()); got != 13 {
		t.Errorf("a sentence of one huge word gives %d pieces", got)
	}
}

func article(paragraphs int) flow.Document {
	var text strings.Builder
	doc := flow.Document{}
	for range paragraphs {
		start := text.Len()
		for range 4 {
			from := text.Len()
			text.WriteString("The quick brown fox jumps over the lazy dog of the old mill.")
			doc.Sentences = append(doc.Sentences, flow.Span{Start: from, End: text.Len()})
			text.WriteByte(' ')
		}
		doc.Blocks = append(doc.Blocks, flow.Block{Start: start, End: text.Len()})
		text.WriteByte('\n')
	}
	doc.Text = text.String()
	return doc
}

func TestShiftThereAndBack(t *testing.T) {
	t.Parallel()
	layout := flowed(article(200), 300)
	start := flow.Anchor{Piece: 100, Offset: 3}
	there := layout.Shift(start, 1234)
	if back := layout.Shift(there, -1234); back != start {
		t.Errorf("came back to %+v", back)
	}
	if got := layout.Distance(start, there); got != 1234 {
		t.Errorf("distance %v", got)
	}
	if got := layout.Shift(start, -1e9); got != (flow.Anchor{}) {
		t.Errorf("the start is %+v", got)
	}
}

func TestClampKeepsTheLastPageFull(t *testing.T) {
	t.Parallel()
	layout := flowed(article(50), 300)
	bottom := layout.Clamp(flow.Anchor{Piece: 49, Offset: 1e6}, 200)
	end := layout.Shift(bottom, 200)
	if end.Piece != 49 {
		t.Fatalf("the view ends at %+v", end)
	}
	if past := layout.Clamp(layout.Shift(bottom, 50), 200); past != bottom {
		t.Errorf("could scroll past the end: %+v", past)
	}
	if short := layout.Clamp(flow.Anchor{Piece: 3}, 1e6); short != (flow.Anchor{}) {
		t.Errorf("a short document is not at its start: %+v", short)
	}
}

func TestEstimatesAreNearTheTruth(t *testing.T) {
	t.Parallel()
	doc := article(200)
	ruler := noto(t).NewShaper()
	layout := flow.New(&doc, ruler, noto(t).CharWidth(), nil)
	layout.SetGeometry(flow.Geometry{TextSize: 17, Width: 600})
	guess := layout.Height()
	places(layout)
	truth := layout.Height()
	if share := guess / truth; share < 0.8 || share > 1.25 {
		t.Errorf("estimated %v, true %v", guess, truth)
	}
}

func TestWordsFromElsewhereGiveTheSameLines(t *testing.T) {
	t.Parallel()
	doc := article(30)
	want := lines(flowed(doc, 333))
	layout := flowed(doc, 333)
	splitter := flow.NewSplitter(&doc, grid{})
	for i, piece := range layout.Pieces() {
		if !layout.Accept(i, splitter.Split(piece)) {
			t.Errorf("piece %d was no news", i)
		}
	}
	if got := lines(layout); !slices.Equal(got, want) {
		t.Error("the lines differ")
	}
	if layout.Accept(0, nil) {
		t.Error("a measured piece was replaced")
	}
}

func TestPlaceAtFindsEveryWord(t *testing.T) {
	t.Parallel()
	layout := flowed(article(20), 200)
	for _, place := range places(layout) {
		span := layout.Span(place)
		for _, offset := range []int{span.Start, span.End - 1} {
			if got, ok := layout.PlaceAt(offset); !ok || got != place {
				t.Errorf("offset %d is on %+v, want %+v", offset, got, place)
			}
		}
	}
}

func TestDepthIsTheInverseOfAnchorAt(t *testing.T) {
	t.Parallel()
	layout := flowed(article(40), 300)
	for depth := 0.0; depth < layout.Height(); depth += 97 {
		if got := layout.Depth(layout.AnchorAt(depth)); got < depth-0.01 || got > depth+0.01 {
			t.Errorf("depth %v came back as %v", depth, got)
		}
	}
}

func TestValidate(t *testing.T) {
	t.Parallel()
	bad := []flow.Document{
		{Text: "abc", Blocks: []flow.Block{{Start: 0, End: 4}}},
		{Text: "abc", Blocks: []flow.Block{{Start: 2, End: 1}}},
		{Text: "abc", Sentences: []flow.Span{{Start: -1, End: 1}}},
		{Text: "abc", Sentences: []flow.Span{{Start: 0, End: 2}, {Start: 1, End: 3}}},
	}
	for i, doc := range bad {
		if err := doc.Validate(); !errors.Is(err, flow.ErrDisorder) {
			t.Errorf("document %d: %v", i, err)
		}
	}
	if err := article(3).Validate(); err != nil {
		t.Error(err)
	}
}
