package ui

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"glossator/app/ui/background"
	"glossator/app/ui/consistency"
	"glossator/app/ui/corpus"
	"glossator/app/ui/deciding"
	"glossator/app/ui/history"
	"glossator/app/ui/insights"
	"glossator/app/ui/inspector"
	"glossator/app/ui/library"
	"glossator/app/ui/reader"
	"glossator/app/ui/refit"
	"glossator/app/ui/reviewing"
	"glossator/app/ui/search"
	"glossator/app/ui/status"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/panes"
	"glossator/app/ui/widgets/tabs"
	"glossator/app/workspace"
	"glossator/models"
)

// desk is the pages of one open project.
type desk struct {
	ws        *workspace.Workspace
	library   *library.Page
	search    *search.Page // nil before it was first shown
	reader    *reader.Page
	inspector *inspector.Page
	history   *history.Page
	right     *tabs.Tabs       // details or history
	opened    bool             // the right pane is there for the history only
	table     *corpus.Page     // in front of the panes, or hidden
	review    *reviewing.Page  // around the text while labels are checked
	around    *frame.Frame     // the panes with the bar of check mode
	front     front            // the page in front of everything; nil: none
	fronts    *fyne.Container  // where it stands
	queue     deciding.Queue   // what to decide next
	unsaved   *models.Codebook // changes to the codebook that were left without saving; nil: none
	line      *status.Line
	panes     *panes.Panes
	refits    *refit.Refitter      // keeps the suggestions up to date
	received  []workspace.Imported // what became of the last import
	check     *background.Runner   // looks for faults in the file; stopped before it closes
	counts    *background.Runner   // counts for charts and compares sentences; stopped before the file closes
	charts    *insights.Page       // nil before it was first shown
	likes     *consistency.Page    // the same
	cancel    func()
}

func (d *desk) close() {
	d.cancel()
	d.refits.Close()
	d.library.Close()
	d.reader.Close()
	d.inspector.Close()
	d.history.Close()
	d.table.Close()
	d.review.Close()
	d.closeFront()
	d.counts.Stop()
	d.line.Close()
}

func (d *desk) closeFront() {
	if d.front == nil {
		return
	}
	d.front.Close()
	d.front = nil
	d.fronts.Objects = nil
	d.fronts.Hide()
}

// besides shows what usually stands beside the text, or puts it away.
func (d *desk) besides(shown bool) {
	for _, object := range []fyne.CanvasObject{d.library.Object(), d.right.Object()} {
		if shown {
			object.Show()
		} else {
			object.Hide()
		}
	}
}

// badges gives each label the letter that stands for it: that of the codebook,
// else the first of its name.
func badges(labels []models.Label) map[string]string {
	letters := make(map[string]string, len(labels))
	for _, label := range labels {
		if label.Badge != "" {
			letters[label.Key] = label.Badge
			continue
		}
		first, _ := utf8.DecodeRuneInString(label.Name)
		letters[label.Key] = strings.ToUpper(string(first))
	}
	return letters
}
