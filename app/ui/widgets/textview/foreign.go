package textview

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"

	"glossator/app/ui/widgets/textview/flow"
)

// typicalAscent is the height above the baseline, in em, that most fonts of other scripts declare.
const typicalAscent = 0.93

// measureSize is the text size, in units, at which the toolkit is asked for widths.
const measureSize = 64

// foreignFonts measures the words that the typeface lacks. The toolkit draws them with whatever font has them.
type foreignFonts struct {
	emoji  *font.Face
	parsed bool
	widths map[foreignKey]float32
}

type foreignKey struct {
	text string
	bold bool
}

// width returns the advance of a word in em. All ideographs are as wide as one of them, so only one is measured.
func (f *foreignFonts) width(text string, bold bool) float32 {
	key := foreignKey{text, bold}
	if r, size := utf8.DecodeRuneInString(text); size == len(text) && unicode.Is(unicode.Han, r) {
		key.text = "中"
	}
	if width, ok := f.widths[key]; ok {
		return width
	}
	if f.widths == nil {
		f.widths = map[foreignKey]float32{}
	}
	width := fyne.MeasureText(key.text, measureSize, fyne.TextStyle{Bold: bold}).Width / measureSize
	f.widths[key] = width
	return width
}

// ascent returns how far the font that has a text reaches above its baseline, in em. The toolkit puts the top of
// that font, not its baseline, where it is told to.
func (f *foreignFonts) ascent(text string) float32 {
	if !f.parsed {
		f.parsed = true
		if resource := theme.DefaultEmojiFont(); resource != nil {
			if face, err := font.ParseTTF(bytes.NewReader(resource.Content())); err == nil {
				f.emoji = face
			}
		}
	}
	r, _ := utf8.DecodeRuneInString(text)
	if f.emoji == nil {
		return typicalAscent
	}
	if _, ok := f.emoji.NominalGlyph(r); !ok {
		return typicalAscent
	}
	extents, ok := f.emoji.FontHExtents()
	if !ok {
		return typicalAscent
	}
	return extents.Ascender / float32(f.emoji.Upem())
}

// overlay makes a text object for every run of neighbouring foreign words. Words are joined because the toolkit can
// order words of right-to-left scripts only within one text.
func (t *textLine) overlay() {
	v := t.view
	t.used = 0
	for i := 0; i < len(t.runs); {
		if !t.runs[i].Foreign {
			i++
			continue
		}
		end := i + 1
		for end < len(t.runs) && t.runs[end].Foreign {
			end++
		}
		span := flow.Span{Start: t.runs[i].Start, End: t.runs[end-1].End}
		t.addOverlay(v.doc.Text[span.Start:span.End])
		i = end
	}
}

func (t *textLine) addOverlay(text string) {
	if t.used == len(t.overlays) {
		t.overlays = append(t.overlays, canvas.NewText("", t.view.inks.text))
	}
	overlay := t.overlays[t.used]
	t.used++
	overlay.Text = text
	overlay.TextSize = t.view.layout.Size(t.place)
	overlay.Color = t.view.ink(t.place)
	overlay.TextStyle = fyne.TextStyle{Bold: t.view.layout.Style(t.place).Format().Bold}
}

// moveOverlays puts the overlays on the baseline of the line.
func (t *textLine) moveOverlays(y, height float32) {
	v := t.view
	next := 0
	for i := 0; i < len(t.runs) && next < t.used; i++ {
		if !t.runs[i].Foreign || i > 0 && t.runs[i-1].Foreign {
			continue
		}
		overlay := t.overlays[next]
		next++
		baseline := round(v.baseline(overlay.TextSize, height))
		top := y + baseline - ceil(v.foreign.ascent(overlay.Text)*overlay.TextSize)
		overlay.Move(fyne.NewPos(round(v.sheet.left+t.runs[i].X), v.grid.snap(top)))
		overlay.Resize(overlay.MinSize())
	}
}
