// The race detector checks pointers in a way that C memory does not keep to.

//go:build !race

package store_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
	"glossator/models/store/engine"
)

// powerCuts is how often the power fails.
var powerCuts = flag.Int("power.cuts", 250, "moments at which the power is cut")

// standing is what people see of the project in the power test.
func standing(tb testing.TB, s *store.Store) string {
	tb.Helper()
	rows, _, err := s.Articles(tb.Context(), models.ArticleFilter{Limit: 100})
	if err != nil {
		tb.Fatal(err)
	}
	var lines []string
	for _, row := range rows {
		annotations, err := s.Annotations(tb.Context(), row.UID)
		if err != nil {
			tb.Fatal(err)
		}
		for _, a := range annotations {
			lines = append(lines, fmt.Sprint(row.UID, " ", a.SentenceID))
		}
		lines = append(lines, row.UID)
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}

// work tags, imports and tags again, and returns what stood after each promise.
func work(t *testing.T, r *room, rec *recorder) []string {
	t.Helper()
	after := []string{standing(t, r.Store)}
	promise := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		rec.acknowledge()
		after = append(after, standing(t, r.Store))
	}
	sentences := r.sentences(t, 0)
	for round := range 2 {
		for i := range 30 {
			_, _, err := r.ToggleLabel(t.Context(), r.by, sentences[(i*(round+2))%len(sentences)].ID, "claim")
			promise(err)
		}
		var list []models.Draft
		for i := range 10 {
			list = append(list, draft(100*(round+1)+i, 12))
		}
		_, err := r.AddArticles(t.Context(), r.by, list)
		promise(err)
	}
	return after
}

// The power is cut at any moment of tagging and importing: what the disk then
// may hold opens, passes its check and has everything that was promised.
func TestPowerCutLosesNothing(t *testing.T) { // alone: it stands between SQLite and the system
	rec := theRecorder()
	r := newRoom(t, options(), 1, 9)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	before := readFile(t, r.path)
	rec.record(r.path)
	s, err := store.Open(r.path, options())
	if err != nil {
		t.Fatal(err)
	}
	r.Store = s
	after := work(t, r, rec)
	log := rec.stop()
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, uint64(*powerCuts)))
	folder := t.TempDir()
	recovered := 0
	for range *powerCuts {
		n := random.IntN(len(log) + 1)
		project, journal := powerCut(before, log, n, random)
		path := filepath.Join(folder, "p.glossator")
		writeFile(t, path, project)
		if journal != nil {
			writeFile(t, path+"-journal", journal)
		}
		if survive(t, path, after[promised(log[:n]):], n) {
			recovered++
		}
		for _, name := range []string{path, path + "-journal", lockOf(path)} {
			_ = os.Remove(name)
		}
	}
	t.Logf("%d cuts among %d operations and %d promises; %d projects were rolled back", *powerCuts, len(log), len(after)-1, recovered)
}

func promised(log []operation) int {
	count := 0
	for _, o := range log {
		if o.kind == acknowledgedHere {
			count++
		}
	}
	return count
}

// survive holds that a project stands as it was promised, or as after the step
// that was under way.
func survive(t *testing.T, path string, after []string, n int) (recovered bool) {
	t.Helper()
	s, err := store.Open(path, options())
	if err != nil {
		t.Errorf("cut behind operation %d: %v", n, err)
		return false
	}
	defer func() { _ = s.Close() }()
	is := standing(t, s)
	if is != after[0] && (len(after) == 1 || is != after[1]) {
		t.Errorf("cut behind operation %d: the project holds\n%s\npromised was\n%s", n, is, after[0])
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("cut behind operation %d: %v %v", n, found, err)
	}
	return s.Recovered()
}

// Without syncs the same simulation damages files: it can fail.
func TestPowerCutDamagesWhatIsNotSynced(t *testing.T) {
	rec := theRecorder()
	r := newRoom(t, options(), 1, 9)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	before := readFile(t, r.path)
	rec.record(r.path)
	db, err := engine.Open(r.path, engine.ReadWrite, []engine.Pragma{{Name: "synchronous", Value: "OFF", Want: "0"}})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		for _, step := range []string{"UPDATE projects SET version = version + 1", "INSERT INTO meta(key, value) VALUES('%d', 'v')"} {
			if strings.Contains(step, "%d") {
				step = fmt.Sprintf(step, i)
			}
			if err := db.Exec(step).Error; err != nil {
				t.Fatal(err)
			}
		}
		rec.acknowledge()
	}
	log := rec.stop()
	if err := engine.Close(db); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(2, 2))
	bad := 0
	for range 40 {
		n := random.IntN(len(log) + 1)
		project, _ := powerCut(before, log, n, random)
		path := filepath.Join(t.TempDir(), "p.glossator")
		writeFile(t, path, project)
		s, err := store.Open(path, options())
		if err != nil {
			bad++
			continue
		}
		last, err := s.Meta(t.Context(), strconv.Itoa(promised(log[:n])-1))
		if found, wrong := s.Check(t.Context()); err != nil || wrong != nil || len(found) > 0 || promised(log[:n]) > 0 && last == "" {
			bad++
		}
		_ = s.Close()
	}
	if bad == 0 {
		t.Error("no cut did any harm")
	}
	t.Logf("%d of 40 cuts did harm without syncs", bad)
}
