package lexicon

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
)

// Table is what one file knows of one language: its lists by section.
type Table map[string]*Words

// empty stands in for every list that a table lacks.
var empty = newWords()

// Words returns the list of a section, an empty one when the table has none.
func (t Table) Words(section string) *Words {
	if w, ok := t[section]; ok {
		return w
	}
	return empty
}

// Primary returns the language of a BCP 47 tag in lower case: "en" of "en-GB".
func Primary(tag string) string {
	primary, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(primary)
}

const extension = ".txt"

// ByLanguage returns the function that gives a package its lists for a BCP 47
// tag: what compile makes of the "LANGUAGE.txt" in a folder. They are read on
// first use. A language without a file has what compile makes of an empty table.
func ByLanguage[T any](files fs.FS, folder string, compile func(Table) T) func(language string) T {
	lists := sync.OnceValue(func() map[string]T {
		all := map[string]T{"": compile(nil)}
		for language, table := range mustRead(files, folder) {
			all[language] = compile(table)
		}
		return all
	})
	return func(language string) T {
		if list, ok := lists()[Primary(language)]; ok {
			return list
		}
		return lists()[""]
	}
}

// mustRead reads every "LANGUAGE.txt" of a folder. The files are part of the
// program, so a fault in one is a fault of the build: it panics with the file,
// line and reason.
func mustRead(files fs.FS, folder string) map[string]Table {
	names, err := fs.Glob(files, path.Join(folder, "*"+extension))
	if err != nil {
		panic(err)
	}
	tables := map[string]Table{}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			panic(err)
		}
		table, err := Parse(string(data))
		if err != nil {
			panic(fmt.Errorf("%s: %w", name, err))
		}
		tables[strings.TrimSuffix(path.Base(name), extension)] = table
	}
	return tables
}

// Parse reads one table. A line "[name]" opens a section; other lines hold
// entries parted by white space, in lower case: a word, a stem ("promis*"), a
// phrase ("more_than"), each with an optional value ("three=3"). A line that
// begins with "# " is a comment. An error names the line.
func Parse(text string) (Table, error) {
	table := Table{}
	var current *Words
	for number, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		name, isName := strings.CutPrefix(line, "[")
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
			continue
		case isName && strings.HasSuffix(name, "]"):
			name = strings.TrimSuffix(name, "]")
			if _, twice := table[name]; twice {
				return nil, fmt.Errorf("line %d: the section %q stands twice", number+1, name)
			}
			current = newWords()
			table[name] = current
		case current == nil:
			return nil, fmt.Errorf("line %d: words before the first section", number+1)
		default:
			for entry := range strings.FieldsSeq(line) {
				current.add(entry)
			}
		}
	}
	for _, w := range table {
		w.sortLengths()
	}
	return table, nil
}
