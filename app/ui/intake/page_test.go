package intake_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/intake"
	"glossator/app/workspace"
	"glossator/models"
)

// report has one source of each outcome.
func report() []workspace.Imported {
	article := func(uid, title string) models.Article { return models.Article{UID: uid, Title: title} }
	return []workspace.Imported{
		{Source: "/a/new.txt", Article: article("ar-1", "New")},
		{Source: "/a/same.txt", Article: article("ar-2", "Old"), Duplicate: true},
		{Source: "/a/near.txt", Article: article("ar-3", "Near"), Like: &workspace.Like{Article: article("ar-2", "Old"), Share: 0.91}},
		{Source: "/a/page.html", Article: article("ar-4", "Page"), Notices: []models.Text{models.Textf("Look at it.")}},
		{Source: "/a/scan.pdf", Err: models.Errorf(models.CodeEmpty, "It is a scan.")},
	}
}

func TestReportSaysWhatBecameOfEach(t *testing.T) {
	t.Parallel()
	if got := intake.Summary(report()); got != "3 articles added, 1 of them nearly the same as another, 1 already there, 1 failed." {
		t.Errorf("%q", got)
	}
	lines := strings.Split(strings.TrimSpace(intake.Table(report())), "\n")
	want := []string{
		"Failed\t/a/scan.pdf\t\tIt is a scan.",
		"Nearly the same\t/a/near.txt\tNear\tIt is nearly the same as “Old”, which is in the project already: 91 % of the two texts agree.",
		"Imported, look at it\t/a/page.html\tPage\tLook at it.",
		"Already there\t/a/same.txt\tOld\tThis text is in the project already, as “Old”; it was not added.",
		"Imported\t/a/new.txt\tNew\t",
	}
	if got := strings.Join(lines[3:], "\n"); got != strings.TrimRight(strings.Join(want, "\n"), "\t") {
		t.Errorf("the table is\n%s", got)
	}
}

func TestReportOpensTheOneThatWasThere(t *testing.T) {
	test.NewApp()
	window := test.NewWindow(widget.NewLabel("below"))
	defer window.Close()
	window.Resize(fyne.NewSize(900, 600))
	var opened []string
	page := intake.New(report(), window.Canvas(), intake.Actions{Open: func(uid string) { opened = append(opened, uid) }})
	page.Modal().Show()
	page.Open(0) // what failed has nothing to open
	if !page.Modal().Shown() || opened != nil {
		t.Errorf("opened %v", opened)
	}
	page.Open(1)
	if page.Modal().Shown() || len(opened) != 1 || opened[0] != "ar-2" {
		t.Errorf("opened %v", opened)
	}
}
