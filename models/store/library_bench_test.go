package store_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"glossator/models"
	"glossator/models/store"
	"glossator/models/store/engine"
)

// The sizes of these benchmarks: small by default, the budgets' own with
// -bench.library=100000 -bench.sentences=1000000.
var (
	benchLibrary    = flag.Int("bench.library", 2000, "articles in the library of the benchmarks")
	benchSearchable = flag.Int("bench.sentences", 20000, "sentences in the project of the search benchmarks")
)

// vocabulary is the words of the searchable project; the word of rank n comes
// up n times as seldom as the first, as in a language (Zipf 1935).
const vocabulary = 50_000

// filled is a project of many articles, made past the store in a few
// statements: going through its door a hundred thousand times is another
// benchmark.
func filled(b *testing.B, articles, sentences int) *room {
	b.Helper()
	r := newRoom(b, options(), 0, 0)
	if err := r.Close(); err != nil {
		b.Fatal(err)
	}
	db, err := engine.Open(r.path, engine.ReadWrite, engine.Settings())
	if err != nil {
		b.Fatal(err)
	}
	each := max(1, sentences/articles)
	if sentences == 0 {
		each = 0
	}
	for _, step := range []string{
		fmt.Sprintf(`INSERT INTO articles(id, uid, project_id, title, source, language, published_on, text_sha256, sentence_count,
			search_key, created_at, version)
		WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < %d)
		SELECT i, printf('ar-%%036d', i), 1, printf('Комитет публикует выводы о приютах, часть %%d', i*7919 %% 100000), printf('Источник %%d', i %% 200),
			CASE i %% 3 WHEN 0 THEN 'ru' WHEN 1 THEN 'kk' ELSE 'en' END, printf('20%%02d-%%02d-%%02d', i %% 25, i %% 12 + 1, i %% 28 + 1),
			printf('%%064d', i), 30, printf('комитет публикует выводы о приютах, часть %%d'||char(10)||'источник %%d', i*7919 %% 100000, i %% 200),
			1700000000000 + i, 1 FROM n`, articles),
		"INSERT INTO article_texts(article_id, body) SELECT id, '' FROM articles",
		"INSERT INTO coverage SELECT 1, id, id % 30 FROM articles WHERE id % 3 <> 0",
		"INSERT INTO tallies SELECT l.id, 1, a.id, 2, a.id % 50 = 0 FROM articles a, labels l WHERE a.id % 5 <> 0",
	} {
		if err := db.Exec(step).Error; err != nil {
			b.Fatal(err)
		}
	}
	zipf := rand.NewZipf(rand.New(rand.NewPCG(7, 8)), 1.1, 1, vocabulary-1)
	for at := 0; each > 0 && at < articles*each; {
		tx := db.Begin()
		for range min(20_000, articles*each-at) {
			var text strings.Builder
			for range 20 {
				text.WriteString(word(int(zipf.Uint64())) + " ")
			}
			err := tx.Exec("INSERT INTO sentences(article_id, block_seq, seq, start_off, end_off, text) VALUES(?, 0, ?, ?, ?, ?)",
				at/each+1, at%each+1, at%each*200, at%each*200+199, text.String()).Error
			if err != nil {
				b.Fatal(err)
			}
			at++
		}
		if err := tx.Commit().Error; err != nil {
			b.Fatal(err)
		}
	}
	if err := engine.Close(db); err != nil {
		b.Fatal(err)
	}
	if r.Store, err = store.Open(r.path, options()); err != nil {
		b.Fatal(err)
	}
	return r
}

// word makes the word of a rank: Cyrillic syllables, so that many words share
// their beginnings.
func word(rank int) string {
	syllables := []string{"ка", "ро", "ми", "те", "пу", "ши", "на", "во", "лю", "да", "ги", "сё"}
	text := ""
	for {
		text += syllables[rank%len(syllables)]
		if rank /= len(syllables); rank == 0 {
			return text
		}
	}
}

func BenchmarkLibraryOf(b *testing.B) {
	r := filled(b, *benchLibrary, 0)
	ask := models.ArticleFilter{AnnotatorID: 1, Limit: 64}
	start := time.Now()
	if _, _, err := r.Articles(b.Context(), ask); err != nil {
		b.Fatal(err)
	}
	b.Logf("first look: %v", time.Since(start))
	variants := func(change func(f *models.ArticleFilter, i int)) func(b *testing.B) {
		return func(b *testing.B) {
			var times []time.Duration
			for i := 0; b.Loop(); i++ {
				f := ask
				change(&f, i)
				start := time.Now()
				if _, _, err := r.Articles(b.Context(), f); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			percentiles(b, times, "step")
		}
	}
	sorts := []models.ArticleSort{models.SortAdded, models.SortTitle, models.SortDate, models.SortProgress}
	b.Run("scroll", variants(func(f *models.ArticleFilter, i int) { f.Offset = i * 64 % *benchLibrary }))
	b.Run("sort", variants(func(f *models.ArticleFilter, i int) { f.Sort, f.Reverse = sorts[i%4], i%8 > 3 }))
	b.Run("words", variants(func(f *models.ArticleFilter, i int) { f.Search = fmt.Sprintf("часть %d", i%99) }))
	b.Run("state", variants(func(f *models.ArticleFilter, i int) { f.State, f.Sort = models.StateInProgress, sorts[i%4] }))
	b.Run("label", variants(func(f *models.ArticleFilter, i int) { f.LabelKey, f.Sort = "claim", sorts[i%4] }))
	b.Run("source", variants(func(f *models.ArticleFilter, i int) { f.Source = fmt.Sprintf("Источник %d", i%200) }))
	b.Run("all", variants(func(f *models.ArticleFilter, i int) {
		f.Language, f.LabelKey, f.From, f.Search, f.State = "ru", "claim", fmt.Sprintf("20%02d", i%20), "выводы", models.StateInProgress
	}))
}

func BenchmarkSearchIn(b *testing.B) {
	r := filled(b, max(1, *benchSearchable/30), *benchSearchable)
	for name, typed := range map[string]string{
		"commonest": word(0), "common": word(1), "rare": word(40_000), "beginning of 3": "кар", "beginning of 4": "каро",
		"beginning of 5": "карок", "two common": word(0) + " " + word(1), "common and rare": word(0) + " " + word(20_000),
		"phrase": `"` + word(0) + " " + word(2) + `"`, "without": word(0) + " -" + word(1), "two letters": "на", "with yo": "кесе", "nothing": "ыыы",
	} {
		b.Run(name, func(b *testing.B) {
			var times []time.Duration
			hits := 0
			for b.Loop() {
				start := time.Now()
				page, err := r.Search(b.Context(), models.Search{Words: typed})
				if err != nil {
					b.Fatal(err)
				}
				times, hits = append(times, time.Since(start)), page.Count
			}
			percentiles(b, times, "search")
			b.ReportMetric(float64(hits), "hits")
		})
	}
}
