package flow_test

import (
	"testing"
	"unicode/utf8"

	"glossator/app/ui/widgets/textview/flow"
	"glossator/app/ui/widgets/textview/glyph"
	"glossator/assets/fonts"
)

// grid is a ruler whose characters are all half an em wide; it lacks ideographs.
type grid struct{}

const gridEm = 0.5

func (grid) Width(text string, _ bool) float32 { return gridEm * float32(utf8.RuneCountInString(text)) }
func (grid) Covers(r rune, _ bool) bool        { return r < 0x2E80 }
func (grid) Carets(text string, _ bool) []glyph.Caret {
	carets := []glyph.Caret{{}}
	x := float32(0)
	for i, r := range text {
		x += gridEm
		carets = append(carets, glyph.Caret{Offset: i + utf8.RuneLen(r), X: x})
	}
	return carets
}

func noto(tb testing.TB) *glyph.Family {
	tb.Helper()
	family, err := glyph.ParseFamily(fonts.Sans(), fonts.SansBold())
	if err != nil {
		tb.Fatal(err)
	}
	return family
}

// flowed lays a document out on the grid ruler, with text of 10 units: a character takes 5.
func flowed(doc flow.Document, width float32) *flow.Layout {
	layout := flow.New(&doc, grid{}, gridEm, nil)
	layout.SetGeometry(flow.Geometry{TextSize: 10, Width: width, Top: 4, Bottom: 6})
	return layout
}

// places lists all lines of a layout.
func places(layout *flow.Layout) []flow.Place {
	var all []flow.Place
	layout.Visible(flow.Anchor{}, 1e9, func(place flow.Place, _ float32) bool {
		all = append(all, place)
		return true
	})
	return all
}

func lines(layout *flow.Layout) []string {
	var all []string
	for _, place := range places(layout) {
		all = append(all, layout.Text(place))
	}
	return all
}
