package workspace

import (
	"strings"
	"unicode/utf8"

	"glossator/app/segment"
	"glossator/models"
)

// NewDraft cuts the body of a document into sentences. Blocks that stand apart
// (title, byline, boilerplate) hold none.
func NewDraft(doc models.Document) models.Draft {
	draft := models.Draft{Document: doc, Segmenter: segment.Version}
	walk := runeWalk{text: doc.Text}
	for seq, block := range doc.Blocks {
		if block.Apart() {
			continue
		}
		text := doc.Text[walk.byteAt(block.StartOff):walk.byteAt(block.EndOff)]
		for _, cut := range cutBlock(text, block.StartOff, doc.Language) {
			draft.Sentences = append(draft.Sentences, models.Sentence{
				BlockSeq: seq, Seq: len(draft.Sentences) + 1, StartOff: cut.start, EndOff: cut.end, Text: cut.text,
			})
		}
	}
	if signature := sign(doc.Text, doc.Blocks); !signature.Empty() {
		draft.Signature = signature.Bytes()
	}
	return draft
}

// piece is one sentence of a block.
type piece struct {
	start, end int // code points into the article's text
	text       string
}

// cutBlock cuts the text of a block that begins at an offset.
func cutBlock(text string, start int, language string) []piece {
	passage := runeWalk{text: text}
	var cuts []piece
	for _, span := range segment.Split(unwrapped(text), language) {
		from := passage.runeAt(span.Start)
		cuts = append(cuts, piece{start: start + from, end: start + passage.runeAt(span.End), text: text[span.Start:span.End]})
	}
	return cuts
}

// unwrapped takes the line breaks out of a block, which an importer leaves only
// where lines were wrapped to a width; the segmenter ends a sentence at each.
// The length in bytes stays.
func unwrapped(block string) string { return strings.ReplaceAll(block, "\n", " ") }

// runeWalk turns offsets of one kind into the other. It only goes forward, so
// that a whole article costs one pass.
type runeWalk struct {
	text  string
	bytes int
	runes int
}

func (w *runeWalk) byteAt(runes int) int {
	for w.runes < runes && w.bytes < len(w.text) {
		_, size := utf8.DecodeRuneInString(w.text[w.bytes:])
		w.bytes += size
		w.runes++
	}
	return w.bytes
}

func (w *runeWalk) runeAt(bytes int) int {
	w.runes += utf8.RuneCountInString(w.text[w.bytes:bytes])
	w.bytes = bytes
	return w.runes
}
