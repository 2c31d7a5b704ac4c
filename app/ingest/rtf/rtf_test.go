package rtf_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/rtf"
	"glossator/models"
)

func TestRead(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		body string
		want []string
	}{
		{"code page", `{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2\par}`, []string{"paragraph: Привет"}},
		{"font", `{\rtf1\ansi{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial Cyr;}}a \f1\'cc\'e8\'f0\f0  b}`, []string{"paragraph: a Мир b"}},
		{"unicode", `{\rtf1 \u1179?\u1072\'e0 \uc2 \u8212--x \uc0\u1078 y}`, []string{"paragraph: қа —x жy"}},
		{"surrogates", `{\rtf1 \u-10179?\u-8704? smile \u-10179? alone}`, []string{"paragraph: 😀 smile alone"}},
		{"signs", `{\rtf1 \ldblquote a\rdblquote\emdash b\~c\_d\-e \{f\}}`, []string{"paragraph: “a”—b c-de {f}"}},
		{"line break", `{\rtf1 a\line b\par c\` + "\n" + `d}`, []string{"paragraph: a", "paragraph: b", "paragraph: c", "paragraph: d"}},
		{"left out", `{\rtf1{\info{\title T}}{\*\unknown U}{\header H}a{\v hidden}{\pict 00ff}{\field{\*\fldinst HYPERLINK}{\fldrslt b}}\par}`, []string{"paragraph: ab"}},
		{"binary", `{\rtf1 a{\pict\bin4 {}{}}b}`, []string{"paragraph: ab"}},
		{"styles", `{\rtf1{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 Quote;}}\pard\s1 H\par\pard\s2 Q\par\pard\ls1{\listtext 1.}I\par\pard P\par}`, []string{"heading: H", "quote: Q", "list_item: I", "paragraph: P"}},
		{"marked note", `{\rtf1 a{\super\chftn}{\*\footnote\chftn One.}b\par c}`, []string{"paragraph: ab", "paragraph: c", "paragraph: One."}},
		{"note", `{\rtf1 a{\footnote\pard One.\par Two.}b\par c}`, []string{"paragraph: ab", "paragraph: c", "paragraph: One.", "paragraph: Two."}},
		{"box", `{\rtf1 a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt In a box\par}}{\shprslt AGAIN}}b\par}`, []string{"paragraph: In a box", "paragraph: ab"}},
		{"table", `{\rtf1\trowd\pard\intbl a\cell b\cell\row\trowd\intbl c\cell d\cell\row\pard e\par}`, []string{"table_row: a | b", "table_row: c | d", "paragraph: e"}},
		{"layout table", `{\rtf1\trowd\intbl a\par b\cell\row}`, []string{"paragraph: a", "paragraph: b"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m, err := rtf.Read([]byte(c.body))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, block := range m.Blocks {
				got = append(got, string(block.Kind)+": "+block.Text)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestProperties(t *testing.T) {
	t.Parallel()
	m, err := rtf.Read([]byte(`{\rtf1\ansicpg1251{\info{\title \'cc\'e8\'f0}{\author Nora Falk}{\company C}}a}`))
	if err != nil || m.Title != "Мир" || m.Author != "Nora Falk" {
		t.Errorf("title %q, author %q, %v", m.Title, m.Author, err)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	for _, body := range []string{`{\rtf1 a`, `{\rtf1 ` + strings.Repeat("{", 1000), ``} {
		_, err := rtf.Read([]byte(body))
		fault, ok := errors.AsType[*manuscript.Fault](err)
		if !ok || fault.Code != models.CodeDamaged {
			t.Errorf("%.20q: %v", body, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`{\rtf1\ansi\ansicpg1251{\fonttbl{\f1\fcharset204 A;}}\f1\'cf\u1072?{\footnote a}\trowd\intbl b\cell\row}`, `{\rtf1\bin9999999999 }`, `{\*\x}}`, `\u-1`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := rtf.Read(data)
		if err != nil {
			return
		}
		for _, block := range m.Blocks {
			if block.Text == "" || block.Text != manuscript.Line(block.Text) {
				t.Errorf("%q is no line", block.Text)
			}
		}
	})
}
