package export

import (
	"html/template"
	"strconv"
	"strings"
	"unicode/utf8"
)

// reportStyle is how a label looks in the report. Its badge tells it apart
// without colour.
type reportStyle struct {
	key          string
	Name         string
	Definition   string
	Badge        string
	Class        string
	Fill         string // "#rrggbb"
	Strong, Tint template.CSS
}

type reportStyles []reportStyle

// reportColors serve labels without a colour of their own; white text on them
// has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
var reportColors = []string{"#1b6e4a", "#1f5fa8", "#a8430f", "#7a3b9d", "#8a6100", "#9c2750"}

// plainColor is that of what is no label.
const plainColor = "#4a5560"

// tintAlpha makes the background of a highlighted sentence from its colour.
const tintAlpha = "2e"

func stylesOf(in Input) reportStyles {
	entries := in.entries()
	styles := make(reportStyles, len(entries))
	for i, e := range entries {
		strong := first(e.color, reportColors[i%len(reportColors)])
		styles[i] = reportStyle{
			key: e.Key, Name: e.Name, Definition: e.Definition, Badge: first(e.Badge, initial(e.Name)), Class: "label-" + strconv.Itoa(i),
			Fill: strong, Strong: template.CSS(strong), Tint: template.CSS(strong + tintAlpha), //nolint:gosec // [color] lets only #rrggbb through
		}
	}
	return styles
}

// of returns the style of a label; one that the codebook does not know is shown
// by its key.
func (s reportStyles) of(key string) reportStyle {
	for _, style := range s {
		if style.key == key {
			return style
		}
	}
	return reportStyle{key: key, Name: key, Badge: initial(key), Class: "label-other", Fill: plainColor}
}

func initial(name string) string {
	_, size := utf8.DecodeRuneInString(name)
	return strings.ToUpper(name[:size])
}
