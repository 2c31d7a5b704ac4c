package store_test

import (
	"slices"
	"strings"
	"testing"

	"glossator/models"
)

// written makes an article of these sentences.
func written(title string, sentences ...string) models.Draft {
	d := models.Draft{Segmenter: "test/1"}
	d.Title, d.Format = title, "text"
	offset := 0
	for i, text := range sentences {
		length := len([]rune(text))
		d.Sentences = append(d.Sentences, models.Sentence{Seq: i + 1, StartOff: offset, EndOff: offset + length, Text: text})
		d.Text += text + "\n"
		offset += length + 1
	}
	d.Blocks = []models.Block{{Kind: models.BlockParagraph, EndOff: offset - 1}}
	return d
}

// found returns the texts of the hits with their matches in brackets.
func found(tb testing.TB, r *room, typed string) []string {
	tb.Helper()
	page, err := r.Search(tb.Context(), models.Search{Words: typed})
	if err != nil {
		tb.Fatalf("%q: %v", typed, err)
	}
	var texts []string
	for _, h := range page.Hits {
		runes := []rune(h.Snippet)
		for _, span := range slices.Backward(h.Matches) {
			runes = slices.Concat(runes[:span.Start], []rune("["), runes[span.Start:span.End], []rune("]"), runes[span.End:])
		}
		texts = append(texts, string(runes))
	}
	return texts
}

func TestSearchFindsWordsInAnyCase(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 0, 0)
	_, err := r.AddArticles(t.Context(), r.by, []models.Draft{
		written("Приюты", "Министерство откроет три ПРИЮТА.", "Ещё два приюта — к 2030 году.", "Их строят ещё и в Алматы."),
		written("Shelters", "The café opens three shelters.", `He said "no" twice.`, "Shelter is a right.", "Üйде бала бар, ҚАЗАҚСТАН."),
	})
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string][]string{
		"приют":            {"Министерство откроет три [ПРИЮТА].", "Ещё два [приюта] — к 2030 году."},
		"ПРИЮТА 2030":      {"Ещё два [приюта] — к [2030] году."},
		"еще":              {"[Ещё] два приюта — к 2030 году.", "Их строят [ещё] и в Алматы."},
		"ЕЩЁ строят":       {"Их [строят] [ещё] и в Алматы."},
		"cafe":             {"The [café] opens three shelters."},
		"shelter":          {"The café opens three [shelters].", "[Shelter] is a right."},
		`"shelter"`:        {"[Shelter] is a right."},
		`"three shelters"`: {"The café opens [three shelters]."},
		`"shelters three"`: nil,
		"shelter -right":   {"The café opens three [shelters]."},
		"қазақ":            {"Üйде бала бар, [ҚАЗАҚСТАН]."},
		"is":               {"Shelter [is] a right."},
		"twi":              {`He said "no" [twice].`},
		"tw":               nil, // shorter than three letters: the whole word
		`"no`:              {`He said "[no]" twice.`},
		"no*":              {`He said "[no]" twice.`},
		"":                 nil,
		`"`:                nil,
		"-":                nil,
		"-right":           nil,
		"NEAR(a b)":        nil,
		"* AND OR ^":       nil,
	} {
		if got := found(t, r, typed); !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
	r.sound(t)
}

func TestSearchLeavesOutWhatIsDeleted(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 2, 2)
	if got := found(t, r, "предложение приют"); len(got) != 4 {
		t.Fatalf("%q", got)
	}
	if err := r.DeleteArticles(t.Context(), r.by, []string{r.articles[0].UID}); err != nil {
		t.Fatal(err)
	}
	if got := found(t, r, "приют"); len(got) != 2 || !strings.Contains(got[0], "статьи 1") {
		t.Errorf("%q", got)
	}
	page, err := r.Search(t.Context(), models.Search{Words: "приют"})
	if err != nil || page.Count != 2 || page.Capped || !page.Ranked {
		t.Errorf("%+v, %v", page, err)
	}
	if _, err := r.Undo(t.Context(), r.by); err != nil {
		t.Fatal(err)
	}
	if got := found(t, r, "приют"); len(got) != 4 {
		t.Errorf("after undo: %q", got)
	}
}

