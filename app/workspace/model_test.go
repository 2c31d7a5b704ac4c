package workspace_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"glossator/app/workspace"
	"glossator/models"
)

// sheet is the plain model that random actions are held against: the labels of
// each sentence, with every earlier and later state beside it.
type sheet struct {
	now    []string
	past   [][]string
	future [][]string
}

func (s *sheet) act(change func([]string)) {
	s.past = append(s.past, slices.Clone(s.now))
	s.future = nil
	change(s.now)
}

func (s *sheet) turn(from, to *[][]string) bool {
	if len(*from) == 0 {
		return false
	}
	*to = append(*to, slices.Clone(s.now))
	s.now = (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	return true
}

var order = []string{"commitment", "statistic", "claim"}

func flip(labels, key string) string {
	var kept []string
	for _, k := range order {
		if strings.Contains(labels, k) != (k == key) {
			kept = append(kept, k)
		}
	}
	return strings.Join(kept, "+")
}

// TestRandomActions does random actions, undo and redo, with restarts between,
// and expects what a plain model in memory says.
func TestRandomActions(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		random := rand.New(rand.NewPCG(seed, 1))
		ws := newProject(t)
		uid := report(t, ws).UID
		model := &sheet{now: make([]string, 4)}
		for range 120 {
			ws = step(t, random, ws, uid, model)
			if got := labels(t, ws); !slices.Equal(got, model.now) {
				t.Fatalf("seed %d: labels %q, want %q", seed, got, model.now)
			}
		}
		findings, err := ws.Check(t.Context())
		if err != nil || len(findings) > 0 {
			t.Errorf("seed %d: the check found %v, %v", seed, findings, err)
		}
	}
}

func step(t *testing.T, random *rand.Rand, ws *workspace.Workspace, uid string, model *sheet) *workspace.Workspace {
	t.Helper()
	position := random.IntN(4)
	switch roll := random.IntN(20); {
	case roll == 0:
		ws = reopen(t, ws)
		if err := ws.OpenArticle(t.Context(), uid); err != nil {
			t.Fatal(err)
		}
	case roll < 5 && len(model.past) > 0: // never back beyond the import
		undo(t, ws)
		model.turn(&model.past, &model.future)
	case roll < 9:
		_, err := ws.Redo(t.Context())
		if did := model.turn(&model.future, &model.past); did != (err == nil) {
			t.Fatalf("redo: %v, the model has a state: %v", err, did)
		}
		if err != nil && models.CodeOf(err) != models.CodeNothing {
			t.Fatal(err)
		}
	case roll == 9 && model.now[position] != "":
		if err := ws.ClearLabels(t.Context(), position); err != nil {
			t.Fatal(err)
		}
		model.act(func(now []string) { now[position] = "" })
	default:
		key := order[random.IntN(len(order))]
		toggle(t, ws, position, key)
		model.act(func(now []string) { now[position] = flip(now[position], key) })
	}
	return ws
}
