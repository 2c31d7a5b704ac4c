package textview

import (
	"fmt"

	"glossator/app/ui/widgets/textview/glyph"
)

// The widths of the column that a View accepts, in characters of prose. The default is the middle of the 60 to 75 that
// typographers advise (Bringhurst, The Elements of Typographic Style, 2.1.2).
const (
	DefaultMeasure = 68
	MinMeasure     = 40
	MaxMeasure     = 110
)

// SetTypeface sets the text in other faces, TrueType or OpenType files. The reader keeps cursor, selection and place.
// It returns an error when a face cannot be read; nothing changes then.
func (v *View) SetTypeface(regular, bold []byte) error {
	typeface, err := glyph.ParseFamily(regular, bold)
	if err != nil {
		return fmt.Errorf("the typeface stays as it is: %w", err)
	}
	place, cursor, chosen, found := v.Bookmark(), v.cursor, v.selection, v.matches
	v.typeface, v.shaper, v.brush = typeface, typeface.NewShaper(), typeface.NewBrush()
	v.charWidth = typeface.CharWidth()
	v.SetDocument(*v.doc)
	v.cursor, v.selection, v.matches = cursor, chosen, found
	v.SetBookmark(place)
	v.decorate()
	return nil
}

// Measure returns the greatest width of the column, in characters of prose.
func (v *View) Measure() int { return v.measure }

// SetMeasure changes the greatest width of the column, within MinMeasure and MaxMeasure characters. The first visible
// line stays.
func (v *View) SetMeasure(chars int) {
	chars = min(max(chars, MinMeasure), MaxMeasure)
	if chars == v.measure {
		return
	}
	v.measure = chars
	v.reflow()
}
