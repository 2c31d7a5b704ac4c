// Package inspector is the page beside the text: the current sentence, its
// labels, the details and the note of each label, who tagged it and when, and
// its history.
//
// The form of a label is made from its fields. It saves by itself when the
// focus leaves an input, on Enter, and before the cursor leaves the sentence;
// what was typed goes to the sentence that it was typed for.
package inspector
