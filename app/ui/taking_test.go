package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/choosing"
	"glossator/app/ui/columns"
)

// feedOfTwo is a feed with an article, and one of which it has only the address.
const feedOfTwo = `<rss version="2.0"><channel><title>The Crier</title>
<item><title>Shelter opens</title><pubDate>Thu, 06 Jun 2024 10:42:00 +0500</pubDate><description>The town opened a shelter. It has ten beds.</description></item>
<item><title>Elsewhere</title><link>https://crier.example/2</link></item></channel></rss>`

func (r *rig) file(name, content string) string {
	r.t.Helper()
	path := filepath.Join(r.home, name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		r.t.Fatal(err)
	}
	return path
}

// over returns the page over the window.
func over[P any](r *rig) P {
	r.t.Helper()
	page, ok := r.shell.over.Top().(P)
	if !ok {
		r.t.Fatalf("%T is over the window", r.shell.over.Top())
	}
	return page
}

// Of a feed nothing is added before somebody has chosen, by keyboard alone.
func TestFeedIsChosenFrom(t *testing.T) {
	r := newRig(t)
	before := r.shell.desk.library.Rows()
	feed := r.file("feed.xml", feedOfTwo)
	r.shell.arrivals.addPaths([]string{feed})
	r.settle()
	page := over[*choosing.Page](r)
	r.press(fyne.KeyReturn) // nothing is chosen yet
	r.isCovered(true)
	page.List().CheckAll(true)
	if got := page.Count(); got != "1 of 2 chosen" {
		t.Errorf("the page says %q: an item without text cannot be had", got)
	}
	page.SetPages(true)
	page.List().CheckAll(true)
	if got := page.Count(); got != "2 of 2 chosen" {
		t.Errorf("the page says %q: its page can be had", got)
	}
	page.SetPages(false)
	page.List().CheckAll(false)
	r.press(fyne.KeyHome)
	r.press(fyne.KeySpace)
	r.press(fyne.KeyReturn)
	r.isCovered(false)
	if rows := r.shell.desk.library.Rows(); rows != before+1 || r.title() != "Shelter opens" {
		t.Errorf("%d articles came, %q is open", rows-before, r.title())
	}
	r.shell.documents.preview(feed)
	r.settle()
	page = over[*choosing.Page](r)
	if page.CheckNew(); page.Count() != "0 of 2 chosen" {
		t.Errorf("what is there already was chosen: %q", page.Count())
	}
	r.escapes()
}

func TestColumnsAreSettled(t *testing.T) {
	r := newRig(t)
	before := r.shell.desk.library.Rows()
	text := strings.Repeat("The town opened a shelter. ", 5)
	table := r.file("t.csv", "Nr,Kopf,Inhalt\n1,First one,"+text+"\n2,Second one,"+text+"It has beds.\n")
	r.shell.arrivals.addPaths([]string{table})
	r.settle()
	page := over[*columns.Page](r)
	page.Choose("Inhalt", "")
	page.Add()
	r.isCovered(true)
	page.Choose("Inhalt", "text")
	page.Choose("Nr", "title")
	if got := page.Columns()[1].Field; got != "" {
		t.Errorf("two columns are the title; the second is %q", got)
	}
	page.Choose("Kopf", "title")
	page.Add()
	r.settle()
	r.isCovered(false)
	if rows := r.shell.desk.library.Rows(); rows != before+2 {
		t.Errorf("%d articles came", rows-before)
	}
	r.first("Second one")
}

// Several files are chosen at once, and a folder is gone into with the keys.
func TestSeveralFilesAreChosen(t *testing.T) {
	r := newRig(t)
	before := r.shell.desk.library.Rows()
	folder := filepath.Join(r.home, "papers")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.txt", "b.txt", ".hidden.txt"} {
		r.file(filepath.Join("papers", name), "A report in "+name+"\n\nIt has one sentence.\n")
	}
	r.shell.app.Preferences().SetString(keyFolder, r.home)
	r.do("article.open")
	r.settle()
	r.press(fyne.KeyHome)
	r.press(fyne.KeyRight)
	r.settle()
	r.press(fyne.KeySpace)
	r.press(fyne.KeyDown)
	r.press(fyne.KeySpace)
	r.press(fyne.KeyReturn)
	r.settle()
	r.isCovered(false)
	if rows := r.shell.desk.library.Rows(); rows != before+2 {
		t.Errorf("%d articles came", rows-before)
	}
}
