package manuscript_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

func TestLine(t *testing.T) {
	t.Parallel()
	cases := []struct{ text, want string }{
		{" a \t\n b\u00A0c ", "a b c"},
		{"Cafe\u0301", "Caf\u00E9"},
		{"with\u00ADout", "without"},
		{"\uFEFFa\u200Bb\u200B", "a\u200Bb"},
		{"a\x00b\xFFc\uFFFE", "abc"},
		{"👩\u200D👩\u200D👧", "👩\u200D👩\u200D👧"},
		{manuscript.Break + "a\u0085", "a"},
	}
	for _, c := range cases {
		if got := manuscript.Line(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzLine(f *testing.F) {
	f.Add(" a\u0301 \u200B b")
	f.Fuzz(func(t *testing.T, text string) {
		line := manuscript.Line(text)
		if line != manuscript.Line(line) || line != strings.TrimSpace(line) || !utf8.ValidString(line) || !norm.NFC.IsNormalString(line) {
			t.Errorf("%q became %q", text, line)
		}
	})
}

func TestLimits(t *testing.T) {
	t.Parallel()
	var b manuscript.Builder
	var err error
	for range manuscript.MaxText/(1<<20) + 1 {
		err = errors.Join(err, b.Add(models.BlockParagraph, strings.Repeat("a", 1<<20)))
	}
	if fault, ok := errors.AsType[*manuscript.Fault](err); !ok || fault.Code != models.CodeTooLarge {
		t.Errorf("%v", err)
	}
	if sentence := manuscript.Named(`"a"`, err).Message; !strings.HasPrefix(sentence, `"a" holds more than 32 MB`) {
		t.Error(sentence)
	}
}

func TestStyleKind(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]models.BlockKind{
		"heading 1": models.BlockHeading, "Heading_20_2": models.BlockHeading, "Title": models.BlockTitle, "TOC 3": manuscript.Contents,
	} {
		if kind, ok := manuscript.StyleKind(name); !ok || kind != want {
			t.Errorf("%q is %q", name, kind)
		}
	}
	if _, ok := manuscript.StyleKind("Body Text"); ok {
		t.Error("running text has a kind")
	}
}
