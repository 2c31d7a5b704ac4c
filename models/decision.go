package models

import (
	"encoding/json"
	"slices"
)

// Verdict is what a reviewer decided about a sentence or a label on it.
type Verdict string

// The verdicts. A decision without a verdict does not exist: it is open.
const (
	VerdictAccepted Verdict = "accepted" // as the judged layer has it
	VerdictChanged  Verdict = "changed"  // otherwise, see [Decision.Result]
	VerdictRejected Verdict = "rejected" // none of what the judged layer has; [Decision.Result] may say what stands instead
	VerdictAdded    Verdict = "added"    // what no layer has
	VerdictDeferred Verdict = "deferred" // not now; the sentence stays unresolved
)

// Reason is why a reviewer changed or rejected something.
type Reason string

// The reasons of the short list; none is required.
const (
	ReasonNone         Reason = ""
	ReasonSlip         Reason = "slip"
	ReasonGuidelineGap Reason = "guideline_gap"
	ReasonAmbiguous    Reason = "ambiguous"
	ReasonEdgeCase     Reason = "edge_case"
	ReasonOther        Reason = "other"
)

// Reasons returns the short list of reasons in the order in which it is shown.
func Reasons() []Reason {
	return []Reason{ReasonSlip, ReasonGuidelineGap, ReasonAmbiguous, ReasonEdgeCase, ReasonOther}
}

// Decision is a reviewer's verdict on a sentence, or on one label of it. What
// it leaves on the sentence makes the gold layer.
type Decision struct {
	ID         int64 `gorm:"primaryKey"`
	UID        string
	SentenceID int64
	LabelID    *int64 // nil: about the sentence as a whole ("no label here" when Result is empty)
	LayerID    *int64 // the annotator whose labels were judged; nil: all that are there
	ReviewerID int64
	Verdict    Verdict
	// Result is JSON: the labels that stand after the decision, see
	// [ParseResult]. Of a decision on one label it holds that label, the label
	// that it was changed into, or nothing.
	Result    string
	Reason    string // one of [Reasons], or empty
	Comment   string
	Seen      string // the annotations that were judged, with their versions; others there now make the decision stale
	Version   int64
	DeviceUID string
	CreatedAt int64
	UpdatedAt int64
	DeletedAt *int64
}

// ResultLabel is one label that a decision leaves on a sentence.
type ResultLabel struct {
	Label   string         `json:"label"`
	Details []ResultDetail `json:"details,omitempty"`
}

// ResultDetail is one detail of a [ResultLabel], as written; it is read like
// any other by [ReadDetail].
type ResultDetail struct {
	Field string `json:"field"`
	N     int    `json:"n,omitempty"`
	Text  string `json:"text"`
}

// FormatResult writes the labels of a decision as [Decision.Result] keeps them:
// sorted by label, so that equal ones are equal texts.
func FormatResult(labels []ResultLabel) string {
	sorted := slices.Clone(labels)
	slices.SortStableFunc(sorted, func(a, b ResultLabel) int { return compareText(a.Label, b.Label) })
	if sorted == nil {
		sorted = []ResultLabel{}
	}
	text, err := json.Marshal(sorted)
	if err != nil { // strings and numbers always can be written
		return "[]"
	}
	return string(text)
}

// ParseResult reads [Decision.Result]. The error has [CodeInvalid] when it is
// not a list of labels.
func ParseResult(text string) ([]ResultLabel, error) {
	var labels []ResultLabel
	if text == "" {
		return nil, nil
	}
	if err := json.Unmarshal([]byte(text), &labels); err != nil {
		return nil, Errorf(CodeInvalid, "The result of a decision is not a list of labels.").Because(err)
	}
	return labels, nil
}

func compareText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// DecisionInput asks for a decision.
type DecisionInput struct {
	SentenceID int64
	LabelKey   string // empty: about the sentence as a whole
	LayerUID   string // whose labels are judged; empty: nobody's, the reviewer adds or decides for all
	Verdict    Verdict
	// Labels are those that shall stand. They count for changed and added, and
	// for rejected; accepted takes over what the judged layer has, without one
	// what is given here. An accepted or rejected sentence without any is "no
	// label here".
	Labels  []ResultLabel
	Reason  Reason
	Comment string
}

// SentenceDecision is a decision with what a window shows of it.
type SentenceDecision struct {
	Decision

	LabelKey string // empty: about the sentence as a whole
	LayerUID string // empty: nobody's
	Reviewer Annotator
	Labels   []ResultLabel // what stands after it
	Agreed   []string      // UIDs of the authors who agree with it as it is
	Disputed []string      // UIDs of those who disagree with it as it is, or want to discuss it
	Replies  []Reply       // what authors say to it, where it is read for a page
	Stale    bool          // the judged labels have changed since, and not because an author agreed
}

// Reply is an author's answer to a decision as its reviewer sees it.
type Reply struct {
	Annotator string // the display name
	Answer    Answer
	Comment   string
	At        int64 // milliseconds
	Outdated  bool  // the decision has changed since
}

// Answer is what the author of a layer says to a decision about it.
type Answer string

// The answers to a decision.
const (
	AnswerAgree    Answer = "agree" // and the author's own layer is made to say the same
	AnswerDisagree Answer = "disagree"
	AnswerDiscuss  Answer = "discuss"
)

// Response is an author's answer to a decision about the own layer.
type Response struct {
	ID              int64 `gorm:"primaryKey"`
	UID             string
	DecisionID      int64
	AnnotatorID     int64 // who answers
	Answer          Answer
	Comment         string
	DecisionVersion int64 // the version that was answered; a higher one makes the answer outdated
	Version         int64
	DeviceUID       string
	CreatedAt       int64
	UpdatedAt       int64
	DeletedAt       *int64
}

// ResponseInput asks for a response.
type ResponseInput struct {
	DecisionUID string
	Answer      Answer
	Comment     string
}

// DecisionResponse is a decision about somebody's layer and the answer to it,
// as the list of responses shows them.
type DecisionResponse struct {
	Decision     SentenceDecision
	ArticleUID   string
	ArticleTitle string
	Sentence     Sentence
	Response     *Response // nil: not answered
	Outdated     bool      // the decision has changed since the answer
}
