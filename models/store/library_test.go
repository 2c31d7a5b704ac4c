package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// titles returns the titles of a page of the library.
func titles(tb testing.TB, r *room, f models.ArticleFilter) []string {
	tb.Helper()
	f.AnnotatorID = r.annotator.ID
	rows, total, err := r.Articles(tb.Context(), f)
	if err != nil {
		tb.Fatal(err)
	}
	if f.Limit == 0 && total != len(rows) {
		tb.Errorf("%d of %d rows", len(rows), total)
	}
	var list []string
	for _, row := range rows {
		list = append(list, row.Title)
	}
	return list
}

// collection is five articles that differ in everything, with work on some.
func collection(t *testing.T) *room {
	t.Helper()
	r := newRoom(t, options(), 0, 0)
	ctx := t.Context()
	var drafts []models.Draft
	for i, about := range []struct{ title, source, language, date string }{
		{"Вода", "Times", "ru", "2024"},
		{"Ёлка", "Times", "ru", "2024-05"},
		{"Apple", "Herald", "en", "2024-05-20"},
		{"Berry", "Herald", "", "2025-01-02T10:00"},
		{"Cherry", "", "en", ""},
	} {
		d := draft(i, 4)
		d.Title, d.Source, d.Language, d.PublishedOn = about.title, about.source, about.language, about.date
		drafts = append(drafts, d)
	}
	added, err := r.AddArticles(ctx, r.by, drafts)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range added {
		r.articles = append(r.articles, a.Article)
	}
	return r
}

func TestLibraryFilters(t *testing.T) {
	t.Parallel()
	r := collection(t)
	ctx := t.Context()
	other, otherBy := r.actor(t, "Dana")
	tag := func(by store.Actor, article, sentence int, label, note string) {
		t.Helper()
		in := store.PutLabel{SentenceID: r.sentences(t, article)[sentence].ID, LabelKey: label, Note: &note}
		if _, err := r.PutLabel(ctx, by, in); err != nil {
			t.Fatal(err)
		}
	}
	all := titles(t, r, models.ArticleFilter{}) // the library is read now and has to follow
	tag(r.by, 0, 0, "claim", "")
	tag(r.by, 0, 1, "claim", "check")
	tag(r.by, 1, 0, "statistic", "")
	tag(otherBy, 2, 0, "claim", "")
	if err := r.SetReading(ctx, r.by, []int64{r.sentences(t, 3)[0].ID}, true); err != nil {
		t.Fatal(err)
	}
	if err := r.SetFinished(ctx, r.by, r.articles[4].UID, true); err != nil {
		t.Fatal(err)
	}
	if _, err := r.EditArticle(ctx, r.by, r.articles[2].UID, func(a *models.Article) { a.Topics = "fruit\nред" }); err != nil {
		t.Fatal(err)
	}
	for name, ask := range map[string]struct {
		filter models.ArticleFilter
		want   []string
	}{
		"all":            {models.ArticleFilter{}, all},
		"reverse":        {models.ArticleFilter{Reverse: true}, []string{"Вода", "Ёлка", "Apple", "Berry", "Cherry"}},
		"yo is e":        {models.ArticleFilter{Search: "елка"}, []string{"Ёлка"}},
		"source":         {models.ArticleFilter{Source: "Times"}, []string{"Ёлка", "Вода"}},
		"language":       {models.ArticleFilter{Language: "en"}, []string{"Cherry", "Apple"}},
		"no language":    {models.ArticleFilter{Language: models.LanguageUnknown}, []string{"Berry"}},
		"from":           {models.ArticleFilter{From: "2024-05-20"}, []string{"Berry", "Apple", "Ёлка", "Вода"}},
		"until":          {models.ArticleFilter{To: "2024-05"}, []string{"Apple", "Ёлка", "Вода"}},
		"between":        {models.ArticleFilter{From: "2024-06", To: "2025"}, []string{"Berry", "Вода"}},
		"topic":          {models.ArticleFilter{Topic: "fruit"}, []string{"Apple"}},
		"half a topic":   {models.ArticleFilter{Topic: "fru"}, nil},
		"label":          {models.ArticleFilter{LabelKey: "claim"}, []string{"Apple", "Вода"}},
		"layer":          {models.ArticleFilter{LayerID: other.ID}, []string{"Apple"}},
		"label of layer": {models.ArticleFilter{LabelKey: "claim", LayerID: r.annotator.ID}, []string{"Вода"}},
		"note":           {models.ArticleFilter{WithNote: true}, []string{"Вода"}},
		"note on label":  {models.ArticleFilter{WithNote: true, LabelKey: "statistic"}, nil},
		"unknown label":  {models.ArticleFilter{LabelKey: "nothing"}, nil},
		"untouched":      {models.ArticleFilter{State: models.StateUntouched}, []string{"Apple"}},
		"in progress":    {models.ArticleFilter{State: models.StateInProgress}, []string{"Berry", "Ёлка", "Вода"}},
		"finished":       {models.ArticleFilter{State: models.StateFinished}, []string{"Cherry"}},
		"progress":       {models.ArticleFilter{Sort: models.SortProgress}, []string{"Apple", "Berry", "Ёлка", "Вода", "Cherry"}},
		"all at once": {models.ArticleFilter{State: models.StateInProgress, Source: "Times", Language: "ru", LabelKey: "statistic", Search: "л"},
			[]string{"Ёлка"}},
	} {
		if got := titles(t, r, ask.filter); !slices.Equal(got, ask.want) {
			t.Errorf("%s: %v, want %v", name, got, ask.want)
		}
	}
	r.sound(t)
}

