package models

// Document is what an importer makes of a file: the text and what its parts
// are.
type Document struct {
	Title       string
	Subtitle    string
	Byline      string
	Author      string
	Source      string
	URL         string
	Language    string
	PublishedOn string
	Precision   Precision
	Text        string  // normalised once: Unicode NFC, line feeds, no byte order mark
	Blocks      []Block // in reading order, offsets in code points into Text
	Format      string
	Name        string // the file name or address
	MediaType   string
	Encoding    string
	Original    []byte // the bytes as they came
	// Notices are what the importer has to say about the result, one sentence
	// each: it could be read, and somebody should look at it.
	Notices []Text
}

// Draft is an article ready to be added: a document and its sentences.
type Draft struct {
	Document
	Segmenter string
	Sentences []Sentence // StartOff, EndOff, BlockSeq, Seq and Text are set
	Signature []byte     // by which near-identical texts are found; empty: none is kept
}
