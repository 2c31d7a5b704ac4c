package manuscript

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"glossator/models"
)

// Break ends a line inside a block, as the <br> of HTML does. A block of prose
// is parted there, since a sentence ends with its line; a heading or a row of a
// table goes on.
const Break = "\u2028"

// Builder collects the blocks of a manuscript. Its zero value is ready. It
// counts what it is given, so that memory stays bounded whatever a file claims.
type Builder struct {
	blocks  []Block
	current strings.Builder
	size    int // bytes in blocks
}

// Write adds text to the current block. The error is [Swollen] when the
// manuscript is above its limits; what was added stays.
func (b *Builder) Write(text string) error {
	if b.size+b.current.Len()+len(text) > MaxText {
		return Swollen()
	}
	b.current.WriteString(text)
	return nil
}

// Close ends the current block, which is of this kind. A block without
// anything to see is left out. The error is [Swollen].
func (b *Builder) Close(kind models.BlockKind) error {
	text := b.current.String()
	b.current.Reset()
	if !prose(kind) {
		return b.add(kind, text)
	}
	for line := range strings.SplitSeq(text, Break) {
		if err := b.add(kind, line); err != nil {
			return err
		}
	}
	return nil
}

func (b *Builder) add(kind models.BlockKind, text string) error {
	if text = Line(text); text == "" {
		return nil
	}
	if len(b.blocks) >= MaxBlocks {
		return Swollen()
	}
	b.blocks = append(b.blocks, Block{Kind: kind, Text: text})
	b.size += len(text)
	return nil
}

// Add writes a block of one piece and closes it. The error is [Swollen].
func (b *Builder) Add(kind models.BlockKind, text string) error {
	if err := b.Write(text); err != nil {
		return err
	}
	return b.Close(kind)
}

// Blocks returns the blocks that were closed.
func (b *Builder) Blocks() []Block { return b.blocks }

// prose reports whether the lines of a block are sentences of their own.
func prose(kind models.BlockKind) bool {
	return kind == models.BlockParagraph || kind == models.BlockListItem || kind == models.BlockQuote
}

// Line returns text on one line: in Unicode Normalization Form C, valid, each
// run of white space one space, none at the ends, without control characters,
// soft hyphens and the characters without width that stand at the ends.
func Line(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	gap := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			gap = true
			continue
		case invisible(r):
			continue
		}
		if gap && out.Len() > 0 {
			out.WriteByte(' ')
		}
		gap = false
		out.WriteRune(r)
	}
	return strings.TrimFunc(norm.NFC.String(out.String()), func(r rune) bool {
		return unicode.IsSpace(r) || widthless(r)
	})
}

// invisible reports whether r says nothing to a reader: controls, the soft
// hyphen of a word that may be broken there, and what stands for bytes that are
// no text. Joiners stay: emoji and some scripts need them.
func invisible(r rune) bool {
	const softHyphen, nonCharacter = '\u00AD', '\uFFFE'
	return r == softHyphen || r == nonCharacter || r == utf8.RuneError || unicode.IsControl(r)
}

func widthless(r rune) bool {
	const zeroWidthSpace, wordJoiner, byteOrderMark = '\u200B', '\u2060', '\uFEFF'
	return r == zeroWidthSpace || r == wordJoiner || r == byteOrderMark
}
