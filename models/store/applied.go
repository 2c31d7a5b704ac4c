package store

import "glossator/models"

// Applied is an annotation as it shall stand. Offsets are code points into the
// article's text.
type Applied struct {
	UID             string // of the annotation; one that is not there is made
	Replaces        string // the UID of one that goes, or empty
	ArticleUID      string
	Start, End      int // of the sentence
	AnnotatorUID    string
	LabelKey        string
	PartStart       *int // when it is narrower than the sentence
	PartEnd         *int
	Quote           string
	Note            string
	Confidence      models.Confidence
	Details         []models.NamedDetail
	Extra           models.Extra
	Origin          models.Origin
	CodebookVersion string // of a new one; empty: the present one
	CreatedAt       int64  // of a new one, in milliseconds; 0: now
	UpdatedAt       int64  // the same
}

// Finish is an article that an annotator has finished.
type Finish struct{ ArticleUID, AnnotatorUID string }

// Kept is what is kept with the row of a finished sentence without an
// annotation. Offsets are code points into the article's text.
type Kept struct {
	ArticleUID   string
	Start, End   int // of the sentence
	AnnotatorUID string
	Extra        models.Extra
}

// Snapshot writes the annotation as a line of history keeps it, see
// [models.Event.After]: for work that no copy of the program has made. Details
// keep their order. The error is that of encoding, which a text never causes.
func (a *Applied) Snapshot() (string, error) { return encode(a.snapshot()) }

func (a *Applied) snapshot() annotationSnapshot {
	state := annotationSnapshot{
		Article: a.ArticleUID, Start: a.Start, End: a.End, Annotator: a.AnnotatorUID, Label: a.LabelKey,
		PartStart: a.PartStart, PartEnd: a.PartEnd, Quote: a.Quote, Note: a.Note, Confidence: a.Confidence,
		Origin: a.Origin, Codebook: a.CodebookVersion, Extra: a.Extra, CreatedAt: a.CreatedAt,
	}
	for i := range a.Details {
		d := &a.Details[i]
		state.Details = append(state.Details, detailSnapshot{Field: d.Field, N: d.N, Text: d.ValueText, Num: d.ValueNum, ISO: d.ValueISO})
	}
	return state
}

// Snapshot writes the same of an article that was finished at a time, in
// milliseconds since 1970, by somebody who saw other layers.
func (f Finish) Snapshot(at int64) (string, error) {
	return encode(progressSnapshot{
		Article: f.ArticleUID, Annotator: f.AnnotatorUID, Coding: models.CodingOpen, FinishedAt: at, CreatedAt: at,
	})
}

// UID names the word of an annotator that a sentence holds nothing; two copies
// of a project agree on it.
func (k *Kept) UID() string { return readingUID(k.place(), k.AnnotatorUID) }

// Snapshot writes the same of that word, given at a time in milliseconds since
// 1970.
func (k *Kept) Snapshot(at int64) (string, error) { return encode(k.snapshot(at)) }

func (k *Kept) snapshot(at int64) readingSnapshot {
	return readingSnapshot{
		Article: k.ArticleUID, Start: k.Start, End: k.End, Annotator: k.AnnotatorUID, Extra: k.Extra, CreatedAt: at,
	}
}

func (k *Kept) place() place { return place{articleUID: k.ArticleUID, start: k.Start, end: k.End} }
