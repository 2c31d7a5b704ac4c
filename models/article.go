package models

// Article is one document of a project. Its text never changes after import:
// tags stand on offsets into it.
type Article struct {
	ID            int64 `gorm:"primaryKey"`
	UID           string
	ProjectID     int64
	Title         string
	Subtitle      string
	Byline        string // as printed: photo credit, date, view count
	Author        string
	Source        string // the publisher or site
	URL           string
	Language      string // BCP 47 primary tag, or empty: not known
	PublishedOn   string // ISO 8601, as precise as Precision says, or empty
	Precision     Precision
	Format        string // what the original was: "text", "html", ...
	OriginalName  string // the file name or address it came from
	TextSHA256    string // of the text in UTF-8, 64 hexadecimal digits
	Segmenter     string // the rule set that made the sentences
	SentenceCount int
	Topics        Topics // what it is about, in the words of the project's people
	CreatedAt     int64  // when it was added
	Version       int64
	DeletedAt     *int64
}

// Precision says how much of a date is known.
type Precision string

// The precisions of a publication date.
const (
	PrecisionNone   Precision = ""
	PrecisionYear   Precision = "year"
	PrecisionMonth  Precision = "month"
	PrecisionDay    Precision = "day"
	PrecisionMinute Precision = "minute"
	PrecisionSecond Precision = "second"
)

// ArticleText keeps the text out of the list of articles.
type ArticleText struct {
	ArticleID int64 `gorm:"primaryKey;autoIncrement:false"`
	Body      string
}

// Original is the imported file, byte for byte, kept compressed.
type Original struct {
	ArticleID   int64 `gorm:"primaryKey;autoIncrement:false"`
	MediaType   string
	Encoding    string // the character encoding that was read
	Compression string // "gzip", or empty
	Size        int64  // bytes before compression
	SHA256      string // of the bytes before compression
	Data        []byte
}

// Content is an article as it is read: everything that the reading pane needs
// in one piece.
type Content struct {
	Article   Article
	Text      string
	Blocks    []Block
	Sentences []Sentence
}

// ArticleRow is one line of the library.
type ArticleRow struct {
	Article
	Annotations int  // live annotations of the asking annotator
	Read        int  // sentences she has tagged or marked as holding nothing
	Finished    bool // she has marked the article as done
}
