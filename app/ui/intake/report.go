package intake

import (
	"path/filepath"
	"slices"
	"strings"

	"glossator/app/ui/locale"
	"glossator/app/workspace"
)

// outcome is what became of one source. What needs a look comes first.
type outcome int

const (
	failed    outcome = iota // it could not be read
	alike                    // imported, and nearly the same as an article that was there
	noticed                  // imported, with something to look at
	duplicate                // its text was there already
	imported                 // nothing is to be said
)

// outcomes are the words for them.
//
//locale:texts
var outcomes = []string{
	failed: "Failed", alike: "Nearly the same", noticed: "Imported, look at it", duplicate: "Already there", imported: "Imported",
}

// entry is one row of the report.
type entry struct {
	outcome outcome
	source  string // the file or address
	title   string // of the article, empty for what failed
	uid     string // of the article to open: the new one, or the one that was there
	remark  string // in the user's language, may be empty
}

// entriesOf tells a report, what needs a look first.
func entriesOf(report []workspace.Imported) []entry {
	entries := make([]entry, len(report))
	for i, item := range report {
		entries[i] = entryOf(item)
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return int(a.outcome) - int(b.outcome) })
	return entries
}

func entryOf(item workspace.Imported) entry {
	e := entry{outcome: imported, source: item.Source, title: item.Article.Title, uid: item.Article.UID}
	if e.source == "" {
		e.source = locale.T(textPasted)
	}
	if item.Err != nil {
		return entry{outcome: failed, source: e.source, remark: locale.Explain(item.Err)}
	}
	var remarks []string
	switch {
	case item.Duplicate:
		e.outcome = duplicate
		remarks = append(remarks, locale.T("This text is in the project already, as “%s”; it was not added.", item.Article.Title))
	case item.Like != nil:
		e.outcome, e.uid = alike, item.Like.Article.UID
		remarks = append(remarks, locale.Say(item.Like.Text()))
	case len(item.Notices) > 0:
		e.outcome = noticed
	}
	for _, notice := range item.Notices {
		remarks = append(remarks, locale.Say(notice))
	}
	e.remark = strings.Join(remarks, " ")
	return e
}

// name is what a row is called: the title of the article, or the file.
func (e entry) name() string {
	if e.title != "" {
		return e.title
	}
	return filepath.Base(e.source)
}

// offer is what the button of a row says; empty: it has none.
func (e entry) offer() string {
	switch e.outcome {
	case alike, duplicate:
		return locale.T(textOpenTheOne)
	case noticed:
		return locale.T(textOpen)
	case failed, imported:
		return ""
	}
	return ""
}

// Summary says in one sentence what became of everything.
func Summary(report []workspace.Imported) string {
	counts := make([]int, len(outcomes))
	for _, item := range report {
		counts[entryOf(item).outcome]++
	}
	added := counts[imported] + counts[noticed] + counts[alike]
	var parts []string
	if added > 0 || added == len(report) {
		parts = append(parts, locale.N(added, "%s article added", "%s articles added", locale.Number(added)))
	}
	for _, part := range []struct {
		outcome outcome
		words   string
	}{
		{alike, locale.Mark("%s of them nearly the same as another")},
		{duplicate, locale.Mark("%s already there")},
		{failed, locale.Mark("%s failed")},
	} {
		if n := counts[part.outcome]; n > 0 {
			parts = append(parts, locale.T(part.words, locale.Number(n)))
		}
	}
	return strings.Join(parts, ", ") + "."
}

// Remark says what there is to know about one source, in the user's language;
// empty when it was imported and nothing is to be said.
func Remark(item workspace.Imported) string { return entryOf(item).remark }

// Table returns the report for the clipboard: a line for each source with tabs
// between outcome, file, title and remark, as a spreadsheet takes it.
func Table(report []workspace.Imported) string {
	var text strings.Builder
	cells := func(list ...string) {
		for i, cell := range list {
			if i > 0 {
				text.WriteByte('\t')
			}
			text.WriteString(strings.Join(strings.Fields(cell), " "))
		}
		text.WriteByte('\n')
	}
	text.WriteString(Summary(report) + "\n\n")
	cells(locale.T(headOutcome), locale.T(headFile), locale.T(headArticle), locale.T(headRemark))
	for _, e := range entriesOf(report) {
		cells(locale.T(outcomes[e.outcome]), e.source, e.title, e.remark)
	}
	return text.String()
}
