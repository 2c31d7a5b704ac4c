package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"glossator/app/ui/widgets/textview/flow"
)

// row is a visible line.
type row struct {
	place  flow.Place
	span   Span
	y      float32 // top, units, on a whole pixel
	height float32
	line   *textLine
	parts  []flow.Fragment
}

// page holds the canvas objects of the visible lines.
type page struct {
	view    *View
	rows    []row
	old     []row // the rows before, kept for their memory
	spare   []*textLine
	stage   stage
	trigger *canvas.Rectangle // refreshed to repaint the window; see the package comment
	pointer *pointerArea
	bar     scrollBar
	objects []fyne.CanvasObject
	redrawn int // how many line pictures were asked for
}

func newPage(v *View) page {
	return page{
		view:    v,
		trigger: canvas.NewRectangle(color.Transparent),
		pointer: newPointerArea(),
		bar:     newScrollBar(),
	}
}

// arrange makes exactly the visible lines exist. Lines that were visible before keep their pictures.
func (p *page) arrange() {
	v := p.view
	p.old, p.rows = p.rows, p.old[:0]
	kept := 0
	v.layout.Visible(v.top, v.sheet.height, func(place flow.Place, y float32) bool {
		r := row{
			place: place, span: v.layout.Span(place), y: v.grid.snap(y), height: v.layout.LineHeight(place.Piece),
		}
		for kept < len(p.old) && before(p.old[kept].place, place) {
			p.retire(&p.old[kept])
			kept++
		}
		if kept < len(p.old) && p.old[kept].place == place {
			r.line, r.parts = p.old[kept].line, p.old[kept].parts
			p.old[kept].line = nil
			kept++
		}
		p.rows = append(p.rows, r)
		return true
	})
	for ; kept < len(p.old); kept++ {
		p.retire(&p.old[kept])
	}
	for i := range p.rows {
		p.place(&p.rows[i])
	}
}

func (p *page) place(r *row) {
	v := p.view
	if r.line == nil {
		r.line = p.takeLine()
		r.line.show(r.place)
		r.parts = v.layout.Fragments(r.place, r.parts[:0])
		p.redrawn++
	}
	r.line.move(r.y, r.height)
}

func (p *page) takeLine() *textLine {
	if last := len(p.spare) - 1; last >= 0 {
		line := p.spare[last]
		p.spare = p.spare[:last]
		return line
	}
	return newTextLine(p.view)
}

func (p *page) retire(r *row) {
	if r.line != nil {
		p.spare = append(p.spare, r.line)
		r.line = nil
	}
}

// drop forgets all lines, because the places of the layout have changed their meaning.
func (p *page) drop() {
	for i := range p.rows {
		p.retire(&p.rows[i])
	}
	p.rows = p.rows[:0]
}

// invalidate makes every line draw its text anew.
func (p *page) invalidate() {
	for i := range p.rows {
		p.rows[i].line.show(p.rows[i].place)
		p.redrawn++
	}
}

// firstLine returns the offset of the first line that is completely visible and its distance from the top.
func (p *page) firstLine() (offset int, y float32, found bool) {
	for i := range p.rows {
		if r := &p.rows[i]; r.y >= 0 || i == len(p.rows)-1 {
			return r.span.Start, r.y, true
		}
	}
	return 0, 0, false
}

// shows reports whether a sentence has a visible line.
func (p *page) shows(sentence int) bool {
	for i := range p.rows {
		for _, part := range p.rows[i].parts {
			if part.Sentence == sentence {
				return true
			}
		}
	}
	return false
}

// rowAt returns the visible line at a height. Heights between lines give the nearest line; false means no lines.
func (p *page) rowAt(y float32) (*row, bool) {
	if len(p.rows) == 0 {
		return nil, false
	}
	for i := range p.rows {
		if i == len(p.rows)-1 || y < (p.rows[i].y+p.rows[i].height+p.rows[i+1].y)/2 {
			return &p.rows[i], true
		}
	}
	return nil, false
}

// collect lists the objects from back to front.
func (p *page) collect() {
	p.objects = append(p.objects[:0], p.trigger, p.pointer)
	p.objects = p.stage.appendUnder(p.objects)
	for i := range p.rows {
		p.objects = p.rows[i].line.appendTo(p.objects)
	}
	p.objects = p.stage.appendOver(p.objects)
	p.objects = p.bar.appendTo(p.objects)
}

func before(a, b flow.Place) bool {
	return a.Piece < b.Piece || a.Piece == b.Piece && a.Line < b.Line
}
