package corpus

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"glossator/models"
)

// length has one row more while there may be more: its turn to be shown is the
// sign to read on.
func (p *Page) length() int {
	if p.done || len(p.rows) == 0 {
		return len(p.rows)
	}
	return len(p.rows) + 1
}

func (p *Page) update(index widget.ListItemID, object fyne.CanvasObject) {
	line, ok := object.(*row)
	if !ok {
		return
	}
	if known := index < len(p.rows); known {
		label, place := p.labelOf(p.rows[index])
		line.show(p.rows[index], label, place, p.keywords)
	} else {
		line.blank()
	}
	if near := index + models.CorpusLimit/2; near >= len(p.rows) && !p.fresh {
		p.want = max(p.want, near+models.CorpusLimit)
		p.read()
	}
}

// labelOf returns the label of a row with its place in the codebook. One that
// is archived has a place beyond it.
func (p *Page) labelOf(row models.ExportRow) (models.Label, int) {
	at := slices.IndexFunc(p.labels, func(l models.Label) bool { return l.Key == row.Label })
	if at < 0 {
		return models.Label{Key: row.Label, Name: row.Label}, len(p.labels)
	}
	return p.labels[at], at
}

// selected goes to the sentence of a row.
func (p *Page) selected(index widget.ListItemID) {
	p.list.UnselectAll()
	if index < len(p.rows) {
		p.actions.Open(p.rows[index].Article.UID, p.rows[index].Sentence.ID)
	}
}

// jump moves the cursor by so many rows, at most to the last one in memory.
func (p *Page) jump(by int) {
	if to := max(0, min(p.at+by, len(p.rows)-1)); to < len(p.rows) {
		p.list.Highlight(to)
	}
}

// highlighted shows the row of the cursor whole below the table.
func (p *Page) highlighted(index widget.ListItemID) {
	p.at = index
	if index < len(p.rows) {
		label, _ := p.labelOf(p.rows[index])
		p.foot.show(p.rows[index], label)
		return
	}
	p.foot.clear()
}
