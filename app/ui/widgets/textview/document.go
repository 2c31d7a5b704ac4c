package textview

import "glossator/app/ui/widgets/textview/flow"

// The types of the input, defined by package flow. All offsets are bytes of Document.Text.
type (
	// Document is the immutable input: a text, its blocks and its sentences.
	Document = flow.Document
	// Span is a half-open range of bytes of Document.Text.
	Span = flow.Span
	// Block is a paragraph and its role.
	Block = flow.Block
	// BlockStyle is the role of a block on the page.
	BlockStyle = flow.BlockStyle
)

// The roles a block can have.
const (
	Body     = flow.Body
	Title    = flow.Title
	Heading  = flow.Heading
	Byline   = flow.Byline   // author and date: small and quiet
	Quote    = flow.Quote    // indented
	ListItem = flow.ListItem // slightly indented and close to its neighbours
	Muted    = flow.Muted    // text set apart from the article: small and quiet
)

// None stands for "no sentence".
const None = flow.None

// Mark is how one sentence is decorated. The zero Mark decorates nothing.
type Mark struct {
	// Labels is a bit mask of Palette.Labels: bit 0 is entry 0. The first label fills the sentence, more labels are
	// bars along the fill, and each has its badge in the left margin.
	Labels uint32
	// Others are the marks of other layers: underlines, with a badge in the right margin.
	Others []LayerMark
	// Suggested is a bit mask of Palette.Labels that nobody has accepted yet: a dashed outline and a hollow badge.
	Suggested uint32
	// Possible is a bit mask of labels that are suggested with less certainty: the same, but fainter.
	Possible uint32
	// Read puts a tick into the margin of a sentence without labels: read, nothing here.
	Read bool
	// Note puts the sign of a note into the margin.
	Note bool
	// Part narrows the fill to a part of the sentence. Nil fills the whole sentence.
	Part *Span
}

// LayerMark is what another layer says about a sentence.
type LayerMark struct {
	// Layer is an index of Palette.Layers.
	Layer int
	// Labels is a bit mask of Palette.Labels.
	Labels uint32
}

// Bookmark is where the page is scrolled to. It survives a change of width or text size.
type Bookmark struct {
	// Sentence is the first visible sentence, or None.
	Sentence int
	// Offset is the distance from the top of the sentence's first line down to the top of the view, in em of the
	// body text.
	Offset float32
}
