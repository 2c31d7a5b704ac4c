package workspace_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/app/segment"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

func sound(t *testing.T, ws *workspace.Workspace) {
	t.Helper()
	findings, err := ws.Check(t.Context())
	if err != nil || len(findings) > 0 {
		t.Errorf("check: %v, %v", findings, err)
	}
}

func TestReviseArticle(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	a := report(t, ws)
	content, _ := ws.Article()
	title, body := content.Blocks[0], content.Blocks[len(content.Blocks)-1]
	if title.Kind != models.BlockTitle || len(content.Sentences) != 4 {
		t.Fatalf("%+v", content.Blocks)
	}
	toggle(t, ws, 1, "statistic")
	title.Kind = models.BlockParagraph
	err := ws.ReviseArticle(t.Context(), a.UID, workspace.Revision{
		Article: func(a *models.Article) { a.Subtitle, a.Language = "A subtitle", "kk" },
		Blocks:  []models.Block{title},
	})
	if err != nil {
		t.Fatal(err)
	}
	content, _ = ws.Article()
	if len(content.Sentences) != 5 || content.Sentences[0].Text != "Ministry opens shelters" || content.Article.Subtitle != "A subtitle" {
		t.Errorf("%+v", content.Sentences)
	}
	if got := labels(t, ws); !slices.Equal(got, []string{"", "", "statistic", "", ""}) {
		t.Errorf("labels %q", got)
	}
	subject, err := ws.Subject(t.Context(), a.UID)
	if err != nil || !subject.Added() || subject.Labels[body.Seq] != 1 || len(subject.Labels) != 1 {
		t.Errorf("%v, %v", subject.Labels, err)
	}
	body.Boilerplate = true
	err = ws.ReviseArticle(t.Context(), a.UID, workspace.Revision{Blocks: []models.Block{body}})
	if models.CodeOf(err) != models.CodeInvalid {
		t.Errorf("a paragraph with a label was set apart: %v", err)
	}
	sound(t, ws)
	undo(t, ws)
	if content, _ = ws.Article(); len(content.Sentences) != 4 || content.Article.Language == "kk" {
		t.Errorf("after undo %d sentences, %q", len(content.Sentences), content.Article.Language)
	}
	sound(t, ws)
}

func TestLookBeforeAdding(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	path := write(t, filepath.Join(t.TempDir(), "a.txt"), "A title\n\nThe first sentence. The second one.\n\nSubscribe to us, all of you.\n")
	taken, err := workspace.TakeIn(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	subject, err := ws.Look(t.Context(), taken)
	if err != nil || subject.Added() || subject.Content.Article.Title != "A title" {
		t.Fatalf("%+v, %v", subject.Content.Article, err)
	}
	if _, total, err := ws.Library(t.Context(), models.ArticleFilter{}); err != nil || total != 0 {
		t.Errorf("looking added %d articles, %v", total, err)
	}
	last := subject.Content.Blocks[len(subject.Content.Blocks)-1]
	last.Boilerplate = true
	added, err := ws.AddSubject(t.Context(), subject, workspace.Revision{
		Article: func(a *models.Article) {
			a.Title, a.PublishedOn, a.Precision = "Another", "2024-06", models.PrecisionMonth
		},
		Blocks: []models.Block{last},
	})
	if err != nil || added.Article.Title != "Another" || added.Article.SentenceCount != 2 || added.Article.PublishedOn != "2024-06" {
		t.Errorf("%+v, %v", added.Article, err)
	}
	if subject.Content.Blocks[last.Seq].Boilerplate {
		t.Error("the subject was changed")
	}
	if _, err := ws.LookText("  "); models.CodeOf(err) != models.CodeEmpty {
		t.Errorf("an empty text: %v", err)
	}
}

// oldRules is an article that an earlier segmenter has cut: at every full stop.
func oldRules(t *testing.T, ws *workspace.Workspace, path string) models.Article {
	t.Helper()
	report, err := ws.Import(t.Context(), []string{path}, nil)
	if err != nil || report[0].Err != nil {
		t.Fatal(err, report)
	}
	return report[0].Article
}

func TestSegmentAgain(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "P.glossator")
	st, err := store.Create(path, "P", options(t))
	if err != nil {
		t.Fatal(err)
	}
	ws := work(t, st, "Ann")
	file := write(t, filepath.Join(t.TempDir(), "a.txt"),
		"The title\n\nDr. Smith opened a shelter. It has ten beds.\n\nMr. Brown left. He came back.\n\nMrs. Green stayed. She said so.\n")
	a := oldRules(t, ws, file)
	if err := ws.OpenArticle(t.Context(), a.UID); err != nil {
		t.Fatal(err)
	}
	// An earlier version would have cut after the titles.
	content, _ := ws.Article()
	by := store.Actor{AnnotatorID: ws.Me().ID, AnnotatorUID: ws.Me().UID}
	cut := func(s models.Sentence, words int) [][2]int {
		return [][2]int{{s.StartOff, s.StartOff + words}, {s.StartOff + words + 1, s.EndOff}}
	}
	s := content.Sentences
	place := func(s models.Sentence) [2]int { return [2]int{s.StartOff, s.EndOff} }
	_, err = st.NewBatch().SegmentAgain(t.Context(), by, store.Recut{ArticleUID: a.UID, Segmenter: "earlier/1", Blocks: map[int][][2]int{
		s[0].BlockSeq: append(cut(s[0], len("Dr.")), place(s[1])),
		s[2].BlockSeq: append(cut(s[2], len("Mr.")), place(s[3])),
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := ws.OpenArticle(t.Context(), a.UID); err != nil {
		t.Fatal(err)
	}
	toggle(t, ws, 1, "commitment")                           // "Smith opened a shelter."
	toggle(t, ws, 2, "statistic")                            // "It has ten beds."
	if err := ws.MergeWithNext(t.Context(), 4); err != nil { // "Brown left. He came back.", by hand
		t.Fatal(err)
	}
	plan, err := ws.PlanRecut(t.Context(), a.UID)
	if err != nil || len(plan.Blocks) != 1 || plan.ByHand != 1 || plan.Labels() != 1 || plan.Sentences() != -1 || plan.To != segment.Version {
		t.Fatalf("%+v, %v", plan, err)
	}
	change := plan.Blocks[0].Changes[0]
	if !slices.Equal(change.Old, []string{"Dr.", "Smith opened a shelter."}) || !slices.Equal(change.New, []string{"Dr. Smith opened a shelter."}) {
		t.Errorf("%+v", change)
	}
	if changed, err := ws.SegmentAgain(t.Context(), a.UID); err != nil || changed != 1 {
		t.Errorf("%d blocks changed, %v", changed, err)
	}
	if got := strings.Join(labels(t, ws), ","); got != "commitment,statistic,,,," {
		t.Errorf("labels %q", got)
	}
	content, _ = ws.Article()
	if content.Article.Segmenter != segment.Version || content.Sentences[3].Text != "Brown left. He came back." {
		t.Errorf("%+v %+v", content.Article, content.Sentences)
	}
	sound(t, ws)
	undo(t, ws)
	if got := strings.Join(labels(t, ws), ","); got != ",commitment,statistic,,,," {
		t.Errorf("labels after undo %q", got)
	}
	sound(t, ws)
}
