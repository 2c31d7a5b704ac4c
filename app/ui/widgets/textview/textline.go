package textview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"glossator/app/ui/widgets/textview/flow"
	"glossator/app/ui/widgets/textview/glyph"
)

const (
	// bleedX is the room beside the column for strokes that overhang, in units.
	bleedX = 6
	// bleedEm is the room above and below the line for accents and tails, in em.
	bleedEm = 0.2
)

// textLine is the picture of the words of one line. It is pooled: making a new picture object for each line would
// leave the old one's texture in memory for a minute.
type textLine struct {
	view     *View
	place    flow.Place
	raster   *canvas.Raster
	overlays []*canvas.Text // words that the typeface lacks; drawn by the toolkit with other fonts
	used     int            // how many of the overlays are in use
	image    *image.RGBA
	painted  bool
	runs     []flow.Run
	bleed    float32
}

func newTextLine(v *View) *textLine {
	line := &textLine{view: v}
	line.raster = canvas.NewRaster(line.paint)
	line.raster.ScaleMode = canvas.ImageScalePixels
	return line
}

// show gives the picture another line. It is drawn when the toolkit next asks for it.
func (t *textLine) show(place flow.Place) {
	t.place, t.painted = place, false
	t.runs = t.view.layout.Runs(place, t.runs[:0])
	t.overlay()
	canvas.Refresh(t.raster) // else the picture before stays on screen
}

// move places the line; y is its top.
func (t *textLine) move(y, height float32) {
	v := t.view
	size := v.layout.Size(t.place)
	t.bleed = round(bleedEm * size)
	t.raster.Move(fyne.NewPos(v.sheet.left-bleedX, y-t.bleed))
	t.raster.Resize(fyne.NewSize(v.sheet.column+2*bleedX, height+2*t.bleed))
	t.moveOverlays(y, height)
}

// baseline returns the distance from the top of the line to the feet of its letters, in units.
func (v *View) baseline(size, height float32) float32 {
	ascent, descent := v.typeface.Ascent()*size, v.typeface.Descent()*size
	return (height-ascent-descent)/2 + ascent
}

// ink returns the colour of the text of a line.
func (v *View) ink(place flow.Place) color.NRGBA {
	if v.layout.Style(place).Format().Muted {
		return v.inks.muted
	}
	return v.inks.text
}

// paint draws the words. The toolkit calls it with the size in pixels.
func (t *textLine) paint(width, height int) image.Image {
	fits := t.image != nil && t.image.Rect.Dx() == width && t.image.Rect.Dy() == height
	if fits && t.painted {
		return t.image
	}
	if fits {
		clear(t.image.Pix)
	} else {
		t.image = image.NewRGBA(image.Rect(0, 0, width, height))
	}
	v := t.view
	units := t.raster.Size()
	if units.Width <= 0 {
		return t.image
	}
	t.painted = true
	scale := float32(width) / units.Width
	size := v.layout.Size(t.place)
	baseline := int(round((t.bleed + v.baseline(size, units.Height-2*t.bleed)) * scale))
	weight := glyph.Regular
	if v.layout.Style(t.place).Format().Bold {
		weight = glyph.Bold
	}
	ink := v.ink(t.place)
	for _, run := range t.runs {
		if run.Foreign {
			continue
		}
		word := v.shaper.Shape(v.doc.Text[run.Start:run.End], weight)
		v.brush.Draw(t.image, word, weight, size*scale, (run.X+bleedX)*scale, baseline, ink)
	}
	return t.image
}

func (t *textLine) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	objects = append(objects, t.raster)
	for _, overlay := range t.overlays[:t.used] {
		objects = append(objects, overlay)
	}
	return objects
}
