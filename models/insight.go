package models

// LabelCount is how many live annotations of a label something has: a date of
// publication or a source.
type LabelCount struct {
	Of       string // an ISO 8601 date as precise as it is known, at most a day; or a source; empty: there is none
	LabelKey string
	Count    int
}

// WorkCount is how far an annotator is.
type WorkCount struct {
	AnnotatorUID    string
	Finished, Begun int // articles; begun are those not finished
	Sentences       int // dealt with: labelled, marked as holding nothing or in a finished article
	Articles        int // of the project
	AllSentences    int // of the project
}

// DetailQuestion asks for details of live annotations.
type DetailQuestion struct {
	Fields        []FieldName
	AnnotatorUIDs []string // empty: all
}

// FieldName names a field of a label.
type FieldName struct{ Label, Field string }
