package ui

import (
	"fmt"
	"testing"
)

// BenchmarkNextDifference goes from one difference to the next in an article of
// 5,000 sentences; the budget is 100 ms.
func BenchmarkNextDifference(b *testing.B) {
	r := newRig(b)
	r.twoLayers(1, 0)
	r.longLayers(5000)
	r.do("review.check")
	for b.Loop() {
		r.write("n")
	}
	if _, open := r.shell.desk.review.Current(); !open {
		b.Error("nothing is on show")
	}
}

// longLayers adds an article of so many sentences that two people have
// finished; they differ on every hundredth.
func (r *rig) longLayers(sentences int) {
	r.t.Helper()
	var texts []string
	for n := range sentences {
		texts = append(texts, fmt.Sprintf("The council of district %d counted %d visits.", n%7+1, 100+n))
	}
	r.shell.arrivals.addPaths([]string{r.article("Long report", texts...)})
	r.settle()
	me, uid := r.ws().Me().Name, r.uid()
	for who, label := range []string{"claim", "statistic"} {
		if who == 1 {
			r.must(r.ws().SignIn(r.t.Context(), colleague))
		}
		r.must(r.ws().OpenArticle(r.t.Context(), uid))
		for position := 0; position < sentences; position += 100 {
			_, err := r.ws().ToggleLabel(r.t.Context(), position, label)
			r.must(err)
		}
		r.must(r.ws().SetFinished(r.t.Context(), true))
	}
	r.must(r.ws().SignIn(r.t.Context(), me))
	r.settle()
}
