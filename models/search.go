package models

// Search asks for the sentences of the whole project that have certain words.
//
// Words stands for what a user types: every word must be in the sentence, in
// any case and in any order. A word of three letters or more also finds longer
// words that begin with it; a shorter one is meant as it is. Words in double
// quotes stand beside one another in this order and are whole. A minus sign
// right before a word or a quote leaves sentences with it out. "е" also finds
// "ё".
type Search struct {
	Words  string
	Before int64 // [SearchPage.Next] of the page before; 0: the first page
	Limit  int   // 0: [SearchLimit]
}

// SearchLimit is how many hits a page of a search has when nothing else is
// asked for.
const SearchLimit = 50

// SearchHit is a sentence that was found.
type SearchHit struct {
	Article  Article
	Sentence Sentence
	Snippet  string // the sentence, or of a long one the part around the first match
	Matches  []Span // where the words stand in the snippet
}

// Span is a stretch of a text in code points, end exclusive.
type Span struct{ Start, End int }

// SearchPage is one page of hits.
//
// Few hits come as one page, the best first ([SearchPage.Ranked]). Of many the
// first page comes at once, the newest article first and in it the sentences
// in reading order, and Next asks for more.
type SearchPage struct {
	Hits   []SearchHit
	Count  int   // how many there are in all, at most [SearchCountCap]
	Capped bool  // there are more than Count
	Ranked bool  // the best first
	Next   int64 // for [Search.Before]; 0: this was the last page
}

// SearchCountCap is where the counting of hits stops: nobody reads further, and
// counting a common word in a million sentences takes longer than finding it.
const SearchCountCap = 1000
