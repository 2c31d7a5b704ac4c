package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/exporting"
	"glossator/models"
)

// first expects an article on top of the list.
func (r *rig) first(title string) {
	r.t.Helper()
	if row, known := r.shell.desk.library.Row(0); !known || !strings.HasPrefix(row.Title, title) {
		r.t.Errorf("%q is on top, want %q", row.Title, title)
	}
}

func (r *rig) rows(want int) {
	r.t.Helper()
	if got := r.shell.desk.library.Rows(); got != want {
		r.t.Errorf("the list has %d articles, want %d", got, want)
	}
}

func touchSearch(r *rig) {
	r.addThree()
	r.do("search")
	r.escapes()
	r.do("search")
	r.write("will follow")
	page := r.shell.desk.search
	if got := page.Status(); got != "3 sentences in 3 articles, the best first" {
		r.t.Errorf("the page says %q", got)
	}
	r.press(fyne.KeyDown)
	r.press(fyne.KeyReturn)
	r.isCovered(false)
	r.inText()
	if r.title() != "Second report" {
		r.t.Errorf("the open article is %q", r.title())
	}
	r.cursor(1)
	r.do("search")
	if got := len(page.Rows()); got != 6 {
		r.t.Errorf("the page comes back with %d rows", got)
	}
	r.press(fyne.KeyEscape)
}

func touchFilter(r *rig) {
	r.addThree()
	r.do("label.claim")
	r.do("library.filter")
	r.isCovered(true)
	r.shell.over.Hide()
	r.isCovered(false)
	filter := r.shell.desk.library.Filter()
	filter.State = models.StateInProgress
	r.shell.desk.library.SetFilter(filter)
	r.settle()
	r.rows(1)
	r.shell.desk.library.Unfilter()
	r.settle()
	r.rows(4)
}

func touchSelect(r *rig) {
	r.addThree()
	r.do("library.select")
	if got := len(r.shell.desk.library.Selection()); got != 4 {
		r.t.Errorf("%d articles are selected, want all 4", got)
	}
}

func touchEdit(r *rig) {
	r.do("article.edit")
	r.escapes()
	r.do("article.edit")
	r.write("Corrected title")
	r.press(fyne.KeyReturn)
	r.isCovered(false)
	if r.title() != "Corrected title" {
		r.t.Errorf("the open article is %q", r.title())
	}
	r.first("Corrected title")
	r.addThree()
	r.do("library.select")
	r.do("article.edit")
	r.shell.shelf.form.Fill(map[string]string{"Topics": "courts, shelters"})
	r.shell.shelf.form.Save()
	r.settle()
	r.shell.desk.library.SetFilter(models.ArticleFilter{Topic: "courts"})
	r.settle()
	r.rows(4)
	r.do("undo")
	r.rows(0)
}

func touchDeleteSelected(r *rig) {
	r.addThree()
	r.do("library.select")
	r.do("articles.delete")
	r.says("4 articles deleted")
	r.rows(0)
	r.shell.strip.Act()
	r.settle()
	r.rows(4)
}

func touchExportSelected(r *rig) {
	r.do("label.claim")
	r.addThree()
	r.shell.route.openArticle(r.secondReport())
	r.settle()
	r.do("label.statistic")
	r.do("articles.export")
	page, ok := r.shell.over.Top().(*exporting.Page)
	if !ok {
		r.t.Fatal("no page to export")
	}
	page.ChooseFormat("csv")
	r.settle()
	page.Target().SetName("some")
	page.Confirm()
	r.settle()
	data, err := os.ReadFile(filepath.Join(r.home, "some.csv"))
	if err != nil || strings.Contains(string(data), "claim,") || !strings.Contains(string(data), "Second report") {
		r.t.Errorf("the file holds %q (%v)", data, err)
	}
}

// secondReport returns the UID of the article of that title.
func (r *rig) secondReport() string {
	r.t.Helper()
	for index := range r.shell.desk.library.Rows() {
		if row, known := r.shell.desk.library.Row(index); known && row.Title == "Second report" {
			return row.UID
		}
	}
	r.t.Fatal("the second report is not in the library")
	return ""
}

func TestMenuOfARowIsAboutTheSelection(t *testing.T) {
	r := newRig(t)
	r.addThree()
	r.do("library.select")
	r.shell.shelf.articleMenu(r.secondReport(), fyne.NewPos(40, 200))
	r.isCovered(true)
	if got := texts(r.shell.window.Canvas().Overlays().Top()); !strings.Contains(got, "Delete 4 articles") {
		t.Errorf("the menu says %q", got)
	}
	r.shell.over.Hide()
	r.shell.desk.library.ClearSelection()
	r.shell.shelf.articleMenu(r.secondReport(), fyne.NewPos(40, 200))
	if got := texts(r.shell.window.Canvas().Overlays().Top()); !strings.Contains(got, "Delete article") {
		t.Errorf("the menu says %q", got)
	}
	r.shell.over.Hide()
}

// libraryScenes walks through filter, selection, form and search.
func (r *rig) libraryScenes(shoot func(name string)) {
	s := r.shell
	s.desk.library.Unfilter()
	r.settle()
	row, _ := s.desk.library.Row(2)
	s.route.openArticle(row.UID)
	r.settle()
	r.press(fyne.Key1)
	s.desk.library.ShowFilter()
	shoot("20-filter")
	s.over.Hide()
	s.desk.library.SetFilter(models.ArticleFilter{State: models.StateUntouched, Language: "en", Sort: models.SortTitle})
	r.settle()
	s.desk.library.SelectAll()
	shoot("21-selection")
	s.shelf.edit(s.desk.library.Selection())
	shoot("22-form-of-many")
	s.over.Hide()
	s.desk.library.Unfilter()
	r.settle()
	s.shelf.edit([]string{row.UID})
	shoot("23-form")
	s.over.Hide()
	s.shelf.articleMenu(row.UID, fyne.NewPos(80, 220))
	shoot("24-menu")
	s.over.Hide()
	s.route.searchEverything()
	shoot("25-search-empty")
	s.desk.search.Type("minis shelter")
	shoot("26-search")
	s.desk.search.Type("the")
	shoot("27-search-many")
	s.desk.search.Type("committee")
	shoot("28-search-titles")
	s.desk.search.Hide()
}