func TestLibraryRowsCount(t *testing.T) {
	t.Parallel()
	r := collection(t)
	ctx := t.Context()
	s := r.sentences(t, 0)
	for _, label := range []string{"claim", "statistic"} {
		if _, _, err := r.ToggleLabel(ctx, r.by, s[0].ID, label); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.SetReading(ctx, r.by, []int64{s[1].ID}, true); err != nil {
		t.Fatal(err)
	}
	rows, _, err := r.Articles(ctx, models.ArticleFilter{AnnotatorID: r.annotator.ID, Search: "вода"})
	if err != nil || len(rows) != 1 || rows[0].Annotations != 2 || rows[0].Read != 2 || rows[0].Finished {
		t.Errorf("%+v, %v", rows, err)
	}
	at, err := r.ArticleIndex(ctx, models.ArticleFilter{Sort: models.SortTitle}, r.articles[0].UID)
	if err != nil || at != 3 {
		t.Errorf("it stands at %d, %v", at, err)
	}
	at, err = r.ArticleIndex(ctx, models.ArticleFilter{Search: "apple"}, r.articles[0].UID)
	if err != nil || at != -1 {
		t.Errorf("it stands at %d, %v", at, err)
	}
	uids, err := r.ArticleUIDs(ctx, models.ArticleFilter{Offset: 3, Limit: 9})
	if err != nil || !slices.Equal(uids, []string{r.articles[1].UID, r.articles[0].UID}) {
		t.Errorf("%v, %v", uids, err)
	}
}

func TestFacetsCountWhatThereIs(t *testing.T) {
	t.Parallel()
	r := collection(t)
	ctx := t.Context()
	for i, topics := range []models.Topics{"a\nb", "b"} {
		if _, err := r.EditArticle(ctx, r.by, r.articles[i].UID, func(a *models.Article) { a.Topics = topics }); err != nil {
			t.Fatal(err)
		}
	}
	got, err := r.Facets(ctx)
	want := models.Facets{
		Sources:   []models.Facet{{Value: "Herald", Count: 2}, {Value: "Times", Count: 2}},
		Languages: []models.Facet{{Value: "en", Count: 2}, {Value: "ru", Count: 2}, {Value: "und", Count: 1}},
		Topics:    []models.Facet{{Value: "b", Count: 2}, {Value: "a", Count: 1}},
	}
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	if got, err = r.Facets(ctx); err != nil || len(got.Topics) != 2 || got.Topics[0].Count != 1 {
		t.Errorf("after undo: %v, %v", got, err)
	}
	r.sound(t)
}

// TestCountsFollowEveryChange does anything in any order and compares what the
// library shows with what is there, also in what another window has in memory.
func TestCountsFollowEveryChange(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 3, 5)
	ctx := t.Context()
	_, dana := r.actor(t, "Dana")
	actors := []store.Actor{r.by, dana}
	random := rand.New(rand.NewPCG(1, 2))
	labels := []string{"commitment", "statistic", "claim"}
	var sentences []models.Sentence
	for i := range r.articles {
		sentences = append(sentences, r.sentences(t, i)...)
	}
	steps := []func(by store.Actor, s models.Sentence) error{
		func(by store.Actor, s models.Sentence) error {
			_, _, err := r.ToggleLabel(ctx, by, s.ID, labels[random.IntN(len(labels))])
			return err
		},
		func(by store.Actor, s models.Sentence) error {
			return r.SetReading(ctx, by, []int64{s.ID}, random.IntN(2) == 0)
		},
		func(by store.Actor, s models.Sentence) error {
			note := []string{"", "note"}[random.IntN(2)]
			_, err := r.PutLabel(ctx, by, store.PutLabel{SentenceID: s.ID, LabelKey: "claim", Note: &note})
			return err
		},
		func(by store.Actor, s models.Sentence) error {
			_, err := r.ClearLabels(ctx, by, s.ID)
			return err
		},
		func(by store.Actor, _ models.Sentence) error {
			return r.SetFinished(ctx, by, r.articles[random.IntN(3)].UID, random.IntN(2) == 0)
		},
		func(by store.Actor, _ models.Sentence) error {
			_, err := r.Undo(ctx, by)
			return err
		},
		func(by store.Actor, _ models.Sentence) error {
			_, err := r.Redo(ctx, by)
			return err
		},
	}
	for range 300 {
		err := steps[random.IntN(len(steps))](actors[random.IntN(2)], sentences[random.IntN(len(sentences))])
		switch models.CodeOf(err) {
		case "", models.CodeNothing, models.CodeConflict, models.CodeNotFound: // undo may take the import back
		default:
			t.Fatal(err)
		}
		compareCounts(t, r, actors[random.IntN(2)])
	}
	r.sound(t)
}

