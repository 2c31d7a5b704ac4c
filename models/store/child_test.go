package store_test

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"glossator/models"
	"glossator/models/store"
)

// killRounds is how often the kill test kills.
var killRounds = flag.Int("kill.rounds", 20, "rounds of the kill -9 test")

// togetherRounds is how often two processes write beside each other; some
// 20,000 take a minute.
var togetherRounds = flag.Int("together.rounds", 40, "changes of each of two processes")

// childPath tells a second process of the test binary which project to tag.
const (
	childPath  = "STORE_TEST_TAGS"
	childShare = "STORE_TEST_SHARE"
	childLimit = "STORE_TEST_LIMIT"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(childPath); path != "" {
		if err := tagForever(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if path := os.Getenv(childMerges); path != "" {
		if err := mergeOnce(path, os.Getenv(childBrings)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if path := os.Getenv(childMigrates); path != "" {
		if err := migrateOnce(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// tagForever toggles one sentence after the other and says so on standard
// output once the store has promised that it is kept.
func tagForever(path string) error {
	ctx := context.Background()
	s, err := store.Open(path, store.Options{DeviceUID: "dv-child", Share: os.Getenv(childShare) != ""})
	if err != nil {
		return err
	}
	a, err := s.Annotator(ctx, "Asel")
	if err != nil {
		return err
	}
	by := store.Actor{AnnotatorID: a.ID, AnnotatorUID: a.UID}
	rows, _, err := s.Articles(ctx, models.ArticleFilter{})
	if err != nil {
		return err
	}
	content, err := s.Content(ctx, rows[0].UID)
	if err != nil {
		return err
	}
	limit := -1
	_, _ = fmt.Sscan(os.Getenv(childLimit), &limit) // absent: without end
	for i := 0; i != limit; i++ {
		sentence := content.Sentences[i%len(content.Sentences)].ID
		_, on, err := s.ToggleLabel(ctx, by, sentence, "claim")
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintln(os.Stdout, sentence, on); err != nil {
			return err
		}
	}
	return s.Close()
}

// child starts a second process that tags the project at path.
func child(tb testing.TB, path string, env ...string) (*exec.Cmd, *bufio.Scanner) {
	tb.Helper()
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	cmd := exec.CommandContext(tb.Context(), self)
	cmd.Env = append(append(os.Environ(), childPath+"="+path), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// acknowledged reads one promise of a child.
func acknowledged(tb testing.TB, line string) (sentence int64, on bool) {
	tb.Helper()
	if _, err := fmt.Sscan(line, &sentence, &on); err != nil {
		tb.Fatalf("%q: %v", line, err)
	}
	return sentence, on
}

// A process is killed again and again while it tags; whatever it said is kept
// must be there afterwards.
func TestKilledProcessLosesNothing(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 7)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	want := map[int64]bool{}
	promises, recovered := 0, 0
	for range *killRounds {
		last := killOnce(t, r.path, want, &promises)
		s, err := store.Open(r.path, options())
		if err != nil {
			t.Fatal(err)
		}
		if s.Recovered() {
			recovered++
		}
		r.Store = s
		compareTags(t, r, want, last)
		r.sound(t)
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d rounds, %d promises, %d projects found not closed well", *killRounds, promises, recovered)
}

// killOnce lets a child tag for a moment and kills it; it notes every promise
// in want and returns the sentence of the last one.
func killOnce(t *testing.T, path string, want map[int64]bool, promises *int) (last int64) {
	t.Helper()
	cmd, lines := child(t, path)
	left := rand.IntN(25_000)
	var timer *time.Timer
	for lines.Scan() {
		if timer == nil { // after its first promise, so that it is at work
			timer = time.AfterFunc(time.Duration(left)*time.Microsecond, func() { _ = cmd.Process.Kill() })
		}
		sentence, on := acknowledged(t, lines.Text())
		want[sentence] = on
		last = sentence
		*promises++
	}
	_ = cmd.Wait() // it was killed
	return last
}

// compareTags holds that the project has exactly the tags that were promised;
// only the one that was under way may or may not be there.
func compareTags(t *testing.T, r *room, want map[int64]bool, last int64) {
	t.Helper()
	list, err := r.Annotations(t.Context(), r.articles[0].UID)
	if err != nil {
		t.Fatal(err)
	}
	got := map[int64]bool{}
	for _, a := range list {
		got[a.SentenceID] = true
	}
	sentences := r.sentences(t, 0)
	under := sentences[0].ID
	for i, s := range sentences {
		if s.ID == last {
			under = sentences[(i+1)%len(sentences)].ID
		}
	}
	for _, s := range sentences {
		if s.ID != under && got[s.ID] != want[s.ID] {
			t.Errorf("sentence %d is %v, promised was %v", s.ID, got[s.ID], want[s.ID])
		}
	}
	want[under] = got[under]
}

// Two processes write the same project; both promises are kept and the window
// notices the other's work.
func TestTwoProcessesWriteOneProject(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 7)
	ctx := t.Context()
	if changed, err := r.Changed(ctx); err != nil || changed {
		t.Fatal(changed, err)
	}
	_, by := r.actor(t, "Berik")
	own := r.sentences(t, 0)[0].ID
	cmd, lines := child(t, r.path, childShare+"=1", fmt.Sprintf("%s=%d", childLimit, *togetherRounds))
	promised := map[int64]bool{}
	for lines.Scan() {
		sentence, on := acknowledged(t, lines.Text())
		promised[sentence] = on
		if _, _, err := r.ToggleLabel(ctx, by, own, "statistic"); err != nil {
			t.Fatal(err)
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if changed, err := r.Changed(ctx); err != nil || !changed {
		t.Errorf("the other's work was not noticed: %v", err)
	}
	if changed, err := r.Changed(ctx); err != nil || changed {
		t.Errorf("own work counts as another's: %v", err)
	}
	list, err := r.Annotations(ctx, r.articles[0].UID)
	if err != nil {
		t.Fatal(err)
	}
	got := map[int64]bool{}
	for _, a := range list {
		if a.AnnotatorID == r.annotator.ID {
			got[a.SentenceID] = true
		}
	}
	for sentence, on := range promised {
		if got[sentence] != on {
			t.Errorf("sentence %d is %v, promised was %v", sentence, got[sentence], on)
		}
	}
	r.sound(t)
}
