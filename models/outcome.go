package models

// Outcome is what an annotator answered to the suggestion of a label for a
// sentence. It is noted before anything is learnt from the answer.
type Outcome struct {
	SentenceID  int64
	LabelKey    string
	Kept        bool    // accepted; false: rejected
	Strength    string  // as the suggestion was shown: "strong" or "possible"
	Probability float64 // of the label at that moment, 0 to 1
}
