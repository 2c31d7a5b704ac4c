package excerpt_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"glossator/app/ui/widgets/excerpt"
)

// cells measures a text as if every character were one unit wide.
func cells(text string) float32 { return float32(utf8.RuneCountInString(text)) }

func TestWrap(t *testing.T) {
	t.Parallel()
	cases := []struct {
		text  string
		width float32
		limit int
		want  []string
	}{
		{"", 10, 3, nil},
		{"  \n ", 10, 3, nil},
		{"one", 10, 3, []string{"one"}},
		{"one two three", 7, 3, []string{"one two", "three"}},
		{"one two three four", 7, 2, []string{"one two", "three…"}},
		{"one two three", 7, 1, []string{"one tw…"}},
		{"one two, three", 8, 1, []string{"one two…"}},
		{"incomprehensible", 6, 3, []string{"incomp", "rehens", "ible"}},
		{"incomprehensible", 6, 2, []string{"incomp", "rehen…"}},
		{"an incomprehensible", 6, 5, []string{"an", "incomp", "rehens", "ible"}},
		{"бір екі үш", 7, 3, []string{"бір екі", "үш"}},
		{"exactly", 7, 1, []string{"exactly"}},
	}
	for _, c := range cases {
		if got := excerpt.Wrap(c.text, c.width, c.limit, cells); !slices.Equal(got, c.want) {
			t.Errorf("Wrap(%q, %v, %d) = %q; want %q", c.text, c.width, c.limit, got, c.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one two three", uint8(7), uint8(2))
	f.Add("incomprehensible", uint8(1), uint8(3))
	f.Add("", uint8(0), uint8(0))
	f.Fuzz(func(t *testing.T, text string, width, limit uint8) {
		if !utf8.ValidString(text) {
			t.Skip("an article's text is valid UTF-8")
		}
		lines := excerpt.Wrap(text, float32(width), int(limit), cells)
		if len(lines) > int(limit) {
			t.Fatalf("%d lines where %d were allowed", len(lines), limit)
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		whole, shown := squeeze(text), squeeze(strings.Join(lines, ""))
		if before, cut := strings.CutSuffix(shown, "…"); cut && before != whole {
			shown = before
		} else if limit > 0 && shown != whole {
			t.Fatalf("%q is shown as %q without an ellipsis", text, lines)
		}
		if !strings.HasPrefix(whole, shown) {
			t.Fatalf("%q is shown as %q", text, lines)
		}
	})
}
