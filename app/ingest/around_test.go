package ingest_test

import (
	"strings"
	"testing"

	"glossator/app/ingest"
	"glossator/models"
)

// A page that shows the beginning of an article to those who do not pay says so.
func TestPaywall(t *testing.T) {
	t.Parallel()
	doc, err := ingest.Read("a.html", []byte(`<html><head><title>Bank raises rates</title></head><body><article><h1>Bank raises rates</h1>
<p>The central bank raised its main rate by a quarter of a point on Thursday, the eighth rise in a row.</p>
<p>The governor said that inflation would fall by the end of the year...</p><h2>Subscribe to continue reading</h2></article></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(outline(doc), "\n"); !strings.Contains(got, "heading!: Subscribe to continue") {
		t.Errorf("got\n%s", got)
	}
	if len(doc.Notices) == 0 || !strings.Contains(doc.Notices[len(doc.Notices)-1].String(), "only the beginning") {
		t.Errorf("the notices are %v", doc.Notices)
	}
}

// The lines about an article in the languages of neighbours.
func TestBylinesOfNeighbours(t *testing.T) {
	t.Parallel()
	for line, want := range map[string][2]string{
		"Von Jörg Weiß, 6. Juni 2024":     {"2024-06-06", "Jörg Weiß"},
		"Stand: 06.06.2024, 17:45 Uhr":    {"2024-06-06T17:45", ""},
		"Par Anne Dupont":                 {"", "Anne Dupont"},
		"Publicado el 6 de junio de 2024": {"2024-06-06", ""},
		"2024-yil 6-iyun":                 {"2024-06-06", ""},
		"6 червня 2024 року":              {"2024-06-06", ""},
		"Беседовала Динара Ким":           {"", "Динара Ким"},
		"Фото автора":                     {"", ""},
	} {
		doc := paste(t, "A shelter for the town\n"+line+"\n\nThe town opened a shelter.")
		if doc.Blocks[1].Kind != models.BlockByline || doc.PublishedOn != want[0] || doc.Author != want[1] {
			t.Errorf("%s: kind %q, published %q, author %q", line, doc.Blocks[1].Kind, doc.PublishedOn, doc.Author)
		}
	}
}
