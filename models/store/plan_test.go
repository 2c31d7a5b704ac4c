package store

import (
	"strings"
	"testing"

	"glossator/models/store/engine"
)

// No question that is asked while somebody works may look at every row of a
// table that grows: what is quick in a test would take seconds in a project of
// a million annotations.
func TestQuestionsUseIndexes(t *testing.T) {
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
	for name, query := range map[string]string{
		"undo": undoable, "redo": redoable, "standing": selectStanding, "spot": selectSpot, "count": countLive,
		"annotation": selectAnnotationSnapshots, "detail": selectDetailSnapshots, "reading": selectReadingSnapshots,
		"progress": selectProgressSnapshots, "export": exportAnnotations, "export details": exportDetails,
		"export decisions": exportDecisions, "export finished": exportFinished,
	} {
		plan, err := collect(db, func(r *row, text *string) error {
			var id, parent, unused int
			return r.Scan(&id, &parent, &unused, text)
		}, "EXPLAIN QUERY PLAN "+strings.ReplaceAll(strings.ReplaceAll(query, "IN ?", "IN (1, 2)"), "?", "1"))
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

// A page of the library is chosen by index alone, however far down it stands.
func TestLibraryPagesAreChosenByIndex(t *testing.T) {
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
	for name, order := range articleOrders {
		plan, err := collect(db, func(r *row, text *string) error {
			var id, parent, unused int
			return r.Scan(&id, &parent, &unused, text)
		}, "EXPLAIN QUERY PLAN SELECT a.id FROM articles a WHERE a.deleted_at IS NULL ORDER BY "+order+" LIMIT 50 OFFSET 5000")
		if err != nil || len(plan) != 1 || !strings.Contains(plan[0], "COVERING INDEX") {
			t.Errorf("order %q: %v, %v", name, plan, err)
		}
	}
}
