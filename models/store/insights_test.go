package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// dated is a project of articles with dates and sources and a commitment, a
// claim and two statistics in each.
func dated(t *testing.T) *room {
	t.Helper()
	r := newRoom(t, options(), 0, 0)
	for i, about := range []struct{ date, source string }{
		{"2026-03-14T10:00", "Қала"}, {"2026-03-14", "Observer"}, {"2026-04", "Қала"}, {"2025", ""}, {"", ""},
	} {
		d := draft(i, 4)
		d.PublishedOn, d.Source = about.date, about.source
		added, err := r.AddArticles(t.Context(), r.by, []models.Draft{d})
		if err != nil {
			t.Fatal(err)
		}
		r.articles = append(r.articles, added[0].Article)
		s := r.sentences(t, i)
		for n, in := range []store.PutLabel{
			{LabelKey: "commitment", Details: map[string]string{"actor": "Министерство", "deadline": fmt.Sprint(2026 + i)}},
			{LabelKey: "claim", Details: map[string]string{"speaker": fmt.Sprint("Speaker ", i%2)}},
			{LabelKey: "statistic", Details: map[string]string{"value": "12", "measure": "share"}},
			{LabelKey: "statistic"},
		} {
			in.SentenceID = s[n].ID
			if _, err := r.PutLabel(t.Context(), r.by, in); err != nil {
				t.Fatal(err)
			}
		}
	}
	return r
}

func counts(list []models.LabelCount) string {
	var all []string
	for _, c := range list {
		all = append(all, fmt.Sprintf("%s %s %d", c.Of, c.LabelKey, c.Count))
	}
	return strings.Join(all, "; ")
}

func TestInsightsCountWhatStands(t *testing.T) {
	t.Parallel()
	r := dated(t)
	if err := r.DeleteArticles(t.Context(), r.by, []string{r.articles[3].UID}); err != nil {
		t.Fatal(err)
	}
	r.toggle(t, r.sentences(t, 4)[3].ID, "statistic") // off
	days, err := r.CountByDay(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	const want = " commitment 1;  statistic 1;  claim 1; 2026-03-14 commitment 2; 2026-03-14 statistic 4; 2026-03-14 claim 2; " +
		"2026-04 commitment 1; 2026-04 statistic 2; 2026-04 claim 1"
	if got := counts(days); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	sources, err := r.CountBySource(t.Context(), []string{r.annotator.UID})
	if got := counts(sources); err != nil || !strings.Contains(got, "Қала statistic 4") {
		t.Errorf("%s, %v", got, err)
	}
	if other, _ := r.actor(t, "Boris"); true {
		if days, err := r.CountByDay(t.Context(), []string{other.UID}); err != nil || len(days) != 0 {
			t.Errorf("%v, %v", days, err)
		}
	}
	if err := r.SetFinished(t.Context(), r.by, r.articles[0].UID, true); err != nil {
		t.Fatal(err)
	}
	work, err := r.CountWork(t.Context(), nil)
	if err != nil || len(work) != 2 || work[0].Finished != 1 || work[0].Begun != 3 || work[0].Sentences != 4+4+4+3 || work[1].Sentences != 0 {
		t.Errorf("%+v, %v", work, err)
	}
	r.sound(t)
}

func TestDetailsOfFields(t *testing.T) {
	t.Parallel()
	r := dated(t)
	ask := models.DetailQuestion{Fields: []models.FieldName{
		{Label: "commitment", Field: "deadline"}, {Label: "statistic", Field: "value"}, {Label: "claim", Field: "none"},
	}}
	var all []string
	far := 0.0
	err := r.DetailsOf(t.Context(), ask, func(d models.NamedDetail) { all = append(all, d.Field+" "+d.ValueISO+d.ValueText) },
		func(done float64) { far = done })
	if err != nil || far != 1 {
		t.Fatal(far, err)
	}
	if want := "deadline 20262026;value 12;deadline 20272027;value 12"; !strings.HasPrefix(strings.Join(all, ";"), want) || len(all) != 10 {
		t.Errorf("%q", all)
	}
}

// The database and the program agree on what a subset holds: the table shows
// what the export writes, and a bar what both do.
func TestSubsetsAreTheSameEverywhere(t *testing.T) {
	t.Parallel()
	r := dated(t)
	city, nowhere := "Қала", ""
	for name, c := range map[string]struct {
		subset models.Subset
		want   int
	}{
		"everything":   {models.Subset{}, 20},
		"a month":      {models.Subset{Published: models.DateRange{From: "2026-03", Until: "2026-04"}}, 8},
		"a month only": {models.Subset{Published: models.DateRange{From: "2026-04", Until: "2026-04-"}}, 4},
		"a year":       {models.Subset{Published: models.DateRange{From: "2026", Until: "2027"}}, 12},
		"no date":      {models.Subset{Published: models.NoDate()}, 4},
		"a source":     {models.Subset{Source: &city}, 8},
		"no source":    {models.Subset{Source: &nowhere}, 8},
		"a speaker": {models.Subset{Details: []models.DetailTest{
			{Label: "claim", Field: "speaker", Values: []string{"Speaker 0", "Nobody"}}}}, 3},
		"any speaker": {models.Subset{Details: []models.DetailTest{{Label: "claim", Field: "speaker"}}}, 5},
		"a deadline, no actor": {models.Subset{Details: []models.DetailTest{
			{Label: "commitment", Field: "deadline"}, {Label: "commitment", Field: "actor", Lacking: true}}}, 0},
		"not that speaker": {models.Subset{Source: &city, Details: []models.DetailTest{
			{Label: "claim", Field: "speaker", Values: []string{"Speaker 0"}, Lacking: true}}}, 6},
		"no such field": {models.Subset{Details: []models.DetailTest{{Label: "claim", Field: "none"}}}, 0},
	} {
		for _, by := range []models.CorpusColumn{models.CorpusDate, models.CorpusArticle, models.CorpusLabel} {
			ask := models.Corpus{By: by, Subset: c.subset}
			var table, file []string
			for done := false; !done; {
				page, err := r.Corpus(t.Context(), ask)
				if err != nil {
					t.Fatal(err)
				}
				for _, row := range page.Rows {
					table = append(table, row.Annotation.UID)
				}
				ask.After, done = page.Next, page.Done
			}
			for row, err := range r.ExportRows(t.Context(), ask.Export()) {
				if err != nil {
					t.Fatal(err)
				}
				file = append(file, row.Annotation.UID)
			}
			slices.Sort(table)
			slices.Sort(file)
			if len(table) != c.want || !slices.Equal(table, file) {
				t.Errorf("%s by %s: %d in the table, %d in the file, want %d", name, by, len(table), len(file), c.want)
			}
		}
	}
	if narrow := (models.Corpus{Subset: models.Subset{Source: &nowhere}}).Narrow(); !narrow {
		t.Error("a subset leaves nothing out")
	}
}
