package reader

import (
	"unicode/utf8"

	"glossator/app/ui/widgets/textview"
	"glossator/models"
)

// styles is how each kind of block is set.
var styles = map[models.BlockKind]textview.BlockStyle{
	models.BlockTitle:     textview.Title,
	models.BlockSubtitle:  textview.Byline,
	models.BlockByline:    textview.Byline,
	models.BlockHeading:   textview.Heading,
	models.BlockParagraph: textview.Body,
	models.BlockListItem:  textview.ListItem,
	models.BlockQuote:     textview.Quote,
	models.BlockCaption:   textview.Muted,
	models.BlockTableRow:  textview.ListItem,
}

// document turns an article into what the text view shows: code points become
// bytes.
func document(content models.Content) textview.Document {
	doc := textview.Document{
		Text:      content.Text,
		Blocks:    make([]textview.Block, len(content.Blocks)),
		Sentences: make([]textview.Span, len(content.Sentences)),
	}
	walk := byteWalk{text: content.Text}
	for i, block := range content.Blocks {
		style := styles[block.Kind]
		if block.Boilerplate {
			style = textview.Muted
		}
		doc.Blocks[i] = textview.Block{Start: walk.at(block.StartOff), End: walk.at(block.EndOff), Style: style}
	}
	walk = byteWalk{text: content.Text}
	for i, sentence := range content.Sentences {
		doc.Sentences[i] = textview.Span{Start: walk.at(sentence.StartOff), End: walk.at(sentence.EndOff)}
	}
	return doc
}

// byteWalk turns rising offsets in code points into bytes, in one pass over
// the text.
type byteWalk struct {
	text  string
	runes int
	bytes int
}

func (w *byteWalk) at(runes int) int {
	for w.runes < runes && w.bytes < len(w.text) {
		_, size := utf8.DecodeRuneInString(w.text[w.bytes:])
		w.bytes += size
		w.runes++
	}
	return w.bytes
}
