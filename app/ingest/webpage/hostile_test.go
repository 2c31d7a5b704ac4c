package webpage_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/webpage"
	"glossator/models"
)

func paragraphs(count int) string {
	return strings.Repeat("<p>"+prose+"</p>\n", count)
}

// Pages on which the extractors take minutes and gigabytes, or give up.
func TestHostile(t *testing.T) {
	t.Parallel()
	const words = "The town opened a shelter on Monday"
	cases := []struct {
		name, page string
		whole      bool
	}{
		{"5,000 elements inside one another", "<html><body>" + strings.Repeat("<div>", 5_000) + prose, true},
		{"300,000 of them", "<html><body>" + strings.Repeat("<div>", 300_000) + prose, true},
		{"30,000 open tags", "<html><body>" + strings.Repeat("<b><i>", 15_000) + prose, true},
		{"two million tags", "<html><body><p>" + prose + strings.Repeat("<br>", 2_000_000), true},
		{"a book", "<html><body><article>" + paragraphs(9_000) + "</article>", true},
		{"a long article", "<html><body><article>" + paragraphs(3_500) + "</article>", false},
		{"an image of 20 MB", "<html><body><article><img src=\"data:image/png;base64," + strings.Repeat("iVBORw0K", 20<<17) + "\"><p>" + prose + "</p></article>", false},
		{"zeros", "<html><body><article><p>" + strings.ReplaceAll(prose, "shelter", "shel\x00ter") + "</p></article>", false},
		{"mixed line ends", "<html>\r<body>\r\n<article><p>" + strings.ReplaceAll(prose, " ", "\r\n") + "</p>\n\r</article>", false},
		{"nothing closed", "<html><body><table><tr><td><article><p>" + prose + "<a href='", false},
		{"a broken character", "<html><head><meta charset=utf-8></head><body><article><p>" + prose + " Ещё два приюта \xD0.", false},
	}
	for _, c := range cases {
		page, err := webpage.Read([]byte(c.page), webpage.Origin{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if page.Whole != c.whole || !strings.Contains(all(page), words) || strings.ContainsAny(all(page), "\x00\r") {
			t.Errorf("%s: whole %t: %.200s", c.name, page.Whole, all(page))
		}
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	garbage := make([]byte, 4_000)
	for i := range garbage {
		garbage[i] = byte(i * i >> 3)
	}
	cases := []struct {
		name string
		page string
		code models.Code
	}{
		{"a form to log in", string(load(t, "login.html")), models.CodeUnreadable},
		{"no text", "<html><head><title>Shelter</title></head><body><div id=root></div><script>start()</script></body></html>", models.CodeEmpty},
		{"signs only", "<html><body><p>* * *</p></body></html>", models.CodeEmpty},
		{"binary", "<html>" + strings.Repeat("\x01\x02\x03\x04text", 100), models.CodeBinary},
		{"garbage", "<html><body>" + string(garbage), models.CodeEncoding},
		{"too large", "<html><body>" + strings.Repeat("<p>Text.</p>", webpage.MaxSize/10), models.CodeTooLarge},
	}
	for _, c := range cases {
		_, err := webpage.Read([]byte(c.page), webpage.Origin{})
		fault, ok := errors.AsType[*manuscript.Fault](err)
		if !ok || fault.Code != c.code || !strings.HasSuffix(fault.Predicate.String(), ".") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// An article beside a form to log in is read.
func TestLoginBesideArticle(t *testing.T) {
	t.Parallel()
	page := read(t, "<html><body><form><input type=password></form><article>"+paragraphs(4)+"</article></body></html>")
	if !strings.Contains(all(page), "The town opened a shelter") {
		t.Error(all(page))
	}
}

// FuzzRead holds for all bytes: there are blocks with words, or a fault.
func FuzzRead(f *testing.F) {
	f.Add(load(f, "shelter.html"))
	f.Add(load(f, "login.html"))
	f.Add(load(f, "kazakh.html"))
	f.Add([]byte("<html><body><p>" + prose + "</p><ul><li>a<table><tr><td>b"))
	f.Add([]byte("<!doctype html><svg><![CDATA[<p>x]]></svg><math><mtext><p>y"))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkPage(t, data)
	})
}

// TestMutations reads pages of which a part was cut, doubled or overwritten. It
// is beside [FuzzRead] because the libraries start too slowly to be fuzzed for
// long.
func TestMutations(t *testing.T) {
	t.Parallel()
	const rounds, seed = 150, 7
	random := rand.New(rand.NewPCG(seed, seed))
	for _, name := range []string{"shelter.html", "kazakh.html", "login.html"} {
		original := load(t, name)
		for range rounds {
			page := slices.Clone(original)
			for range 1 + random.IntN(8) {
				from := random.IntN(len(page))
				to := min(len(page), from+random.IntN(200))
				switch random.IntN(3) {
				case 0:
					page = slices.Delete(page, from, to)
				case 1:
					page = slices.Insert(page, to, page[from:to]...)
				default:
					page[from] = byte(random.IntN(256))
				}
			}
			checkPage(t, page)
		}
	}
}

// checkPage holds for all bytes: there are blocks with words, or a fault.
func checkPage(t *testing.T, data []byte) {
	t.Helper()
	page, err := webpage.Read(data, webpage.Origin{Address: "https://crier.example/a"})
	if err != nil {
		if _, ok := errors.AsType[*manuscript.Fault](err); !ok {
			t.Fatalf("an error without a sentence: %v", err)
		}
		return
	}
	if strings.TrimSpace(all(page)) == "" || page.Encoding == "" {
		t.Errorf("%q: %+v", data, page)
	}
}
