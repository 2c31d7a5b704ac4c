package models

// BlockKind says what a block of an article is.
type BlockKind string

// The kinds of blocks.
const (
	BlockTitle     BlockKind = "title"
	BlockSubtitle  BlockKind = "subtitle"
	BlockByline    BlockKind = "byline" // photo credit, author line, date, view count
	BlockHeading   BlockKind = "heading"
	BlockParagraph BlockKind = "paragraph"
	BlockListItem  BlockKind = "list_item"
	BlockQuote     BlockKind = "quote"
	BlockCaption   BlockKind = "caption"
	BlockTableRow  BlockKind = "table_row"
)

// BlockKinds returns all kinds of blocks in the order in which they are offered.
func BlockKinds() []BlockKind {
	return []BlockKind{
		BlockParagraph, BlockHeading, BlockListItem, BlockQuote, BlockCaption, BlockTableRow, BlockTitle, BlockSubtitle, BlockByline,
	}
}

// Block is a paragraph-like part of an article's text.
type Block struct {
	ID          int64 `gorm:"primaryKey"`
	ArticleID   int64
	Seq         int // from 0
	Kind        BlockKind
	Boilerplate bool // set apart: share bars, subscriptions, repeated titles
	StartOff    int  // code points
	EndOff      int
	CutByHand   bool // somebody has joined or split its sentences
}

// Apart reports whether the block stands outside the body: it is shown, but
// holds no sentences to tag. The title and the byline stand apart because the
// codebook has them tagged only where the body does not say the same.
func (b Block) Apart() bool {
	if b.Boilerplate {
		return true
	}
	switch b.Kind {
	case BlockTitle, BlockSubtitle, BlockByline:
		return true
	case BlockHeading, BlockParagraph, BlockListItem, BlockQuote, BlockCaption, BlockTableRow:
		return false
	}
	return false
}
