package feed_test

import (
	"testing"

	"glossator/app/ingest/feed"
)

const (
	rss = `<?xml version="1.0" encoding="windows-1251"?><!-- c --><rss version="2.0"><channel><title>Site</title>` +
		`<item><title>A &lt;b&gt;c&lt;/b&gt;</title><description>One.</description></item><item><title>B</title></item></channel></rss>`
	atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title><entry><title>A</title><author><name>Nora</name></author>` +
		`<content type="html">&lt;p&gt;One.&lt;/p&gt;</content><updated>2025-03-12T10:00:00Z</updated></entry></feed>`
	jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"Site","items":[{"id":"1","title":"A","content_html":"<p>One.</p>"}]}`
)

func TestRead(t *testing.T) {
	t.Parallel()
	for _, text := range []string{rss, atom, jsonFeed} {
		read, err := feed.Read(text)
		if err != nil || !feed.Is(text) || read.Cut {
			t.Fatalf("%.20s: %v, cut %t", text, err, read.Cut)
		}
		item := read.Items[0]
		if item.Source != "Site" || item.Blocks[0].Text != "One." || item.Title[0] != 'A' {
			t.Errorf("%+v", item)
		}
	}
	if read, err := feed.Read(rss); err != nil || read.Items[0].Title != "A c" {
		t.Errorf("%v %q", err, read.Items[0].Title)
	}
}

func TestCut(t *testing.T) {
	t.Parallel()
	read, err := feed.Read(rss[:len(rss)-40])
	if err != nil || !read.Cut || len(read.Items) != 1 {
		t.Errorf("%v, %d items, cut %t", err, len(read.Items), read.Cut)
	}
}

func TestIs(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "<?xml", "<!-- ", "<html>", "A text about <rss> feeds", "<?xml version='1.0'?><kml>"} {
		if feed.Is(text) {
			t.Errorf("%q is taken for a feed", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(rss)
	f.Add(atom)
	f.Add(jsonFeed)
	f.Fuzz(func(t *testing.T, text string) {
		feed.Is(text)
		if read, err := feed.Read(text); err == nil && len(read.Items) > feed.MaxItems {
			t.Error("too many items")
		}
	})
}
