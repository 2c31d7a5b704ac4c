package models

// Example is what an annotator decided about one sentence: what suggestions
// are learnt from.
type Example struct {
	Place

	Text     string
	Language string   // of its article
	Labels   []string // keys of the labels that she gave it, in codebook order
	Rejected []string // keys of the labels that were suggested to her and that she refused, in codebook order
	Decided  bool     // she read it as a whole: it bears no other label
}

// Place says where a sentence stands, for people and for going there.
type Place struct {
	SentenceID   int64
	Sentence     int // its number, from 1
	StartOff     int // code points into the article's text
	EndOff       int
	ArticleUID   string
	ArticleTitle string
	PublishedOn  string // see [Article.PublishedOn]
}

// PublicID names the sentence outside the project file, see
// [Sentence.PublicID].
func (p Place) PublicID() string {
	return Sentence{StartOff: p.StartOff, EndOff: p.EndOff}.PublicID(p.ArticleUID)
}

// Undecided is a sentence that an annotator has still to decide about.
type Undecided struct {
	Place

	Text     string
	Language string // of its article
	Opened   bool   // she has decided about other sentences of its article
}
