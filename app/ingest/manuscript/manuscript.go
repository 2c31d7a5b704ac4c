// Package manuscript is what the readers of formats hand over: an article as
// its file gives it, part by part, before the rules about articles look at it.
//
// A reader knows one format and nothing about articles. It collects the blocks
// in a [Builder] and fails with a [Fault], whose sentence the caller completes
// with the name of the file.
package manuscript

import "glossator/models"

// The most that one article may hold. A file with more is refused with
// [models.CodeTooLarge], before the memory for it is taken.
const (
	MaxText   = 32 << 20 // bytes of text, in UTF-8
	MaxBlocks = 500_000
	MaxDepth  = 256 // elements or groups inside one another
)

// Manuscript is an article as its file gives it. All fields may be empty.
type Manuscript struct {
	Title     string
	Author    string
	Source    string // the publisher or site
	URL       string
	Language  string // as declared: "en", "en-GB", ...
	Published string // the date of publication, as written
	Blocks    []Block
	Text      string // in place of Blocks: plain text, whose lines tell what they are

	// Curated says that the fields above were written for readers, as in a
	// feed or a table. They then go before what the text itself says. The
	// properties of an office file are not: they keep the name of whoever
	// first saved it.
	Curated bool
	// Recognised says that the text was recognised in pictures of pages (OCR).
	Recognised bool
}

// Block is a paragraph-like part of a manuscript, in reading order.
type Block struct {
	Kind models.BlockKind
	Text string // one line: white space collapsed, none at the ends, never empty
}
