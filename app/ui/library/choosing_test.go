package library_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/library"
	"glossator/models"
)

// rowsOn returns the rows on screen from the top down.
func (b *bench) rowsOn() []fyne.Tappable {
	var found []fyne.Tappable
	var walk func(object fyne.CanvasObject)
	walk = func(object fyne.CanvasObject) {
		if row, ok := object.(interface {
			fyne.Tappable
			fyne.SecondaryTappable
			desktop.Mouseable
		}); ok {
			if _, field := object.(fyne.Focusable); !field {
				found = append(found, row)
			}
			return
		}
		switch object := object.(type) {
		case *fyne.Container:
			for _, child := range object.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(object).Objects() {
				walk(child)
			}
		}
	}
	walk(b.page.Object())
	driver := fyne.CurrentApp().Driver()
	slices.SortFunc(found, func(x, y fyne.Tappable) int {
		at := func(t fyne.Tappable) float32 { return driver.AbsolutePositionForObject(t.(fyne.CanvasObject)).Y }
		return int(at(x) - at(y))
	})
	return found
}

// click presses the mouse on the row at a place on screen.
func (b *bench) click(place int, held fyne.KeyModifier) {
	b.t.Helper()
	row := b.rowsOn()[place]
	row.(desktop.Mouseable).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: held})
	row.Tapped(&fyne.PointEvent{})
	b.settle()
}

// chosen returns the indexes of the rows that are chosen.
func (b *bench) chosen() []int {
	b.t.Helper()
	var at []int
	for _, uid := range b.page.Selection() {
		for index := range b.page.Rows() {
			if row, known := b.page.Row(index); known && row.UID == uid {
				at = append(at, index)
			}
		}
	}
	slices.Sort(at)
	return at
}

func TestRowsAreChosenWithTheMouse(t *testing.T) {
	b := newBench(t, 300)
	b.click(1, 0)
	if len(b.opened) != 1 || len(b.chosen()) != 0 {
		t.Fatalf("%v opened, %v chosen", b.opened, b.chosen())
	}
	b.click(2, fyne.KeyModifierControl)
	b.click(4, fyne.KeyModifierControl)
	if got := b.chosen(); !slices.Equal(got, []int{2, 4}) || len(b.opened) != 1 {
		t.Errorf("%v chosen", got)
	}
	b.click(2, fyne.KeyModifierControl)
	if got := b.chosen(); !slices.Equal(got, []int{4}) {
		t.Errorf("%v chosen", got)
	}
	b.click(4, fyne.KeyModifierControl)
	b.click(1, fyne.KeyModifierControl)
	b.click(5, fyne.KeyModifierShift)
	if got := b.chosen(); !slices.Equal(got, []int{1, 2, 3, 4, 5}) {
		t.Errorf("%v chosen", got)
	}
	b.click(0, fyne.KeyModifierShift)
	if got := b.chosen(); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("%v chosen", got)
	}
	row, _ := b.page.Row(1)
	if got := b.page.Targets(row.UID); len(got) != 2 {
		t.Errorf("a row of the selection is about %v", got)
	}
	row, _ = b.page.Row(3)
	if got := b.page.Targets(row.UID); !slices.Equal(got, []string{row.UID}) {
		t.Errorf("a row beside the selection is about %v", got)
	}
	b.click(3, 0)
	if len(b.page.Selection()) != 0 || len(b.opened) != 2 {
		t.Errorf("a plain click leaves %v chosen", b.chosen())
	}
}

func TestRowsAreChosenWithKeys(t *testing.T) {
	b := newBench(t, 300)
	b.page.FocusList()
	list, ok := b.window.Canvas().Focused().(interface {
		fyne.Focusable
		desktop.Keyable
		fyne.Shortcutable
	})
	if !ok {
		t.Fatalf("%T has the keyboard", b.window.Canvas().Focused())
	}
	press := func(name fyne.KeyName) { list.TypedKey(&fyne.KeyEvent{Name: name}); b.settle() }
	press(fyne.KeyDown)
	list.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(fyne.KeyDown)
	press(fyne.KeyDown)
	list.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := b.chosen(); !slices.Equal(got, []int{0, 1, 2, 3}) && !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("%v chosen", got)
	}
	press(fyne.KeyEscape)
	if len(b.page.Selection()) != 0 {
		t.Error("Escape leaves the selection")
	}
	list.TypedShortcut(&fyne.ShortcutSelectAll{})
	b.settle()
	if got := len(b.page.Selection()); got != 300 {
		t.Errorf("%d chosen, want all 300, also those that were never on screen", got)
	}
}

