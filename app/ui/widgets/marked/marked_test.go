package marked_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/marked"
)

// letters measures a text by its length.
func letters(text string) float32 { return float32(len([]rune(text))) }

func TestWrapBreaksBetweenWords(t *testing.T) {
	t.Parallel()
	text := []rune("один  два три четыреста")
	lines, whole := marked.Wrap(text, 9, 9, letters)
	var got []string
	for _, line := range lines {
		got = append(got, string(text[line.Start:line.End]))
	}
	if want := []string{"один  два", "три", "четыреста"}; !slices.Equal(got, want) || !whole {
		t.Errorf("%q, %v, want %q", got, whole, want)
	}
	if lines, whole = marked.Wrap(text, 9, 2, letters); len(lines) != 2 || whole {
		t.Errorf("%v, %v", lines, whole)
	}
}

// FuzzWrap: the lines hold all the text but white space, in order.
func FuzzWrap(f *testing.F) {
	f.Add("a bb ccc", 3)
	f.Add("  \n ёж 😀", 1)
	f.Fuzz(func(t *testing.T, text string, width int) {
		runes := []rune(text)
		lines, whole := marked.Wrap(runes, float32(max(1, width%50)), 1<<20, letters)
		var joined strings.Builder
		last := 0
		for _, line := range lines {
			if line.Start < last || line.End <= line.Start {
				t.Fatalf("%v in %q", lines, text)
			}
			joined.WriteString(string(runes[line.Start:line.End]))
			last = line.End
		}
		bare := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		if !whole || bare(joined.String()) != bare(string(runes)) {
			t.Fatalf("%q became %q", text, joined.String())
		}
	})
}

func TestMarksFollowTheLines(t *testing.T) {
	test.NewApp()
	text := marked.New(2)
	text.Set("The ministry opened three shelters for victims of violence in the regions of the country this year", []marked.Span{{4, 12}, {26, 34}, {500, 510}})
	text.Resize(fyne.NewSize(200, 40))
	shown := text.Shown()
	if len(shown) != 2 || !strings.HasPrefix(shown[0], "The ministry") || !strings.HasSuffix(shown[1], "…") || text.Marked() != 2 {
		t.Errorf("%q with %d marks", shown, text.Marked())
	}
	text.Set("Short", nil)
	if shown = text.Shown(); !slices.Equal(shown, []string{"Short"}) || text.Marked() != 0 {
		t.Errorf("%q with %d marks", shown, text.Marked())
	}
}