func TestSearchPutsTheBestArticleFirst(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 0, 0)
	_, err := r.AddArticles(t.Context(), r.by, []models.Draft{
		written("best", "Other words.", "Water is water."),
		written("long", "Water was one of the many things that were spoken about at length in this very long sentence."),
		written("beginning", "Waterfalls."),
	})
	if err != nil {
		t.Fatal(err)
	}
	page, err := r.Search(t.Context(), models.Search{Words: "water"})
	if err != nil || len(page.Hits) != 3 || page.Hits[0].Article.Title != "best" || page.Hits[0].Sentence.Seq != 2 {
		t.Errorf("%+v, %v", page, err)
	}
}

// Many hits come in pages that hold every hit once, the newest article first
// and its sentences in reading order.
func TestSearchPages(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 60, 20)
	seen := map[int64]bool{}
	ask, last := models.Search{Words: "обещает", Limit: 50}, models.SearchHit{}
	for {
		page, err := r.Search(t.Context(), ask)
		if err != nil {
			t.Fatal(err)
		}
		if page.Count != models.SearchCountCap || !page.Capped || page.Ranked {
			t.Fatalf("%d %v %v", page.Count, page.Capped, page.Ranked)
		}
		for _, h := range page.Hits {
			after := h.Article.ID < last.Article.ID || (h.Article.ID == last.Article.ID && h.Sentence.Seq > last.Sentence.Seq)
			if last.Sentence.ID != 0 && !after {
				t.Fatalf("sentence %d of %d follows %d of %d", h.Sentence.Seq, h.Article.ID, last.Sentence.Seq, last.Article.ID)
			}
			seen[h.Sentence.ID], last = true, h
		}
		if ask.Before = page.Next; page.Next == 0 {
			break
		}
	}
	if len(seen) != 1200 {
		t.Errorf("%d sentences, want 1200", len(seen))
	}
}

func TestSnippetOfALongSentence(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 0, 0)
	long := strings.Repeat("слово ", 100) + "приют 😀 " + strings.Repeat("конец ", 100)
	if _, err := r.AddArticles(t.Context(), r.by, []models.Draft{written("long", strings.TrimSpace(long))}); err != nil {
		t.Fatal(err)
	}
	got := found(t, r, "приют")[0]
	if !strings.HasPrefix(got, "…слово ") || !strings.HasSuffix(got, " конец…") || !strings.Contains(got, "[приют] 😀") || len([]rune(got)) > 300 {
		t.Errorf("%q", got)
	}
}

// FuzzSearch: whatever is typed, a search answers, and what it marks is there.
func FuzzSearch(f *testing.F) {
	for _, seed := range []string{"приют", `"a b`, "-x", "a* OR (b", "é ё \x00", "😀", "\"\"\"", "ﬁ", "col : x", "00\x000", "\xff"} {
		f.Add(seed)
	}
	r := newRoom(f, options(), 3, 5)
	f.Fuzz(func(t *testing.T, typed string) {
		page, err := r.Search(t.Context(), models.Search{Words: typed})
		if err != nil {
			t.Fatalf("%q: %v", typed, err)
		}
		for _, h := range page.Hits {
			for _, m := range h.Matches {
				if m.Start < 0 || m.End <= m.Start || m.End > len([]rune(h.Snippet)) {
					t.Fatalf("%q: %v in %q", typed, m, h.Snippet)
				}
			}
		}
	})
}

func TestWordsAreIndexedAnew(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 2, 3)
	if err := r.Reindex(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := found(t, r, "приют"); len(got) != 6 {
		t.Errorf("%q", got)
	}
	r.sound(t)
	if _, err := r.Undo(t.Context(), r.by); err != nil {
		t.Errorf("an index is no step: %v", err)
	}
}
