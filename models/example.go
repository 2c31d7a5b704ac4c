package models

// Example is what an annotator decided about one sentence: what suggestions
// are learnt from.
type Example struct {
	Text       string
	Language   string // of its article
	ArticleUID string
	Labels     []string // keys of the labels that she gave it, in codebook order
	Rejected   []string // keys of the labels that were suggested to her and that she refused, in codebook order
	Decided    bool     // she read it as a whole: it bears no other label
}
