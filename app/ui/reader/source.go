package reader

import (
	"unicode/utf8"

	"glossator/app/ui/widgets/textview"
)

// ShowSource marks the words of the sentence at position that a value was read
// from: code points into it, to exclusive. No words take the mark away. While
// words are looked for, their marks stay.
func (p *Page) ShowSource(position, from, to int) {
	if p.find.object.Visible() {
		return
	}
	sentences := p.view.Document().Sentences
	if position < 0 || position >= len(sentences) || from >= to {
		p.view.SetMatches(nil, textview.None)
		return
	}
	sentence := sentences[position]
	text := p.view.Document().Text[sentence.Start:sentence.End]
	p.view.SetMatches([]textview.Span{{
		Start: sentence.Start + bytesOf(text, from), End: sentence.Start + bytesOf(text, to),
	}}, textview.None)
}

// bytesOf returns how many bytes the first code points of a text take.
func bytesOf(text string, points int) int {
	at := 0
	for range points {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
