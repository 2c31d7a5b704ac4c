package ingest

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"strings"
	"sync"
)

// wordLists are the words of each language, one file a language, and those
// of credits and calls in some more languages in "other". Adding a language is
// adding a file.
//
//go:embed words/*.json
var wordLists embed.FS

// vocabulary is the word list of one language. All phrases are in lower case,
// with single spaces and nothing but letters and digits, see [fold].
type vocabulary struct {
	Language   string     `json:"language"`   // BCP 47
	Inflected  bool       `json:"inflected"`  // month names take endings
	Frequent   []string   `json:"frequent"`   // words that mark the language
	Months     [][]string `json:"months"`     // twelve, each with all its spellings
	Credit     []string   `json:"credit"`     // before the maker of a picture
	Author     []string   `json:"author"`     // before the writer
	Address    []string   `json:"address"`    // those of both that need no colon
	Source     []string   `json:"source"`     // before the publisher
	Link       []string   `json:"link"`       // before a web address
	Dated      []string   `json:"dated"`      // before the date of publication
	Updated    []string   `json:"updated"`    // before the date of a change
	Counts     []string   `json:"counts"`     // beside the number of views
	Filler     []string   `json:"filler"`     // that may stand beside a date
	Calls      []string   `json:"calls"`      // that ask the reader to subscribe
	Channels   []string   `json:"channels"`   // what to subscribe to
	Alone      []string   `json:"alone"`      // lines of a page around the article
	Leads      []string   `json:"leads"`      // that begin such a line
	Notes      []string   `json:"notes"`      // that stand anywhere in such a line
	Walls      []string   `json:"walls"`      // that ask the reader to pay or to log in for the rest
	Connectors []string   `json:"connectors"` // small words inside names
	Reports    []string   `json:"reports"`    // verbs beside the name of the outlet
}

// lexicon is the words of all languages together. An English article from a
// Russian page has its photo credit in Russian, so phrases are looked for in
// all languages at once.
type lexicon struct {
	languages  []vocabulary
	frequent   map[string][]string // the languages that a word marks
	leads      []lead
	months     map[string]int // from 1
	filler     map[string]bool
	calls      phrases
	channels   phrases
	alone      map[string]bool // folded
	related    []string
	notes      phrases
	walls      phrases
	connectors map[string]bool
	reports    map[string]bool
	dates      []*regexp.Regexp
}

// words returns the lexicon, read once. The lists are part of the program, so
// a fault in one is a fault of the program, which any test finds.
var words = sync.OnceValue(func() *lexicon {
	lex := &lexicon{
		frequent:   map[string][]string{},
		months:     map[string]int{},
		filler:     map[string]bool{},
		alone:      map[string]bool{},
		calls:      phrases{},
		channels:   phrases{},
		notes:      phrases{},
		walls:      phrases{},
		connectors: map[string]bool{},
		reports:    map[string]bool{},
	}
	for _, list := range readWordLists() {
		lex.add(list)
	}
	lex.dates = compileDates(lex.languages)
	sortLeads(lex.leads)
	return lex
})

func readWordLists() []vocabulary {
	const folder = "words"
	entries, err := wordLists.ReadDir(folder)
	if err != nil {
		panic(fmt.Sprintf("ingest: %v", err))
	}
	lists := make([]vocabulary, len(entries))
	for i, entry := range entries {
		data, err := wordLists.ReadFile(path.Join(folder, entry.Name()))
		if err == nil {
			err = json.Unmarshal(data, &lists[i])
		}
		if err != nil {
			panic(fmt.Sprintf("ingest: %s: %v", entry.Name(), err))
		}
	}
	return lists
}

func (lex *lexicon) add(list vocabulary) {
	lex.languages = append(lex.languages, list)
	lex.leads = append(lex.leads, leadsOf(list)...)
	for month, spellings := range list.Months {
		for _, spelling := range spellings {
			lex.months[spelling] = month + 1
		}
	}
	for _, phrases := range [][]string{list.Dated, list.Updated, list.Counts, list.Filler} {
		for _, phrase := range phrases {
			mark(lex.filler, strings.Fields(phrase))
		}
	}
	for _, word := range list.Frequent {
		lex.frequent[word] = append(lex.frequent[word], list.Language)
	}
	mark(lex.alone, list.Alone)
	mark(lex.connectors, list.Connectors)
	mark(lex.reports, list.Reports)
	lex.calls.add(list.Calls)
	lex.channels.add(list.Channels)
	lex.notes.add(list.Notes)
	lex.walls.add(list.Walls)
	lex.related = append(lex.related, list.Leads...)
}

func mark(set map[string]bool, phrases []string) {
	for _, phrase := range phrases {
		set[phrase] = true
	}
}
