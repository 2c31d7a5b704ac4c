package incoming

import "glossator/models"

// Row is one line of a file: an annotation, or, with [models.NoLabel], a
// sentence that its annotator has finished without one. A nil pointer stands
// for a column that the file does not have, an empty text for an empty cell.
type Row struct {
	Line int // where it begins in the file, from 1; of a document without lines the number of the row

	ArticleID    string
	ArticleURL   string
	ArticleTitle string
	TextSHA256   string // of the article's text, 64 hexadecimal digits, or empty
	SentenceID   string // see [models.Sentence.PublicID]
	SentenceNo   int    // from 1; 0: not said
	SentenceText string // compared, never taken over
	Start, End   *int   // of the quote where there is one, else of the sentence

	Label      string // as written
	Quote      *string
	Comment    *string
	Confidence *string
	Details    []Detail

	Annotator    string // name; empty: the one at work
	AnnotatorID  string
	AnnotationID string
	Done         bool // the annotator has finished the sentence
	Gold         bool // of the gold layer, which is computed and never taken over

	ReviewState   *string // as export.ReviewStateOf reads it
	Reviewer      *string // name
	ReviewComment *string
	ReviewedAt    *int64 // milliseconds since 1970; 0: not said

	Origin          string
	CodebookVersion string
	CreatedAt       int64 // milliseconds since 1970; 0: not said
	UpdatedAt       int64

	Extra  []*string   // values of [File.Extra], in that order; nil: not to be read
	Fault  models.Text // why the row is of no use whatever it is about; zero: it is fine
	own    *origin     // where it stands in the documents of its own file; nil: nowhere
	record []string    // the cells as they were read, for the list of what was not taken over
}

// Detail is a value of a detail as a file has it.
type Detail struct {
	Label  string  // key of the label whose detail it is; empty: the row's
	Field  string  // key
	N      int     // from 0, see [models.Detail]
	Text   *string // as written; empty: the value was taken away; nil: not said
	Number *string // the cell beside it with the number; nil: the file has none
	ISO    *string // the same for a date
}

// fieldOf returns a label and a field of it by their keys, in any case.
func fieldOf(labels []models.Label, label, field string) (models.Label, models.Field, bool) {
	for _, l := range labels {
		if !sameName(l.Key, label) {
			continue
		}
		for _, f := range l.Fields {
			if sameName(f.Key, field) {
				return l, f, true
			}
		}
	}
	return models.Label{}, models.Field{}, false
}
