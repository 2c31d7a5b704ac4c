package store_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"glossator/models"
	"glossator/models/store"
)

// childMerges and childBrings tell a second process which project to merge what
// into.
const (
	childMerges = "STORE_TEST_MERGES"
	childBrings = "STORE_TEST_BRINGS"
)

// mergeOnce merges one project into another and says on standard output when it
// begins to.
func mergeOnce(path, from string) error {
	ctx := context.Background()
	s, err := store.Open(path, store.Options{DeviceUID: "dv-child"})
	if err != nil {
		return err
	}
	b, err := bundleOf(ctx, from)
	if err != nil {
		return err
	}
	a, err := s.Annotator(ctx, "Asel")
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(os.Stdout, "merging"); err != nil {
		return err
	}
	if _, err := s.Merge(ctx, store.Actor{AnnotatorID: a.ID, AnnotatorUID: a.UID}, b, models.MergeOptions{}); err != nil {
		return err
	}
	return s.Close()
}

// bundleOf reads what a project file sends.
func bundleOf(ctx context.Context, path string) (models.Bundle, error) {
	other, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return models.Bundle{}, err
	}
	b, err := other.Bundle(ctx, models.BundleFilter{WithDecisions: true})
	if err != nil {
		return b, err
	}
	return b, other.Close()
}

// colleagues makes two copies of a project: one as it was, and one in which a
// colleague has worked on.
func colleagues(tb testing.TB, articles, perArticle int) (own, other string) {
	tb.Helper()
	r := newRoom(tb, options(), articles, perArticle)
	if err := r.Close(); err != nil {
		tb.Fatal(err)
	}
	own, other = filepath.Join(tb.TempDir(), "own.glossator"), filepath.Join(tb.TempDir(), "other.glossator")
	data := readFile(tb, r.path)
	writeFile(tb, own, data)
	writeFile(tb, other, data)
	r.path = other
	s, err := store.Open(other, store.Options{DeviceUID: "dv-two"})
	if err != nil {
		tb.Fatal(err)
	}
	r.Store = s
	_, berik := r.actor(tb, "Berik")
	var sentences []models.Sentence
	for i, article := range r.articles {
		sentences = append(sentences, r.sentences(tb, i)...)
		if err := r.SetFinished(tb.Context(), berik, article.UID, true); err != nil {
			tb.Fatal(err)
		}
	}
	if err := store.FillHistory(tb.Context(), s, berik, sentences, "claim", len(sentences)); err != nil {
		tb.Fatal(err)
	}
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
	return own, other
}

// A process is killed again and again in the middle of a merge: the project is
// then as it was, or merged, and never in between.
func TestKilledMergeIsNoneOrWhole(t *testing.T) {
	t.Parallel()
	own, other := colleagues(t, 2, 100)
	sample := readFile(t, own)
	path := filepath.Join(t.TempDir(), "p.glossator")
	writeFile(t, path, sample)
	whole := mergeAndKill(t, path, other, 0)
	none, merged, recovered := 0, 0, 0
	for range *killRounds {
		for _, name := range []string{path + "-journal", filepath.Join(filepath.Dir(path), "~p.glossator.lock")} {
			_ = os.Remove(name) // of the round before
		}
		writeFile(t, path, sample)
		mergeAndKill(t, path, other, time.Duration(1+rand.Int64N(int64(whole))))
		s, err := store.Open(path, options())
		if err != nil {
			t.Fatal(err)
		}
		if s.Recovered() {
			recovered++
		}
		stats, err := s.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		switch stats.Annotations {
		case 0:
			none++
		case 200:
			merged++
		default:
			t.Errorf("half a merge: %+v", stats)
		}
		r := &room{Store: s}
		r.sound(t)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d rounds of %v: %d found as before, %d merged, %d not closed well", *killRounds, whole, none, merged, recovered)
}

// mergeAndKill lets a child merge and kills it some time after it has begun, 0:
// not at all. It returns how long the child took from there.
func mergeAndKill(t *testing.T, path, from string, after time.Duration) time.Duration {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), childMerges+"="+path, childBrings+"="+from)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Error("the child did not begin")
	}
	began := time.Now()
	if after > 0 {
		time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	}
	_ = cmd.Wait() // it was killed, or was faster
	return time.Since(began)
}
