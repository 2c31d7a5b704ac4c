package models

// NoLabel is the value of the label column for a finished sentence without an
// annotation. It is no label: words such as "none" or "NA" are read as missing
// by other programs.
const NoLabel = "no_label"

// Layer says whose labels an export is about.
type Layer string

// The layers of an export. The zero value is all of them.
const (
	LayerAll  Layer = ""
	LayerMine Layer = "mine" // that of the one annotator in [ExportFilter.AnnotatorUIDs]
	LayerGold Layer = "gold" // what review has made of all, see [Provenance]
)

// ExportFilter narrows an export. The zero value is everything.
type ExportFilter struct {
	Layer         Layer
	Unresolved    bool // gold: with the labels about which nothing is decided
	ArticleUIDs   []string
	LabelKeys     []string
	AnnotatorUIDs []string
	Words         string // see [Corpus.Words]
	From, Until   int64  // see [Corpus.From]
	Outdated      bool   // see [Corpus.Outdated]
	Subset        Subset // see [Corpus.Subset]
	WithoutOpen   bool   // leave out annotations on articles that their annotator has not finished
	WithoutEmpty  bool   // leave out the no_label rows of finished sentences
}

// ExportRow is one line of the export: an annotation, or a finished sentence
// without one. Formats are written from it.
type ExportRow struct {
	Article    Article
	Sentence   Sentence
	Label      string     // the label's key or [NoLabel]
	Annotation Annotation // with [NoLabel] only what was kept of imported files
	Details    []NamedDetail
	Annotator  Annotator
	Done       bool      // the sentence's status for this annotator
	Decision   *Decision // the newest about the row, see [ExportRow.Review]
	Reviewer   string
	Stale      bool       // the annotation changed after the decision
	Provenance Provenance // of a gold row
	DecidedBy  string     // of a gold row: the reviewer's name, or empty
}

// NamedDetail is a detail with the key of its field.
type NamedDetail struct {
	Label string
	Field string
	Detail
}

// Stats counts what a project holds.
type Stats struct {
	Articles    int            `json:"articles"`
	Sentences   int            `json:"sentences"`
	Annotations int            `json:"annotations"`
	Labels      map[string]int `json:"labels"`     // annotations per label
	Annotators  map[string]int `json:"annotators"` // annotations per annotator's name
	Finished    int            `json:"finished"`   // finished articles, over all annotators
	Events      int            `json:"events"`     // lines of history
	Bytes       int64          `json:"bytes"`      // size of the file
}

// Finding is one thing that a check found wrong.
type Finding struct {
	Area    string // "integrity", "foreign_keys", "offsets", "history", ...
	Message Text   // one sentence
}
