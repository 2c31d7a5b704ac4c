package store

import (
	"testing"

	"glossator/models"
)

// Only people who did something are asked about: not those who have merely added
// articles, here or there.
func TestNamesakesAreAskedAboutOnlyWhenTheyWork(t *testing.T) {
	t.Parallel()
	author, here := openCopy(t, ancestor(t, 1, 3), "dv-author"), reviewer(t, "Cholpon")
	ctx := t.Context()
	look := func(what string, want int) {
		t.Helper()
		report, err := here.Merge(ctx, here.actors[0], author.bundle(t, models.BundleFilter{WithDecisions: true}), models.MergeOptions{Dry: true})
		if err != nil || len(report.SameNames) != want {
			t.Errorf("%s: %d people are asked about, want %d: %+v %v", what, len(report.SameNames), want, report.SameNames, err)
		}
	}
	author.label(t, 1, 0, "claim", "")
	look("Cholpon there has done nothing", 0)
	here.receive(t, author.bundle(t, models.BundleFilter{WithDecisions: true}))
	author.label(t, 2, 1, "claim", "")
	look("Cholpon there has a label, and the one here is at work", 1)
	if _, err := here.Annotator(ctx, "Berik"); err != nil {
		t.Fatal(err)
	}
	look("a Berik who does nothing came", 1)

	theirs := author.actors[2].AnnotatorUID
	options := models.MergeOptions{SamePerson: map[string]string{theirs: here.actors[0].AnnotatorUID}}
	report, err := here.Merge(ctx, here.actors[0], author.bundle(t, models.BundleFilter{WithDecisions: true}), options)
	if err != nil || report.Added != 1 || report.Layers[len(report.Layers)-1].AnnotatorUID != here.actors[0].AnnotatorUID {
		t.Errorf("she is the same: %+v %v", report, err)
	}
	look("answered", 0)
	here.sound(t)
	here.reckoned(t)
}
