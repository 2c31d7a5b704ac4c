package textview

import "math"

const (
	// edge is the least distance of anything from the edge of the view.
	edge = 8
	// barWidth is the width of the bar beside the cursor's sentence, barGap its distance from the text.
	barWidth, barGap = 4, 8
	// chipGap separates badges, groupGap is added between the badges of two sentences.
	chipGap, groupGap = 3, 5
	// marginChips is how many badges the left margin always has room for.
	marginChips = 3
	// scrollWidth is the width of the area that drags the scroll bar, thumbWidth of what is seen of it.
	scrollWidth, thumbWidth = 24, 8
	// narrowMargin is the right margin of a view that is too narrow for equal margins.
	narrowMargin = 44
)

// sheet is where the columns of the page are, in units.
type sheet struct {
	width, height float32
	// left and column are the left edge and the width of the text.
	left, column float32
	// chip is the height of a badge and chipText the size of its text.
	chip, chipText float32
}

// layOut divides a view for a text size; ideal is the width of the column where there is room.
func layOut(width, height, textSize, ideal float32) sheet {
	const chipTextShare, chipShare, smallestChipText = 0.7, 1.5, 10
	s := sheet{width: width, height: height}
	s.chipText = max(floor(textSize*chipTextShare), smallestChipText)
	s.chip = floor(s.chipText * chipShare)
	margin := edge + marginChips*(s.chip+chipGap) + barWidth + 2*barGap
	s.column = min(ideal, width-2*margin)
	if s.column < ideal*2/3 {
		s.column = min(ideal, width-margin-narrowMargin)
	}
	s.column = max(s.column, textSize)
	s.left = max(margin, floor((width-s.column)/2))
	return s
}

// right is the right edge of the text.
func (s sheet) right() float32 { return s.left + s.column }

// bar is the left edge of the cursor's bar.
func (s sheet) bar() float32 { return s.left - barGap - barWidth }

// chipsEnd is where the badges of the left margin end.
func (s sheet) chipsEnd() float32 { return s.bar() - barGap + 1 }

// chipsStart is where the badges of the right margin start.
func (s sheet) chipsStart() float32 { return s.right() + barGap }

// onScrollBar reports whether a place is on the scroll bar.
func (s sheet) onScrollBar(x float32) bool { return x >= s.width-scrollWidth }

func floor(v float32) float32 { return float32(math.Floor(float64(v))) }

func ceil(v float32) float32 { return float32(math.Ceil(float64(v))) }

func round(v float32) float32 { return float32(math.Round(float64(v))) }
