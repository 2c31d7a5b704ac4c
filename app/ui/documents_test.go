package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/document"
	"glossator/models"
	"glossator/models/store"
)

// document returns the page that is over the window.
func (r *rig) document() *document.Page {
	r.t.Helper()
	page, ok := r.shell.over.Top().(*document.Page)
	if !ok {
		r.t.Fatalf("%T is over the window, not the document", r.shell.over.Top())
	}
	return page
}

func touchLook(r *rig) {
	r.do("article.look")
	r.escapes()
	before := r.shell.desk.library.Rows()
	r.shell.documents.preview(r.article("Report to look at", "It has one sentence.", "It has another."))
	r.settle()
	r.escapes()
	if rows := r.shell.desk.library.Rows(); rows != before {
		r.t.Errorf("looking added %d articles", rows-before)
	}
	r.shell.documents.preview(r.article("Report to look at", "It has one sentence.", "It has another."))
	r.settle()
	page := r.document()
	if got := page.Total(); got != "1 paragraph, 2 sentences" {
		r.t.Errorf("the page says %q", got)
	}
	page.Fill(map[string]string{"Published": "2024-06"})
	r.press(fyne.KeyReturn)
	r.isCovered(false)
	content, _ := r.ws().Article()
	if content.Article.Title != "Report to look at" || content.Article.PublishedOn != "2024-06" {
		r.t.Errorf("the open article is %+v", content.Article)
	}
	r.shell.documents.preview(filepath.Join(r.home, "missing.txt"))
	r.settle()
	r.says("does not exist")
}

// recutStore makes the open article look as if earlier rules had cut it.
func (r *rig) recutStore(segmenter string, cut map[int][][2]int) {
	r.t.Helper()
	path := r.ws().Path()
	content, _ := r.ws().Article()
	me := r.ws().Me()
	r.shell.gate.create(filepath.Join(r.t.TempDir(), "Other"+projectExtension))
	r.settle()
	st, err := store.Open(path, projects{t: r.t, folder: r.home}.options())
	if err != nil {
		r.t.Fatal(err)
	}
	_, err = st.NewBatch().SegmentAgain(r.t.Context(), store.Actor{AnnotatorID: me.ID, AnnotatorUID: me.UID},
		store.Recut{ArticleUID: content.Article.UID, Segmenter: segmenter, Blocks: cut})
	if err != nil {
		r.t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		r.t.Fatal(err)
	}
	r.shell.gate.openFile(path)
	r.settle()
	r.shell.route.openArticle(content.Article.UID)
	r.settle()
}

func touchRecut(r *rig) {
	r.shell.arrivals.addPaths([]string{r.article("Report on shelters", "Dr. Smith opened a shelter.", "It has ten beds.")})
	r.settle()
	r.do("article.segment")
	r.says("as it is cut already")
	content, _ := r.ws().Article()
	s := content.Sentences
	r.recutStore("earlier/1", map[int][][2]int{s[0].BlockSeq: {
		{s[0].StartOff, s[0].StartOff + len("Dr.")}, {s[0].StartOff + len("Dr. "), s[0].EndOff}, {s[1].StartOff, s[1].EndOff},
	}})
	r.ws().MoveTo(1)
	r.do("label.claim")
	r.do("article.segment")
	if got := texts(r.shell.window.Canvas().Overlays().Top()); !strings.Contains(got, "1 paragraph of") || !strings.Contains(got, "1 label goes") {
		r.t.Errorf("the page says %q", got)
	}
	r.escapes()
	r.do("article.segment")
	r.press(fyne.KeyReturn)
	r.isCovered(false)
	r.has(0, "claim")
	if content, _ = r.ws().Article(); len(content.Sentences) != 2 {
		r.t.Errorf("%d sentences", len(content.Sentences))
	}
	r.do("undo")
	r.has(1, "claim")
}

func touchReport(r *rig) {
	if reason := r.shell.documents.noReport(); reason != "" && len(r.shell.desk.received) > 0 {
		r.t.Errorf("off: %s", reason)
	}
	folder := r.t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "The first report\n\nIt has one sentence.\n", "b.txt": "The first report\n\nIt has one sentence.\n", "c.txt": "",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			r.t.Fatal(err)
		}
	}
	r.shell.arrivals.addPaths([]string{folder})
	r.settle()
	r.says("1 article added, 1 already there, 1 failed.")
	r.shell.strip.Act()
	r.settle()
	r.isCovered(true)
	r.escapes()
	r.do("import.report")
	r.chord(&fyne.ShortcutCopy{Clipboard: r.shell.app.Clipboard()})
	copied := r.shell.app.Clipboard().Content()
	if lines := strings.Split(copied, "\n"); len(lines) < 6 || !strings.HasPrefix(lines[3], "Failed\t") || !strings.Contains(lines[3], "c.txt") {
		r.t.Errorf("copied: %q", copied)
	}
	r.escapes()
	r.do("undo")
	r.rows(1)
}

