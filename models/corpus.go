package models

// CorpusColumn is what the table of all annotations is sorted by.
type CorpusColumn string

// The columns to sort by. Within a label or an annotator the annotations stand
// in the order of the articles.
const (
	CorpusDate      CorpusColumn = "date"    // the order in which they came into the project
	CorpusArticle   CorpusColumn = "article" // articles as they were added, sentences as they are read
	CorpusLabel     CorpusColumn = "label"   // the order of the codebook
	CorpusAnnotator CorpusColumn = "annotator"
)

// Corpus asks for a page of all annotations of the project. The zero value
// asks for the first page of everything, the oldest first.
type Corpus struct {
	By            CorpusColumn // empty: [CorpusDate]
	Descending    bool
	Words         string   // see [ParseKeywords]; each must stand in the sentence or in a detail
	LabelKeys     []string // empty: all
	AnnotatorUIDs []string // empty: all
	From, Until   int64    // when it was made, in milliseconds; the end is exclusive, 0 leaves it open
	Outdated      bool     // only those made under an earlier meaning of their label, see [Codebook.Stands]
	Subset        Subset   // only those of one bar of an insight
	After         CorpusPlace
	Limit         int // rows of a page; 0: [CorpusLimit]
}

// CorpusLimit is how many rows a page has when nothing else is asked for.
const CorpusLimit = 50

// CorpusPlace is a place in the order of a [Corpus], from which the next page
// goes on. The zero value is the beginning.
type CorpusPlace struct {
	Group      int // the label or annotator, counted in the order asked for
	Article    int64
	Offset     int // code points
	Annotation int64
}

// CorpusPage is what one step through the table found. A step looks at a
// bounded number of annotations, so that it may return few rows or none before
// the table is at its end.
type CorpusPage struct {
	Rows []ExportRow // of the article only UID and title are read
	Next CorpusPlace // for [Corpus.After]
	Done bool        // nothing follows
}

// Export returns the filter that exports the same annotations.
func (c Corpus) Export() ExportFilter {
	return ExportFilter{
		LabelKeys: c.LabelKeys, AnnotatorUIDs: c.AnnotatorUIDs, Words: c.Words, From: c.From, Until: c.Until,
		Outdated: c.Outdated, Subset: c.Subset, WithoutEmpty: true,
	}
}

// Narrow reports whether the question leaves annotations out by more than
// their label and their annotator.
func (c Corpus) Narrow() bool {
	return len(ParseKeywords(c.Words)) > 0 || c.From != 0 || c.Until != 0 || c.Outdated || !c.Subset.Empty()
}
