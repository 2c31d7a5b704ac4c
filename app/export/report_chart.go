package export

import (
	"slices"
	"unicode/utf8"
)

// tally counts names in the order in which they first came.
type tally struct {
	names  []string
	counts map[string]int
}

func (t *tally) add(name string) {
	if t.counts == nil {
		t.counts = map[string]int{}
	}
	if t.counts[name]++; t.counts[name] == 1 {
		t.names = append(t.names, name)
	}
}

func (t *tally) of(name string) int { return t.counts[name] }

// bar is a line of a [barChart]; lengths are units of the drawing.
type bar struct {
	Name  string
	Fill  string // "#rrggbb"
	Count int

	X, Y, Width, Height, After, Baseline int
}

// barChart is a chart of horizontal bars.
type barChart struct {
	Title         string
	Width, Height int
	Bars          []bar
}

// The measures of a bar chart, in units of the drawing.
const (
	chartWidth  = 640
	chartNames  = 170 // room for the names on the left
	chartCounts = 60  // room for the numbers on the right
	lineHeight  = 24
	barHeight   = 16
	barTop      = 4
	textBase    = 16
	longestName = 22 // code points
)

// newBarChart places the bars; the longest one fills the room. It returns nil
// when there is nothing to show.
func newBarChart(title string, bars []bar) *barChart {
	most := 0
	for _, b := range bars {
		most = max(most, b.Count)
	}
	if most == 0 {
		return nil
	}
	room := chartWidth - chartNames - chartCounts
	placed := slices.Clone(bars)
	for i := range placed {
		b := &placed[i]
		b.Name = shortened(b.Name)
		b.X, b.Y, b.Height = chartNames, i*lineHeight+barTop, barHeight
		b.Width = room * b.Count / most
		b.After, b.Baseline = b.X+b.Width+barTop, i*lineHeight+textBase
	}
	return &barChart{Title: title, Width: chartWidth, Height: len(placed) * lineHeight, Bars: placed}
}

func shortened(name string) string {
	if utf8.RuneCountInString(name) <= longestName {
		return name
	}
	return string([]rune(name)[:longestName-1]) + ellipsis
}

// stripMark is a label's place in the strip that shows an article from start
// to end, whose length is [stripLength].
type stripMark struct {
	Fill     string // "#rrggbb"
	X, Width int
}

const (
	stripLength  = 1000
	stripVisible = 3 // the least width of a mark
)

// strip places the annotations of an article of so many code points.
func strip(c *chapter, points int, styles reportStyles) []stripMark {
	var marks []stripMark
	for i := range c.rows {
		row := &c.rows[i]
		style := styles.of(row.Label)
		if points == 0 || row.Annotation.UID == "" {
			continue
		}
		from, to := row.Sentence.StartOff*stripLength/points, row.Sentence.EndOff*stripLength/points
		marks = append(marks, stripMark{style.Fill, from, max(stripVisible, to-from)})
	}
	return marks
}
