package hypertext_test

import (
	"slices"
	"strings"
	"testing"

	"glossator/app/ingest/hypertext"
	"glossator/app/ingest/manuscript"
)

func TestBlocks(t *testing.T) {
	t.Parallel()
	cases := map[string][]string{
		"a <b>bold</b>\nword":                       {"paragraph: a bold word"},
		"<h1>T<br>U</h1><p>a<br/>b</p>":             {"heading: T U", "paragraph: a", "paragraph: b"},
		"<ul><li>a<li>b</ul>c":                      {"list_item: a", "list_item: b", "paragraph: c"},
		"<blockquote><p>q</p></blockquote>p":        {"quote: q", "paragraph: p"},
		"<figure><img><figcaption>c</figcaption>":   {"caption: c"},
		"<table><tr><th>a<td>b<tr><td>c<td>d":       {"table_row: a | b", "table_row: c | d"},
		"<table><tr><td><p>a</p><p>b</p></table>":   {"paragraph: a", "paragraph: b"},
		"<title/><p>a</p><script>x</script><p>b":    {"paragraph: a", "paragraph: b"},
		"<script src='a'/><p>a</p>":                 {"paragraph: a"},
		"<svg><title>x</title></svg>a&amp;b&nbsp;c": {"paragraph: a&b c"},
		"<pre>a\nb</pre>":                           {"paragraph: a", "paragraph: b"},
		"</p></ul></table>a":                        {"paragraph: a"},
		strings.Repeat("<div>", 100_000) + "a":      {"paragraph: a"},
	}
	for page, want := range cases {
		blocks, err := hypertext.Blocks([]byte(page))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, block := range blocks {
			got = append(got, string(block.Kind)+": "+block.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%.60s: got %q, want %q", page, got, want)
		}
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add([]byte("<table><tr><td>a<td><table><tr><td>b</table></table><p>c<svg>"))
	f.Fuzz(func(t *testing.T, page []byte) {
		blocks, err := hypertext.Blocks(page)
		if err != nil {
			return
		}
		for _, block := range blocks {
			if block.Text == "" || block.Text != manuscript.Line(block.Text) {
				t.Errorf("%q is no line", block.Text)
			}
		}
	})
}
