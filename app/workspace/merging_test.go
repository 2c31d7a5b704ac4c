package workspace_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/workspace"
	"glossator/models"
)

// TestUndoMerge takes a merge back, and takes it in again.
func TestUndoMerge(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment", "statistic")
	parcel := handed(t, ann, ben, workspace.PackageReview)
	count := func() int {
		t.Helper()
		stats, err := ben.Stats(t.Context())
		must(t, err)
		return stats.Annotations
	}
	done := merge(t, ben, parcel)
	if count() != 2 {
		t.Fatalf("%d annotations after the merge", count())
	}
	article(t, ben, "Another", "One sentence stands here.")
	toggle(t, ben, 0, "claim")
	if _, err := ben.UndoMerge(t.Context(), done.Group); err != nil || count() != 1 {
		t.Errorf("undo after other work: %v, %d annotations", err, count())
	}
	if _, err := ben.UndoMerge(t.Context(), done.Group); models.CodeOf(err) != models.CodeNothing {
		t.Errorf("undo once more: %v", err)
	}
	undo(t, ben)
	findings, err := ben.Check(t.Context())
	if err != nil || len(findings) > 0 || count() != 0 {
		t.Errorf("after all: %v, %v, %d annotations", findings, err, count())
	}
	if again := merge(t, ben, parcel); again.Added != 2 || count() != 2 {
		t.Errorf("merged again: %+v, %d annotations", again, count())
	}
	if once := merge(t, ben, parcel); once.Group != "" || once.Identical != 2 {
		t.Errorf("merged twice: %+v", once)
	}
}

// TestUndoMergeLater takes a merge back after work that rests on it, which is
// refused until that work is taken back.
func TestUndoMergeLater(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment", "statistic")
	done := merge(t, ben, handed(t, ann, ben, workspace.PackageReview))
	next, ok, err := ben.NextDifference(t.Context(), models.DifferenceFilter{Layers: []string{ann.Me().UID}}, models.DifferencePlace{})
	if err != nil || !ok {
		t.Fatalf("no sentence to decide about: %v", err)
	}
	made, err := ben.Decide(t.Context(), workspace.AcceptLayer(next, ann.Me().UID))
	must(t, err)
	if _, err := ben.UndoMerge(t.Context(), done.Group); models.CodeOf(err) != models.CodeConflict || !strings.Contains(err.Error(), "decided") {
		t.Errorf("undo under a decision: %v", err)
	}
	must(t, ben.Withdraw(t.Context(), made.UID))
	must(t, ben.OpenArticle(t.Context(), next.ArticleUID))
	toggle(t, ben, 0, "claim")
	if _, err := ben.UndoMerge(t.Context(), done.Group); models.CodeOf(err) != models.CodeConflict {
		t.Errorf("undo under a label of the article that came: %v", err)
	}
	undo(t, ben)
	if _, err := ben.UndoMerge(t.Context(), done.Group); err != nil {
		t.Errorf("undo: %v", err)
	}
	if _, err := ben.Redo(t.Context()); err != nil {
		t.Errorf("redo: %v", err)
	}
	if findings, err := ben.Check(t.Context()); err != nil || len(findings) > 0 {
		t.Errorf("after all: %v, %v", findings, err)
	}
}

// TestStopping ends a look and a merge before they are done.
func TestStopping(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment")
	parcel := handed(t, ann, ben, workspace.PackageReview)
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := ben.LookInto(stopped, ann.Path()); models.CodeOf(err) != models.CodeCancelled {
		t.Errorf("a look: %v", err)
	}
	if _, err := ben.Merge(stopped, parcel, nil); models.CodeOf(err) != models.CodeCancelled {
		t.Errorf("a merge: %v", err)
	}
	path := filepath.Join(t.TempDir(), "x"+workspace.PackageExtension)
	if _, err := ann.Send(stopped, path, false, workspace.Sending{Kind: workspace.PackageReview}); models.CodeOf(err) != models.CodeCancelled {
		t.Errorf("a package: %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("half a package is there")
	}
	if stats, err := ben.Stats(t.Context()); err != nil || stats.Annotations != 0 {
		t.Errorf("%+v, %v", stats, err)
	}
}

// TestProjectFile merges a project file that its owner has open.
func TestProjectFile(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment", "statistic")
	before, err := os.ReadFile(ann.Path())
	must(t, err)
	parcel := lookInto(t, ben, ann.Path())
	if parcel.Kind != workspace.ParcelProject || parcel.Project != "Project of Ann" || parcel.Contents.Annotations != 2 || len(parcel.People) != 1 {
		t.Errorf("parcel %+v", parcel)
	}
	if report := merge(t, ben, parcel); report.Added != 2 || report.Articles != 1 {
		t.Errorf("report %+v", report)
	}
	if after, err := os.ReadFile(ann.Path()); err != nil || string(after) != string(before) {
		t.Error("looking into a project changed its file")
	}
	if _, err := ben.LookInto(t.Context(), ben.Path()); models.CodeOf(err) != models.CodeConflict {
		t.Errorf("the own project: %v", err)
	}
}

// TestOlderProjectFile looks into a file of an older program, which stays as it
// is.
func TestOlderProjectFile(t *testing.T) {
	t.Parallel()
	ben := colleague(t, "Ben")
	before, err := os.ReadFile(filepath.Join("..", "..", "models", "store", "testdata", "version1.glossator"))
	must(t, err)
	path := filepath.Join(t.TempDir(), "older.glossator")
	must(t, os.WriteFile(path, before, 0o600))
	parcel := lookInto(t, ben, path)
	if report := merge(t, ben, parcel); report.Articles == 0 || report.Added == 0 {
		t.Errorf("report %+v", report)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Error("looking into a project changed its file")
	}
	if beside, err := os.ReadDir(filepath.Dir(path)); err != nil || len(beside) != 1 {
		t.Errorf("beside the file: %v, %v", beside, err)
	}
}

// TestOtherSegmentation merges labels on sentences that are cut otherwise here:
// what has no place is listed, and the text stays as it is cut.
func TestOtherSegmentation(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment", "statistic", "claim")
	report(t, ben)
	content, _ := ben.Article()
	third := content.Sentences[2]
	must(t, ben.Split(t.Context(), 2, third.StartOff+len("The opposition ")))
	got := merge(t, ben, handed(t, ann, ben, workspace.PackageReview))
	if got.Added != 2 || got.Unmatched != 1 || got.UnmatchedRows[0].Reason != models.UnmatchedSentence || got.UnmatchedRows[0].Label != "claim" {
		t.Errorf("report %+v", got)
	}
	if content, _ := ben.Article(); len(content.Sentences) != 5 {
		t.Errorf("%d sentences after the merge", len(content.Sentences))
	}
}
