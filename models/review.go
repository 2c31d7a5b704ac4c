package models

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// RowReview is what is known of the review of a row of an export.
type RowReview struct {
	State    ReviewState // [ReviewOpen]: nobody has decided
	Reviewer string      // name
	Comment  string
	At       int64 // when it was decided, in milliseconds since 1970; 0: not known
}

// Review returns the newest decision about the row or, while nobody has decided
// here, what the file said from which the row was imported.
func (r *ExportRow) Review() RowReview {
	if r.Decision == nil {
		return r.told()
	}
	review := RowReview{ReviewState(r.Decision.Verdict), r.Reviewer, r.Decision.Comment, r.Decision.UpdatedAt}
	if r.Stale {
		review.State = ReviewStale
	}
	return review
}

// A file says what a reviewer decided, but neither what the decision rested on
// nor what it left on the sentence. So it makes no decision: what it said is
// kept with the row, and leaves with the next export.

// toldKey is the name under which [Extra] keeps it. No column bears it, since
// the names of columns begin and end with no space.
const toldKey = " review"

// told is a [RowReview] as it is kept.
type told struct {
	State    ReviewState `json:"state"`
	Reviewer string      `json:"reviewer,omitempty"`
	Comment  string      `json:"comment,omitempty"`
	At       int64       `json:"at,omitempty"`
	About    string      `json:"about"` // digest of what was reviewed
}

// Tell returns the row's [Annotation.Extra] with what a file said about the
// review of the row as it is; open: nothing.
func (r *ExportRow) Tell(review RowReview) Extra {
	values := r.Annotation.Extra.all()
	delete(values, toldKey)
	if review.State != ReviewOpen {
		said, err := json.Marshal(told{review.State, review.Reviewer, review.Comment, review.At, r.reviewed()})
		if err != nil {
			return r.Annotation.Extra // texts and numbers are always JSON
		}
		values[toldKey] = string(said)
	}
	return NewExtra(values)
}

// told returns what was kept. What has changed since is no longer what was
// reviewed.
func (r *ExportRow) told() RowReview {
	if r.Annotation.Extra == "" { // that of a million rows
		return RowReview{State: ReviewOpen}
	}
	var kept told
	text := r.Annotation.Extra.all()[toldKey]
	if text == "" || json.Unmarshal([]byte(text), &kept) != nil {
		return RowReview{State: ReviewOpen}
	}
	if kept.About != r.reviewed() {
		kept.State = ReviewStale
	}
	return RowReview{kept.State, kept.Reviewer, kept.Comment, kept.At}
}

// reviewed is a digest of what a reviewer sees of a row.
func (r *ExportRow) reviewed() string {
	a := &r.Annotation
	seen := seenRow{Label: r.Label, Quote: a.Quote, Note: a.Note, Start: a.StartOff, End: a.EndOff, Confidence: a.Confidence}
	for i := range r.Details {
		d := &r.Details[i]
		seen.Details = append(seen.Details, seenDetail{d.Field, d.N, d.ValueText, d.ValueNum, d.ValueISO})
	}
	slices.SortFunc(seen.Details, func(a, b seenDetail) int { return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.N, b.N)) })
	text, err := json.Marshal(seen)
	if err != nil {
		return "" // see above; not a number is no value of a detail
	}
	sum := sha256.Sum256(text)
	const enough = 8 // bytes, for the changes of one row
	return hex.EncodeToString(sum[:enough])
}

type seenRow struct {
	Label      string       `json:"label"`
	Start      *int         `json:"start"`
	End        *int         `json:"end"`
	Quote      string       `json:"quote"`
	Note       string       `json:"note"`
	Confidence Confidence   `json:"confidence"`
	Details    []seenDetail `json:"details"`
}

type seenDetail struct {
	Field string   `json:"field"`
	N     int      `json:"n"`
	Text  string   `json:"text"`
	Num   *float64 `json:"num"`
	ISO   string   `json:"iso"`
}
