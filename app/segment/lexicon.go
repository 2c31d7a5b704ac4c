package segment

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// class says how an abbreviation behaves at the end of a sentence.
type class uint8

const (
	ordinary class = iota // no abbreviation
	title                 // a name or a noun follows: ends no sentence
	general               // ends one only before an opener
	hour                  // like general, but weekdays and zones may follow
	number                // holds a figure, a Roman numeral or a single letter
	quantity              // what stands before decides: a year, a century, a counted thing
	era                   // the same, but a name may follow: a century
	amount                // ends one only before an opener, whatever stands before
	unit                  // a unit of measure: ends one before any capital
	clause                // ends the clause ("etc."): any capital ends the sentence
	month                 // holds a figure, otherwise like general
	lead                  // opens the note it stands at the head of ("P.S.")
)

// counted reports whether words of class c stand behind a figure; 2nd and 1st
// only look as if.
func (c class) counted() bool {
	switch c {
	case hour, quantity, era, amount, unit:
		return true
	case ordinary, title, general, number, clause, month, lead:
	}
	return false
}

// role is a set of the parts a word may play as a whole word.
type role uint16

const (
	opens        role = 1 << iota // a word that opens sentences
	speaks                        // a pronoun that may stand before a speech verb
	says                          // a verb of speech
	followsHour                   // may follow a.m. and p.m. inside a sentence
	isZone                        // a time zone
	isMonth                       // the name of a month
	opensCredit                   // opens a picture credit
	exclaims                      // a name with a final mark of its own
	isSound                       // a word without a vowel that is no abbreviation
	isUntidy                      // a spelling that only untidy writing has
	multiplies                    // may stand between a figure and its unit
	needsCapital                  // an abbreviation only with its capital
	timing                        // a preposition that stands before dates
)

// The sections of a table file: one class or one role each.
var (
	classSections = map[string]class{
		"title": title, "general": general, "hour": hour, "number": number, "quantity": quantity,
		"era": era, "amount": amount, "unit": unit, "clause": clause, "month": month, "lead": lead,
	}
	roleSections = map[string]role{
		"opener": opens, "speaker": speaks, "said": says, "hour-follower": followsHour, "zone": isZone,
		"month-name": isMonth, "credit": opensCredit, "exclaiming": exclaims, "sound": isSound,
		"untidy": isUntidy, "multiplier": multiplies, "proper": needsCapital, "timing": timing,
	}
)

//go:embed tables/*.txt
var tableFiles embed.FS

// table is one file of words.
type table struct {
	classes   map[string]class
	roles     map[string]role
	languages []string // the tags of the languages that read the file
	ordinals  []string // those of them that write ordinal numbers with a stop
}

// lexicon is what the rules know about the words of one language.
type lexicon struct {
	classes  map[string]class
	roles    map[string]role
	ordinals bool // "am 3. Oktober"
}

// sharedTables are read for every language, later ones only where earlier ones
// are silent: Cyrillic and Latin words do not meet, and texts of one language
// name people and places of another.
var sharedTables = []string{"ru", "kk", "en"}

// lexicons holds the lexicon of every language with a table, and under "" the
// one of all others. It is made on first use.
var lexicons = sync.OnceValue(func() map[string]*lexicon {
	tables := readTables()
	all := map[string]*lexicon{"": compose("", "", tables)}
	for name, t := range tables {
		for _, tag := range t.languages {
			all[tag] = compose(tag, name, tables)
		}
	}
	return all
})

// lexiconFor returns the lexicon of a BCP 47 tag.
func lexiconFor(tag string) *lexicon {
	primary, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	all := lexicons()
	if l, ok := all[strings.ToLower(primary)]; ok {
		return l
	}
	return all[""]
}

// compose joins the tables of one language: its own, the shared ones, and the
// openers of all. English does without the openers of others, whose "in" and "a"
// its own text is full of.
func compose(tag, own string, tables map[string]*table) *lexicon {
	x := &lexicon{classes: make(map[string]class), roles: make(map[string]role)}
	if t, ok := tables[own]; ok {
		x.ordinals = slices.Contains(t.ordinals, tag)
		x.add(t, false)
	}
	foreign := own != "" && !slices.Contains(sharedTables, own)
	for _, name := range sharedTables {
		x.add(tables[name], foreign && name == "en")
	}
	for name, t := range tables {
		if slices.Contains(sharedTables, name) {
			continue
		}
		for w, r := range t.roles {
			if tag == "en" {
				r &^= opens
			}
			x.roles[w] |= r
		}
	}
	return x
}

// add takes in the words of t that are not there yet. Of English seen from
// another language with Latin script only titles and general abbreviations
// count: its "no" and "art" are words of their own elsewhere.
func (x *lexicon) add(t *table, namesOnly bool) {
	for w, c := range t.classes {
		if namesOnly && c != title && c != general && c != hour {
			continue
		}
		if _, ok := x.classes[w]; !ok {
			x.classes[w] = c
		}
	}
	for w, r := range t.roles {
		x.roles[w] |= r
	}
}

// readTables parses the embedded files; a fault in one is a fault of the build.
func readTables() map[string]*table {
	entries, err := tableFiles.ReadDir("tables")
	if err != nil {
		panic(fmt.Sprintf("segment: embedded tables: %v", err))
	}
	tables := make(map[string]*table, len(entries))
	for _, e := range entries {
		data, err := tableFiles.ReadFile("tables/" + e.Name())
		if err != nil {
			panic(fmt.Sprintf("segment: embedded table %s: %v", e.Name(), err))
		}
		tables[strings.TrimSuffix(e.Name(), ".txt")] = parseTable(string(data))
	}
	return tables
}

// parseTable reads sections of words; "#" starts a comment line.
func parseTable(text string) *table {
	t := &table{classes: make(map[string]class), roles: make(map[string]role)}
	var section string
	for row := range strings.Lines(text) {
		row = strings.TrimSpace(row)
		if name, ok := strings.CutPrefix(row, "["); ok {
			section = strings.TrimSuffix(name, "]")
			continue
		}
		if strings.HasPrefix(row, "#") {
			continue
		}
		for w := range strings.FieldsSeq(row) {
			t.put(section, strings.ReplaceAll(w, "_", " "))
		}
	}
	return t
}

// put files one word under its section.
func (t *table) put(section, word string) {
	if c, ok := classSections[section]; ok {
		if old, twice := t.classes[word]; twice && old != c {
			panic(fmt.Sprintf("segment: %q stands in two sections of a table, once in %q", word, section))
		}
		t.classes[word] = c
		return
	}
	if r, ok := roleSections[section]; ok {
		t.roles[word] |= r
		return
	}
	switch section {
	case "language":
		t.languages = append(t.languages, word)
	case "ordinals":
		t.ordinals = append(t.ordinals, word)
	default:
		panic(fmt.Sprintf("segment: unknown table section %q", section))
	}
}
