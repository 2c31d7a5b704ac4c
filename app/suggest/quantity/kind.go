package quantity

// Kind says what a number in the text is.
type Kind string

// The kinds of numbers. A statistic is made of the first group; the second
// group are numbers that measure nothing a table would hold.
const (
	Percent  Kind = "percent"
	Points   Kind = "points"   // percentage points
	Ratio    Kind = "ratio"    // one in three, 27 of the 107
	Fraction Kind = "fraction" // two thirds of
	Multiple Kind = "multiple" // doubled, five-fold
	Count    Kind = "count"
	Vague    Kind = "vague" // hundreds of
	Money    Kind = "money"
	Rate     Kind = "rate" // the base of a rate: per 100,000

	Small    Kind = "small" // one to twelve of something
	Duration Kind = "duration"
	Date     Kind = "date"
	Clock    Kind = "clock"
	Age      Kind = "age"
	Rank     Kind = "rank"
	ID       Kind = "id" // article, resolution and room numbers
	Score    Kind = "score"
	Physical Kind = "measure" // 10 km
)

// reasons says in a few words why a number of a kind is no quantity.
var reasons = map[Kind]string{
	Small:    "a small number in the telling",
	Duration: "a length of time",
	Date:     "a date",
	Clock:    "a time of day",
	Age:      "an age",
	Rank:     "an ordinal number",
	ID:       "the number of an article or document",
	Score:    "a score",
	Physical: "a physical measure",
}

// Bound says how a figure limits the value.
type Bound string

// The bounds, as the codebook's field "bound" names them. The zero value is a
// plain figure.
const (
	BoundNone    Bound = ""
	BoundExact   Bound = "exact" // stressed: "only", "just"
	BoundAbout   Bound = "about"
	BoundAtLeast Bound = "at_least"
	BoundAtMost  Bound = "at_most"
	BoundVague   Bound = "vague"
)
