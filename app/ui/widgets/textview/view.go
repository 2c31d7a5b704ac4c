package textview

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/widgets/textview/flow"
	"glossator/app/ui/widgets/textview/glyph"
)

var (
	_ fyne.Focusable         = (*View)(nil)
	_ fyne.Tappable          = (*View)(nil)
	_ fyne.SecondaryTappable = (*View)(nil)
	_ fyne.Draggable         = (*View)(nil)
	_ fyne.Scrollable        = (*View)(nil)
	_ fyne.Shortcutable      = (*View)(nil)
	_ desktop.Hoverable      = (*View)(nil)
	_ desktop.Keyable        = (*View)(nil)
	_ desktop.Mouseable      = (*View)(nil)
)

// View is the reading pane. All its methods must be called on the goroutine of the user interface.
type View struct {
	widget.BaseWidget

	options   Options
	typeface  *glyph.Family
	shaper    *glyph.Shaper
	brush     *glyph.Brush
	charWidth float32
	textSize  float32
	measure   int // the greatest width of the column, in characters

	doc    *Document
	layout *flow.Layout
	marks  func(sentence int) Mark
	top    flow.Anchor // where the top of the view is in the document
	later  []func()    // what scrolls as soon as the view has a size

	cursor    int
	hover     int
	mouse     fyne.Position // where the mouse was last seen; beyond the view when it left
	focused   bool
	shift     bool // the Shift key is held
	caret     int  // where the text was clicked last, in bytes, or None
	selection selection
	matches   matches
	drag      drag
	clicks    clicks

	grid     grid
	sheet    sheet
	inks     inks
	page     page
	surveyor surveyor
	foreign  foreignFonts
}

// New makes an empty View. It returns an error when one of the fonts cannot be read.
func New(options Options) (*View, error) {
	typeface, err := glyph.ParseFamily(options.Regular, options.Bold)
	if err != nil {
		return nil, fmt.Errorf("the reading pane has no font: %w", err)
	}
	if options.Poster == nil {
		options.Poster = fyne.Do
	}
	if options.TextSize == 0 {
		options.TextSize = DefaultTextSize
	}
	v := &View{
		options: options, typeface: typeface, shaper: typeface.NewShaper(), brush: typeface.NewBrush(),
		grid:      grid{1},
		charWidth: typeface.CharWidth(), textSize: clampSize(options.TextSize), measure: DefaultMeasure,
	}
	v.page = newPage(v)
	v.ExtendBaseWidget(v)
	v.SetDocument(Document{})
	return v, nil
}

// SetDocument shows another document from its start, with the cursor on its first sentence, without selection and
// matches. The caller must not change the slices of the document any more. Of a document that Document.Validate
// refuses only the bare text is shown.
func (v *View) SetDocument(doc Document) {
	if doc.Validate() != nil {
		doc = Document{Text: doc.Text}
	}
	v.surveyor.stop()
	v.shaper.Forget()
	v.doc = &doc
	v.layout = flow.New(v.doc, v.shaper, v.charWidth, v.foreign.width)
	v.top, v.later = flow.Anchor{}, nil
	v.cursor, v.hover, v.caret, v.mouse = None, None, None, outside
	if len(doc.Sentences) > 0 {
		v.cursor = 0
	}
	v.selection, v.matches, v.drag, v.clicks = selection{}, matches{}, drag{}, clicks{}
	v.page.drop()
	v.fit()
	v.rebuild()
}

// Document returns the document on show.
func (v *View) Document() Document { return *v.doc }

// SetMarks gives the function that tells how a sentence is decorated. It is asked for visible sentences only, often,
// and on the goroutine of the user interface. Nil decorates nothing.
func (v *View) SetMarks(marks func(sentence int) Mark) {
	v.marks = marks
	v.decorate()
}

// RefreshSentence shows changed marks of the given sentences. Sentences out of sight cost nothing; no sentence at all
// means all of them.
func (v *View) RefreshSentence(sentences ...int) {
	if len(sentences) == 0 || slices.ContainsFunc(sentences, v.page.shows) {
		v.decorate()
	}
}

// SetPalette changes how labels and layers look.
func (v *View) SetPalette(palette Palette) {
	v.options.Palette = palette
	if v.sheet.width > 0 {
		v.recolour()
		v.decorate()
	}
}

// TextSize returns the size of body text in units.
func (v *View) TextSize() float32 { return v.textSize }

// SetTextSize changes the size of body text, within MinTextSize and MaxTextSize units. The first visible line stays.
func (v *View) SetTextSize(size float32) {
	size = clampSize(size)
	if size == v.textSize {
		return
	}
	v.textSize = size
	v.reflow()
}

// Cursor returns the sentence that the cursor is on, or None for a document without sentences.
func (v *View) Cursor() int { return v.cursor }

// SetCursor moves the cursor to a sentence and scrolls it into view. Numbers outside of the document are moved to its
// ends. OnCursor is called when the cursor changed.
func (v *View) SetCursor(sentence int) {
	if len(v.doc.Sentences) == 0 {
		return
	}
	sentence = min(max(sentence, 0), len(v.doc.Sentences)-1)
	changed := sentence != v.cursor
	v.cursor = sentence
	if !v.reveal(v.doc.Sentences[sentence]) {
		v.decorate()
	}
	if changed {
		call(v.options.OnCursor, sentence)
	}
}

// FocusGained shows that keys reach the view. The toolkit calls it.
func (v *View) FocusGained() { v.setFocused(true) }

// FocusLost shows that keys do not reach the view. The toolkit calls it.
func (v *View) FocusLost() { v.setFocused(false) }

func (v *View) setFocused(focused bool) {
	if v.focused == focused {
		return
	}
	v.focused, v.shift = focused, false
	v.decorate()
	call(v.options.OnFocus, focused)
}

// mark returns how a sentence is decorated.
func (v *View) mark(sentence int) Mark {
	if v.marks == nil || sentence == None {
		return Mark{}
	}
	return v.marks(sentence)
}

func clampSize(size float32) float32 { return min(max(size, MinTextSize), MaxTextSize) }
