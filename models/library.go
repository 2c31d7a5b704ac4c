package models

// ArticleSort names the orders of the library.
type ArticleSort string

// The orders of the library. The zero value is [SortAdded].
const (
	SortAdded    ArticleSort = ""         // newest import first
	SortTitle    ArticleSort = "title"    // by title, case folded
	SortDate     ArticleSort = "date"     // newest publication first, those without a date last
	SortProgress ArticleSort = "progress" // the least part of its sentences seen first, finished ones last
)

// ArticleState says how far the asking annotator is with an article.
type ArticleState string

// The states of an article. The zero value is no state at all: a filter that
// takes every article.
const (
	StateAny        ArticleState = ""
	StateUntouched  ArticleState = "untouched"   // no sentence tagged or read, and not finished
	StateInProgress ArticleState = "in_progress" // some sentence tagged or read, and not finished
	StateFinished   ArticleState = "finished"    // marked as done
)

// ArticleFilter asks for a page of the library. Fields that are empty let
// every article through; all that are set must fit. It is comparable.
type ArticleFilter struct {
	AnnotatorID int64 // who asks: whose counts and state

	Search   string       // words in the title or source, in any case; "ё" is read as "е"
	State    ArticleState // of the asking annotator
	Source   string       // exactly this one
	Language string       // exactly this one; [LanguageUnknown]: articles without one
	From     string       // published on or after this ISO 8601 date of any precision
	To       string       // published on or before it: "2024" ends with the year
	Topic    string       // has this topic

	// One annotation that fits all three of these must stand on the article.
	LabelKey string // of this label
	LayerID  int64  // by this annotator
	WithNote bool   // with a note

	Sort    ArticleSort
	Reverse bool // the other way round
	Offset  int
	Limit   int // 0: no limit
}

// LanguageUnknown asks for articles whose language is not known.
const LanguageUnknown = "und" // ISO 639-2: undetermined

// Narrows reports whether the filter leaves anything out but by words.
func (f ArticleFilter) Narrows() bool {
	return f.State != StateAny || f.Source != "" || f.Language != "" || f.From != "" || f.To != "" ||
		f.Topic != "" || f.LabelKey != "" || f.LayerID != 0 || f.WithNote
}

// Facet is one value that articles of the library have, and how many do.
type Facet struct {
	Value string
	Count int
}

// Facets are the values that the library can be filtered by, the most frequent
// first.
type Facets struct {
	Sources   []Facet
	Languages []Facet // [LanguageUnknown] for those without one
	Topics    []Facet
}
