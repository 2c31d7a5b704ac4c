package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"glossator/models"
	"glossator/models/store"
)

// corpusRoom is a project with annotations of two people, some of them with
// details, one on an article that is deleted and one that is taken back.
func corpusRoom(t testing.TB) *room {
	t.Helper()
	o := options()
	now := time.UnixMilli(1_700_000_000_000)
	o.Clock = func() time.Time { now = now.Add(time.Minute); return now }
	r := newRoom(t, o, 6, 30)
	_, other := r.actor(t, "Bolat")
	random := rand.New(rand.NewPCG(1, 2))
	labels := []string{"commitment", "statistic", "claim"}
	for range 160 {
		by := []store.Actor{r.by, other}[random.IntN(2)]
		sentences := r.sentences(t, random.IntN(len(r.articles)))
		in := store.PutLabel{SentenceID: sentences[random.IntN(len(sentences))].ID, LabelKey: labels[random.IntN(3)]}
		if in.LabelKey == "claim" && random.IntN(2) == 0 {
			in.Details = map[string]string{"speaker": "Ёлка Министр"}
		}
		if _, err := r.PutLabel(t.Context(), by, in); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.DeleteArticles(t.Context(), r.by, []string{r.articles[5].UID}); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Undo(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	return r
}

// all walks a table to its end and returns the UIDs of its annotations.
func (r *room) all(t testing.TB, ask models.Corpus) (uids []string, rows []models.ExportRow) {
	t.Helper()
	for range 10_000 {
		page, err := r.Corpus(t.Context(), ask)
		if err != nil {
			t.Fatal(err)
		}
		if ask.Limit > 0 && len(page.Rows) > ask.Limit {
			t.Fatalf("a page of %d rows, asked for %d", len(page.Rows), ask.Limit)
		}
		rows = append(rows, page.Rows...)
		if page.Done {
			for _, row := range rows {
				uids = append(uids, row.Annotation.UID)
			}
			return uids, rows
		}
		ask.After = page.Next
	}
	t.Fatal("the table has no end")
	return nil, nil
}

// exported returns what an export of the same filter holds.
func (r *room) exported(t testing.TB, f models.ExportFilter) (uids []string) {
	t.Helper()
	for row, err := range r.ExportRows(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		uids = append(uids, row.Annotation.UID)
	}
	return uids
}

func TestCorpusHoldsWhatAnExportHolds(t *testing.T) {
	t.Parallel()
	r := corpusRoom(t)
	_, every := r.all(t, models.Corpus{})
	middle := every[len(every)/2].Annotation.CreatedAt
	for _, ask := range []models.Corpus{
		{},
		{LabelKeys: []string{"claim", "statistic"}},
		{AnnotatorUIDs: []string{r.by.AnnotatorUID}},
		{Words: "ПРИЮТ предл"},
		{Words: "елка"},
		{Words: "елка статьи"},
		{Words: "nowhere"},
		{From: middle},
		{Until: middle, LabelKeys: []string{"claim"}},
	} {
		want := r.exported(t, ask.Export())
		slices.Sort(want)
		for _, by := range []models.CorpusColumn{models.CorpusDate, models.CorpusArticle, models.CorpusLabel, models.CorpusAnnotator} {
			for _, limit := range []int{3, 0} {
				ask.By, ask.Limit, ask.Descending = by, limit, false
				up, _ := r.all(t, ask)
				ask.Descending = true
				down, _ := r.all(t, ask)
				for _, got := range [][]string{up, down} {
					if slices.Sort(got); !slices.Equal(got, want) {
						t.Errorf("%+v: %d annotations, want %d", ask, len(got), len(want))
					}
				}
			}
		}
	}
	if count, err := r.CorpusCount(t.Context(), models.Corpus{}); err != nil || count != len(every) {
		t.Errorf("%d annotations counted (%v), want %d", count, err, len(every))
	}
	claims, _ := r.all(t, models.Corpus{LabelKeys: []string{"claim"}})
	if count, err := r.CorpusCount(t.Context(), models.Corpus{LabelKeys: []string{"claim"}}); err != nil || count != len(claims) {
		t.Errorf("%d claims counted (%v), want %d", count, err, len(claims))
	}
}

func TestCorpusIsSorted(t *testing.T) {
	t.Parallel()
	r := corpusRoom(t)
	place := map[string]int{"commitment": 0, "statistic": 1, "claim": 2}
	keys := map[models.CorpusColumn]func(models.ExportRow) string{
		models.CorpusDate:    func(e models.ExportRow) string { return fmt.Sprintf("%012d", e.Annotation.ID) },
		models.CorpusArticle: func(e models.ExportRow) string { return fmt.Sprintf("%06d %06d", e.Article.ID, e.Sentence.StartOff) },
	}
	groups := map[models.CorpusColumn]func(models.ExportRow) string{
		models.CorpusLabel:     func(e models.ExportRow) string { return strconv.Itoa(place[e.Label]) },
		models.CorpusAnnotator: func(e models.ExportRow) string { return e.Annotator.Name },
	}
	for by, group := range groups {
		keys[by] = func(e models.ExportRow) string { return group(e) + " " + keys[models.CorpusArticle](e) }
	}
	for by, key := range keys {
		_, rows := r.all(t, models.Corpus{By: by, Limit: 9})
		if !slices.IsSortedFunc(rows, func(a, b models.ExportRow) int { return strings.Compare(key(a), key(b)) }) {
			t.Errorf("sorted by %s, the order is wrong", by)
		}
		if group, ok := groups[by]; ok {
			key = group
		}
		_, rows = r.all(t, models.Corpus{By: by, Descending: true, Limit: 9})
		if !slices.IsSortedFunc(rows, func(a, b models.ExportRow) int { return strings.Compare(key(b), key(a)) }) {
			t.Errorf("sorted by %s from the end, the order is wrong", by)
		}
	}
	_, err := r.Corpus(t.Context(), models.Corpus{By: "colour"})
	wantCode(t, err, models.CodeUnsupported)
}

func TestCorpusRowsAreWhole(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 2, 3)
	sentence := r.sentences(t, 1)[2]
	in := store.PutLabel{SentenceID: sentence.ID, LabelKey: "statistic", Details: map[string]string{"value": "12", "measure": "count"}}
	if _, err := r.PutLabel(t.Context(), r.by, in); err != nil {
		t.Fatal(err)
	}
	_, rows := r.all(t, models.Corpus{})
	if len(rows) != 1 {
		t.Fatalf("%d rows, want 1", len(rows))
	}
	row := rows[0]
	if row.Article.UID != r.articles[1].UID || row.Article.Title != r.articles[1].Title || row.Sentence != sentence ||
		row.Label != "statistic" || row.Annotator.Name != "Asel" || len(row.Details) != 2 || row.Details[0].ValueText != "12" {
		t.Errorf("the row is %+v", row)
	}
}

// BenchmarkCorpusStep times single steps through the table of all annotations.
func BenchmarkCorpusStep(b *testing.B) {
	r := stocked(b)
	tagAll(b, r)
	for name, ask := range map[string]models.Corpus{
		"newest":     {By: models.CorpusDate, Descending: true},
		"article":    {By: models.CorpusArticle},
		"label":      {By: models.CorpusLabel, Descending: true},
		"words":      {By: models.CorpusArticle, Words: "предложение"},
		"rare words": {By: models.CorpusDate, Words: "nowhere"},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				page, err := r.Corpus(b.Context(), ask)
				if err != nil {
					b.Fatal(err)
				}
				if ask.After = page.Next; page.Done {
					ask.After = models.CorpusPlace{}
				}
			}
		})
	}
}
