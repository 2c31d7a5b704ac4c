package store_test

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"glossator/models"
	"glossator/models/store"
)

// The sizes of the benchmarks: small by default, the budgets' own with
// -bench.articles=10000.
var benchArticles = flag.Int("bench.articles", 500, "articles of 30 sentences in the project of the benchmarks")

const benchSentences = 30

// stocked is a project of many articles.
func stocked(b *testing.B) *room {
	b.Helper()
	r := newRoom(b, options(), 0, 0)
	for i := 0; i < *benchArticles; i += importedAtOnce {
		added, err := r.AddArticles(b.Context(), r.by, drafts(i, min(importedAtOnce, *benchArticles-i)))
		if err != nil {
			b.Fatal(err)
		}
		for _, a := range added {
			r.articles = append(r.articles, a.Article)
		}
	}
	return r
}

const importedAtOnce = 100

func drafts(from, n int) []models.Draft {
	list := make([]models.Draft, n)
	for i := range list {
		list[i] = draft(from+i, benchSentences)
	}
	return list
}

// percentiles reports the median and the 99th percentile in milliseconds.
func percentiles(b *testing.B, times []time.Duration, name string) {
	b.Helper()
	slices.Sort(times)
	at := func(share float64) float64 {
		return float64(times[int(float64(len(times)-1)*share)].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), name+"-p50-ms")
	b.ReportMetric(at(0.99), name+"-p99-ms")
}

// fsyncs times a small durable write to a file on the same disk.
func fsyncs(b *testing.B, n int) (times []time.Duration) {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "bare"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for range n {
		start := time.Now()
		if _, err := f.Write(make([]byte, 512)); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	return times
}

func BenchmarkDurableTag(b *testing.B) {
	r := stocked(b)
	var ids []int64
	for i := range min(len(r.articles), 50) {
		for _, s := range r.sentences(b, i) {
			ids = append(ids, s.ID)
		}
	}
	var times []time.Duration
	for b.Loop() {
		start := time.Now()
		if _, _, err := r.ToggleLabel(b.Context(), r.by, ids[rand.IntN(len(ids))], "claim"); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	percentiles(b, times, "tag")
	percentiles(b, fsyncs(b, 300), "fsync")
}

// BenchmarkTagWhileExporting times tags while another goroutine exports the
// project again and again.
func BenchmarkTagWhileExporting(b *testing.B) {
	r := stocked(b)
	tagAll(b, r)
	s := r.sentences(b, 0)
	var stop atomic.Bool
	done := make(chan int)
	go func() {
		rows := 0
		for !stop.Load() {
			for _, err := range r.ExportRows(b.Context(), models.ExportFilter{}) {
				if err != nil || stop.Load() {
					break
				}
				rows++
			}
		}
		done <- rows
	}()
	var times []time.Duration
	for b.Loop() {
		start := time.Now()
		if _, _, err := r.ToggleLabel(b.Context(), r.by, s[rand.IntN(len(s))].ID, "claim"); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	stop.Store(true)
	b.ReportMetric(float64(<-done)/b.Elapsed().Seconds(), "rows/s")
	percentiles(b, times, "tag")
}

func BenchmarkImport(b *testing.B) {
	r := newRoom(b, options(), 0, 0)
	count := 0
	for b.Loop() {
		b.StopTimer()
		list := drafts(count, importedAtOnce)
		b.StartTimer()
		if _, err := r.AddArticles(b.Context(), r.by, list); err != nil {
			b.Fatal(err)
		}
		count += len(list)
	}
	b.ReportMetric(float64(count)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(count*benchSentences)/b.Elapsed().Seconds(), "sentences/s")
}

func BenchmarkOpen(b *testing.B) {
	r := stocked(b)
	if err := r.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := store.Open(r.path, options())
		if err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	info, err := os.Stat(r.path)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/1e6, "file-MB")
}

// tagAll puts a label on every second sentence.
func tagAll(b *testing.B, r *room) {
	b.Helper()
	for i := range r.articles {
		for n, s := range r.sentences(b, i) {
			if n%10 != 0 {
				continue
			}
			in := store.PutLabel{SentenceID: s.ID, LabelKey: "statistic", Details: map[string]string{"value": "12", "measure": "share"}}
			if _, err := r.PutLabel(b.Context(), r.by, in); err != nil {
				b.Fatal(err)
			}
		}
		if err := r.SetFinished(b.Context(), r.by, r.articles[i].UID, true); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExport(b *testing.B) {
	r := stocked(b)
	tagAll(b, r)
	rows := 0
	for b.Loop() {
		for _, err := range r.ExportRows(b.Context(), models.ExportFilter{}) {
			if err != nil {
				b.Fatal(err)
			}
			rows++
		}
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkContent(b *testing.B) {
	r := newRoom(b, options(), 1, 5000)
	for b.Loop() {
		if _, err := r.Content(b.Context(), r.articles[0].UID); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLibrary(b *testing.B) {
	r := stocked(b)
	for name, filter := range map[string]models.ArticleFilter{
		"newest": {AnnotatorID: r.annotator.ID, Limit: 100},
		"title":  {AnnotatorID: r.annotator.ID, Limit: 100, Sort: models.SortTitle, Offset: *benchArticles / 2},
		"search": {AnnotatorID: r.annotator.ID, Limit: 100, Search: "статья 49"},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := r.Articles(b.Context(), filter); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	r := stocked(b)
	tagAll(b, r)
	for b.Loop() {
		r.sound(b)
	}
}
