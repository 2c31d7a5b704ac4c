package ingest_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/app/ingest"
	"glossator/models"
)

// savedPage is a page of the reader of web pages.
func savedPage(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("webpage", "testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func TestSavedPage(t *testing.T) {
	t.Parallel()
	doc, err := ingest.Read("shelter.html", savedPage(t, "shelter.html"))
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	want := []string{
		"title: Town opens a third shelter for women",
		"paragraph: The town opened its third shelter for women on Thursday, and the mayor said that two more would follow by the end of next year.",
		"paragraph: “We will not turn anybody away,” the mayor told a meeting of the council.",
		"heading: What it costs",
		"paragraph: The county pays half of the costs, and the ministry has promised to pay the other half for three years.",
		"list_item: Forty beds, of which ten are for children",
		"list_item: Two lawyers, who come twice a week",
		"quote: Nobody should have to choose between a violent home and the street, and nobody here will.",
		"table_row: Year | Families",
		"table_row: 2022 | 144",
		"table_row: 2023 | 192",
		"paragraph: The opposition said that it would vote for the budget in the autumn, but asked for a report every six months.",
		"paragraph: The first one is due in December.",
		"paragraph!: Subscribe to our Telegram channel and be the first to know the news!",
	}
	if got := outline(doc); !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if doc.PublishedOn != "2024-06-06T23:40+05:00" || doc.Precision != models.PrecisionMinute || doc.Author != "Ana Lind, Ben Ode" ||
		doc.Source != "The Town Crier" || doc.Language != "en" || doc.URL != "https://crier.example/2024/06/shelter-opens.html" ||
		doc.Subtitle != "Two more are promised by the end of next year" || doc.Format != "html" || doc.Name != "shelter.html" {
		t.Errorf("%+v", doc)
	}
	paragraphs := ingest.Extract(doc).Paragraphs
	if !paragraphs[0].Boilerplate || paragraphs[2].Boilerplate {
		t.Error("the title is a field of the extraction and no part of its body")
	}
}

// A page in Kazakh on a site whose template says that it is in Russian.
func TestKazakhPage(t *testing.T) {
	t.Parallel()
	doc, err := ingest.Read("a.html", savedPage(t, "kazakh.html"))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Language != "kk" || doc.Author != "Айгүл Серікқызы" || doc.Source != "Қала жаршысы" || doc.PublishedOn != "2024-06-06T10:42+05:00" ||
		doc.Title != "Қалада әйелдерге арналған үшінші паналау орны ашылды" {
		t.Errorf("%+v", doc)
	}
}

// The text of a page is the same whether it was saved as a page or with
// everything in it.
func TestWebArchive(t *testing.T) {
	t.Parallel()
	page := savedPage(t, "shelter.html")
	archive := "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://crier.example/archived\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" +
		string(page) + "\r\n--B--\r\n"
	fromPage, err := ingest.Read("a.html", page)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := ingest.Read("a.mhtml", []byte(archive))
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	if doc.Text != fromPage.Text || doc.URL != "https://crier.example/archived" || doc.Format != "mhtml" || string(doc.Original) != archive {
		t.Errorf("%q: %s", doc.URL, doc.Text)
	}
}

func TestPagesRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, page string
		code       models.Code
		word       string
	}{
		{"login.html", string(savedPage(t, "login.html")), models.CodeUnreadable, "log in"},
		{"shell.html", "<html><head><title>Crier</title></head><body><div id=app></div></body></html>", models.CodeEmpty, "without an article"},
		{"garbage.html", "<html>" + strings.Repeat("\x01\x02\x03", 200), models.CodeBinary, "web page"},
		{"archive.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n", models.CodeEmpty, "without a web page"},
	} {
		_, err := ingest.Read(c.name, []byte(c.page))
		checkRefusal(t, err, c.code, c.name, c.word)
	}
}

// The headings of other articles in the middle of one.
func TestTeasers(t *testing.T) {
	t.Parallel()
	const prose = "<p>The town opened a shelter on Monday, and the mayor said that two more would follow before the end of the year, as promised.</p>"
	page := "<html><head><title>Shelter opens in the old school</title></head><body><article><h1>Shelter opens in the old school</h1>" +
		"<h2>The third one this year will have rooms for forty people</h2>" + prose + prose +
		"<h2>Bridge closed</h2><h2>Judge named</h2><h2>Budget agreed</h2><h2>What it costs</h2>" + prose + prose + "</article></body></html>"
	doc, err := ingest.Read("a.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	got := outline(doc)
	for _, want := range []string{
		"subtitle: The third one this year will have rooms for forty people", "heading!: Bridge closed", "heading!: Budget agreed",
		"heading: What it costs",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
}

// What could be read and should be looked at is said beside the document.
func TestPagesWithNotices(t *testing.T) {
	t.Parallel()
	const start, prose = "<html><body><article>", "<p>The town opened a shelter on Monday, and the mayor said that two more would follow before the end of the year.</p>"
	for _, c := range []struct {
		name, page, word string
	}{
		{"plain.html", start + strings.Repeat(prose, 5), ""},
		{"tangled.html", start + strings.Repeat("<div>", 2_000) + prose, "tangled.html\" is too large or too strange"},
		{"dated.html", start + strings.Repeat(prose, 5) + "</article><footer>Copyright 2024</footer>", "is a guess"},
	} {
		doc, err := ingest.Read(c.name, []byte(c.page))
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, notice := range doc.Notices {
			said = append(said, notice.String())
		}
		if text := strings.Join(said, " "); (text != "") != (c.word != "") || !strings.Contains(text, c.word) {
			t.Errorf("%s: %q", c.name, said)
		}
	}
}
