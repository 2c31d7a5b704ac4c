package store_test

import (
	"fmt"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

func TestImportKnowsWhatIsThere(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 2, 3)
	ctx := t.Context()
	added, err := r.AddArticles(ctx, r.by, []models.Draft{draft(0, 3), draft(2, 3), draft(2, 3)})
	if err != nil {
		t.Fatal(err)
	}
	if !added[0].Duplicate || added[1].Duplicate || !added[2].Duplicate || added[1].Article.ID != added[2].Article.ID {
		t.Errorf("%+v", added)
	}
	tag, _, err := r.ToggleLabel(ctx, r.by, r.sentences(t, 1)[0].ID, "claim")
	if err != nil {
		t.Fatal(err)
	}
	if err := r.DeleteArticles(ctx, r.by, []string{r.articles[0].UID, r.articles[1].UID}); err != nil {
		t.Fatal(err)
	}
	_, err = r.Content(ctx, r.articles[1].UID)
	wantCode(t, err, models.CodeNotFound)
	_, _, err = r.ToggleLabel(ctx, r.by, tag.SentenceID, "claim")
	wantCode(t, err, models.CodeNotFound)
	added, err = r.AddArticles(ctx, r.by, []models.Draft{draft(1, 3)})
	if err != nil || added[0].Duplicate || added[0].Article.ID != r.articles[1].ID {
		t.Errorf("%+v, %v", added, err)
	}
	list, err := r.Annotations(ctx, r.articles[1].UID)
	if err != nil || len(list) != 1 || list[0].UID != tag.UID {
		t.Errorf("the tags did not come back: %+v, %v", list, err)
	}
	if _, err := r.Undo(ctx, r.by); err == nil {
		t.Error("undo of the second import took a tagged article away")
	}
	r.sound(t)
}

func TestImportIsAllOrNothing(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 0, 0)
	ctx := t.Context()
	spoil := func(change func(*models.Draft)) models.Draft {
		d := draft(1, 3)
		d.Title = "Spoilt"
		change(&d)
		return d
	}
	for name, bad := range map[string]struct {
		draft models.Draft
		code  models.Code
	}{
		"no text":             {spoil(func(d *models.Draft) { d.Text = " \n" }), models.CodeEmpty},
		"zero character":      {spoil(func(d *models.Draft) { d.Text += "\x00" }), models.CodeInvalid},
		"no characters":       {spoil(func(d *models.Draft) { d.Text += "\xff" }), models.CodeInvalid},
		"bytes for letters":   {spoil(func(d *models.Draft) { d.Sentences[2].EndOff = len(d.Text) }), models.CodeInvalid},
		"other words":         {spoil(func(d *models.Draft) { d.Sentences[1].Text = "?" }), models.CodeInvalid},
		"overlap":             {spoil(func(d *models.Draft) { d.Sentences[1].StartOff = 3 }), models.CodeInvalid},
		"number out of order": {spoil(func(d *models.Draft) { d.Sentences[1].Seq = 7 }), models.CodeInvalid},
		"paragraph outside":   {spoil(func(d *models.Draft) { d.Blocks[0].EndOff = 1 << 20 }), models.CodeInvalid},
		"unknown block":       {spoil(func(d *models.Draft) { d.Blocks[0].Kind = "poem" }), models.CodeInvalid},
	} {
		_, err := r.AddArticles(ctx, r.by, []models.Draft{draft(0, 2), bad.draft})
		if models.CodeOf(err) != bad.code {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, total, err := r.Articles(ctx, models.ArticleFilter{}); err != nil || total != 0 {
		t.Errorf("%d articles, %v", total, err)
	}
	r.sound(t)
}

func TestLibraryOrdersAndPages(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 0, 0)
	ctx := t.Context()
	var drafts []models.Draft
	for i, title := range []string{"Вода", "апрель", "100% _done_", "Zebra", "ёлка"} {
		d := draft(i, 2)
		d.Title, d.PublishedOn, d.Precision = title, fmt.Sprintf("2025-0%d", (i*3)%5+1), models.PrecisionMonth
		drafts = append(drafts, d)
	}
	if _, err := r.AddArticles(ctx, r.by, drafts); err != nil {
		t.Fatal(err)
	}
	for name, ask := range map[string]struct {
		filter models.ArticleFilter
		want   []string
		total  int
	}{
		"added":        {models.ArticleFilter{}, []string{"ёлка", "Zebra", "100% _done_", "апрель", "Вода"}, 5},
		"title":        {models.ArticleFilter{Sort: models.SortTitle}, []string{"100% _done_", "Zebra", "апрель", "Вода", "ёлка"}, 5},
		"date":         {models.ArticleFilter{Sort: models.SortDate}, []string{"Zebra", "апрель", "ёлка", "100% _done_", "Вода"}, 5},
		"page":         {models.ArticleFilter{Sort: models.SortTitle, Offset: 1, Limit: 2}, []string{"Zebra", "апрель"}, 5},
		"search":       {models.ArticleFilter{Search: "ВОДА"}, []string{"Вода"}, 1},
		"by source":    {models.ArticleFilter{Search: "қала zEB"}, []string{"Zebra"}, 1},
		"not a joker":  {models.ArticleFilter{Search: "0% _"}, []string{"100% _done_"}, 1},
		"joker is not": {models.ArticleFilter{Search: "%o%"}, nil, 0},
	} {
		rows, total, err := r.Articles(ctx, ask.filter)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range rows {
			got = append(got, row.Title)
		}
		if fmt.Sprint(got) != fmt.Sprint(ask.want) || total != ask.total {
			t.Errorf("%s: %v of %d, want %v of %d", name, got, total, ask.want, ask.total)
		}
	}
	_, _, err := r.Articles(ctx, models.ArticleFilter{Sort: "colour"})
	wantCode(t, err, models.CodeUnsupported)
}

func TestCopiesAgreeOnArticles(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 0, 0)
	dest := r.path + "-copy"
	if err := r.Backup(t.Context(), dest); err != nil {
		t.Fatal(err)
	}
	other, err := store.Open(dest, options())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	mine, err := r.AddArticles(t.Context(), r.by, []models.Draft{draft(0, 2)})
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := other.AddArticles(t.Context(), r.by, []models.Draft{draft(0, 2)})
	if err != nil || mine[0].Article.UID != theirs[0].Article.UID {
		t.Errorf("%s and %s, %v", mine[0].Article.UID, theirs[0].Article.UID, err)
	}
	if !models.PrefixArticle.Has(mine[0].Article.UID) {
		t.Errorf("no article: %s", mine[0].Article.UID)
	}
}

func TestEditArticleLeavesItsText(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	ctx := t.Context()
	before := r.articles[0]
	after, err := r.EditArticle(ctx, r.by, before.UID, func(a *models.Article) {
		a.Title, a.PublishedOn, a.Precision = "New", "2026-01-02", models.PrecisionDay
		a.TextSHA256, a.SentenceCount, a.UID = "x", 99, "ar-x"
	})
	if err != nil || after.Title != "New" || after.PublishedOn != "2026-01-02" || after.TextSHA256 != before.TextSHA256 || after.UID != before.UID {
		t.Errorf("%+v, %v", after, err)
	}
	_, err = r.EditArticle(ctx, r.by, before.UID, func(a *models.Article) { a.Precision = "century" })
	wantCode(t, err, models.CodeInvalid)
	r.sound(t)
}
