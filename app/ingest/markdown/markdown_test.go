package markdown_test

import (
	"slices"
	"testing"

	"glossator/app/ingest/markdown"
)

func TestRead(t *testing.T) {
	t.Parallel()
	m, err := markdown.Read("---\ntitle: \"The title\"\nDate: 2025-03-12\n---\n# Heading\n\nA *line*\nand [another](x).\n\n1. one\n2. two\n\n> quote\n\n<div>raw</div>\n\n---\n\n    code\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, block := range m.Blocks {
		got = append(got, string(block.Kind)+": "+block.Text)
	}
	want := []string{"heading: Heading", "paragraph: A line and another.", "list_item: one", "list_item: two", "quote: quote", "paragraph: raw", "paragraph: code"}
	if !slices.Equal(got, want) || m.Title != "The title" || m.Published != "2025-03-12" {
		t.Errorf("%q, title %q, date %q", got, m.Title, m.Published)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("---\ntitle: a\n---\n# b\n\n- c\n> d\n\n| e |\n| - |\n| f |\n")
	f.Fuzz(func(t *testing.T, text string) {
		if m, err := markdown.Read(text); err == nil {
			for _, block := range m.Blocks {
				if block.Text == "" {
					t.Error("an empty block")
				}
			}
		}
	})
}
