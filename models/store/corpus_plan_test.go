package store

import (
	"strings"
	"testing"

	"glossator/models/store/engine"
)

// A step through the table of all annotations begins with a few ids or a few
// articles; a plan that begins elsewhere takes seconds in a project of a
// million annotations.
func TestCorpusStepsBeginWithAFew(t *testing.T) {
	t.Parallel()
	db, err := engine.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = engine.Close(db) }()
	steps, err := declared()
	if err != nil {
		t.Fatal(err)
	}
	if err := steps.apply(db, 0, steps.version()); err != nil {
		t.Fatal(err)
	}
	for query, begins := range map[string]string{
		selectSightings + "s.text" + madeFrom + liveAnnotations + " ORDER BY n.id DESC LIMIT ?":    "SEARCH n USING INTEGER PRIMARY KEY",
		selectSightings + "''" + readFrom + "> (?, ?, ?) AND" + liveAnnotations + " ORDER BY s.id": "SEARCH s USING INDEX ux_sentences_place",
		taggedArticles + " ORDER BY a.id LIMIT ?":                                                  "SEARCH a USING COVERING INDEX ix_articles_shelf (deleted_at=? AND id>? AND id<?)",
		selectDetailTexts:   "SEARCH d USING PRIMARY KEY",
		selectCorpusRows:    "SEARCH n USING INTEGER PRIMARY KEY",
		selectCorpusDetails: "SEARCH d USING PRIMARY KEY",
	} {
		plan, err := collect(db, func(r *row, text *string) error {
			var id, parent, unused int
			return r.Scan(&id, &parent, &unused, text)
		}, "EXPLAIN QUERY PLAN "+strings.ReplaceAll(strings.ReplaceAll(query, "IN ?", "IN (1, 2)"), "?", "1"))
		if err != nil || len(plan) == 0 || !strings.HasPrefix(plan[0], begins) {
			t.Errorf("%s: %v, %v; want it to begin with %s", query, plan, err, begins)
		}
	}
}
