package workspace_test

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/app/workspace"
	"glossator/models"
)

const feedOfThree = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Crier</title>
<item><title>One</title><link>SITE/one</link><pubDate>Thu, 06 Jun 2024 10:42:00 +0500</pubDate>
<description>&lt;p&gt;The town opened a shelter. It has ten beds.&lt;/p&gt;</description></item>
<item><title>Two</title><link>SITE/two</link></item>
<item><title>Three</title><description>The council met on Friday and voted for the budget of the year.</description></item>
</channel></rss>`

func takeIn(t *testing.T, place string) workspace.Taken {
	t.Helper()
	taken, err := workspace.TakeIn(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

// Nothing of a feed is added before somebody has chosen, and of an item with
// only a link its page is got when it is asked for.
func TestChooseItemsOfAFeed(t *testing.T) {
	t.Parallel()
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/two" {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write([]byte("<html><head><title>Two as a page</title></head><body><article><p>" +
			strings.Repeat("The page of the second item says more about the shelter. ", 9) + "</p></article></body></html>"))
	}))
	t.Cleanup(site.Close)
	ws := newProject(t)
	feed := write(t, filepath.Join(t.TempDir(), "feed.xml"), strings.ReplaceAll(feedOfThree, "SITE", site.URL))
	taken := takeIn(t, feed)
	offers, err := ws.Offers(t.Context(), taken, nil)
	if err != nil || !taken.IsFeed() || len(offers) != 3 {
		t.Fatalf("%+v, %v", offers, err)
	}
	first, second := offers[0], offers[1]
	if first.Article.Title != "One" || first.Article.PublishedOn != "2024-06-06T10:42:00+05:00" || first.Sentences != 2 || first.Have != nil {
		t.Errorf("the first offer is %+v", first)
	}
	if second.Article.Title != "Two" || second.Article.URL != site.URL+"/two" || second.Opening != "" || second.Err != nil {
		t.Errorf("the second offer is %+v", second)
	}
	report, err := ws.AddChosen(t.Context(), taken, workspace.Choice{Numbers: []int{3, 1}}, nil)
	if err != nil || len(report) != 2 || report[0].Article.Title != "One" || report[1].Article.Title != "Three" {
		t.Fatalf("%+v, %v", report, err)
	}
	report, err = ws.AddChosen(t.Context(), taken, workspace.Choice{Numbers: []int{2}}, nil)
	if err != nil || len(report) != 1 || models.CodeOf(report[0].Err) != models.CodeEmpty {
		t.Errorf("an item without text: %+v, %v", report, err)
	}
	report, err = ws.AddChosen(t.Context(), taken, workspace.Choice{Numbers: []int{1, 2}, Pages: true}, nil)
	if err != nil || len(report) != 2 || models.CodeOf(report[0].Err) != models.CodeNotFound || report[1].Article.Title != "Two as a page" {
		t.Errorf("pages: %+v, %v", report, err)
	}
	offers, err = ws.Offers(t.Context(), taken, nil)
	if err != nil || !offers[0].Same || offers[1].Have == nil || !offers[1].Have.SameAddress || !offers[2].Same {
		t.Errorf("what the project has: %+v, %v", offers, err)
	}
}

func TestColumnsAreSettledByHand(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	text := strings.Repeat("The town opened a shelter. ", 5)
	table := write(t, filepath.Join(t.TempDir(), "t.csv"), "Nr;Kopf;Inhalt;Wann\n1;One;"+text+";2024-06-06\n2;Two;"+text+"It has beds.;2024-06-07\n")
	taken := takeIn(t, table)
	sheet, err := taken.Sheet()
	if err != nil || !taken.IsTable() || len(sheet.Rows) != 2 || !sheet.Headed {
		t.Fatalf("%+v, %v", sheet, err)
	}
	want := []workspace.Column{{Name: "Nr"}, {Name: "Kopf"}, {Name: "Inhalt", Field: "text"}, {Name: "Wann", Field: "date"}}
	if !slices.Equal(sheet.Columns, want) {
		t.Errorf("the columns are guessed as %v", sheet.Columns)
	}
	sheet.Columns[1].Field = "title"
	report, err := ws.AddTaken(t.Context(), taken.Laid(sheet.Layout), nil)
	if err != nil || len(report) != 2 || report[1].Article.Title != "Two" || report[1].Article.PublishedOn != "2024-06-07" {
		t.Errorf("%+v, %v", report, err)
	}
	undo(t, ws)
	if rows, err := ws.ArticleUIDs(t.Context(), models.ArticleFilter{}); err != nil || len(rows) != 0 {
		t.Errorf("after one undo %v, %v", rows, err)
	}
}
