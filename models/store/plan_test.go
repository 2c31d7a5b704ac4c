package store

import (
	"strings"
	"testing"

	"gorm.io/gorm"

	"glossator/models/store/engine"
)

// No question that is asked while somebody works may look at every row of a
// table that grows: what is quick in a test would take seconds in a project of
// a million annotations.
func TestQuestionsUseIndexes(t *testing.T) {
	t.Parallel()
	db := emptySchema(t)
	for name, query := range map[string]string{
		"undo": undoable, "redo": redoable, "standing": selectStanding, "spot": selectSpot, "count annotations": countAnnotations, "count seen": countSeen, "count finished": countFinished,
		"work seen": selectSeen, "work finished": selectFinished,
		"annotation": selectAnnotationSnapshots, "detail": selectDetailSnapshots, "reading": selectReadingSnapshots,
		"outcome": selectOutcomeSnapshots, "outcomes": selectOutcomes, "rejections": selectRejections,
		"progress": selectProgressSnapshots, "export": exportAnnotations, "export details": exportDetails,
		"decision": selectDecisionSnapshots, "response": selectResponseSnapshots, "own revisions": selectOwnRevisions,
		"received revisions": selectReceivedRevisions, "neighbours": selectNeighbours,
		"own heads": selectOwnHeads, "received heads": selectReceivedHeads, "affected": affected, "judged": selectJudged,
		"review labels": selectReviewMarks, "review details": selectReviewDetails, "completions": selectCompletions,
		"queue": selectQueued, "queue backward": selectQueuedBackward, "exposures": selectExposures, "blind": selectBlind,
		"about a layer":    selectAboutLayer,
		"export decisions": exportDecisions, "export finished": exportFinished, "export kept": exportKept,
	} {
		plan, err := planOf(db, query)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, line := range plan {
			table, scans := strings.CutPrefix(line, "SCAN ")
			if scans && !strings.HasPrefix(table, "t") && !strings.HasPrefix(table, "l ") { // a subquery, the few labels
				t.Errorf("%s looks at every row: %s", name, strings.Join(plan, "; "))
			}
		}
	}
}

// The library is read by index alone: an article's own row is ten times as
// wide as what the library needs of it.
func TestLibraryIsReadByIndex(t *testing.T) {
	t.Parallel()
	db := emptySchema(t)
	for query, sign := range map[string]string{
		selectEntries:                "COVERING INDEX ix_articles_shelf",
		selectMarked + "t.notes > 0": "ix_tallies_notes",
	} {
		plan, err := collect(db, func(r *row, text *string) error {
			var id, parent, unused int
			return r.Scan(&id, &parent, &unused, text)
		}, "EXPLAIN QUERY PLAN "+strings.ReplaceAll(query, "?", "1"))
		if err != nil || len(plan) != 1 || !strings.Contains(plan[0], sign) {
			t.Errorf("%s: %v, %v", query, plan, err)
		}
	}
}

// emptySchema is an empty database of the newest schema, in memory.
func emptySchema(t *testing.T) *gorm.DB {
	t.Helper()
	db, err := engine.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = engine.Close(db) })
	steps, err := declared()
	if err != nil {
		t.Fatal(err)
	}
	if err := steps.apply(db, 0, steps.version()); err != nil {
		t.Fatal(err)
	}
	return db
}

// planOf returns the steps by which SQLite would answer a question.
func planOf(db *gorm.DB, query string) ([]string, error) {
	return collect(db, func(r *row, text *string) error {
		var id, parent, unused int
		return r.Scan(&id, &parent, &unused, text)
	}, "EXPLAIN QUERY PLAN "+strings.ReplaceAll(strings.ReplaceAll(query, "IN ?", "IN (1, 2)"), "?", "1"))
}
