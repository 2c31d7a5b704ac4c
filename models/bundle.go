package models

// Bundle is what travels from one copy of a project to another: articles,
// people and revisions, in public terms. A package of review is a bundle in a
// file; see Store.Bundle and Store.Merge of the package store.
type Bundle struct {
	ProjectUID      string
	ProjectName     string
	CodebookVersion string
	Labels          []Label // as the sender knows them, with fields; keys and names count
	Annotators      []Annotator
	Articles        []BundleArticle
	// Revisions are lines of history of the kinds do, undo, redo and import,
	// the sender's own and those that it has received. Merges are the affair of
	// one copy and never travel. Seq is of no meaning; the order is that of
	// version, device and UID.
	Revisions []Event
	// Stated says that the revisions are states that somebody wrote down, as in
	// the rows of a table: no program knows what they were made from. One that is
	// not older than what stands here goes on from it.
	Stated bool
	// Exposures say who had seen whose layer where. They keep the sentences of
	// an open review out of the coefficients also on the other machine.
	Exposures []BundleExposure
}

// BundleArticle is an article as it travels, with its text and the sender's
// own live sentences. Offsets are code points into Text; ids are of no meaning.
type BundleArticle struct {
	Article   Article
	Text      string
	Blocks    []Block
	Sentences []Sentence
}

// BundleExposure is an [Exposure] in public terms.
type BundleExposure struct {
	ArticleUID   string
	Start, End   int // of the sentence, code points into the article's text
	AnnotatorUID string
	LayerUID     string
	SeenAt       int64 // milliseconds
}

// BundleFilter narrows a bundle. The zero value is everything.
type BundleFilter struct {
	Layers        []string // UIDs of the annotators whose layers travel; empty: all
	Articles      []string // UIDs; empty: all
	Touched       bool     // of them only those on which something travels
	WithDecisions bool     // decisions and responses travel too, of every reviewer
}
