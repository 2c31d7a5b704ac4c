package pdf

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// What tells paragraphs, in ems and in shares of the distance between lines or
// of the width of a column. The values were set on articles typeset by
// LibreOffice, pdfTeX and Chromium, and checked on others.
const (
	wideGap      = 1.25 // distances between lines
	otherSize    = 0.12 // of the larger type
	leastIndent  = 0.7  // ems
	mostIndent   = 4.0  // ems
	shortByWidth = 0.06 // of the column
	shortByEms   = 1.5
	veryShort    = 0.35 // of the column
	columnReach  = 40.0 // points between the left edges of one column
	neighbours   = 25   // lines on either side that tell the edges
	headingSize  = 1.12 // of the size of the body
	maxHeading   = 250  // code points
	median       = 0.5
	pitchShare   = 0.25 // short texts have many first lines, so the lower distances are the usual ones
	bullets      = "•◦▪‣●○■□"
)

// blocks puts the lines of a file into paragraphs and headings.
func blocks(lines []line) ([]manuscript.Block, error) {
	lines = dropRunning(lines)
	if len(lines) == 0 {
		return nil, nil
	}
	j := newJoiner(lines)
	var out manuscript.Builder
	text, size := []byte(lines[0].text), lines[0].size
	for i := 1; i <= len(lines); i++ {
		if i < len(lines) && !j.begins(i) {
			text = j.words.join(text, lines[i].text, lines[i-1].broken)
			continue
		}
		if err := out.Add(j.kind(text, size), string(text)); err != nil {
			return nil, err
		}
		if i < len(lines) {
			text, size = append(text[:0], lines[i].text...), lines[i].size
		}
	}
	return out.Blocks(), nil
}

// edges are the sides of the column around a line.
type edges struct{ left, right float64 }

// joiner knows how a file is set.
type joiner struct {
	lines []line
	edges []edges
	words vocabulary
	pitch float64 // the usual distance between lines
	body  float64 // the size of the type of most letters
	gaps  int     // wide distances
	byGap bool    // paragraphs are parted by space rather than by indents
}

func newJoiner(lines []line) *joiner {
	j := &joiner{lines: lines, words: vocabularyOf(lines), edges: make([]edges, len(lines))}
	var distances, sizes []float64
	const closest, farthest = 2.0, 60.0 // points, on one page
	for i := range lines {
		j.edges[i] = j.column(i)
		for range 1 + len(lines[i].text)/20 { // long lines weigh more
			sizes = append(sizes, lines[i].size)
		}
		if i == 0 || lines[i].page != lines[i-1].page {
			continue
		}
		if d := lines[i].y - lines[i-1].y; d > closest && d < farthest {
			distances = append(distances, d)
		}
	}
	j.pitch, j.body = quantile(distances, pitchShare), quantile(sizes, median)
	indents := 0
	for i := 1; i < len(lines); i++ {
		if lines[i].page == lines[i-1].page && j.isWide(i) {
			j.gaps++
		}
		if j.isIndented(i) {
			indents++
		}
	}
	j.byGap = j.gaps > indents
	return j
}

// column returns the edges that most of the lines near line i share.
func (j *joiner) column(i int) edges {
	const eighth, alike = 8, 1.5
	own := &j.lines[i]
	var left, right []float64
	for k := max(0, i-neighbours); k < min(len(j.lines), i+neighbours+1); k++ {
		l := &j.lines[k]
		if l.page == own.page && math.Abs(l.left-own.left) < columnReach && math.Abs(l.size-own.size) < alike {
			left, right = append(left, l.left), append(right, l.right)
		}
	}
	slices.Sort(left)
	slices.Sort(right)
	return edges{left[len(left)/eighth], right[len(right)*(eighth-1)/eighth]}
}

// begins reports whether line i begins a paragraph: after a wide gap, at a
// change of the size, at an indent or a bullet, or after a line that ends a
// sentence short of the edge.
func (j *joiner) begins(i int) bool {
	l, before := &j.lines[i], &j.lines[i-1]
	ended := j.isShort(i-1) && closes(before.text)
	switch {
	case isNoteMark(before, l):
		return false
	case differ(l.size, before.size), j.isItem(i):
		return true
	case j.isElsewhere(i):
		return ended && (j.byGap || opens(l.text)) || !j.byGap && j.isIndented(i)
	case j.isWide(i):
		return true
	}
	ended = ended && opens(l.text)
	if j.byGap {
		return ended && j.isVeryShort(i-1)
	}
	return ended || j.isIndented(i) && !before.broken
}

