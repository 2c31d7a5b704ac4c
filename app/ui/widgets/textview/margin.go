package textview

import (
	"image/color"
	"slices"
	"strconv"
	"unicode/utf8"
)

// chip is a badge: a small box with one or two characters.
type chip struct {
	text              string
	fill, ink, stroke color.NRGBA
	hollow            bool       // with a border
	sign              spriteKind // drawn instead of the text when that is empty
	leadingSpace      bool       // the first badge of another sentence
}

// chipGroup is the badges of one sentence.
type chipGroup struct {
	sentence int
	chips    []chip
}

// drawMargins puts the badges of every sentence beside its first line. Sentences that start on the same line share
// the margin in reading order, divided by a gap.
func (v *View) drawMargins(shapes []shape, marks []Mark) {
	left := map[int][]chipGroup{}
	right := map[int][]chipGroup{}
	for i := range shapes {
		if shapes[i].above {
			continue
		}
		line := shapes[i].rows[0]
		left[line] = append(left[line], chipGroup{shapes[i].sentence, v.ownChips(marks[i])})
		right[line] = append(right[line], chipGroup{shapes[i].sentence, v.otherChips(marks[i])})
	}
	for i := range v.page.rows {
		v.drawLeft(&v.page.rows[i], left[i])
		v.drawRight(&v.page.rows[i], right[i])
	}
}

// drawLeft draws badges that end beside the cursor's bar.
func (v *View) drawLeft(r *row, groups []chipGroup) {
	chips := v.fitChips(groups, v.sheet.chipsEnd()-edge)
	v.drawChips(r, chips, v.sheet.chipsEnd()-v.chipsWidth(chips))
}

// drawRight draws badges that start beside the text.
func (v *View) drawRight(r *row, groups []chipGroup) {
	chips := v.fitChips(groups, v.sheet.width-thumbWidth-edge-v.sheet.chipsStart())
	v.drawChips(r, chips, v.sheet.chipsStart())
}

// ownChips returns the badges of the left margin.
func (v *View) ownChips(mark Mark) []chip {
	var chips []chip
	labels := v.known(mark.Labels)
	each(labels, func(label int) {
		ink := v.inks.labels[label]
		chips = append(chips, chip{text: v.options.Palette.Labels[label].Badge, fill: ink.bar, ink: ink.onBar})
	})
	each(v.known(mark.Suggested)&^labels, func(label int) {
		ink := v.inks.labels[label].bar
		chips = append(chips, v.question(label, ink, ink))
	})
	each(v.known(mark.Possible)&^(labels|mark.Suggested), func(label int) {
		chips = append(chips, v.question(label, v.inks.muted, v.faint(v.inks.labels[label].bar)))
	})
	if mark.Read && labels == 0 {
		chips = append(chips, chip{sign: tick, ink: v.inks.muted})
	}
	if mark.Note {
		chips = append(chips, chip{sign: note, ink: v.inks.text})
	}
	return chips
}

// question is the badge of a label that nobody has accepted yet.
func (v *View) question(label int, ink, stroke color.NRGBA) chip {
	return chip{text: v.options.Palette.Labels[label].Badge + "?", fill: v.inks.paper, ink: ink, stroke: stroke, hollow: true}
}

// otherChips returns the badges of the right margin: the layer and its labels.
func (v *View) otherChips(mark Mark) []chip {
	var chips []chip
	for _, other := range mark.Others {
		labels := v.known(other.Labels)
		if other.Layer < 0 || other.Layer >= len(v.inks.layers) || labels == 0 {
			continue
		}
		text := v.options.Palette.Layers[other.Layer].Badge + ":"
		each(labels, func(label int) { text += v.options.Palette.Labels[label].Badge })
		chips = append(chips, chip{
			text: text, fill: v.inks.paper, ink: v.inks.text, stroke: v.inks.layers[other.Layer], hollow: true,
		})
	}
	return chips
}

func (v *View) drawChips(r *row, chips []chip, x float32) {
	top := round(r.y + (r.height-v.sheet.chip)/2)
	for _, c := range chips {
		if c.leadingSpace {
			x += groupGap
		}
		width := v.chipWidth(c)
		v.drawChip(c, box{x, top, x + width, top + v.sheet.chip})
		x += width + chipGap
	}
}

func (v *View) drawChip(c chip, b box) {
	if c.text == "" {
		v.page.stage.draw(b, spriteLook{kind: c.sign, ink: c.ink})
		return
	}
	if !c.hollow {
		v.page.stage.above(b, c.fill).CornerRadius = corner
	} else {
		r := v.page.stage.above(b, c.fill) // the border grows inwards
		r.CornerRadius, r.StrokeColor, r.StrokeWidth = corner, c.stroke, dashWidth
	}
	v.page.stage.caption(b, c.text, v.sheet.chipText, c.ink)
}

// chipWidth makes room for a character more for every character after the first.
func (v *View) chipWidth(c chip) float32 {
	const characterEm = 0.72
	more := max(utf8.RuneCountInString(c.text)-1, 0)
	return v.sheet.chip + floor(float32(more)*characterEm*v.sheet.chipText)
}

func (v *View) chipsWidth(chips []chip) float32 {
	width := float32(0)
	for i, c := range chips {
		width += v.chipWidth(c)
		if i > 0 {
			width += chipGap
		}
		if c.leadingSpace {
			width += groupGap
		}
	}
	return width
}

// fitChips joins the groups of a line. When they have no room, the cursor's sentence goes first, as many badges as fit
// are kept, and a last badge counts the others.
func (v *View) fitChips(groups []chipGroup, room float32) []chip {
	chips := joinChips(groups)
	if v.chipsWidth(chips) <= room {
		return chips
	}
	for i := range groups {
		if groups[i].sentence == v.cursor {
			groups[0], groups[i] = groups[i], groups[0]
		}
	}
	chips = joinChips(groups)
	for keep := len(chips) - 1; keep > 0; keep-- {
		rest := chip{
			text: "+" + strconv.Itoa(len(chips)-keep), fill: v.inks.paper, ink: v.inks.text, stroke: v.inks.quietRing, hollow: true,
		}
		if fitting := append(slices.Clone(chips[:keep]), rest); v.chipsWidth(fitting) <= room {
			return fitting
		}
	}
	return nil
}

// joinChips puts the badges of several sentences in a row.
func joinChips(groups []chipGroup) []chip {
	var chips []chip
	for _, group := range groups {
		for i, c := range group.chips {
			c.leadingSpace = i == 0 && len(chips) > 0
			chips = append(chips, c)
		}
	}
	return chips
}
