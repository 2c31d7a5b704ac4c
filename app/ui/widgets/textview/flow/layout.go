package flow

import (
	"math"
	"sort"
)

// wrapLoss is the share of a line that stays empty at its end on average, for estimates of heights.
const wrapLoss = 0.05

// Geometry is the page that the text flows into, in the units of the screen.
type Geometry struct {
	// TextSize is the size of body text: one em.
	TextSize float32
	// Width is the width of the column.
	Width float32
	// Top and Bottom are the empty spaces before the first and after the last line.
	Top, Bottom float32
}

// state is what the layout knows about a piece.
type state struct {
	words    []Word
	lines    []line
	em       float32 // width of all words, em; 0 when unmeasured
	height   float32 // exact when current, else an estimate
	measured bool
	exact    bool // foreign words have their true widths
	current  bool // lines fit the geometry
}

// Layout is the flowed document. It is not safe for concurrent use.
type Layout struct {
	doc      *Document
	ruler    Ruler
	foreign  func(text string, bold bool) float32
	splitter *Splitter
	geometry Geometry
	pieces   []Piece
	states   []state
	spaces   [2]float32 // width of a space in em: regular, bold
	charEm   float32
	tops     []float64 // tops[i] is the estimated top of piece i
	stale    bool      // tops must be summed up again
}

// New prepares a document. Foreign returns the width in em of a word that the ruler's typeface lacks; nil keeps the
// estimates. CharWidth is the mean width of a character in em. Nothing is measured yet.
func New(doc *Document, ruler Ruler, charWidth float32, foreign func(text string, bold bool) float32) *Layout {
	pieces := cut(doc)
	return &Layout{
		doc: doc, ruler: ruler, foreign: foreign, splitter: NewSplitter(doc, ruler),
		pieces: pieces, states: make([]state, len(pieces)), charEm: charWidth,
		spaces: [2]float32{ruler.Width(" ", false), ruler.Width(" ", true)},
		stale:  true,
	}
}

// Pieces returns the pieces in order. They are never changed, so another goroutine may read them.
func (l *Layout) Pieces() []Piece { return l.pieces }

// SetGeometry changes the page. Nothing is wrapped until somebody looks at it.
func (l *Layout) SetGeometry(g Geometry) {
	if g == l.geometry {
		return
	}
	l.geometry = g
	for i := range l.states {
		l.states[i].current = false
		l.states[i].height = l.estimate(i)
	}
	l.stale = true
}

// Accept takes the words of a piece that were split elsewhere with the same typeface. It reports whether they were
// news.
func (l *Layout) Accept(piece int, words []Word) bool {
	s := &l.states[piece]
	if s.measured {
		return false
	}
	l.store(piece, words)
	s.height = l.estimate(piece)
	l.stale = true
	return true
}

func (l *Layout) store(piece int, words []Word) {
	s := &l.states[piece]
	s.words, s.measured, s.em, s.exact = words, true, 0, true
	for i := range words {
		s.em += words[i].width + l.spaces[0]
		if words[i].flags&foreign != 0 {
			s.exact = false
		}
	}
}

// estimate guesses the height of a piece that is not wrapped.
func (l *Layout) estimate(piece int) float32 {
	p, s := &l.pieces[piece], &l.states[piece]
	em := s.em
	if !s.measured {
		em = float32(p.runes) * l.charEm
	}
	lines := math.Ceil(float64(em / (l.measure(piece) * (1 - wrapLoss))))
	return l.spaceBefore(piece) + float32(max(lines, 1))*l.LineHeight(piece) + l.spaceAfter(piece)
}

// ensure measures and wraps a piece, so that its lines and height are exact.
func (l *Layout) ensure(piece int) *state {
	s := &l.states[piece]
	if s.current {
		return s
	}
	if !s.measured {
		l.store(piece, l.splitter.Split(l.pieces[piece]))
	}
	if !s.exact {
		l.measureForeign(piece)
	}
	format := l.pieces[piece].Style.Format()
	w := wrapper{
		text: l.doc.Text, ruler: l.ruler, bold: format.Bold, space: l.space(format.Bold), width: l.measure(piece),
		words: s.words, lines: s.lines[:0],
	}
	w.wrap()
	if format.Balanced {
		w.balance()
	}
	s.words, s.lines, s.current = w.words, w.lines, true
	height := l.spaceBefore(piece) + float32(len(s.lines))*l.LineHeight(piece) + l.spaceAfter(piece)
	if height != s.height {
		s.height, l.stale = height, true
	}
	return s
}

func (l *Layout) measureForeign(piece int) {
	s := &l.states[piece]
	s.exact = true
	if l.foreign == nil {
		return
	}
	bold := l.pieces[piece].Style.Format().Bold
	for i := range s.words {
		if w := &s.words[i]; w.flags&foreign != 0 {
			w.width = l.foreign(l.doc.Text[w.start:w.end], bold)
		}
	}
}

// measure returns the width of the lines of a piece in em of its own text size.
func (l *Layout) measure(piece int) float32 {
	format := l.pieces[piece].Style.Format()
	width := l.geometry.Width - format.Indent*l.geometry.TextSize
	return max(width, 1) / max(format.Scale*l.geometry.TextSize, 1)
}

func (l *Layout) space(bold bool) float32 {
	if bold {
		return l.spaces[1]
	}
	return l.spaces[0]
}

// LineHeight returns the height of the lines of a piece, a whole number of units.
func (l *Layout) LineHeight(piece int) float32 {
	format := l.pieces[piece].Style.Format()
	return round(format.Leading * format.Scale * l.geometry.TextSize)
}

func (l *Layout) spaceBefore(piece int) float32 {
	switch p := l.pieces[piece]; {
	case piece == 0:
		return l.geometry.Top
	case p.Continued:
		return 0
	default:
		return round(p.Style.Format().Before * l.geometry.TextSize)
	}
}

func (l *Layout) spaceAfter(piece int) float32 {
	if piece == len(l.pieces)-1 {
		return l.geometry.Bottom
	}
	return 0
}

// sum brings tops up to date: one addition for each piece.
func (l *Layout) sum() {
	if !l.stale {
		return
	}
	l.stale = false
	if len(l.tops) != len(l.states)+1 {
		l.tops = make([]float64, len(l.states)+1)
	}
	for i := range l.states {
		l.tops[i+1] = l.tops[i] + float64(l.states[i].height)
	}
}

// pieceAt returns the piece that holds an offset, or the nearest one before it.
func (l *Layout) pieceAt(offset int) int {
	after := sort.Search(len(l.pieces), func(i int) bool { return l.pieces[i].Start > offset })
	return max(after-1, 0)
}

func round(v float32) float32 { return float32(math.Round(float64(v))) }

// Measured reports whether every piece has been measured, so that heights are estimates of line breaks only.
func (l *Layout) Measured() bool {
	for i := range l.states {
		if !l.states[i].measured {
			return false
		}
	}
	return true
}
