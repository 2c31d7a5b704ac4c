package pdf

import (
	"fmt"
	"math"
	"regexp"
	"strings"
)

// The bands of a page, as shares of its height, in which running heads and
// page numbers stand.
const (
	outerBand  = 0.10
	numberHead = 0.15
	numberFoot = 0.20
	heights    = 25 // lines are at the same height in the same of so many strips
)

// pageNumber is a line that holds nothing but the number of a page.
var pageNumber = regexp.MustCompile(`^(?i)[^\p{L}\p{N}]*(?:(?:page|seite|стр\.?|страница|бет)\s*)?` +
	`\d{1,4}(?:\s*(?:/|of|von|из)\s*\d{1,4})?[^\p{L}\p{N}]*$`)

var digits = regexp.MustCompile(`\d+`)

// running are the lines that come back: by what they say, at which height.
type running struct {
	pages   map[int]bool
	seen    map[string]map[int]bool
	highest map[int]float64 // the first and the last line of each page
	lowest  map[int]float64
}

// dropRunning returns the lines without running heads and feet, which come
// back on half of the pages with nothing but their numbers changed, and without
// lone page numbers at the ends of pages.
func dropRunning(lines []line) []line {
	r := running{pages: map[int]bool{}, seen: map[string]map[int]bool{}, highest: map[int]float64{}, lowest: map[int]float64{}}
	for i := range lines {
		r.note(&lines[i])
	}
	kept := make([]line, 0, len(lines))
	for i := range lines {
		if !r.comesBack(&lines[i]) && !r.isNumber(&lines[i]) {
			kept = append(kept, lines[i])
		}
	}
	return kept
}

func (r *running) note(l *line) {
	r.pages[l.page] = true
	if y, ok := r.highest[l.page]; !ok || l.y < y {
		r.highest[l.page] = l.y
	}
	if y, ok := r.lowest[l.page]; !ok || l.y > y {
		r.lowest[l.page] = l.y
	}
	if !l.isOuter() {
		return
	}
	key := l.key()
	if r.seen[key] == nil {
		r.seen[key] = map[int]bool{}
	}
	r.seen[key][l.page] = true
}

func (r *running) comesBack(l *line) bool {
	if !l.isOuter() {
		return false
	}
	const fewest, half = 2, 2
	times := len(r.seen[l.key()])
	return times >= fewest && times*half >= len(r.pages)
}

func (r *running) isNumber(l *line) bool {
	if !pageNumber.MatchString(l.text) {
		return false
	}
	return l.y == r.lowest[l.page] && l.y > l.height*(1-numberFoot) ||
		l.y == r.highest[l.page] && l.y < l.height*numberHead
}

func (l *line) isOuter() bool {
	return l.y < l.height*outerBand || l.y-l.size > l.height*(1-outerBand)
}

// key is the same for a running head on all pages.
func (l *line) key() string {
	strip := math.Floor(l.y / max(l.height, 1) * heights)
	return fmt.Sprintf("%.0f %.0f %s", l.size, strip, strings.TrimSpace(digits.ReplaceAllString(l.text, "#")))
}
