package workspace_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"glossator/app/workspace"
)

// What is kept in memory never makes another model than reading everything
// anew, whatever is done and in whichever order.
func TestMemoryOfDecisionsIsTheFile(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	shelf(t, ws, 12, 6)
	const seed = 7
	random := rand.New(rand.NewPCG(seed, 0))
	deeds := []func(at int) error{
		func(at int) error { _, err := ws.ToggleLabel(t.Context(), at, "commitment"); return err },
		func(at int) error { _, err := ws.ToggleLabel(t.Context(), at, "claim"); return err },
		func(at int) error { return ws.MarkEmpty(t.Context(), at, at%2 == 0) },
		func(at int) error { return ws.ClearLabels(t.Context(), at) },
		func(int) error { _, err := ws.Undo(t.Context()); return err },
		func(int) error { _, err := ws.Redo(t.Context()); return err },
		func(int) error { return ws.SetFinished(t.Context(), !ws.Finished()) },
		func(int) error { return ws.SignIn(t.Context(), []string{"Ann", "Ben"}[random.IntN(2)]) },
		func(int) error { refresh(t, ws); return nil },
	}
	model := func(ws *workspace.Workspace) any {
		m, err := ws.Learn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return [2]any{m.Standing("commitment"), m.Probabilities("The ministry will open shelter number 9 in the south.", "en")}
	}
	for range 90 {
		_ = deeds[random.IntN(len(deeds))](random.IntN(12)) // some are refused, which is fine
		if random.IntN(3) > 0 {
			continue
		}
		remembered := model(ws)
		ws.Forget()
		if anew := model(ws); !reflect.DeepEqual(remembered, anew) {
			t.Fatalf("in memory %v, in the file %v", remembered, anew)
		}
	}
}
