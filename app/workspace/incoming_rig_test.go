package workspace_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

// awkward are sentences in which offsets, quoting and guarding go wrong.
var awkward = []string{
	"The ministry will open three shelters by May 2025.", "=1+1 is what she wrote.", "-5 degrees, \"quoted\"; and more,",
	"👩‍👩‍👧 Some 192 victims, cafe\u0301 owners.", "Үкімет 2030 жылға дейін 500 үй салады.", "שלום, עולם 😀 \"quoted\".",
	"On two\nlines it stands.", "'=not a formula, @home", "NA", "null", "0001", "1e5", "A bell \a rang.", "Отчёт скрыли\tот всех.",
}

// randomDraft makes an article of some awkward sentences.
func randomDraft(rng *rand.Rand, n int) models.Draft {
	d := models.Draft{Segmenter: "test/1", Document: models.Document{
		Title: fmt.Sprintf("Article %d, \"=%d\"", n, n), URL: fmt.Sprintf("https://a.kz/%d", n), Source: "El.kz", Language: "en",
		PublishedOn: "2024-06", Precision: models.PrecisionMonth, Format: "text", Name: "a.txt",
	}}
	points := 0
	for i := range 1 + rng.IntN(8) {
		text := awkward[rng.IntN(len(awkward))]
		length := utf8.RuneCountInString(text)
		d.Sentences = append(d.Sentences, models.Sentence{Seq: i + 1, StartOff: points, EndOff: points + length, Text: text})
		d.Text += text + " "
		points += length + 1
	}
	d.Text += fmt.Sprint(n) // two articles never have the same text
	d.Blocks = []models.Block{{Kind: models.BlockParagraph, EndOff: utf8.RuneCountInString(d.Text)}}
	return d
}

// randomTags is what three people do to the articles.
func randomTags(rng *rand.Rand, st *store.Store, articles []models.Content, labels []models.Label) store.Application {
	uid := func(prefix models.Prefix, n int) string {
		return fmt.Sprintf("%s0190f5b2-0000-7000-8000-%012d", prefix, n)
	}
	a := store.Application{Columns: []string{"Region", "my note"}}
	me, _ := st.Annotator(context.Background(), "Ann")
	people := []models.Annotator{{UID: me.UID, Name: "Ann"}, {UID: uid("at-", 2), Name: "Бота"}, {UID: uid("at-", 1), Name: "=Cem"}}
	a.People = people[1:]
	n := 0
	for _, content := range articles {
		for _, person := range people {
			finished := rng.IntN(2) == 0
			if finished {
				a.Finished = append(a.Finished, store.Finish{ArticleUID: content.Article.UID, AnnotatorUID: person.UID})
			}
			for _, s := range content.Sentences {
				before := n
				for _, label := range labels {
					if rng.IntN(4) == 0 {
						n++
						a.Annotations = append(a.Annotations, randomTag(rng, uid("an-", n), content, s, person.UID, label))
					}
				}
				if finished && n == before && rng.IntN(2) == 0 {
					a.Kept = append(a.Kept, store.Kept{ArticleUID: content.Article.UID, Start: s.StartOff, End: s.EndOff,
						AnnotatorUID: person.UID, Extra: models.NewExtra(map[string]string{"Region": "=Шымкент"})})
				}
			}
		}
	}
	rng.Shuffle(len(a.Annotations), func(i, j int) { a.Annotations[i], a.Annotations[j] = a.Annotations[j], a.Annotations[i] })
	return a
}

func randomTag(rng *rand.Rand, uid string, content models.Content, s models.Sentence, person string, label models.Label) store.Applied {
	tag := store.Applied{
		UID: uid, ArticleUID: content.Article.UID, Start: s.StartOff, End: s.EndOff, AnnotatorUID: person, LabelKey: label.Key,
		Origin: models.OriginManual, CodebookVersion: fmt.Sprint("0.", rng.IntN(9)), CreatedAt: 1.7e12 + rng.Int64N(1e11), UpdatedAt: 1.8e12,
	}
	if rng.IntN(2) == 0 {
		tag.Note = awkward[rng.IntN(len(awkward))] + strings.Repeat(" ", rng.IntN(2))
	}
	if rng.IntN(3) == 0 {
		tag.Confidence = models.ConfidenceLow
	}
	if rng.IntN(3) == 0 {
		tag.Extra = models.NewExtra(map[string]string{"Region": "=Алматы", "my note": "two\nlines"})
	}
	if length := s.EndOff - s.StartOff; rng.IntN(3) == 0 && length > 1 {
		from := rng.IntN(length - 1)
		to := from + 1 + rng.IntN(length-from-1)
		tag.PartStart, tag.PartEnd = new(s.StartOff+from), new(s.StartOff+to)
		tag.Quote = string([]rune(s.Text)[from:to])
	}
	for _, field := range label.Fields {
		if rng.IntN(2) == 0 {
			tag.Details = append(tag.Details, models.NamedDetail{Label: label.Key, Field: field.Key, Detail: randomDetail(rng, field)})
		}
	}
	return tag
}

