package stage

import (
	"sync"
	"testing"

	"glossator/app/ui/background"
)

// Queue stands for the goroutine that draws the window: what is posted waits
// until the test lets it through, so that all of the window runs on the test's
// own goroutine. The zero value is empty.
type Queue struct {
	mu      sync.Mutex
	posted  []func()
	runners []*background.Runner
}

// Post is a [background.Poster].
func (q *Queue) Post(run func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.posted = append(q.posted, run)
}

// Runner makes a runner that posts here and stops at the end of the test. An
// error of its work fails the test, unless failed is given to take it.
func (q *Queue) Runner(t testing.TB, failed ...func(error)) *background.Runner {
	t.Helper()
	runner := background.New(q.Post, func(err error) {
		if len(failed) == 0 {
			t.Error(err)
		}
		for _, take := range failed {
			take(err)
		}
	})
	q.runners = append(q.runners, runner)
	t.Cleanup(runner.Stop)
	return runner
}

// Drain runs what was posted and reports whether there was anything.
func (q *Queue) Drain() bool {
	q.mu.Lock()
	list := q.posted
	q.posted = nil
	q.mu.Unlock()
	for _, run := range list {
		run()
	}
	return len(list) > 0
}

// Settle waits for the runners and lets through what was posted, until there
// is nothing left of either. It reports whether anything was posted.
func (q *Queue) Settle() bool {
	for moved := false; ; moved = true {
		for _, runner := range q.runners {
			runner.Wait()
		}
		if !q.Drain() {
			return moved
		}
	}
}