// isElsewhere reports whether line i stands on the next page or in the next
// column.
func (j *joiner) isElsewhere(i int) bool {
	return j.lines[i].page != j.lines[i-1].page || j.lines[i].y-j.lines[i-1].y < -j.pitch/2
}

// differ reports whether two sizes of type are not the same to the eye.
func differ(size, other float64) bool { return math.Abs(size-other) > otherSize*max(size, other) }

// isWide reports whether the gap above line i is wider than between the lines
// of a paragraph. Large type stands farther apart.
func (j *joiner) isWide(i int) bool {
	usual := j.pitch
	if j.body > 0 {
		usual *= max(1, j.lines[i].size/j.body)
	}
	return usual > 0 && j.lines[i].y-j.lines[i-1].y > usual*wideGap
}

func (j *joiner) isIndented(i int) bool {
	indent := j.lines[i].left - j.edges[i].left
	return indent > j.lines[i].size*leastIndent && indent < j.lines[i].size*mostIndent
}

func (j *joiner) isShort(i int) bool {
	edge := j.edges[i]
	return j.lines[i].right < edge.right-max((edge.right-edge.left)*shortByWidth, j.lines[i].size*shortByEms)
}

func (j *joiner) isVeryShort(i int) bool {
	edge := j.edges[i]
	return j.lines[i].right < edge.right-(edge.right-edge.left)*veryShort
}

// kind returns what a paragraph is: a heading if it is short and larger than
// the body.
func (j *joiner) kind(text []byte, size float64) models.BlockKind {
	if size > j.body*headingSize && utf8.RuneCount(text) <= maxHeading {
		return models.BlockHeading
	}
	return models.BlockParagraph
}

// closes reports whether text ends like a sentence.
func closes(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " \"'”“»’)]›"))
	return strings.ContainsRune(".!?…:;", last)
}

// opens reports whether text begins like a sentence.
func opens(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return !unicode.IsLower(r)
		}
	}
	return true
}

func hasBullet(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(bullets, first) && strings.HasPrefix(text[size:], " ")
}

// itemNumber finds the number of an item of a list at the start of a line.
var itemNumber = regexp.MustCompile(`^(\d{1,2})[.)]\s`)

// isItem reports whether line i begins an item of a list: with a bullet, with a
// dash behind the end of a sentence, or with the next number, where the item
// before it stands close above, or a colon or the end of a sentence does.
func (j *joiner) isItem(i int) bool {
	const closest = 12 // lines of one item
	if hasBullet(j.lines[i].text) {
		return true
	}
	if isDashed(j.lines[i].text) && j.isShort(i-1) && closes(j.lines[i-1].text) {
		return true
	}
	number, ok := itemOf(j.lines[i].text)
	if !ok || !closes(j.lines[i-1].text) && !strings.HasSuffix(j.lines[i-1].text, ",") {
		return false
	}
	if number == 1 {
		return j.isShort(i-1) || strings.HasSuffix(j.lines[i-1].text, ":")
	}
	for k := i - 1; k >= max(0, i-closest); k-- {
		if before, ok := itemOf(j.lines[k].text); ok {
			return before == number-1
		}
	}
	return false
}

func itemOf(text string) (number int, ok bool) {
	match := itemNumber.FindStringSubmatch(text)
	if match == nil {
		return 0, false
	}
	number, err := strconv.Atoi(match[1])
	return number, err == nil
}

// isNoteMark reports whether a line is the raised number in front of the note
// that the next one begins.
func isNoteMark(mark, note *line) bool {
	const longest = 2
	return len(mark.text) <= longest && strings.Trim(mark.text, "0123456789") == "" &&
		mark.page == note.page && math.Abs(note.y-mark.y) < note.size && mark.left <= note.left
}

// isDashed reports whether a line begins like an item or a speech.
func isDashed(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("-–—", first) && strings.HasPrefix(text[size:], " ")
}

// quantile returns the value below which this share of the values lies, or 0
// for none. It sorts them.
func quantile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[int(float64(len(values)-1)*share)]
}
