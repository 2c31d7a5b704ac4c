package models

// Comparison says how the layers of a sentence stand to each other.
type Comparison string

// The comparisons. They are computed, never stored.
const (
	NotComparable Comparison = "not_comparable" // fewer than two of the layers have finished the article
	Same          Comparison = "same"
	DetailsDiffer Comparison = "same_labels_details_differ"
	LabelsDiffer  Comparison = "labels_differ"
)

// ReviewState is how far the review of a sentence is.
type ReviewState string

// The states of review: the verdicts, open and stale.
const (
	ReviewOpen     ReviewState = "open"
	ReviewAccepted ReviewState = "accepted"
	ReviewChanged  ReviewState = "changed"
	ReviewRejected ReviewState = "rejected"
	ReviewAdded    ReviewState = "added"
	ReviewDeferred ReviewState = "deferred"
	ReviewStale    ReviewState = "stale" // decided, but the labels have changed since
)

// DifferenceFilter asks for a page of the queue of review. Fields that are
// empty let every sentence through; all that are set must fit.
type DifferenceFilter struct {
	// Layers are the UIDs of the annotators compared; empty: all who have a
	// layer. One alone is checked: every sentence that it has labelled is in
	// the queue.
	Layers      []string
	Comparisons []Comparison // empty: [DetailsDiffer] and [LabelsDiffer], with one layer all
	States      []ReviewState
	ReviewerUID string // whose decisions count; empty: the newest of anybody

	ArticleUIDs   []string
	LabelKeys     []string // one of the layers has one of these labels
	AnnotatorUIDs []string // one of these has labelled the sentence
	Reasons       []Reason // a decision gives one of these
	HasComment    bool     // a decision has a comment, or an annotation a note
	LowConfidence bool     // an annotation is of low confidence
	Disputed      bool     // an author disagrees with a decision as it is, or wants to discuss it
	Words         string   // see [ParseKeywords]; each must stand in the sentence

	Order    DifferenceOrder
	After    DifferencePlace // where to go on; the zero value is the beginning, with Backward the end
	Backward bool            // the other way round
	Limit    int             // rows of a page; 0: [DifferenceLimit]
}

// DifferenceOrder is the order of the queue of review.
type DifferenceOrder string

// The orders of the queue. But for the first, a question walks through all of
// it.
const (
	OrderReading   DifferenceOrder = ""          // article by article, as they were added, from top to bottom
	OrderContested DifferenceOrder = "contested" // where the layers say the most different things first
	OrderRandom    DifferenceOrder = "random"    // shuffled, always and for everybody in the same way
)

// DifferenceLimit is how many rows a page has when nothing else is asked for.
const DifferenceLimit = 50

// DifferencePlace is a place in the queue: an article's id and the offset of a
// sentence in code points plus one, so that 0 is before its first sentence.
type DifferencePlace struct {
	Article int64
	Offset  int
}

// Difference is one sentence of the queue of review.
type Difference struct {
	ArticleUID   string
	ArticleTitle string
	Sentence     Sentence
	Comparison   Comparison
	State        ReviewState
	Layers       []DifferenceLayer // those compared, in the order of the annotators' ids
	Decisions    []SentenceDecision
	Place        DifferencePlace // for [DifferenceFilter.After]
}

// DifferenceLayer is what one layer says about a sentence.
type DifferenceLayer struct {
	Annotator   Annotator
	Finished    bool // the article; no labels then mean "nothing here"
	Annotations []DifferenceAnnotation
}

// DifferenceAnnotation is an annotation with the keys that a window shows.
type DifferenceAnnotation struct {
	Annotation

	Label   string
	Details []NamedDetail
	Differs bool // another layer has the label with other details
	Alone   bool // another layer that has finished has not the label
}

// DifferencePage is a page of the queue.
type DifferencePage struct {
	Rows []Difference
	Next DifferencePlace
	Done bool // nothing follows
}

// DifferenceCounts sum a queue up.
type DifferenceCounts struct {
	Total       int // sentences that the filter lets through, but for its states
	ByState     map[ReviewState]int
	Comparisons map[Comparison]int
	Articles    []DifferenceArticle // those with at least one, in the order of the queue
}

// Decided returns how many sentences are dealt with: neither open nor stale.
func (c DifferenceCounts) Decided() int {
	return c.Total - c.ByState[ReviewOpen] - c.ByState[ReviewStale]
}

// DifferenceArticle is how far the review of an article is.
type DifferenceArticle struct {
	UID   string
	Title string
	Total int
	Open  int // open and stale
}

// AgreementFilter asks for the sentences that several annotators have finished.
type AgreementFilter struct {
	Layers      []string // UIDs of the annotators; empty: all
	ArticleUIDs []string // empty: all
}

// AgreementRow is a sentence that at least two annotators have finished.
type AgreementRow struct {
	ArticleUID   string
	ArticleTitle string
	Sentence     Sentence
	Votes        []Vote // of those who have finished the article, in the order of their ids
}

// Vote is what one annotator says about a sentence.
type Vote struct {
	AnnotatorUID string
	Labels       []string // keys in the order of the codebook; empty: nothing here
	Details      []NamedDetail
	Blind        bool     // the article was coded blind
	Seen         []string // UIDs of the layers that the annotator had seen before; empty: independent
}

// Independent reports whether no vote of the row had seen another of it first.
// Only such rows enter the coefficients.
func (r AgreementRow) Independent() bool {
	voters := make(map[string]bool, len(r.Votes))
	for _, v := range r.Votes {
		voters[v.AnnotatorUID] = true
	}
	for _, v := range r.Votes {
		for _, layer := range v.Seen {
			if voters[layer] {
				return false
			}
		}
	}
	return true
}

// Provenance says how a label came into the gold layer.
type Provenance string

// The provenances of gold rows.
const (
	GoldUnanimous  Provenance = "unanimous"  // all who finished say the same
	GoldAccepted   Provenance = "accepted"   // decided: as one layer has it
	GoldChanged    Provenance = "changed"    // decided: otherwise than any layer has it
	GoldAdded      Provenance = "added"      // decided: no layer has it
	GoldSingle     Provenance = "single"     // only one has finished, and nobody has decided
	GoldUnresolved Provenance = "unresolved" // layers differ and nobody has decided, or the decision is deferred or stale
)