// randomReview has two reviewers decide about some of it, changes a part of it
// afterwards, and answers some decisions.
func randomReview(t *testing.T, rng *rand.Rand, st *store.Store, articles []models.Content, tags store.Application) {
	t.Helper()
	people, err := st.Annotators(t.Context())
	must(t, err)
	verdicts := []models.Verdict{
		models.VerdictAccepted, models.VerdictChanged, models.VerdictRejected, models.VerdictAdded, models.VerdictDeferred,
	}
	for _, name := range []string{"Dan", "=Eve, \"the\" reviewer"} {
		dan, err := st.Annotator(t.Context(), name)
		must(t, err)
		by := store.Actor{AnnotatorID: dan.ID, AnnotatorUID: dan.UID}
		for _, content := range articles {
			for _, s := range content.Sentences {
				in := models.DecisionInput{
					SentenceID: s.ID, LabelKey: pickOne(rng, "", "commitment", "statistic", "claim"), Verdict: pickOne(rng, verdicts...),
					LayerUID: pickOne(rng, "", people[rng.IntN(len(people))].UID), Comment: pickOne(rng, awkward...),
				}
				if label := pickOne(rng, "", "claim", "statistic"); label != "" {
					in.Labels = []models.ResultLabel{{Label: label}}
				}
				if rng.IntN(2) > 0 {
					continue
				}
				if _, err := st.PutDecision(t.Context(), by, in); err != nil && models.CodeOf(err) != models.CodeInvalid {
					t.Fatal(err)
				}
			}
		}
	}
	ann, err := st.Annotator(t.Context(), "Ann")
	must(t, err)
	by := store.Actor{AnnotatorID: ann.ID, AnnotatorUID: ann.UID}
	for i := range tags.Annotations {
		if tag := &tags.Annotations[i]; tag.AnnotatorUID == ann.UID && rng.IntN(4) == 0 {
			_, err := st.SetNote(t.Context(), by, tag.UID, "changed after the review")
			must(t, err)
		}
	}
	open, err := st.Responses(t.Context(), ann.UID)
	must(t, err)
	for _, response := range open {
		in := models.ResponseInput{DecisionUID: response.Decision.UID, Answer: pickOne(rng, models.AnswerAgree, models.AnswerDisagree)}
		if _, err := st.PutResponse(t.Context(), by, in); err != nil && models.CodeOf(err) != models.CodeConflict {
			t.Fatal(err)
		}
	}
}

func pickOne[T any](rng *rand.Rand, list ...T) T { return list[rng.IntN(len(list))] }

// randomDetail has words and, now and then, a value that does not follow from
// them, as one that a person has corrected.
func randomDetail(rng *rand.Rand, field models.Field) models.Detail {
	words := awkward[rng.IntN(len(awkward))]
	switch field.Type {
	case models.FieldNumber:
		words = []string{"1 920,5", "-74", "some 30%", "12,345"}[rng.IntN(4)]
	case models.FieldDate:
		words = []string{"by May 2025", "2030", "soon"}[rng.IntN(3)]
	case models.FieldChoice:
		words = field.Choices()[0]
	case models.FieldBool:
		words = "true"
	case models.FieldText, models.FieldPerson:
	}
	d, _ := models.ReadDetail(field, 0, words)
	d.ValueText = words
	if field.Type == models.FieldNumber && rng.IntN(3) == 0 {
		d.ValueNum = new(float64(rng.IntN(1000)) / 8)
	}
	if field.Type == models.FieldDate && rng.IntN(3) == 0 {
		d.ValueISO = "2025-05"
	}
	return d
}

// twins makes a project with random tags, and a copy of it from before them.
func twins(t *testing.T, seed uint64) (tagged, bare *workspace.Workspace) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 7))
	path := filepath.Join(t.TempDir(), "Test project.glossator")
	st, err := store.Create(path, "Test project", options(t))
	if err != nil {
		t.Fatal(err)
	}
	ann, err := st.Annotator(t.Context(), "Ann")
	if err != nil {
		t.Fatal(err)
	}
	by := store.Actor{AnnotatorID: ann.ID, AnnotatorUID: ann.UID}
	var drafts []models.Draft
	for n := range 1 + rng.IntN(4) {
		drafts = append(drafts, randomDraft(rng, n))
	}
	added, err := st.AddArticles(t.Context(), by, drafts)
	if err != nil {
		t.Fatal(err)
	}
	twin := filepath.Join(t.TempDir(), "Copy.glossator")
	if err := st.Backup(t.Context(), twin); err != nil {
		t.Fatal(err)
	}
	var articles []models.Content
	for _, one := range added {
		content, err := st.Content(t.Context(), one.Article.UID)
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, content)
	}
	labels, err := st.Labels(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	tags := randomTags(rng, st, articles, labels)
	if _, err := st.Apply(t.Context(), by, tags); err != nil {
		t.Fatal(err)
	}
	randomReview(t, rng, st, articles, tags)
	other, err := store.Open(twin, options(t))
	if err != nil {
		t.Fatal(err)
	}
	return work(t, st, "Ann"), work(t, other, "Ann")
}

func exported(t *testing.T, ws *workspace.Workspace, format export.Format) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export"+format.Extension)
	if _, err := ws.Export(t.Context(), workspace.ExportRequest{Path: path, Format: format}); err != nil {
		t.Fatal(err)
	}
	return path
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// take imports a file and returns what became of it.
func take(t *testing.T, ws *workspace.Workspace, path string) workspace.Coming {
	t.Helper()
	coming, err := ws.ReadComing(t.Context(), path, workspace.ComingOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if coming, err = ws.Take(t.Context(), coming, workspace.ComingOptions{}, nil); err != nil {
		t.Fatal(err)
	}
	return coming
}
