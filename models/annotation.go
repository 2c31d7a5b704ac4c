package models

// Origin says how an annotation came about.
type Origin string

// The origins of an annotation.
const (
	OriginManual    Origin = "manual"
	OriginSuggested Origin = "suggested"
	OriginImported  Origin = "imported"
)

// Confidence is how sure the annotator was; empty: she did not say.
type Confidence string

// The degrees of confidence.
const (
	ConfidenceNone   Confidence = ""
	ConfidenceLow    Confidence = "low"
	ConfidenceMedium Confidence = "medium"
	ConfidenceHigh   Confidence = "high"
)

// Annotation is one label on one sentence by one annotator. Only its owner
// edits it; a colleague's view of it is a [Decision].
type Annotation struct {
	ID              int64 `gorm:"primaryKey"`
	UID             string
	SentenceID      int64
	AnnotatorID     int64
	LabelID         int64
	StartOff        *int // code points into the article's text when it is narrower than the sentence
	EndOff          *int
	Quote           string // the words of that part; empty: the whole sentence
	Note            string
	Confidence      Confidence
	Origin          Origin
	CodebookVersion string // the version under which it was made
	Extra           Extra  // columns of an imported file that are none of ours
	Version         int64
	DeviceUID       string
	CreatedAt       int64
	UpdatedAt       int64
	DeletedAt       *int64
	Details         []Detail `gorm:"foreignKey:AnnotationID"`
}

// Detail is one typed value of an annotation.
type Detail struct {
	AnnotationID int64 `gorm:"primaryKey;autoIncrement:false"`
	FieldID      int64 `gorm:"primaryKey;autoIncrement:false"`
	N            int   `gorm:"primaryKey;autoIncrement:false"` // from 0; above 0 for the further rows of a repeating field
	ValueText    string
	ValueNum     *float64 // for numbers: the value with a decimal point
	ValueISO     string   // for dates: an ISO 8601 date or interval
}

// TableName is the table of [Detail].
func (Detail) TableName() string { return "annotation_details" }
