package textview

import (
	"glossator/app/ui/widgets/textview/flow"
	"glossator/app/ui/widgets/textview/glyph"
)

// batchBytes is how much text the surveyor measures before it hands over the result: about 10 ms of work.
const batchBytes = 96 << 10

// surveyor measures the pieces that nobody has looked at yet, on a goroutine with its own shaper, so that the scroll
// bar tells the truth and later scrolling finds the work done.
type surveyor struct {
	done chan struct{} // nil when no survey was started for the document
}

// survey is one run over a document. It shares nothing that changes with the view.
type survey struct {
	doc      *Document
	pieces   []flow.Piece
	from     int // the piece to begin with
	typeface *glyph.Family
	done     <-chan struct{}
	deliver  func([]finding)
}

// finding is a measured piece.
type finding struct {
	piece int
	words []flow.Word
}

// start begins to survey the document of a view, once.
func (s *surveyor) start(v *View) {
	if s.done != nil || len(v.layout.Pieces()) == 0 {
		return
	}
	done := make(chan struct{})
	s.done = done
	layout := v.layout
	run := survey{
		doc: v.doc, pieces: layout.Pieces(), from: v.top.Piece, typeface: v.typeface, done: done,
		deliver: func(findings []finding) {
			v.options.Poster(func() { v.accept(layout, findings) })
		},
	}
	go run.work()
}

// stop ends the survey. What was already handed over is ignored, because the layout is another one.
func (s *surveyor) stop() {
	if s.done != nil {
		close(s.done)
		s.done = nil
	}
}

// work measures from the visible piece to the end, then the pieces before it.
func (s *survey) work() {
	splitter := flow.NewSplitter(s.doc, s.typeface.NewShaper())
	var batch []finding
	size := 0
	for i := range s.pieces {
		select {
		case <-s.done:
			return
		default:
		}
		piece := (s.from + i) % len(s.pieces)
		batch = append(batch, finding{piece, splitter.Split(s.pieces[piece])})
		size += s.pieces[piece].End - s.pieces[piece].Start
		if size >= batchBytes {
			s.deliver(batch)
			batch, size = nil, 0
		}
	}
	if len(batch) > 0 {
		s.deliver(batch)
	}
}

// accept stores what the surveyor found. Visible lines do not change: they were measured before they were shown.
func (v *View) accept(layout *flow.Layout, findings []finding) {
	if layout != v.layout {
		return
	}
	news := false
	for _, f := range findings {
		news = layout.Accept(f.piece, f.words) || news
	}
	if news && v.sheet.height > 0 {
		v.decorate()
	}
}
