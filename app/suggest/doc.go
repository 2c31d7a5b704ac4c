// Package suggest proposes labels and details and learns from the analyst's own
// tags. From the first article it marks statistics and commitments by rules
// (package rule); every tag, every sentence read and left without one, and
// every rejection refits a linear model that starts from the rules (package
// learn). Nothing is stored: a model is a pure function of the examples, so
// that undoing a tag restores the scores of before exactly.
//
// Suggestions never create annotations. In a language without rules the model
// alone carries them, and until it can, the standing of a label says in plain
// words that there is not enough to say yet.
//
// What is measured where: [Suggestions] marks an article, [Model.Score] scores
// one sentence, [SecondLook] and [Repeats] help a reviewer, [Next] chooses what
// to decide next, [RecordOf] keeps the running record.
package suggest
