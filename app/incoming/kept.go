package incoming

import (
	"strings"
	"time"

	"glossator/app/export"
	"glossator/models"
)

// kept is what is kept with a row and has no place of its own in the project:
// the columns that are none of ours, and what the file says about the review of
// the row. A decision of the project is the truth about the review; the file
// changes none and makes none, see [models.ExportRow.Tell].
func (m *matcher) kept(match *Matched, w *Wanted) models.Extra {
	row := wantedRow(match, w)
	row.Annotation.Extra = m.withColumns(match.Row, w.Extra)
	known := models.RowReview{State: models.ReviewOpen}
	if match.Existing != nil {
		known = match.Existing.Review()
	}
	said, told := match.Row.review(known)
	switch {
	case !told:
		match.Remarks = append(match.Remarks, models.Textf("%q is no state of a review and was left out.", *match.Row.ReviewState))
	case sameReview(said, known):
	case match.Existing != nil && match.Existing.Decision != nil:
		match.Remarks = append(match.Remarks, models.Textf("The review in the file is not that of the project, which stays."))
	default:
		match.told = true
		return row.Tell(said)
	}
	return row.Annotation.Extra
}

// withColumns takes over the columns that are none of ours.
func (m *matcher) withColumns(row *Row, before models.Extra) models.Extra {
	values := before.Values()
	for i, name := range m.file.Extra {
		if i >= len(row.Extra) {
			break
		}
		if cell := row.Extra[i]; cell != nil && !reshaped(values[name], *cell) {
			values[name] = *cell // an empty one is left out of the whole
		}
	}
	return before.With(values)
}

// wantedRow is the row as it would be exported if the file had its way.
func wantedRow(match *Matched, w *Wanted) models.ExportRow {
	return models.ExportRow{Label: match.Label, Details: w.Details, Annotation: models.Annotation{
		StartOff: match.PartStart, EndOff: match.PartEnd, Quote: match.Quote, Note: w.Note, Confidence: w.Confidence, Extra: w.Extra,
	}}
}

// review is what a row says about its review, over what is known; ok is false
// when it says what has no meaning. That nobody has decided there takes nothing
// away here.
func (r *Row) review(known models.RowReview) (said models.RowReview, ok bool) {
	if r.ReviewState == nil {
		return known, true
	}
	state, ok := export.ReviewStateOf(*r.ReviewState)
	if !ok || state == models.ReviewOpen {
		return known, ok
	}
	said = known
	said.State = state
	if r.Reviewer != nil && !reshaped(known.Reviewer, *r.Reviewer) {
		said.Reviewer = *r.Reviewer
	}
	if r.ReviewComment != nil && !reshaped(known.Comment, *r.ReviewComment) {
		said.Comment = *r.ReviewComment
	}
	if r.ReviewedAt != nil {
		said.At = *r.ReviewedAt
	}
	return said, true
}

// sameReview compares what is exported: times to the second.
func sameReview(a, b models.RowReview) bool { return reviewText(a) == reviewText(b) }

// reviewText writes a review on one line; an open one is empty.
func reviewText(review models.RowReview) string {
	if review.State == models.ReviewOpen {
		return ""
	}
	parts := []string{string(review.State), review.Reviewer, review.Comment}
	if review.At != 0 {
		parts = append(parts, time.UnixMilli(review.At).UTC().Format(time.RFC3339))
	}
	return strings.Join(parts, "; ")
}

// completeEmpty decides about a row that says that a sentence was finished and
// holds nothing. What the article as a whole says is known only after the last
// row, see [matcher.settleFinished].
func (m *matcher) completeEmpty(d *desk, match *Matched) (reason models.Text) {
	if match.Existing = d.finished[match.Person.UID][match.Sentence.StartOff]; match.Existing != nil {
		match.Wanted.Extra = match.Existing.Annotation.Extra
		match.Wanted.Extra = m.kept(match, &match.Wanted)
		m.compare(match)
		return m.own(match)
	}
	for _, row := range d.rows {
		if row.Annotator.UID == match.Person.UID && row.Sentence.StartOff == match.Sentence.StartOff {
			return models.Textf("The project has a label on this sentence; a file takes no annotation away.")
		}
	}
	match.State = New
	match.Wanted.Extra = m.kept(match, &match.Wanted)
	return reason
}
