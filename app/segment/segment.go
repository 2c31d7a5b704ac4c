package segment

// Version names the rule set. It is stored with every article, so that spans
// made by older rules are never mistaken for new ones.
const Version = "rules/2"

// Span is one sentence: byte offsets into the text given to Split, End
// exclusive.
type Span struct{ Start, End int }

// Split cuts text into sentences. A line break ends a sentence, a blank line a
// paragraph. lang is a BCP 47 tag of which only the primary part is read ("en",
// "ru", "kk"); with "" or a language without a table all tables are used.
//
// The spans are in order, disjoint, trimmed of white space and together hold
// every visible character. None starts or ends inside a character. The cost is
// linear in len(text); text that is not valid UTF-8 is cut as well as can be.
func Split(text, lang string) []Span {
	s := scanner{words: lexiconFor(lang), spans: make([]Span, 0, len(text)/meanSentence)}
	eachLine(text, 0, lineBreaks, s.scanLine)
	return s.spans
}

// meanSentence is a low guess at the bytes of one sentence; it sizes the result.
const meanSentence = 96