func TestArticleThatIsThereIsOffered(t *testing.T) {
	r := newRig(t)
	sample := r.title()
	var sentences []string
	for _, town := range []string{"Almaty", "Semey", "Aktau", "Taraz", "Oral", "Kokshetau", "Turkistan", "Pavlodar"} {
		sentences = append(sentences, "In "+town+" the ministry opened a shelter with ten beds for those who need it.")
	}
	path := r.article("Shelters open", sentences...)
	r.shell.arrivals.addPaths([]string{path})
	r.settle()
	first, _ := r.ws().Article()
	r.shell.arrivals.addPaths([]string{r.article("Shelters open today", append(slices.Clone(sentences), "More will follow soon.")...)})
	r.settle()
	r.says("nearly the same as “Shelters open”")
	if r.title() != "Shelters open today" {
		t.Errorf("the open article is %q", r.title())
	}
	r.shell.strip.Act()
	r.settle()
	if content, _ := r.ws().Article(); content.Article.UID != first.Article.UID {
		t.Errorf("the one that was there is %q", content.Article.Title)
	}
	row, _ := r.shell.desk.library.Row(2)
	r.shell.route.openArticle(row.UID)
	r.settle()
	r.shell.arrivals.addPaths([]string{path})
	r.settle()
	r.says("in the project already, as “Shelters open”; it was not added")
	if r.title() != sample {
		t.Errorf("the open article is %q", r.title())
	}
	r.shell.strip.Act()
	r.settle()
	if r.title() != "Shelters open" {
		t.Errorf("the one that was there is %q", r.title())
	}
}

func TestDocumentIsCorrectedByKeys(t *testing.T) {
	r := newRig(t)
	r.shell.arrivals.addPaths([]string{r.article("Report on shelters", "Three shelters opened.", "They have ten beds.")})
	r.settle()
	r.do("label.claim")
	content, _ := r.ws().Article()
	r.do("article.edit")
	page := r.document()
	canvas := r.shell.window.Canvas()
	canvas.Focus(page.Blocks())
	r.press(fyne.KeyEnd)
	r.press(fyne.KeySpace)
	if page.Problem() == "" || page.Kinds()[1].Boilerplate {
		t.Errorf("a paragraph with a label was set apart, %q", page.Problem())
	}
	r.press(fyne.KeyRight)
	if got := page.Kinds()[1].Kind; got != models.BlockHeading {
		t.Errorf("the paragraph is a %s now", got)
	}
	r.press(fyne.KeyHome)
	r.press(fyne.KeyRight)
	r.press(fyne.KeyRight)
	r.press(fyne.KeyRight) // title, subtitle, byline, and round to the paragraph
	if got := page.Total(); got != "2 paragraphs, 3 sentences" {
		t.Errorf("the page says %q", got)
	}
	page.Fill(map[string]string{"Language": "kk", "Author": "A. Reporter"})
	r.press(fyne.KeyReturn)
	r.isCovered(false)
	after, _ := r.ws().Article()
	if len(after.Sentences) != 3 || after.Article.Language != "kk" || after.Article.Author != "A. Reporter" {
		t.Errorf("%+v", after.Article)
	}
	r.has(1, "claim")
	r.do("undo")
	if after, _ = r.ws().Article(); len(after.Sentences) != len(content.Sentences) || after.Article.Author != content.Article.Author {
		t.Errorf("after undo %+v", after.Article)
	}
}

// documentScenes walks through what is asked and said about documents.
func (r *rig) documentScenes(shoot func(name string)) {
	s := r.shell
	content, _ := r.ws().Article()
	s.documents.edit(content.Article.UID)
	shoot("30-document")
	s.over.Hide()
	path := r.article("Report to look at", "It has one sentence.", "It has another.")
	s.documents.preview(path)
	shoot("31-look")
	s.over.Hide()
	s.arrivals.addPaths([]string{path, path, filepath.Join(r.home, "missing.txt")})
	shoot("32-added")
	s.arrivals.showReport(s.desk.received)
	shoot("33-report")
	s.over.Hide()
	s.arrivals.addPaths([]string{r.file("feed.xml", feedOfTwo)})
	shoot("34-choosing")
	s.over.Hide()
	s.arrivals.addPaths([]string{r.file("t.csv", "Nr,Kopf,Inhalt\n1,A first report,"+strings.Repeat("The town opened a shelter. ", 5)+"\n")})
	shoot("35-columns")
	s.over.Hide()
}
