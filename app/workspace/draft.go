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
		from, to := walk.byteAt(block.StartOff), walk.byteAt(block.EndOff)
		passage := runeWalk{text: doc.Text[from:to]}
		for _, span := range segment.Split(unwrapped(passage.text), doc.Language) {
			draft.Sentences = append(draft.Sentences, models.Sentence{
				BlockSeq: seq,
				Seq:      len(draft.Sentences) + 1,
				StartOff: block.StartOff + passage.runeAt(span.Start),
				EndOff:   block.StartOff + passage.runeAt(span.End),
				Text:     passage.text[span.Start:span.End],
			})
		}
	}
	return draft
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
