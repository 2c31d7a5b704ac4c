package webpage_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/webpage"
	"glossator/models"
)

func load(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func read(t *testing.T, page string) webpage.Page {
	t.Helper()
	got, err := webpage.Read([]byte(page), webpage.Origin{})
	if err != nil {
		t.Fatalf("%.80q: %v", page, err)
	}
	return got
}

// all returns the text of a page, a line for each block.
func all(page webpage.Page) string {
	var text strings.Builder
	for _, block := range page.Blocks {
		text.WriteString(block.Text + "\n")
	}
	return text.String()
}

func TestPage(t *testing.T) {
	t.Parallel()
	page := read(t, string(load(t, "shelter.html")))
	if page.Title != "Town opens a third shelter for women" || page.Subtitle != "Two more are promised by the end of next year" ||
		page.Author != "Ana Lind, Ben Ode" || page.Published != "2024-06-06T23:40+05:00" || page.Source != "The Town Crier" ||
		page.Language != "en-GB" || page.URL != "https://crier.example/2024/06/shelter-opens.html" || page.Encoding != "utf-8" || page.Whole {
		t.Errorf("%+v", page)
	}
	kinds := map[string]models.BlockKind{
		"The town opened its third shelter for women on Thursday, and the mayor said that two more would follow by the end of next year.": models.BlockParagraph,
		"What it costs": models.BlockHeading,
		"Forty beds, of which ten are for children":           models.BlockListItem,
		"Nobody should have to choose between a violent home": models.BlockQuote,
		"2022 | 144":                        models.BlockTableRow,
		"The first one is due in December.": models.BlockParagraph,
	}
	for begin, kind := range kinds {
		if !slices.ContainsFunc(page.Blocks, func(b manuscript.Block) bool { return b.Kind == kind && strings.HasPrefix(b.Text, begin) }) {
			t.Errorf("no %s that begins with %q", kind, begin)
		}
	}
	for _, menu := range []string{"Politics", "Bridge closed", "track(", "margin"} {
		if strings.Contains(all(page), menu) {
			t.Errorf("the menu is in the text: %q", menu)
		}
	}
}

// What the server says where a page was fetched from goes before what the page
// says.
func TestOrigin(t *testing.T) {
	t.Parallel()
	page, err := webpage.Read(load(t, "shelter.html"), webpage.Origin{Address: "https://mirror.example/x?y=1"})
	if err != nil || page.URL != "https://mirror.example/x?y=1" {
		t.Errorf("%q, %v", page.URL, err)
	}
}

func TestTitles(t *testing.T) {
	t.Parallel()
	const body = "<article><p>" + prose + "</p></article>"
	cases := []struct{ name, page, want string }{
		{"the heading that the title element confirms", `<html><head><title>Shelter opens | Crier</title></head><body><h1>Crier</h1><h1>A shelter opens</h1>` + body, "A shelter opens"},
		{"a heading that nothing confirms", `<html><head><meta property="og:title" content="Shelter opens in town"></head><body><h1>Newsletter</h1>` + body, "Shelter opens in town"},
		{"the site at the front", `<html><head><title>Crier: Shelter opens</title><meta property="og:site_name" content="Crier"></head><body>` + body, "Crier: Shelter opens"},
		{"the site at the end", `<html><head><title>Shelter opens — The Crier</title><meta property="og:site_name" content="The Crier"></head><body>` + body, "Shelter opens"},
		{"linked data", `<html><head><script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"Shelter &amp; court open"}]</script></head><body>` + body, "Shelter & court open"},
		{"only a heading", `<html><body><h1>Shelter opens</h1>` + body, "Shelter opens"},
		{"broken linked data", `<html><head><script type="application/ld+json">{"@type":</script><title>Shelter opens</title></head><body>` + body, "Shelter opens"},
		{"none", `<html><body>` + body, ""},
	}
	for _, c := range cases {
		if got := read(t, c.page).Title; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

const prose = "The town opened a shelter on Monday, and the mayor said that two more would follow before the end of the year. " +
	"The county has promised to pay for half of them, as it did before, and the ministry will pay for the rest. " +
	"The council will vote on the budget in the autumn, and the opposition has said that it will agree to it."

func TestAuthors(t *testing.T) {
	t.Parallel()
	page := func(head, byline string) string {
		return "<html><head><title>Shelter opens</title>" + head + "</head><body><h1>Shelter opens</h1>" + byline + "<article><p>" + prose + "</p></article>"
	}
	cases := []struct{ name, page, want string }{
		{"meta", page(`<meta name="author" content="By Ana Lind and Ben Ode">`, ""), "Ana Lind, Ben Ode"},
		{"an address is none", page(`<meta property="article:author" content="https://social.example/crier">`, ""), ""},
		{"an organisation is none", page(`<script type="application/ld+json">{"@type":"Article","author":{"@type":"Organization","name":"Crier"}}</script>`, ""), ""},
		{"an editorial office is none", page(`<meta name="author" content="Editorial team">`, ""), ""},
		{"the Russian for it", page(`<meta name="author" content="Редакция">`, ""), ""},
		{"the site is none", page(`<meta property="og:site_name" content="The Crier"><meta name="author" content="The Crier">`, ""), ""},
		{"linked data first", page(`<meta name="author" content="admin"><script type="application/ld+json">{"@type":"Article","author":"Анна Линд"}</script>`, ""), "Анна Линд"},
		{"a class", page("", `<span class="post-author">Von Ana Lind, 6.6.2024</span>`), "Ana Lind"},
	}
	for _, c := range cases {
		if got := read(t, c.page).Author; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	page := func(head string) string {
		return "<html><head><title>Shelter opens</title>" + head + "</head><body><article><p>" + prose + "</p></article>"
	}
	cases := []struct{ head, want string }{
		{`<meta property="article:published_time" content="2024-06-06T23:40:00+05:00">`, "2024-06-06T23:40+05:00"},
		{`<meta property="article:published_time" content="2024-06-06 10:42:00 +0500">`, "2024-06-06T10:42+05:00"},
		{`<meta name="date" content="2024/06/06">`, "2024-06-06"},
		{`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-06-06T00:30:00.000Z"}</script>`, "2024-06-06T00:30Z"},
		{`<meta name="date" content="soon">`, ""},
		{`<meta name="x" content="1"></head><body><p>© 2024 The Town Crier, all about it.</p>`, "2024"},
		{`<meta name="x" content="1"></head><body><p>As in the report of 2022-05, that is.</p>`, "2022-05"},
		{`<meta name="x" content="1"></head><body><p>Posted on 1 June 2024 by us all.</p>`, "2024-06-01"},
	}
	for _, c := range cases {
		got := read(t, page(c.head))
		if got.Published != c.want || got.Guessed != strings.Contains(c.head, "<p>") {
			t.Errorf("%s: %q, guessed %v, want %q", c.head, got.Published, got.Guessed, c.want)
		}
	}
}

func TestIs(t *testing.T) {
	t.Parallel()
	utf16 := func(text string) string {
		data, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for page, want := range map[string]bool{
		"\xEF\xBB\xBF\r\n<!DOCTYPE html><p>Text":                          true,
		"<!-- saved from url=(0017)http://a.example/ -->\n<HTML><body>x":  true,
		"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>":     true,
		utf16("<html><body>Text"):                                         true,
		"<div class=\"a\"><p>Text</p></div>\n":                            true,
		"<br />\n<b>Warning</b>: x\n<html><body>":                         true,
		"<p align=\"center\">Logo</p>\n\n# A heading\n\nSome text\n":      false,
		"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel></channel>": false,
		"The tag <html> begins a page.":                                   false,
		"<3 is a heart":                                                   false,
		"<!-- a comment":                                                  false,
		"":                                                                false,
	} {
		if got := webpage.Is([]byte(page)); got != want {
			t.Errorf("%q: %t", page, got)
		}
	}
}

func TestEncodings(t *testing.T) {
	t.Parallel()
	const text = "Город открыл третий приют для женщин, и мэр пообещал открыть ещё два до конца следующего года. В прошлом году " +
		"помощь получили 192 семьи, на треть больше, чем годом раньше, говорится в докладе."
	page := func(declared string) string {
		return "<html><head><title>Приют</title>" + strings.Repeat("<!-- a comment -->", 100) + `<meta charset="` + declared + `"></head><body><article><p>` + text + "</p></article></body></html>"
	}
	encoded := func(table *charmap.Charmap, text string) string {
		data, err := table.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	cases := []struct{ name, page, label, encoding string }{
		{"declared late", encoded(charmap.Windows1251, page("windows-1251")), "", "windows-1251"},
		{"not declared", encoded(charmap.KOI8R, page("")), "", ""},
		{"declared wrongly", encoded(charmap.Windows1251, page("utf-8")), "", "windows-1251"},
		{"UTF-8 that says otherwise", page("windows-1251"), "", "utf-8"},
		{"the server says so", encoded(charmap.CodePage866, page("")), "cp866", "ibm866"},
		{"the server is wrong", encoded(charmap.Windows1251, page("windows-1251")), "iso-8859-1", "windows-1251"},
	}
	for _, c := range cases {
		got, err := webpage.Read([]byte(c.page), webpage.Origin{Label: c.label})
		if err != nil || !strings.Contains(all(got), text) || c.encoding != "" && got.Encoding != c.encoding {
			t.Errorf("%s: %v, %q: %s", c.name, err, got.Encoding, all(got))
		}
	}
}
