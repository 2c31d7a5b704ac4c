package store

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"glossator/models"
)

// at returns the id of a sentence of the first article, by its number from 0.
func (c *copyOf) at(t testing.TB, sentence int) int64 {
	t.Helper()
	content, err := c.Content(t.Context(), c.articleUID(t))
	if err != nil {
		t.Fatal(err)
	}
	return content.Sentences[sentence].ID
}

func (c *copyOf) label(t testing.TB, who, sentence int, label, note string) models.Annotation {
	t.Helper()
	a, err := c.PutLabel(t.Context(), c.actors[who], PutLabel{SentenceID: c.at(t, sentence), LabelKey: label, Note: &note})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (c *copyOf) bundle(t testing.TB, f models.BundleFilter) models.Bundle {
	t.Helper()
	b, err := c.Bundle(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The same person sets one label on two machines: one annotation lives, both
// notes are shown, the owner chooses, and everybody learns the choice.
func TestTwoVersionsAreChosenByTheirOwner(t *testing.T) {
	t.Parallel()
	start := ancestor(t, 1, 2)
	a, b := openCopy(t, start, "dv-a"), openCopy(t, start, "dv-b")
	ctx := t.Context()
	a.label(t, 1, 0, "claim", "here")
	b.label(t, 1, 0, "claim", "there")
	report := a.merge(t, b)
	if report.Conflicts != 1 || len(report.TwoVersions) != 1 || report.Layers[0].Labels["claim"] != 1 {
		t.Errorf("%+v", report)
	}
	forks, err := a.Forks(ctx)
	if err != nil || len(forks) != 1 || len(forks[0].Versions) != 2 || forks[0].Annotator != "Berik" || forks[0].Sentence != "Sentence 1 of article 0." {
		t.Fatalf("%+v %v", forks, err)
	}
	fork := forks[0]
	if standing, other := fork.Versions[0].Values[0], fork.Versions[1].Values[0]; standing.Key != "note" || standing.Value != "here" || other.Value != "there" {
		t.Errorf("%+v", fork.Versions)
	}
	other := fork.Versions[1].RevisionUID
	if err := a.SettleFork(ctx, a.actors[0], fork.EntityUID, other); models.CodeOf(err) != models.CodeConflict {
		t.Errorf("somebody else chooses: %v", err)
	}
	if err := a.SettleFork(ctx, a.actors[1], fork.EntityUID, other); err != nil {
		t.Fatal(err)
	}
	if err := a.SettleFork(ctx, a.actors[1], fork.EntityUID, other); models.CodeOf(err) != models.CodeNotFound {
		t.Errorf("chosen twice: %v", err)
	}
	if _, err := a.Undo(ctx, a.actors[1]); err != nil {
		t.Fatal(err)
	}
	if open, err := a.Forks(ctx); err != nil || len(open) != 1 || open[0].Versions[0].Values[0].Value != "here" {
		t.Errorf("the choice is not open again: %+v %v", open, err)
	}
	a.reckoned(t)
	if _, err := a.Redo(ctx, a.actors[1]); err != nil {
		t.Fatal(err)
	}
	b.merge(t, a)
	for _, c := range []*copyOf{a, b} {
		list, err := c.Annotations(ctx, a.articleUID(t))
		if err != nil || len(list) != 1 || list[0].Note != "there" {
			t.Errorf("%s: %+v %v", c.device, list, err)
		}
		if forks, err := c.Forks(ctx); err != nil || len(forks) != 0 {
			t.Errorf("%s: %+v %v", c.device, forks, err)
		}
		c.sound(t)
		c.reckoned(t)
	}
	sameTables(t, "both", a.tables(t), b.tables(t))
}

func (c *copyOf) articleUID(t testing.TB) string {
	t.Helper()
	rows, _, err := c.Articles(t.Context(), models.ArticleFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return rows[0].UID
}

// A label is taken off on one machine and its note written on the other: the
// work stays, and both are shown.
func TestEditIsKeptAgainstDeletion(t *testing.T) {
	t.Parallel()
	a := openCopy(t, ancestor(t, 1, 1), "dv-a")
	ctx := t.Context()
	a.label(t, 0, 0, "claim", "")
	b := a.again(t)
	if _, err := a.ClearLabels(ctx, a.actors[0], a.at(t, 0)); err != nil {
		t.Fatal(err)
	}
	b.label(t, 0, 0, "claim", "kept")
	for _, pair := range [][2]*copyOf{{a.again(t), b}, {b.again(t), a}} {
		report := pair[0].merge(t, pair[1])
		list, err := pair[0].Annotations(ctx, pair[0].articleUID(t))
		if err != nil || len(list) != 1 || list[0].Note != "kept" {
			t.Errorf("%+v %v", list, err)
		}
		if len(report.TwoVersions) != 1 || report.TwoVersions[0].Versions[0].Deleted || !report.TwoVersions[0].Versions[1].Deleted {
			t.Errorf("%+v", report.TwoVersions)
		}
	}
}

// reviewer is another project on another machine, of one person.
func reviewer(t *testing.T, name string) *copyOf {
	t.Helper()
	s, err := Create(filepath.Join(t.TempDir(), "r.glossator"), "Review", Options{DeviceUID: "dv-reviewer", Codebook: mergeBook})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	a, err := s.Annotator(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	return &copyOf{Store: s, device: "dv-reviewer", clock: &now, actors: []Actor{{AnnotatorID: a.ID, AnnotatorUID: a.UID}}}
}

// receive merges a bundle and returns the report.
func (c *copyOf) receive(t testing.TB, b models.Bundle) models.MergeReport {
	t.Helper()
	report, err := c.Merge(t.Context(), c.actors[0], b, models.MergeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// staleness lists which decisions of the first article are stale.
func (c *copyOf) staleness(t testing.TB) (stale []bool) {
	t.Helper()
	decisions, err := c.Decisions(t.Context(), c.articleUID(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range decisions {
		stale = append(stale, d.Stale)
	}
	return stale
}

// A review goes there and back: the reviewer sees one layer, decides, and the
// author's later change makes a decision stale on both machines.
func TestReviewTravelsThereAndBack(t *testing.T) {
	t.Parallel()
	author, reviewer := openCopy(t, ancestor(t, 1, 3), "dv-author"), reviewer(t, "Cholpon the other")
	ctx, layer := t.Context(), author.actors[0].AnnotatorUID
	for n, label := range []string{"claim", "claim", "commitment"} {
		author.label(t, 0, n, label, "")
	}
	author.label(t, 1, 0, "claim", "not to be sent")
	report := reviewer.receive(t, author.bundle(t, models.BundleFilter{Layers: []string{layer}}))
	if report.Added != 3 || report.Articles != 1 || len(report.Layers) != 1 || !report.Layers[0].New {
		t.Fatalf("%+v", report)
	}
	for n, verdict := range []models.Verdict{models.VerdictAccepted, models.VerdictRejected, models.VerdictAccepted} {
		in := models.DecisionInput{SentenceID: reviewer.at(t, n), LayerUID: layer, Verdict: verdict}
		if _, err := reviewer.PutDecision(ctx, reviewer.actors[0], in); err != nil {
			t.Fatal(err)
		}
	}
	author.label(t, 0, 0, "claim", "changed meanwhile")
	report = author.receive(t, reviewer.bundle(t, models.BundleFilter{WithDecisions: true}))
	if report.Decisions != 3 || report.Added != 0 {
		t.Errorf("%+v", report)
	}
	if got := author.staleness(t); !slices.Equal(got, []bool{true, false, false}) {
		t.Errorf("stale are %v", got)
	}
	list, err := author.Responses(ctx, layer)
	if err != nil || len(list) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	in := models.ResponseInput{DecisionUID: list[0].Decision.UID, Answer: models.AnswerAgree}
	if _, err := author.PutResponse(ctx, author.actors[0], in); err != nil {
		t.Error(err)
	}
	report = reviewer.receive(t, author.bundle(t, models.BundleFilter{WithDecisions: true, Layers: []string{layer}}))
	if report.Responses != 1 || report.Removed != 1 || report.Changed != 1 {
		t.Errorf("%+v", report)
	}
	// That the author has followed a decision makes it no stale one.
	if got := reviewer.staleness(t); !slices.Equal(got, []bool{true, false, false}) {
		t.Errorf("stale are %v", got)
	}
	author.sound(t)
	reviewer.sound(t)
}

// Two people of one name are told apart before anything is written.
func TestSameNameIsAsked(t *testing.T) {
	t.Parallel()
	a := openCopy(t, ancestor(t, 1, 2), "dv-a")
	ctx := t.Context()
	other := reviewer(t, "asel")
	b, by := other.Store, other.actors[0]
	if _, err := b.AddArticles(ctx, by, []models.Draft{mergeDraft(0, 2)}); err != nil {
		t.Fatal(err)
	}
	other.label(t, 0, 0, "claim", "mine")
	if err := b.SetReading(ctx, by, []int64{other.at(t, 1)}, true); err != nil {
		t.Fatal(err)
	}
	if err := b.SetFinished(ctx, by, other.articleUID(t), true); err != nil {
		t.Fatal(err)
	}
	bundle := other.bundle(t, models.BundleFilter{})
	before := a.tables(t)
	report, err := a.Merge(ctx, a.actors[0], bundle, models.MergeOptions{})
	if models.CodeOf(err) != models.CodeConflict || len(report.SameNames) != 1 || report.SameNames[0].Ours != a.actors[0].AnnotatorUID {
		t.Fatalf("%+v %v", report, err)
	}
	if report, err = a.Merge(ctx, a.actors[0], bundle, models.MergeOptions{Dry: true}); err != nil || report.Added != 1 || report.Articles != 0 || report.Group != "" {
		t.Errorf("%+v %v", report, err)
	}
	sameTables(t, "before and after a dry run", before, a.tables(t))
	answer := map[string]string{by.AnnotatorUID: a.actors[0].AnnotatorUID}
	if report, err = a.Merge(ctx, a.actors[0], bundle, models.MergeOptions{SamePerson: answer}); err != nil || report.Added != 1 {
		t.Fatalf("%+v %v", report, err)
	}
	people, err := a.Annotators(ctx)
	if err != nil || len(people) != 3 {
		t.Errorf("%+v %v", people, err)
	}
	read, err := a.Readings(ctx, a.articleUID(t), a.actors[0].AnnotatorID)
	if err != nil || !read[a.at(t, 1)] {
		t.Errorf("%v %v", read, err)
	}
	if p, err := a.Progress(ctx, a.articleUID(t), a.actors[0].AnnotatorID); err != nil || p.FinishedAt == nil {
		t.Errorf("%+v %v", p, err)
	}
	other.label(t, 0, 1, "claim", "later") // the answer is remembered
	if report, err = a.Merge(ctx, a.actors[0], other.bundle(t, models.BundleFilter{}), models.MergeOptions{}); err != nil || report.Added != 1 {
		t.Errorf("%+v %v", report, err)
	}
	a.sound(t)
}

// What has no place here is listed, kept and passed on; it comes in once there
// is a place.
func TestWhatHasNoPlaceIsListed(t *testing.T) {
	t.Parallel()
	start := ancestor(t, 1, 4)
	a, b := openCopy(t, start, "dv-a"), openCopy(t, start, "dv-b")
	ctx := t.Context()
	if _, err := a.JoinSentences(ctx, a.actors[0], a.at(t, 0)); err != nil { // holds both of theirs
		t.Fatal(err)
	}
	if _, err := b.JoinSentences(ctx, b.actors[0], b.at(t, 2)); err != nil { // holds two of ours
		t.Fatal(err)
	}
	b.label(t, 1, 0, "claim", "")
	b.label(t, 1, 2, "claim", "")
	bundle := b.bundle(t, models.BundleFilter{})
	foreign := slices.Clone(bundle.Revisions)
	for _, e := range foreign {
		if e.Entity == models.EntityAnnotation && strings.Contains(e.After, `"start":0,`) {
			e.UID, e.EntityUID = newUID(models.PrefixEvent), newUID(models.PrefixAnnotation)
			e.After = strings.Replace(e.After, `"claim"`, `"rumour"`, 1)
			bundle.Revisions = append(bundle.Revisions, e)
		}
	}
	report, err := a.Merge(ctx, a.actors[0], bundle, models.MergeOptions{})
	if err != nil || report.Added != 1 || report.Unmatched != 2 || !slices.Equal(report.UnknownLabels, []string{"rumour"}) {
		t.Fatalf("%+v %v", report, err)
	}
	var reasons []string
	for _, row := range report.UnmatchedRows {
		reasons = append(reasons, string(row.Reason)+" "+row.Annotator+" "+row.ArticleTitle)
		if !strings.HasPrefix(row.Sentence, "Sentence ") {
			t.Errorf("%+v", row)
		}
	}
	slices.Sort(reasons)
	if want := []string{"label Berik Article 0", "sentence Berik Article 0"}; !slices.Equal(reasons, want) {
		t.Errorf("%q", reasons)
	}
	a.sound(t)
	known := a.revisions(t)
	for _, e := range bundle.Revisions {
		if e.Entity != models.EntitySegmentation && !known[e.UID] {
			t.Errorf("%s is lost", e.UID)
		}
	}
	// Once the sentences are cut as theirs were, the label finds its place.
	if _, err := a.JoinSentences(ctx, a.actors[0], a.at(t, 1)); err != nil {
		t.Fatal(err)
	}
	if report, err = a.Merge(ctx, a.actors[0], bundle, models.MergeOptions{}); err != nil || report.Added != 1 || report.Unmatched != 1 {
		t.Errorf("%+v %v", report, err)
	}
	a.sound(t)
}

// Nothing that no project sends gets in, and nothing is written then.
func TestBadBundlesAreRefused(t *testing.T) {
	t.Parallel()
	start := ancestor(t, 1, 2)
	a, b := openCopy(t, start, "dv-a"), openCopy(t, start, "dv-b")
	b.label(t, 1, 0, "claim", "")
	before := a.tables(t)
	for name, spoil := range map[string]func(*models.Event){
		"no name":     func(e *models.Event) { e.UID = "" },
		"no version":  func(e *models.Event) { e.Version = 0 },
		"end of time": func(e *models.Event) { e.Version = 1 << 62 },
		"a merge":     func(e *models.Event) { e.Kind = models.KindMerge },
		"no state":    func(e *models.Event) { e.After = "" },
		"no JSON":     func(e *models.Event) { e.After = "{" },
		"bad origin":  func(e *models.Event) { e.After = strings.Replace(e.After, "manual", "magic", 1) },
	} {
		bundle := b.bundle(t, models.BundleFilter{})
		at := slices.IndexFunc(bundle.Revisions, func(e models.Event) bool { return e.Entity == models.EntityAnnotation })
		spoil(&bundle.Revisions[at])
		if _, err := a.Merge(t.Context(), a.actors[0], bundle, models.MergeOptions{}); err == nil {
			t.Errorf("%s gets in", name)
		}
	}
	sameTables(t, "before and after", before, a.tables(t))
	if _, err := a.Bundle(t.Context(), models.BundleFilter{Layers: []string{"at-nobody"}}); models.CodeOf(err) != models.CodeNotFound {
		t.Error(err)
	}
}

// Undo of a merge brings back the stamps that decisions know what they judged
// by.
func TestUndoOfAMergeLeavesDecisionsFresh(t *testing.T) {
	t.Parallel()
	a := openCopy(t, ancestor(t, 1, 1), "dv-a")
	ctx := t.Context()
	a.label(t, 1, 0, "claim", "")
	in := models.DecisionInput{SentenceID: a.at(t, 0), LayerUID: a.actors[1].AnnotatorUID, Verdict: models.VerdictAccepted}
	if _, err := a.PutDecision(ctx, a.actors[0], in); err != nil {
		t.Fatal(err)
	}
	b := a.again(t)
	b.label(t, 1, 0, "claim", "another note")
	stale := func() bool {
		list, err := a.Decisions(ctx, a.articleUID(t))
		if err != nil || len(list) != 1 {
			t.Fatal(list, err)
		}
		return list[0].Stale
	}
	a.merge(t, b)
	if !stale() {
		t.Error("the decision is fresh after the merge")
	}
	if _, err := a.Undo(ctx, a.actors[0]); err != nil {
		t.Fatal(err)
	}
	if stale() {
		t.Error("the decision is stale after the undo")
	}
}
