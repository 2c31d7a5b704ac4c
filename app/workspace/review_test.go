package workspace_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

// colleague makes a project of her own on another computer.
func colleague(tb testing.TB, name string) *workspace.Workspace {
	tb.Helper()
	o := options(tb)
	o.DeviceUID = "dv-" + name
	st, err := store.Create(filepath.Join(tb.TempDir(), name+".glossator"), "Project of "+name, o)
	if err != nil {
		tb.Fatal(err)
	}
	return work(tb, st, name)
}

// finishedReport is the report with two labels of the person at work, finished.
func finishedReport(tb testing.TB, ws *workspace.Workspace, tags ...string) models.Article {
	tb.Helper()
	a := report(tb, ws)
	for position, keys := range tags {
		for key := range strings.FieldsSeq(keys) {
			toggle(tb, ws, position, key)
		}
	}
	must(tb, ws.SetFinished(tb.Context(), true))
	return a
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// handed gives what one workspace sends to another, not merged yet.
func handed(tb testing.TB, from, to *workspace.Workspace, kind workspace.PackageKind) workspace.Parcel {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "from "+from.Me().Name+workspace.PackageExtension)
	if _, err := from.Send(tb.Context(), path, false, workspace.Sending{Kind: kind}); err != nil {
		tb.Fatal(err)
	}
	return lookInto(tb, to, path)
}

func lookInto(tb testing.TB, ws *workspace.Workspace, path string) workspace.Parcel {
	tb.Helper()
	parcel, err := ws.LookInto(tb.Context(), path)
	if err != nil {
		tb.Fatal(err)
	}
	return parcel
}

