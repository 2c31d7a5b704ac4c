package models

// Verdict is what a reviewer decided about a sentence and label.
type Verdict string

// The verdicts. A decision without a verdict does not exist: it is open.
const (
	VerdictAccepted Verdict = "accepted"
	VerdictChanged  Verdict = "changed"
	VerdictRejected Verdict = "rejected"
	VerdictAdded    Verdict = "added"
	VerdictDeferred Verdict = "deferred"
)

// Decision is a reviewer's verdict on a sentence and label. Accepted, changed
// and added decisions make the gold layer.
type Decision struct {
	ID            int64 `gorm:"primaryKey"`
	UID           string
	SentenceID    int64
	LabelID       *int64 // nil: about the sentence as a whole ("no label here")
	LayerID       *int64 // the annotator whose annotation was judged; nil: added by the reviewer
	AnnotationID  *int64
	ReviewerID    int64
	Verdict       Verdict
	Result        string // JSON: what the gold layer gets where it differs from the source
	Reason        string
	Comment       string
	SourceVersion int64 // the version that was judged; a higher one makes the decision stale
	Version       int64
	DeviceUID     string
	CreatedAt     int64
	UpdatedAt     int64
	DeletedAt     *int64
}
