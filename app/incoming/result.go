package incoming

import "glossator/models"

// State says what a row is to the project.
type State string

// The states of a row.
const (
	Same      State = "same"      // it says what stands there
	Changed   State = "changed"   // it changes an annotation
	New       State = "new"       // it makes one, or finishes an article
	Unsure    State = "unsure"    // its sentence differs in white space, see [Options.Loose]
	Unmatched State = "unmatched" // it is of no use, see [Matched.Reason]
)

// Way is how the sentence of a row was found.
type Way string

// The ways, in the order in which they are tried.
const (
	ByAnnotation Way = "annotation_id"
	BySentence   Way = "sentence_id"
	ByOffsets    Way = "offsets"
	ByText       Way = "text"
	ByLooseText  Way = "loose text"
)

// Result is what a file would do to a project.
type Result struct {
	Rows []Matched // in the order of the file; a row about several sentences stands once for each

	Same, Changed, New, Unsure, Unmatched int

	Finished  []Finished     // articles that would be marked as finished
	People    []Person       // whose rows they are, in the order in which they come
	Told      int            // rows that bring what a reviewer said of them, see [models.ExportRow.Tell]
	SameNames []string       // names with another identity in the file than here, see [Options.SamePeople]
	Articles  []models.Draft // articles that would be added
}

// Matched is a row and where it belongs.
type Matched struct {
	Row     *Row
	State   State
	Way     Way
	Reason  models.Text   // of [Unmatched] and [Unsure]
	Remarks []models.Text // about a row that is taken all the same

	Article   *models.Article // nil: not found
	Sentence  *models.Sentence
	Person    Person
	Label     string            // key, or [models.NoLabel]
	PartStart *int              // code points into the article's text when the annotation is narrower than the sentence
	PartEnd   *int              // the code point after its last
	Quote     string            // the words of that part
	Existing  *models.ExportRow // the annotation that stands there; nil: none
	Changes   []Change
	Wanted    Wanted

	told bool // it brings what a reviewer said
}

// Change is a difference between a row and the annotation that stands there.
type Change struct {
	What          string // "label", "comment", "confidence", "quote", the key of a detail or the name of a column
	Before, After string
}

// Wanted is an annotation as a row wants it: what stands there already, and
// over it what the file says.
type Wanted struct {
	UID             string // the existing one, that of the file, or one that is the same each time
	Replaces        string // the UID of the annotation that it takes the place of, because its label changed; or empty
	Note            string
	Confidence      models.Confidence
	Details         []models.NamedDetail
	Extra           models.Extra
	Origin          models.Origin
	CodebookVersion string
	CreatedAt       int64 // milliseconds since 1970; 0: now
	UpdatedAt       int64 // the same
}

// Person is whose row it is.
type Person struct {
	UID  string
	Name string
	New  bool // not in the project yet
	gold bool
}

// Finished is an article that an annotator has finished.
type Finished struct {
	ArticleUID   string
	AnnotatorUID string
}

// count counts the rows by state.
func (r *Result) count() {
	r.Same, r.Changed, r.New, r.Unsure, r.Unmatched, r.Told = 0, 0, 0, 0, 0, 0
	totals := map[State]*int{Same: &r.Same, Changed: &r.Changed, New: &r.New, Unsure: &r.Unsure, Unmatched: &r.Unmatched}
	for i := range r.Rows {
		row := &r.Rows[i]
		*totals[row.State]++
		if row.told && (row.State == New || row.State == Changed) {
			r.Told++
		}
	}
}

// Notices say what is to be known about what the file would do as a whole.
func (r *Result) Notices() []models.Text {
	if r.Told == 0 {
		return nil
	}
	return []models.Text{models.Countf(r.Told,
		"%d row says what a reviewer decided. That is kept and leaves with the next export, but decides nothing here; a review package does.",
		"%d rows say what a reviewer decided. That is kept and leaves with the next export, but decides nothing here; a review package does.",
		r.Told)}
}