func merge(tb testing.TB, ws *workspace.Workspace, parcel workspace.Parcel) models.MergeReport {
	tb.Helper()
	report, err := ws.Merge(tb.Context(), parcel, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return report
}

// theirs returns the labels of others on the sentences of the current article.
func theirs(tb testing.TB, ws *workspace.Workspace) []string {
	tb.Helper()
	content, _ := ws.Article()
	var all []string
	for i := range content.Sentences {
		sentence, _ := ws.Sentence(i)
		for _, a := range sentence.Others {
			all = append(all, a.Annotator.Name+" "+a.Label.Key)
		}
	}
	return all
}

// TestBlindCoding has Ben code an article that Ann has finished: nothing that
// the workspace serves tells of her labels before he has finished too.
func TestBlindCoding(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment", "statistic", "claim")
	parcel := handed(t, ann, ben, workspace.PackageReview)
	parcel.Blind = true
	merge(t, ben, parcel)
	uids, err := ben.ArticleUIDs(t.Context(), models.ArticleFilter{})
	must(t, err)
	must(t, ben.OpenArticle(t.Context(), uids[0]))
	toggle(t, ben, 0, "commitment")

	if !ben.Blind() || !slices.Equal(ben.Hidden(), []string{"Ann"}) || len(theirs(t, ben)) > 0 {
		t.Errorf("blind: %v, hidden: %v, shown: %v", ben.Blind(), ben.Hidden(), theirs(t, ben))
	}
	corpus, err := ben.Corpus(t.Context(), models.Corpus{})
	if err != nil || len(corpus.Rows) != 1 || corpus.Rows[0].Annotator.Name != "Ben" {
		t.Errorf("the corpus shows %d annotations, %v", len(corpus.Rows), err)
	}
	events, err := ben.SentenceHistory(t.Context(), 1)
	if err != nil || len(events) > 0 {
		t.Errorf("the history of a sentence of Ann's: %v, %v", events, err)
	}
	all := models.DifferenceFilter{Comparisons: []models.Comparison{models.NotComparable, models.Same, models.DetailsDiffer, models.LabelsDiffer}}
	page, err := ben.Differences(t.Context(), all)
	if err != nil || len(page.Rows) > 0 {
		t.Errorf("%d differences are shown, %v", len(page.Rows), err)
	}
	counts, err := ben.DifferenceCounts(t.Context(), all)
	if err != nil || counts.Total > 0 {
		t.Errorf("%d differences are counted, %v", counts.Total, err)
	}

	must(t, ben.SetFinished(t.Context(), true))
	if got := theirs(t, ben); ben.Blind() || len(got) != 3 {
		t.Errorf("after the end: blind %v, %v", ben.Blind(), got)
	}
	result, err := ben.Agreement(t.Context(), workspace.AgreementFilter{})
	if err != nil || result.Independent != 4 || result.SeenFirst != 0 || result.Summary.Comparable != 4 {
		t.Errorf("agreement %+v, %v", result, err)
	}
}

// TestOpenCodingIsNoIndependence has Ben see Ann's labels before he finishes.
// His sentences are counted as seen, in Ann's copy too.
func TestOpenCodingIsNoIndependence(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment", "statistic")
	merge(t, ben, handed(t, ann, ben, workspace.PackageReview))
	uids, err := ben.ArticleUIDs(t.Context(), models.ArticleFilter{})
	must(t, err)
	must(t, ben.OpenArticle(t.Context(), uids[0]))
	if got := theirs(t, ben); len(got) != 2 {
		t.Fatalf("open coding shows %v", got)
	}
	must(t, ben.SetFinished(t.Context(), true))
	merge(t, ann, handed(t, ben, ann, workspace.PackageAnswer))
	for _, ws := range []*workspace.Workspace{ann, ben} {
		result, err := ws.Agreement(t.Context(), workspace.AgreementFilter{})
		if err != nil || result.Independent != 0 || result.SeenFirst != 4 || result.Summary.Comparable != 0 {
			t.Errorf("%s: %+v, %v", ws.Me().Name, result, err)
		}
		result, err = ws.Agreement(t.Context(), workspace.AgreementFilter{SeenToo: true})
		if err != nil || result.Summary.Comparable != 4 || len(result.People) != 2 {
			t.Errorf("%s, seen too: %+v, %v", ws.Me().Name, result, err)
		}
	}
}

// TestCommandsSeeNothing works on an article as a command does, which shows no
// labels: that is no look at the labels of others.
func TestCommandsSeeNothing(t *testing.T) {
	t.Parallel()
	ann, ben := colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment")
	merge(t, ben, handed(t, ann, ben, workspace.PackageReview))
	ben.HideOthers()
	uids, err := ben.ArticleUIDs(t.Context(), models.ArticleFilter{})
	must(t, err)
	must(t, ben.OpenArticle(t.Context(), uids[0]))
	if got := theirs(t, ben); len(got) > 0 {
		t.Errorf("a command is shown %v", got)
	}
	must(t, ben.SetFinished(t.Context(), true))
	if result, err := ben.Agreement(t.Context(), workspace.AgreementFilter{}); err != nil || result.Independent != 4 {
		t.Errorf("%+v, %v", result, err)
	}
}

// reviewed is a project of Ben's with Ann's layer and his own on four sentences,
// of which two differ.
func reviewed(t *testing.T) (ann, ben *workspace.Workspace) {
	t.Helper()
	ann, ben = colleague(t, "Ann"), colleague(t, "Ben")
	finishedReport(t, ann, "commitment", "statistic", "claim")
	finishedReport(t, ben, "commitment", "claim", "claim statistic")
	merge(t, ben, handed(t, ann, ben, workspace.PackageReview))
	return ann, ben
}

// TestQueue goes through the differences and back, decides, and undoes.
func TestQueue(t *testing.T) {
	t.Parallel()
	_, ben := reviewed(t)
	var filter models.DifferenceFilter
	next := func(from models.DifferencePlace, want int) models.Difference {
		t.Helper()
		d, ok, err := ben.NextDifference(t.Context(), filter, from)
		if err != nil || ok != (want > 0) || (ok && d.Sentence.Seq != want) {
			t.Fatalf("next is %d (%v, %v), want %d", d.Sentence.Seq, ok, err, want)
		}
		return d
	}
	first := next(models.DifferencePlace{}, 2)
	second := next(first.Place, 3)
	next(second.Place, 0)
	if back, ok, err := ben.PreviousDifference(t.Context(), filter, second.Place); err != nil || !ok || back.Sentence.Seq != 2 {
		t.Errorf("previous is %d, %v, %v", back.Sentence.Seq, ok, err)
	}
	annUID := first.Layers[slices.IndexFunc(first.Layers, func(l models.DifferenceLayer) bool { return l.Annotator.Name == "Ann" })].Annotator.UID
	if _, err := ben.Decide(t.Context(), workspace.AcceptLayer(first, annUID)); err != nil {
		t.Fatal(err)
	}
	next(models.DifferencePlace{}, 3)
	counts, err := ben.DifferenceCounts(t.Context(), filter)
	if err != nil || counts.Decided() != 1 || counts.Total != 2 || len(counts.Articles) != 1 || counts.Articles[0].Open != 1 {
		t.Errorf("counts %+v, %v", counts, err)
	}
	change := workspace.ChangeTo(second, annUID, []models.ResultLabel{{Label: "statistic"}})
	change.Reason = models.ReasonEdgeCase
	made, err := ben.Decide(t.Context(), change)
	must(t, err)
	next(models.DifferencePlace{}, 0)
	if d, ok, err := ben.DifferenceAt(t.Context(), filter, second.Sentence); err != nil || !ok || d.State != models.ReviewChanged || len(d.Decisions) != 1 {
		t.Errorf("the changed one: %+v, %v, %v", d, ok, err)
	}
	must(t, ben.Withdraw(t.Context(), made.UID))
	next(models.DifferencePlace{}, 3)
	undo(t, ben)
	next(models.DifferencePlace{}, 0)
	if n, err := ben.IdenticalCount(t.Context(), first.ArticleUID); err != nil || n != 1 {
		t.Errorf("%d identical, %v", n, err)
	}
	if n, err := ben.AcceptIdentical(t.Context(), first.ArticleUID); err != nil || n != 1 {
		t.Errorf("%d accepted, %v", n, err)
	}
}

// TestResponses has Ann answer Ben's decisions: her layer changes only where
// she agrees.
func TestResponses(t *testing.T) {
	t.Parallel()
	ann, ben := reviewed(t)
	for _, seq := range []int{2, 3} {
		content, _ := ben.Article()
		d, ok, err := ben.DifferenceAt(t.Context(), models.DifferenceFilter{}, content.Sentences[seq-1])
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		in := workspace.RejectLayer(d, ann.Me().UID, models.ReasonSlip, "No.")
		if _, err := ben.Decide(t.Context(), in); err != nil {
			t.Fatal(err)
		}
	}
	merge(t, ann, handed(t, ben, ann, workspace.PackageAnswer))
	if got := labels(t, ann); !slices.Equal(got, []string{"commitment", "statistic", "claim", ""}) {
		t.Fatalf("a merge changes Ann's layer: %v", got)
	}
	list, err := ann.Responses(t.Context())
	if err != nil || len(list) != 2 {
		t.Fatalf("%d decisions to answer, %v", len(list), err)
	}
	must(t, ann.Respond(t.Context(), models.ResponseInput{DecisionUID: list[0].Decision.UID, Answer: models.AnswerAgree}))
	must(t, ann.Respond(t.Context(), models.ResponseInput{DecisionUID: list[1].Decision.UID, Answer: models.AnswerDisagree, Comment: "Yes."}))
	if got := labels(t, ann); !slices.Equal(got, []string{"commitment", "", "claim", ""}) {
		t.Errorf("after one agreement her layer is %v", got)
	}
	report := merge(t, ben, handed(t, ann, ben, workspace.PackageAnswer))
	if report.Responses != 2 || report.Removed != 1 {
		t.Errorf("Ben's merge: %+v", report)
	}
}
