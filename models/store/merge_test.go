package store

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"glossator/models"
)

// mergeRounds is how many random histories are merged.
var mergeRounds = flag.Int("merge.rounds", 6, "random histories of the test of merging")

// act does one random thing.
func (c *copyOf) act(ctx context.Context) error {
	r := c.rand
	*c.clock = c.clock.Add(time.Duration(r.IntN(50)) * time.Millisecond)
	by := c.actors[r.IntN(len(c.actors))]
	articles, _, err := c.Articles(ctx, models.ArticleFilter{})
	if err != nil || len(articles) == 0 {
		return err
	}
	article := articles[r.IntN(len(articles))]
	content, err := c.Content(ctx, article.UID)
	if err != nil {
		return err
	}
	sentence := content.Sentences[r.IntN(len(content.Sentences))].ID
	label := mergeBook.Labels[r.IntN(2)].Key
	switch r.IntN(17) {
	case 0, 1, 2, 3:
		_, _, err = c.ToggleLabel(ctx, by, sentence, label)
	case 4, 5:
		note := fmt.Sprintf("note %d", r.IntN(3))
		_, err = c.PutLabel(ctx, by, PutLabel{SentenceID: sentence, LabelKey: label, Note: &note})
	case 6:
		_, err = c.PutLabel(ctx, by, PutLabel{SentenceID: sentence, LabelKey: "commitment", Details: map[string]string{"actor": fmt.Sprint("A", r.IntN(3))}})
	case 7:
		err = c.SetReading(ctx, by, []int64{sentence}, r.IntN(2) == 0)
	case 8:
		err = c.SetFinished(ctx, by, article.UID, r.IntN(2) == 0)
	case 9:
		_, err = c.EditArticle(ctx, by, article.UID, func(a *models.Article) { a.Title = fmt.Sprint("Title ", r.IntN(3)) })
	case 10, 11:
		_, err = c.Undo(ctx, by)
	case 12:
		_, err = c.Redo(ctx, by)
	case 13:
		if r.IntN(4) == 0 {
			_, err = c.AddArticles(ctx, by, []models.Draft{mergeDraft(50+r.IntN(3), 3)})
		} else {
			err = c.SetCoding(ctx, by, article.UID, models.CodingBlind)
		}
	default:
		err = c.review(ctx, by, article.UID, sentence)
	}
	switch models.CodeOf(err) { //nolint:exhaustive // the others are faults
	case models.CodeNothing, models.CodeConflict, models.CodeUnsupported:
		return nil
	}
	return err
}

// review decides something, or answers what was decided.
func (c *copyOf) review(ctx context.Context, by Actor, article string, sentence int64) error {
	r := c.rand
	decisions, err := c.Decisions(ctx, article)
	if err != nil {
		return err
	}
	if len(decisions) == 0 || r.IntN(2) == 0 {
		verdicts := []models.Verdict{models.VerdictAccepted, models.VerdictRejected, models.VerdictDeferred}
		in := models.DecisionInput{SentenceID: sentence, Verdict: verdicts[r.IntN(3)], LayerUID: c.actors[r.IntN(3)].AnnotatorUID}
		_, err = c.PutDecision(ctx, by, in)
		return err
	}
	decision := decisions[r.IntN(len(decisions))]
	if r.IntN(3) == 0 {
		return c.ClearDecision(ctx, by, decision.UID)
	}
	answers := []models.Answer{models.AnswerAgree, models.AnswerDisagree, models.AnswerDiscuss}
	_, err = c.PutResponse(ctx, by, models.ResponseInput{DecisionUID: decision.UID, Answer: answers[r.IntN(3)]})
	return err
}

