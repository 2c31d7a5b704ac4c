package models

// Reading is an annotator's word that a sentence was read and holds nothing to
// tag. Passing by with the cursor is not enough.
type Reading struct {
	ID          int64 `gorm:"primaryKey"`
	UID         string
	SentenceID  int64
	AnnotatorID int64
	Extra       Extra // columns of an imported file that are none of ours
	Version     int64
	DeviceUID   string
	CreatedAt   int64
	UpdatedAt   int64
	DeletedAt   *int64
}

// Coding is how an annotator works on an article.
type Coding string

// The ways of coding an article.
const (
	CodingOpen  Coding = "open"  // other layers may be seen
	CodingBlind Coding = "blind" // other layers stay hidden until she has finished
)

// Progress is an annotator's state on one article.
type Progress struct {
	ID          int64 `gorm:"primaryKey"`
	UID         string
	ArticleID   int64
	AnnotatorID int64
	Coding      Coding
	FinishedAt  *int64 // untagged sentences now mean "nothing here"
	Version     int64
	DeviceUID   string
	CreatedAt   int64
	UpdatedAt   int64
}

// TableName is the table of [Progress]; the word has no plural.
func (Progress) TableName() string { return "progress" }

// Exposure remembers that an annotator saw another's layer on a sentence
// before she had finished it herself; such a sentence is not independent and
// stays out of the coefficients.
type Exposure struct {
	SentenceID  int64 `gorm:"primaryKey;autoIncrement:false"`
	AnnotatorID int64 `gorm:"primaryKey;autoIncrement:false"`
	LayerID     int64 `gorm:"primaryKey;autoIncrement:false"` // the annotator whose tags were visible
	SeenAt      int64
}
