package ingest_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"glossator/app/ingest"
	"glossator/models"
)

// site serves files on this computer and counts what is asked for.
func site(t *testing.T, kind string, data []byte) (address string, requests *atomic.Int32) {
	t.Helper()
	requests = &atomic.Int32{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		requests.Add(1)
		w.Header().Set("Content-Type", kind)
		if _, err := w.Write(data); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL, requests
}

func TestFetchPage(t *testing.T) {
	t.Parallel()
	page := strings.Replace(string(savedPage(t, "shelter.html")), "<article>", `<article><img src="/picture.png"><iframe src="/frame"></iframe>`, 1)
	address, requests := site(t, "text/html; charset=utf-8", []byte(page))
	doc, err := ingest.Fetch(t.Context(), address+"/news/shelter.html?id=1")
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	if doc.Title != "Town opens a third shelter for women" || doc.URL != address+"/news/shelter.html?id=1" || doc.Name != doc.URL || doc.Format != "html" {
		t.Errorf("%q at %q, named %q", doc.Title, doc.URL, doc.Name)
	}
	if requests.Load() != 1 {
		t.Errorf("%d requests for one page: its pictures were fetched", requests.Load())
	}
}

// What is no page goes to the reader of its format.
func TestFetchOtherFormats(t *testing.T) {
	t.Parallel()
	const text = "Город открыл приют для женщин.\n\nМэр пообещал открыть ещё два."
	encoded, err := charmap.KOI8R.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	address, _ := site(t, "text/plain; charset=koi8-r", []byte(encoded))
	doc, err := ingest.Fetch(t.Context(), address+"/statement")
	if err != nil || doc.Text != text || doc.Encoding != "koi8-r" || doc.Format != "text" || doc.URL != address+"/statement" {
		t.Errorf("%v: %+v", err, doc)
	}
	address, _ = site(t, "image/png", []byte("\x89PNG\r\n\x1a\n"))
	_, err = ingest.Fetch(t.Context(), address+"/picture.png")
	checkRefusal(t, err, models.CodeBinary, address+"/picture.png", "image")
}

func TestFetchRefused(t *testing.T) {
	t.Parallel()
	address, _ := site(t, "text/html", savedPage(t, "login.html"))
	_, err := ingest.Fetch(t.Context(), address+"/a")
	checkRefusal(t, err, models.CodeUnreadable, address+"/a", "log in")

	address, _ = site(t, "text/html", nil)
	_, err = ingest.Fetch(t.Context(), address)
	checkRefusal(t, err, models.CodeEmpty, address, "empty")

	missing := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(missing.Close)
	_, err = ingest.Fetch(t.Context(), missing.URL)
	checkRefusal(t, err, models.CodeNotFound, missing.URL, "no page")

	_, err = ingest.Fetch(t.Context(), "notes.txt")
	checkRefusal(t, err, models.CodeInvalid, "notes.txt", "http://")
}

// A feed at an address gives all of its articles.
func TestFetchArticles(t *testing.T) {
	t.Parallel()
	const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Town Crier</title>` +
		`<item><title>Shelter opens</title><link>https://crier.example/1</link><description>The town opened a shelter on Monday.</description></item>` +
		`<item><title>Court moves</title><description>The court moved to the old school on Tuesday.</description></item></channel></rss>`
	address, _ := site(t, "application/rss+xml", []byte(feed))
	var titles []string
	for doc, err := range ingest.FetchArticles(t.Context(), address+"/feed.xml") {
		if err != nil {
			t.Fatal(err)
		}
		titles = append(titles, doc.Title)
		if !strings.HasPrefix(doc.Name, address+"/feed.xml") || doc.URL == "" {
			t.Errorf("named %q, at %q", doc.Name, doc.URL)
		}
	}
	if strings.Join(titles, "|") != "Shelter opens|Court moves" {
		t.Errorf("%q", titles)
	}
}

// Reading a page that was saved reaches no network.
func TestNoNetworkForSavedPages(t *testing.T) {
	t.Parallel()
	address, requests := site(t, "text/html", []byte("x"))
	page := strings.ReplaceAll(string(savedPage(t, "shelter.html")), "https://crier.example", address)
	page = strings.Replace(page, "<article>", `<article><img src="`+address+`/a.png"><link rel=amphtml href="`+address+`/amp">`, 1)
	if _, err := ingest.Stream("a.html", io.MultiReader(strings.NewReader(page))); err != nil {
		t.Fatal(err)
	}
	if requests.Load() != 0 {
		t.Errorf("%d requests", requests.Load())
	}
}
