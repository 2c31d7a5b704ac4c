package flow

import "sort"

// Anchor is a height in the document: Offset units below the top of a piece. It stays put when the heights of other
// pieces become known or change.
type Anchor struct {
	Piece  int
	Offset float32
}

// Place names a line: the number of its piece and its number in the piece.
type Place struct{ Piece, Line int }

// Shift moves an anchor by a distance, downwards when positive. It stops at the start and the end of the document,
// and measures what it passes.
func (l *Layout) Shift(a Anchor, distance float32) Anchor {
	if len(l.pieces) == 0 {
		return Anchor{}
	}
	a.Piece = min(max(a.Piece, 0), len(l.pieces)-1)
	a.Offset += distance
	for a.Offset < 0 && a.Piece > 0 {
		a.Piece--
		a.Offset += l.ensure(a.Piece).height
	}
	for a.Piece < len(l.pieces)-1 {
		height := l.ensure(a.Piece).height
		if a.Offset < height {
			break
		}
		a.Offset -= height
		a.Piece++
	}
	a.Offset = max(a.Offset, 0)
	if a.Piece == len(l.pieces)-1 {
		a.Offset = min(a.Offset, l.ensure(a.Piece).height)
	}
	return a
}

// Clamp moves an anchor up when a viewport of the given height that starts there would reach past the end.
func (l *Layout) Clamp(a Anchor, viewport float32) Anchor {
	a = l.Shift(a, 0)
	if len(l.pieces) == 0 {
		return a
	}
	room := -a.Offset
	for i := a.Piece; i < len(l.pieces); i++ {
		room += l.ensure(i).height
		if room >= viewport {
			return a
		}
	}
	return l.Shift(a, room-viewport)
}

// Distance returns how far b is below a, measuring what lies between when the two are near each other. Far ends are
// told by estimates.
func (l *Layout) Distance(a, b Anchor) float32 {
	const near = 64 // pieces
	if low, high := min(a.Piece, b.Piece), max(a.Piece, b.Piece); high-low <= near {
		for i := low; i < high; i++ {
			l.ensure(i)
		}
	}
	l.sum()
	return float32(l.tops[b.Piece]-l.tops[a.Piece]) + b.Offset - a.Offset
}

// Height returns the height of the whole document. It is partly estimated until all of it has been measured.
func (l *Layout) Height() float64 {
	if len(l.states) == 0 {
		return 0
	}
	l.sum()
	return l.tops[len(l.states)]
}

// Depth returns how far an anchor is below the top of the document, partly estimated.
func (l *Layout) Depth(a Anchor) float64 {
	if len(l.states) == 0 {
		return 0
	}
	l.sum()
	return l.tops[a.Piece] + float64(a.Offset)
}

// AnchorAt is the inverse of Depth.
func (l *Layout) AnchorAt(depth float64) Anchor {
	if len(l.states) == 0 {
		return Anchor{}
	}
	l.sum()
	below := sort.Search(len(l.states), func(i int) bool { return l.tops[i+1] > depth })
	piece := min(below, len(l.states)-1)
	return Anchor{Piece: piece, Offset: float32(max(depth-l.tops[piece], 0))}
}

// Visible calls yield for every line of a viewport from top to bottom, with the distance of the line's top from the
// viewport's top. It stops when yield returns false.
func (l *Layout) Visible(top Anchor, viewport float32, yield func(place Place, y float32) bool) {
	y := -top.Offset
	for piece := top.Piece; piece < len(l.pieces) && y < viewport; piece++ {
		s := l.ensure(piece)
		height := l.LineHeight(piece)
		lineTop := y + l.spaceBefore(piece)
		for i := range s.lines {
			if lineTop >= viewport {
				return
			}
			if lineTop+height > 0 && !yield(Place{piece, i}, lineTop) {
				return
			}
			lineTop += height
		}
		y += s.height
	}
}

// PlaceAt returns the line that holds an offset; an offset between two lines belongs to the one before it. It is
// false for a document without text on show.
func (l *Layout) PlaceAt(offset int) (Place, bool) {
	if len(l.pieces) == 0 {
		return Place{}, false
	}
	piece := l.pieceAt(offset)
	s := l.ensure(piece)
	if len(s.lines) == 0 {
		return Place{}, false
	}
	after := sort.Search(len(s.lines), func(i int) bool { return int(s.words[s.lines[i].first].start) > offset })
	return Place{piece, max(after-1, 0)}, true
}

// Top returns the anchor of the top of a line.
func (l *Layout) Top(p Place) Anchor {
	return Anchor{p.Piece, l.spaceBefore(p.Piece) + float32(p.Line)*l.LineHeight(p.Piece)}
}
