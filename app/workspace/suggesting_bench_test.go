package workspace_test

import (
	"fmt"
	"testing"
)

const benchDecided = 1000 // sentences, every tenth with a label

// BenchmarkRefreshSuggestions learns from a thousand decisions and proposes
// labels for an article of as many sentences: what happens in the background
// after a tag. The budget of the refit alone is 5 ms.
func BenchmarkRefreshSuggestions(b *testing.B) {
	ws := newProject(b)
	sentences := make([]string, benchDecided)
	for i := range sentences {
		sentences[i] = fmt.Sprintf("The office of region %d said that %d people had asked for help since the spring.", i, i)
		if i%10 == 0 {
			sentences[i] = fmt.Sprintf("The ministry will open shelter %d by the end of the year.", i)
		}
	}
	article(b, ws, "Decided", sentences...)
	for position := 0; position < benchDecided; position += 10 {
		toggle(b, ws, position, "commitment")
	}
	if err := ws.SetFinished(b.Context(), true); err != nil {
		b.Fatal(err)
	}
	for i := range sentences {
		sentences[i] += fmt.Sprintf(" Part %d is closed.", i)
	}
	article(b, ws, "Open", sentences...)
	for b.Loop() {
		if err := ws.RefreshSuggestions(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
