package corpus

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/theme"
	"glossator/models"
)

// column is one column of the table. It has a width of its own or a share of
// what the others leave.
type column struct {
	title string
	by    models.CorpusColumn // empty: not sorted by
	width float32             // units
	share float32
}

// The columns by their place.
const (
	atArticle = iota
	atSentence
	atLabel
	atDetails
	atAnnotator
	atDate
)

// columns is the table from left to right.
//
//locale:texts title
var columns = [...]column{
	atArticle:   {title: "Article", by: models.CorpusArticle, share: 0.3},
	atSentence:  {title: "Sentence", share: 1},
	atLabel:     {title: "Label", by: models.CorpusLabel, width: 116},
	atDetails:   {title: "Details", share: 0.35},
	atAnnotator: {title: "Annotator", by: models.CorpusAnnotator, width: 116},
	atDate:      {title: "Date", by: models.CorpusDate, width: 100},
}

const columnGap = 12 // units

// columnLayout places one object for each column; it lays out rows and the
// head alike, so that they stand below one another.
type columnLayout struct{}

func (columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room, shares := size.Width-2*theme.Gap-columnGap*float32(len(columns)-1), float32(0)
	for _, c := range columns {
		room -= c.width
		shares += c.share
	}
	room = max(room, 0)
	x := theme.Gap
	for i, c := range columns {
		width := c.width + room*c.share/shares
		height := objects[i].MinSize().Height
		objects[i].Move(fyne.NewPos(float32(int(x)), float32(int((size.Height-height)/2))))
		objects[i].Resize(fyne.NewSize(float32(int(width)), height))
		x += width + columnGap
	}
}

func (columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, object := range objects {
		height = max(height, object.MinSize().Height)
	}
	return fyne.NewSize(0, height)
}
