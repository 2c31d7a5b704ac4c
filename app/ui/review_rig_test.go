package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/models"
)

// colleague is the second person at work in the tests.
const colleague = "Bolat Example"

// twoLayers adds articles of one sentence more than said, which two people
// finish: the person at work calls every sentence a claim, the colleague calls
// every second one a statistic.
func (r *rig) twoLayers(articles, sentences int) {
	r.t.Helper()
	var uids []string
	for i := range articles {
		var texts []string
		for n := range sentences + 1 {
			texts = append(texts, fmt.Sprintf("The council of district %d counted %d visits.", i+1, 100+n))
		}
		r.shell.arrivals.addPaths([]string{r.article(fmt.Sprintf("Report %d", i+1), texts...)})
		r.settle()
		content, _ := r.ws().Article()
		uids = append(uids, content.Article.UID)
	}
	me := r.ws().Me().Name
	r.code(uids, func(int) string { return "claim" })
	r.ws().CloseArticle()
	r.must(r.ws().SignIn(r.t.Context(), colleague))
	r.code(uids, func(position int) string {
		if position%2 == 0 {
			return "claim"
		}
		return "statistic"
	})
	r.must(r.ws().SignIn(r.t.Context(), me))
	r.must(r.ws().OpenArticle(r.t.Context(), uids[0]))
	r.settle()
}

// code labels the sentences of articles and finishes them.
func (r *rig) code(uids []string, label func(position int) string) {
	r.t.Helper()
	if r.blindly {
		r.must(r.ws().SetCodings(r.t.Context(), uids, models.CodingBlind))
	}
	for _, uid := range uids {
		r.must(r.ws().OpenArticle(r.t.Context(), uid))
		content, _ := r.ws().Article()
		for position := range content.Sentences {
			_, err := r.ws().ToggleLabel(r.t.Context(), position, label(position))
			r.must(err)
		}
		r.must(r.ws().SetFinished(r.t.Context(), true))
	}
}

func (r *rig) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

// states counts the sentences of the comparison by what was decided about them.
func (r *rig) states() map[models.ReviewState]int {
	r.t.Helper()
	counts, err := r.ws().DifferenceCounts(r.t.Context(), models.DifferenceFilter{})
	r.must(err)
	return counts.ByState
}

func (r *rig) shows(want string) {
	r.t.Helper()
	if got := r.shell.desk.review.State(); got != want {
		r.t.Errorf("the panel says %q, want %q", got, want)
	}
}

func (r *rig) progress(want string) {
	r.t.Helper()
	if got := r.shell.desk.review.Progress(); got != want {
		r.t.Errorf("the bar says %q, want %q", got, want)
	}
}

// gold returns the labels that stand after the review, by sentence.
func (r *rig) gold() map[string]string {
	r.t.Helper()
	rows, err := r.ws().ExportPreview(r.t.Context(), models.ExportFilter{Layer: models.LayerGold}, 1000)
	r.must(err)
	labels := map[string]string{}
	for _, row := range rows {
		key := fmt.Sprintf("%s/%d", row.Article.Title, row.Sentence.Seq)
		labels[key] = strings.TrimPrefix(labels[key]+"+"+row.Label, "+")
	}
	return labels
}

// tap presses the button of this text on the page over the window.
func (r *rig) tap(text string) {
	r.t.Helper()
	r.settle()
	top := r.shell.window.Canvas().Overlays().Top()
	if top == nil {
		r.t.Fatal("nothing lies over the window")
	}
	button := buttonOf(top, text)
	if button == nil {
		r.t.Fatalf("there is no button %q to press", text)
	}
	button.Tapped(&fyne.PointEvent{})
	r.settle()
}

// buttonOf finds what is pressed by a text, nil when there is none.
func buttonOf(object fyne.CanvasObject, text string) fyne.Tappable {
	if button, ok := object.(fyne.Tappable); ok && strings.TrimSpace(texts(object)) == text {
		return button
	}
	var within []fyne.CanvasObject
	switch object := object.(type) {
	case *fyne.Container:
		within = object.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(object).Objects()
	}
	for _, child := range within {
		if found := buttonOf(child, text); found != nil {
			return found
		}
	}
	return nil
}
