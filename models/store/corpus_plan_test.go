package store

import (
	"strings"
	"testing"
)

// A step through the table of all annotations begins with a few ids or a few
// articles; a plan that begins elsewhere takes seconds in a project of a
// million annotations.
func TestCorpusStepsBeginWithAFew(t *testing.T) {
	t.Parallel()
	db := emptySchema(t)
	for query, begins := range map[string]string{
		selectSightings + "s.text" + madeFrom + liveAnnotations + " ORDER BY n.id DESC LIMIT ?":    "SEARCH n USING INTEGER PRIMARY KEY",
		selectSightings + "''" + readFrom + "> (?, ?, ?) AND" + liveAnnotations + " ORDER BY s.id": "SEARCH s USING INDEX ux_sentences_place",
		taggedArticles + " ORDER BY a.id LIMIT ?":                                                  "SEARCH a USING COVERING INDEX ix_articles_shelf (deleted_at=? AND id>? AND id<?)",
		selectDetailTexts:   "SEARCH d USING PRIMARY KEY",
		selectCorpusRows:    "SEARCH n USING INTEGER PRIMARY KEY",
		selectCorpusDetails: "SEARCH d USING PRIMARY KEY",
	} {
		plan, err := planOf(db, query)
		if err != nil || len(plan) == 0 || !strings.HasPrefix(plan[0], begins) {
			t.Errorf("%s: %v, %v; want it to begin with %s", query, plan, err, begins)
		}
	}
}
