package workspace_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
)

// table writes a file of annotations.
func table(t *testing.T, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "back.csv")
	must(t, os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600))
	return path
}

// TestReviewOfAFileIsToldAndDecidesNothing: it leaves with the next export until
// the annotation changes or somebody decides here, and makes no decision.
func TestReviewOfAFileIsToldAndDecidesNothing(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	report(t, ws)
	const header = "sentence_text,label,review_state,reviewer,review_comment,reviewed_at"
	const sentence = "The meeting was held on Monday.,claim,"
	reviewed := func() string {
		t.Helper()
		rows, err := ws.ExportPreview(t.Context(), models.ExportFilter{}, 1)
		if err != nil || len(rows) != 1 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		review := rows[0].Review()
		return fmt.Sprint(review.State, " ", review.Reviewer, " ", review.Comment)
	}
	coming := take(t, ws, table(t, header, sentence+"Accepted,Dan,\"fine,\nsays I\",2025-06-01T10:00:00Z"))
	if got := reviewed(); got != "accepted Dan fine,\nsays I" || coming.Result.Told != 1 || len(coming.Result.Notices()) != 1 {
		t.Errorf("%q, %d told", got, coming.Result.Told)
	}
	if list, err := ws.Decisions(t.Context(), coming.Result.Rows[0].Article.UID); err != nil || len(list) != 0 {
		t.Errorf("%d decisions, %v", len(list), err)
	}
	again := take(t, ws, table(t, header, sentence+"excellent,Dan,,"))
	if row := again.Result.Rows[0]; row.State != workspace.ComingSame || len(row.Remarks) != 1 {
		t.Errorf("a word that is no state: %s %v", row.State, row.Remarks)
	}
	again = take(t, ws, table(t, header, sentence+"rejected,Dan,no,2025-06-02T10:00:00Z"))
	if got := reviewed(); got != "rejected Dan no" || again.Result.Changed != 1 || again.Result.Rows[0].Changes[0].What != "review" {
		t.Errorf("%q, %+v", got, again.Result.Rows[0].Changes)
	}
	sentenceOf, _ := ws.Sentence(3)
	must(t, ws.SetNote(t.Context(), 3, sentenceOf.Mine[0].UID, "thought about it"))
	if got := reviewed(); got != "stale Dan no" {
		t.Errorf("after a change it is still %q", got)
	}
	_, err := ws.Decide(t.Context(), models.DecisionInput{SentenceID: sentenceOf.ID, Verdict: models.VerdictDeferred})
	must(t, err)
	if got := reviewed(); got != "deferred Ann " {
		t.Errorf("after a decision it is %q", got)
	}
	kept := take(t, ws, table(t, header, sentence+"accepted,Dan,,"))
	if row := kept.Result.Rows[0]; row.State != workspace.ComingSame || len(row.Remarks) != 1 {
		t.Errorf("against a decision: %s %v", row.State, row.Remarks)
	}
	sound(t, ws)
}

// TestColumnsBesideNoLabelAreKept also when they change, and for a colleague's
// table that is merged.
func TestColumnsBesideNoLabelAreKept(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment")
	report(t, ben)
	with := func(value string) string {
		t.Helper()
		lines := strings.Split(strings.TrimSpace(string(bytesOf(t, exported(t, ann, export.CSV())))), "\n")
		if strings.HasSuffix(lines[0], ",Region") {
			return table(t, strings.ReplaceAll(strings.Join(lines, "\n"), "south", value))
		}
		lines[0] += ",Region"
		for i := range lines[1:] {
			lines[i+1] += "," + value
		}
		return table(t, lines...)
	}
	take(t, ann, with("south"))
	changed := take(t, ann, with("north"))
	if changed.Result.Changed != 4 {
		t.Errorf("%v", counts(changed))
	}
	path := exported(t, ann, export.CSV())
	if n := strings.Count(string(bytesOf(t, path)), ",north\n"); n != 4 {
		t.Errorf("%d of 4 rows have their column", n)
	}
	merge(t, ben, lookInto(t, ben, path))
	if n := strings.Count(string(bytesOf(t, exported(t, ben, export.CSV()))), ",north\n"); n != 4 {
		t.Errorf("%d of 4 rows have their column after a merge", n)
	}
	sound(t, ben)
}

// TestTakingIsStoppedWhole: stopped in the middle, nothing of the file is there,
// nothing is unsaved, and it can be taken over once more.
func TestTakingIsStoppedWhole(t *testing.T) {
	t.Parallel()
	const many = 250
	ws := newProject(t)
	sentences, lines := make([]string, many), []string{"sentence_text,label,annotator"}
	for i := range sentences {
		sentences[i] = fmt.Sprintf("Sentence number %d.", i)
		lines = append(lines, sentences[i]+",claim,Бота")
	}
	article(t, ws, "Long", sentences...)
	coming, err := ws.ReadComing(t.Context(), table(t, lines...), workspace.ComingOptions{})
	must(t, err)
	before := bytesOf(t, exported(t, ws, export.CSV()))
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	_, err = ws.Take(ctx, coming, workspace.ComingOptions{}, func(done, total int) {
		if done < total && total == many {
			stop()
		}
	})
	if models.CodeOf(err) != models.CodeCancelled || !strings.HasSuffix(models.Explain(err), ".") {
		t.Errorf("stopped: %v", err)
	}
	if after := bytesOf(t, exported(t, ws, export.CSV())); string(after) != string(before) || ws.Failure() != nil {
		t.Errorf("something stayed: %q, %v", after, ws.Failure())
	}
	if names := ws.Annotators(); len(names) != 1 {
		t.Errorf("people of the file stayed: %v", names)
	}
	if coming, err = ws.Take(t.Context(), coming, workspace.ComingOptions{}, nil); err != nil || coming.Result.New != many {
		t.Errorf("once more: %v, %v", counts(coming), err)
	}
	sound(t, ws)
}
