package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/widgets/spots"
	"glossator/app/workspace"
)

// paint has the charts drawn: pictures are asked for when they are painted.
func (r *rig) paint() {
	r.t.Helper()
	r.shell.window.Canvas().Capture()
	r.settle()
}

// likeArticles adds two articles that begin with the same sentence, which has
// other labels in each.
func (r *rig) likeArticles() {
	r.t.Helper()
	for i, title := range []string{"First copy", "Second copy"} {
		r.shell.arrivals.addPaths([]string{r.article(title, "The ministry will open three shelters by the end of the year.", "It says so in copy "+title+".")})
		r.settle()
		if i == 0 {
			r.do("label.commitment")
		} else {
			r.do("label.claim")
		}
	}
	r.do("view.consistency")
}

// groups expects the consistency check to list so many groups.
func (r *rig) groups(want int) {
	r.t.Helper()
	if got := r.shell.desk.likes.Groups(); len(got) != want {
		r.t.Errorf("the groups are %q, want %d", got, want)
	}
}

// compare opens the check on two like sentences and goes to the sentences.
func compare(touch func(r *rig)) func(r *rig) {
	return func(r *rig) {
		r.likeArticles()
		r.groups(1)
		r.press(fyne.KeyReturn)
		touch(r)
	}
}

// wholeTouches try the commands of the pages about all of the project.
var wholeTouches = map[command.ID]func(r *rig){
	"view.insights": touchInsights,
	"view.consistency": func(r *rig) {
		r.do("view.consistency")
		if !r.shell.comparison.shown() {
			r.t.Error("the check is not shown")
		}
		r.do("view.consistency")
		r.inText()
		r.likeArticles()
		r.groups(1)
		r.press(fyne.KeyEscape)
		r.inText()
	},
	"like.all": compare(func(r *rig) {
		r.do("like.all")
		r.groups(0)
		r.says("1 sentence now has the same labels.")
		r.has(0, "commitment") // of the second copy, which is open
		r.do("undo")
		r.groups(1)
	}),
	"like.choose": compare(func(r *rig) {
		r.press(fyne.KeyDown)
		r.do("like.choose")
		r.press(fyne.KeyUp)
		r.do("like.all")
		r.groups(1)
	}),
	"like.open":   compare(func(r *rig) { r.do("like.open"); r.inText(); r.cursor(0) }),
	"like.ignore": compare(func(r *rig) { r.do("like.ignore"); r.groups(0) }),
	"like.check": compare(func(r *rig) {
		r.do("like.ignore")
		r.shell.desk.likes.Check()
		r.settle()
		r.groups(1)
		r.do("like.check")
		r.groups(1)
	}),
	"like.next": compare(func(r *rig) {
		r.do("like.next")
		if got := strings.Join(r.shell.desk.likes.Sentences(), "; "); got != "commitment; claim" {
			r.t.Errorf("%q", got)
		}
	}),
	"like.previous": compare(func(r *rig) {
		r.do("like.previous")
		if got := strings.Join(r.shell.desk.likes.Sentences(), "; "); got != "commitment; claim" {
			r.t.Errorf("%q", got)
		}
	}),
}

func touchInsights(r *rig) {
	r.do("label.claim")
	r.do("view.insights")
	r.paint()
	picture := r.shell.desk.charts.Picture(workspace.LabelsBySource)
	if !r.shell.charts.shown() || picture == nil || len(picture.Spots()) != 1 {
		r.t.Fatalf("the charts are shown: %v", r.shell.charts.shown())
	}
	r.do("view.insights")
	r.inText()
	r.do("view.insights")
	r.shell.window.Canvas().Focus(picture)
	r.press(fyne.KeyReturn)
	if rows := r.shell.desk.table.Rows(); !r.shell.tableShown() || len(rows) != 1 || !strings.Contains(r.shell.desk.table.Only(), "Labels by source") {
		r.t.Errorf("the table is shown: %v, with %d rows of %q", r.shell.tableShown(), len(rows), r.shell.desk.table.Only())
	}
	r.shell.desk.table.Widen()
	r.settle()
	if only := r.shell.desk.table.Only(); only != "" {
		r.t.Errorf("the table still says %q", only)
	}
	r.do("view.insights")
	if r.shell.tableShown() {
		r.t.Error("the table stands before the charts")
	}
	r.press(fyne.KeyEscape)
	r.inText()
}

// A chart is saved where the user says; a file that is there is replaced only
// when she says so once more.
func TestChartsAreSavedToFiles(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	r.do("view.insights")
	r.paint()
	for _, saved := range []string{"Labels by source.png", "Labels by source.png"} {
		r.shell.desk.charts.Save(workspace.LabelsBySource)
		r.settle()
		r.press(fyne.KeyReturn)
		if r.shell.over.Shown() { // it is there already
			r.says("exists already")
			r.press(fyne.KeyReturn)
		}
		r.isCovered(false)
		r.says("was saved")
		if data, err := os.ReadFile(filepath.Join(r.home, saved)); err != nil || !strings.HasPrefix(string(data), "\x89PNG") {
			t.Errorf("%.8q, %v", data, err)
		}
	}
	if _, onPicture := r.shell.window.Canvas().Focused().(*spots.Picture); !onPicture {
		t.Errorf("the keyboard is with %T, want a chart", r.shell.window.Canvas().Focused())
	}
}

// Closing the project ends a count that is under way.
func TestClosingEndsTheCounting(t *testing.T) {
	r := newRig(t)
	r.shell.charts.toggle()
	r.shell.comparison.toggle()
	r.shell.end()
	if err := r.shell.desk.ws.Rename(context.Background(), "Nobody"); err == nil {
		t.Error("the project is still open")
	}
}