// compareCounts compares a page of the library, and what filters let through,
// with the annotations themselves.
func compareCounts(t *testing.T, r *room, by store.Actor) {
	t.Helper()
	ctx := t.Context()
	ask := models.ArticleFilter{AnnotatorID: by.AnnotatorID}
	rows, _, err := r.Articles(ctx, ask)
	if err != nil {
		t.Fatal(err)
	}
	var untouched, noted []string
	for _, row := range rows {
		all, err := r.Annotations(ctx, row.UID)
		if err != nil {
			t.Fatal(err)
		}
		seen, err := r.Readings(ctx, row.UID, by.AnnotatorID)
		if err != nil {
			t.Fatal(err)
		}
		mine, note := 0, false
		for _, a := range all {
			note = note || a.Note != ""
			if a.AnnotatorID == by.AnnotatorID {
				mine++
				seen[a.SentenceID] = true
			}
		}
		if row.Annotations != mine || row.Read != len(seen) {
			t.Fatalf("the library says %d and %d, there are %d and %d", row.Annotations, row.Read, mine, len(seen))
		}
		if len(seen) == 0 && !row.Finished {
			untouched = append(untouched, row.UID)
		}
		if note {
			noted = append(noted, row.UID)
		}
	}
	for want, f := range map[*[]string]models.ArticleFilter{
		&untouched: {AnnotatorID: by.AnnotatorID, State: models.StateUntouched},
		&noted:     {AnnotatorID: by.AnnotatorID, WithNote: true},
	} {
		if got, err := r.ArticleUIDs(ctx, f); err != nil || !slices.Equal(got, *want) {
			t.Fatalf("%+v lets %v through, want %v, %v", f, got, *want, err)
		}
	}
}

func TestLibraryFollowsAnotherProcess(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 2, 2)
	finder := models.ArticleFilter{LabelKey: "claim"}
	if got := titles(t, r, finder); len(got) != 0 {
		t.Fatal(got)
	}
	if _, err := r.Changed(t.Context()); err != nil {
		t.Fatal(err)
	}
	cmd, lines := child(t, r.path, childShare+"=1", childLimit+"=1")
	for lines.Scan() {
		t.Log(lines.Text())
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	changed, err := r.Changed(t.Context())
	if got := titles(t, r, finder); err != nil || !changed || len(got) != 1 {
		t.Errorf("%v, %v, %v", changed, got, err)
	}
}

// Typing letter by letter finds what typing at once does.
func TestTypingNarrowsTheLibraryDown(t *testing.T) {
	t.Parallel()
	r := collection(t)
	typed := ""
	for _, letter := range "rry h" {
		typed += string(letter)
		slowly := titles(t, r, models.ArticleFilter{Search: typed})
		titles(t, r, models.ArticleFilter{Sort: models.SortDate})
		if at := titles(t, r, models.ArticleFilter{Search: typed}); !slices.Equal(slowly, at) {
			t.Errorf("%q: %v letter by letter, %v at once", typed, slowly, at)
		}
		titles(t, r, models.ArticleFilter{Search: typed})
	}
	if got := titles(t, r, models.ArticleFilter{Search: typed}); !slices.Equal(got, []string{"Cherry", "Berry"}) {
		t.Error(got)
	}
}