func (c *copyOf) work(t testing.TB, steps int) {
	t.Helper()
	for range steps {
		if err := c.act(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

func sameTables(t testing.TB, what string, a, b map[string]string) {
	t.Helper()
	if maps.Equal(a, b) {
		return
	}
	t.Errorf("%s differ", what)
	for key := range maps.All(a) {
		if a[key] != b[key] {
			t.Errorf("  %s\n    %s\n    %s", key, a[key], b[key])
		}
	}
	for key := range b {
		if _, ok := a[key]; !ok {
			t.Errorf("  %s only second: %s", key, b[key])
		}
	}
}

func holds(t testing.TB, what string, whole, part map[string]bool) {
	t.Helper()
	for uid := range part {
		if !whole[uid] {
			t.Errorf("%s: the revision %s is lost", what, uid)
		}
	}
}

// Whatever three people do on three machines, with the same people on several
// of them: the order of merging makes no difference, merging twice changes
// nothing, nothing that anybody did is lost, and undo and redo of a merge are
// exact.
func TestMergeIsAUnion(t *testing.T) {
	t.Parallel()
	start := ancestor(t, 2, 3)
	for round := range *mergeRounds {
		seed := uint64(round) + 1
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			mergeRound(t, start, seed)
		})
	}
}

func mergeRound(t *testing.T, start []byte, seed uint64) {
	copies := make([]*copyOf, 3)
	for i := range copies {
		copies[i] = openCopy(t, start, fmt.Sprint("dv-", i+1))
		copies[i].rand = rand.New(rand.NewPCG(seed, uint64(i)))
		copies[i].work(t, 12)
	}
	for range 3 { // they exchange and go on
		a, b := copies[copies[0].rand.IntN(3)], copies[copies[0].rand.IntN(3)]
		a.merge(t, b)
		for _, c := range copies {
			c.work(t, 6)
			c.reckoned(t)
		}
	}
	a, b, c := copies[0], copies[1], copies[2]
	ab, ba := a.again(t), b.again(t)
	ab.merge(t, b)
	ba.merge(t, a)
	sameTables(t, "a+b and b+a", ab.tables(t), ba.tables(t))
	holds(t, "a+b", ab.revisions(t), a.revisions(t))
	holds(t, "a+b", ab.revisions(t), b.revisions(t))
	once := ab.tables(t)
	if report := ab.merge(t, b); report.Group != "" {
		t.Errorf("merging twice is a step: %+v", report)
	}
	sameTables(t, "a+b and a+b+b", once, ab.tables(t))
	left, right := ab.again(t), b.again(t)
	left.merge(t, c)
	right.merge(t, c)
	bc := a.again(t)
	bc.merge(t, right)
	sameTables(t, "(a+b)+c and a+(b+c)", left.tables(t), bc.tables(t))
	for _, x := range []*copyOf{ab, ba, left, bc} {
		x.sound(t)
	}
	undoRound(t, a.again(t), b)
}

// undoRound holds that a merge can be taken back and done again.
func undoRound(t *testing.T, a, b *copyOf) {
	ctx := t.Context()
	before := a.tables(t)
	a.reckoned(t)
	report := a.merge(t, b)
	a.reckoned(t)
	merged := a.tables(t)
	if report.Group == "" {
		return
	}
	step, err := a.Undo(ctx, a.actors[0])
	if err != nil || step.GroupUID != report.Group {
		t.Fatalf("undo: %+v %v", step, err)
	}
	sameTables(t, "before and undone", before, a.tables(t))
	a.sound(t)
	if _, err := a.Redo(ctx, a.actors[0]); err != nil {
		t.Fatal(err)
	}
	sameTables(t, "merged and redone", merged, a.tables(t))
	if _, err := a.Undo(ctx, a.actors[0]); err != nil {
		t.Fatal(err)
	}
	again := a.merge(t, b)
	if again.Group == "" {
		t.Error("the undone merge does not come back")
	}
	sameTables(t, "merged and merged again", merged, a.tables(t))
	a.sound(t)
}

// reckoned holds that the tables and what they rest on follow from the
// revisions.
func (c *copyOf) reckoned(t testing.TB) {
	t.Helper()
	uids, err := collect(c.db, one[string], "SELECT entity_uid FROM history UNION SELECT entity_uid FROM received")
	if err != nil {
		t.Fatal(err)
	}
	gone, err := withdrawnMerges(c.db)
	if err != nil {
		t.Fatal(err)
	}
	v, err := newResolver(c.db, gone)
	if err != nil {
		t.Fatal(err)
	}
	list, err := v.resolve(uids)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range list {
		if r.state != "" && !codecs[r.entity].same(r.state, r.now) {
			t.Errorf("%s %s is\n    %s\n    %s by its revisions", c.device, r.uid, r.now, r.state)
		}
		rows, err := collect(c.db, one[string], "SELECT revision_uid FROM heads WHERE entity_uid = ? ORDER BY 1", r.uid)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, e := range r.rests {
			if r.loose() {
				want = append(want, e.UID)
			}
		}
		slices.Sort(want)
		if !slices.Equal(rows, want) {
			t.Errorf("%s %s rests on %v, by its revisions on %v", c.device, r.uid, rows, want)
			for _, e := range r.revisions {
				t.Logf("  %s %s %d %s %s p=%s\n      %s\n      %s", e.UID, e.Kind, e.Version, e.DeviceUID, e.Op, e.Parents, e.Before, e.After)
			}
		}
	}
}