func TestListIsSortedAndFiltered(t *testing.T) {
	b := newBench(t, 300)
	title := func(index int) string {
		row, _ := b.page.Row(index)
		return row.Title[:13]
	}
	b.page.SortBy(models.SortTitle)
	b.settle()
	if title(0) != "Report 000000" {
		t.Errorf("by title %q comes first", title(0))
	}
	b.page.SortBy(models.SortTitle)
	b.settle()
	if title(0) != "Report 000299" {
		t.Errorf("the other way round %q comes first", title(0))
	}
	row, _ := b.page.Row(7)
	if err := b.ws.OpenArticle(t.Context(), row.UID); err != nil {
		t.Fatal(err)
	}
	if _, err := b.ws.ToggleLabel(t.Context(), 0, "claim"); err != nil {
		t.Fatal(err)
	}
	b.settle()
	filter := b.page.Filter()
	filter.LabelKey = "claim"
	b.page.SetFilter(filter)
	b.settle()
	if b.page.Rows() != 1 || title(0) != row.Title[:13] {
		t.Errorf("%d rows with the label", b.page.Rows())
	}
	b.page.Unfilter()
	b.settle()
	if b.page.Rows() != 300 || b.page.Sort() != models.SortTitle {
		t.Errorf("%d rows without a filter, by %q", b.page.Rows(), b.page.Sort())
	}
}

func TestFilterFormActsAtOnce(t *testing.T) {
	b := newBench(t, 20)
	b.page.ShowFilter()
	b.settle()
	top := b.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no form")
	}
	b.page.SetFilter(models.ArticleFilter{Source: "Nobody"})
	b.settle()
	if b.page.Rows() != 0 {
		t.Errorf("%d rows of nobody", b.page.Rows())
	}
	top.Hide()
}

func TestFormChangesWhatIsSaidAboutArticles(t *testing.T) {
	b := newBench(t, 3)
	row, _ := b.page.Row(0)
	var change func(*models.Article)
	form := library.NewForm(2, b.window.Canvas(), func(c func(*models.Article)) { change = c })
	form.Fill(map[string]string{"Published": "soon"})
	form.Save()
	if form.Problem() == "" || change != nil {
		t.Error("a date that is none was saved")
	}
	form.Fill(map[string]string{"Published": "2025-Q3"})
	form.Save()
	if form.Problem() == "" || change != nil {
		t.Error("a quarter was saved as a date")
	}
	form.Fill(map[string]string{"Published": "15.06.2024", "Language": "ru", "Topics": "courts; shelters, Courts"})
	form.Save()
	if change == nil {
		t.Fatal(form.Problem())
	}
	article := row.Article
	change(&article)
	if article.PublishedOn != "2024-06-15" || article.Precision != models.PrecisionDay ||
		article.Language != "ru" || article.Topics != "courts\nshelters" || article.Source != row.Source {
		t.Errorf("%+v", article)
	}
}

func TestFormOfSeveralLeavesWhatIsEmpty(t *testing.T) {
	b := newBench(t, 1)
	var change func(*models.Article)
	form := library.NewForm(2, b.window.Canvas(), func(c func(*models.Article)) { change = c })
	form.Fill(map[string]string{"Source": "Herald", "Topics": "courts"})
	form.Save()
	article := models.Article{Title: "Title", Language: "kk", PublishedOn: "2024", Precision: models.PrecisionYear, Topics: "shelters"}
	change(&article)
	if article.Title != "Title" || article.Source != "Herald" || article.Language != "kk" || article.PublishedOn != "2024" ||
		article.Topics != "courts\nshelters" {
		t.Errorf("%+v", article)
	}
}
