package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
)

const feedOfTwo = `<rss version="2.0"><channel><title>The Crier</title>
<item><title>Shelter opens</title><pubDate>Thu, 06 Jun 2024 10:42:00 +0500</pubDate><description>The town opened a shelter. It has ten beds.</description></item>
<item><title>Elsewhere</title><link>https://crier.example/2</link></item></channel></rss>`

// offered is what import --list --json promises.
type offered struct {
	Item      int    `json:"item"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Status    string `json:"status"`
}

func TestItemsAreListedAndChosen(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	project, feed := filepath.Join(dir, "p.glossator"), write(t, filepath.Join(dir, "feed.xml"), []byte(feedOfTwo))
	must(t, reportText, "import", "--project", project, "-")
	list := lines[offered](t, must(t, "", "import", "--project", project, "--list", "--json", feed))
	if len(list) != 2 || list[0] != (offered{1, "Shelter opens", "2024-06-06T10:42:00+05:00", "new"}) || list[1].Status != "link" {
		t.Errorf("%+v", list)
	}
	added := lines[imported](t, must(t, "", "import", "--project", project, "--json", "--items", "1", feed))
	if len(added) != 1 || added[0].Title != "Shelter opens" || added[0].Sentences != 2 {
		t.Errorf("%+v", added)
	}
	if list = lines[offered](t, must(t, "", "import", "--project", project, "--list", "--json", feed)); list[0].Status != "duplicate" {
		t.Errorf("what is there already: %+v", list)
	}
	for _, wrong := range []struct {
		status int
		words  string
		args   []string
	}{
		{1, "no item 9", []string{"--items", "9", feed}},
		{2, "write numbers", []string{"--items", "3-1", feed}},
		{2, "give one", []string{"--list", feed, feed}},
		{1, "has no columns", []string{"--column", "text=Body", feed}},
	} {
		got := glossator(t, "", append([]string{"import", "--project", project}, wrong.args...)...)
		if got.status != wrong.status || !strings.Contains(got.words, wrong.words) {
			t.Errorf("%v: %d, %q", wrong.args, got.status, got.words)
		}
	}
}

func TestColumnsAreNamed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	project := filepath.Join(dir, "p.glossator")
	table := write(t, filepath.Join(dir, "t.csv"), []byte("Kopf;Inhalt;Blatt\nOne;The town opened a shelter.;Crier\nTwo;The council met.;Herald\n"))
	if got := glossator(t, "", "import", "--project", project, table); got.status != 1 || !strings.Contains(got.out, "has no column with the text") {
		t.Errorf("%d, %q", got.status, got.out)
	}
	added := lines[imported](t, must(t, "", "import", "--project", project, "--json",
		"--column", "text=Inhalt", "--column", "title=Kopf", "--column", "source=Blatt", table))
	if len(added) != 2 || added[1].Title != "Two" {
		t.Errorf("%+v", added)
	}
	got := glossator(t, "", "import", "--project", project, "--column", "text=Nowhere", table)
	if got.status != 1 || !strings.Contains(got.words, "the columns are Kopf, Inhalt, Blatt") {
		t.Errorf("%d, %q", got.status, got.words)
	}
	if got = glossator(t, "", "import", "--project", project, "--column", "colour=Kopf", table); got.status != 2 {
		t.Errorf("%d, %q", got.status, got.words)
	}
}
