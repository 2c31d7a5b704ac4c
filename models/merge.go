package models

// MergeOptions say how a bundle is merged.
type MergeOptions struct {
	// Dry only reports: nothing is written.
	Dry bool
	// SamePerson answers for people of the same name with different UIDs: the
	// UID in the bundle to the UID here. A UID given to itself says that it is
	// somebody else of the same name. Answers are remembered in the project as
	// long as the merge stands.
	SamePerson map[string]string
	// Blind has the acting annotator code the articles of the bundle blind that
	// are neither finished by her nor seen with the labels of others, as a step
	// before that of the merge.
	Blind bool
	// Progress hears, on the goroutine of the merge, how many of the things in
	// the bundle have been gone through; nil: nobody does.
	Progress func(done, total int)
}

// MergeReport says what a merge did, or would do.
type MergeReport struct {
	Group       string // the step of the merge, for "Undo import"; empty: dry, or there was nothing to do
	Added       int    // annotations that were not here, or come back
	Changed     int    // annotations that were here in another state
	Removed     int    // annotations that were live here and were taken off elsewhere
	Identical   int    // annotations that were here in the same state
	Conflicts   int    // annotations with two versions, see TwoVersions
	Unmatched   int    // annotations that have no place here, see UnmatchedRows
	Articles    int    // new articles
	Decisions   int    // decisions that are new or changed
	Responses   int    // responses that are new or changed
	Revisions   int    // lines of history that were not known here
	Layers      []MergedLayer
	TwoVersions []Fork
	SameNames   []NameClash // not answered in [MergeOptions.SamePerson]
	// UnmatchedRows are the annotations that were not written. They are kept
	// with what was received, so that they come in once there is a place for
	// them.
	UnmatchedRows   []Unmatched
	UnknownLabels   []string // keys that the codebook here does not have, sorted
	RemovedArticles []string // titles of articles that were live here and were deleted elsewhere
}

// MergedLayer says whose labels came in a merge.
type MergedLayer struct {
	AnnotatorUID string // as it is here
	Name         string
	New          bool           // the annotator was not in the project
	Labels       map[string]int // live annotations of the bundle by label key, those already here included
	Finished     int            // articles that the annotator has finished, of those in the bundle
}

// UnmatchedReason says why an annotation was not written.
type UnmatchedReason string

// The reasons for not writing an annotation.
const (
	UnmatchedLabel    UnmatchedReason = "label"    // the codebook here has no such label
	UnmatchedField    UnmatchedReason = "field"    // written, but without a detail that the label here does not have
	UnmatchedArticle  UnmatchedReason = "article"  // the article is not here and not in the bundle, or was deleted
	UnmatchedSentence UnmatchedReason = "sentence" // the article is cut otherwise here, and no one sentence fits
)

// Unmatched is an annotation of a bundle that has no place in the project.
type Unmatched struct {
	ArticleTitle string
	Sentence     string // its text as far as it is known
	Label        string // the key
	Annotator    string // the display name
	Reason       UnmatchedReason
	Detail       string // what the reason is about: the key of the label or field; may be empty
}

// NameClash are two people of one name. Somebody must say whether they are the
// same, see [MergeOptions.SamePerson].
type NameClash struct {
	Name   string
	Theirs string // the UID in the bundle
	Ours   string // the UID here
}

// Fork is a thing that was changed on two machines, so that there are two
// versions of it. One of them stands in the project until a person chooses;
// none is lost.
type Fork struct {
	Entity       Entity
	EntityUID    string
	ArticleUID   string // empty: it is not about an article
	ArticleTitle string
	SentenceID   int64 // the live sentence, or 0
	Sentence     string
	LabelKey     string // of an annotation or decision, or empty
	AnnotatorUID string // whose layer it is in, or who decided; empty: nobody's own
	Annotator    string
	Versions     []ForkVersion // the one that stands in the project first
}

// ForkVersion is one of the versions of a [Fork].
type ForkVersion struct {
	RevisionUID string
	At          int64 // milliseconds
	ActorUID    string
	Actor       string
	DeviceUID   string
	Deleted     bool
	Values      []ForkValue // where it differs from another version, in the order of keys
}

// ForkValue is one value of a version: the key is that of the snapshot, such as
// "note" or "title", or "detail:" and the key of a field.
type ForkValue struct{ Key, Value string }
