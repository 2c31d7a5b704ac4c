package models

// Coded is a sentence about which its annotators have decided: they put a label
// on it, marked it as holding nothing or finished its article. A sentence
// without labels then means "nothing here", which an unread one does not.
type Coded struct {
	Sentence Sentence
	Article  Article // UID, title, source and date only, and only where a sentence is to be shown
	Labels   []string
}
