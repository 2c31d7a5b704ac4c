// Package workers holds the goroutines that work for the window, and keeps
// count of the changes that are under way.
package workers

import (
	"context"
	"sync/atomic"
	"time"

	"glossator/app/ui/background"
)

// savingDelay is how long a change may take before the window is told that it
// is under way; shorter ones would only flicker.
const savingDelay = 300 * time.Millisecond

// Workers do what would make the window wait. Their methods are for the
// goroutine that draws the window, unless they say otherwise.
type Workers struct {
	Actions  *background.Runner // changes of the project, one after the other
	Reads    *background.Runner // what pages read for show
	Learning *background.Runner // what suggestions are learnt with
	Long     *background.Runner // imports and exports, beside which one can go on working

	post    background.Poster
	fail    func(error)
	saving  func(bool)
	pending atomic.Int32 // changes under way
	armed   bool         // a look at pending is due
	retry   func()       // does the last change again that failed; nil: none did
}

// New starts the workers. On the window's goroutine, fail hears of the error of
// any work, and saving of changes that take long: that they do, and their end.
func New(post background.Poster, fail func(error), saving func(bool)) *Workers {
	return &Workers{
		Actions: background.New(post, fail), Reads: background.New(post, fail),
		Learning: background.New(post, fail), Long: background.New(post, fail),
		post: post, fail: fail, saving: saving,
	}
}

// Post runs a function on the window's goroutine. It may be called from any.
func (w *Workers) Post(show func()) { w.post(show) }

// Fail tells of an error as of that of any work.
func (w *Workers) Fail(err error) { w.fail(err) }

// Another starts a worker for work that ends earlier than the window does. Who
// asked for it stops it.
func (w *Workers) Another() *background.Runner { return background.New(w.post, w.fail) }

// Change makes a change of the project. When it fails, [Workers.Retry] does it
// again.
func (w *Workers) Change(change func(ctx context.Context) error) {
	w.Track(func(ctx context.Context) (func(), error) {
		err := change(ctx)
		return func() {
			w.retry = nil
			if err != nil {
				w.retry = func() { w.Change(change) }
			}
		}, err
	})
}

// Track does work among the actions that counts as a change under way.
func (w *Workers) Track(work background.Work) {
	w.pending.Add(1)
	w.arm()
	w.Actions.Do(func(ctx context.Context) (func(), error) {
		show, err := work(ctx)
		return func() {
			w.settled()
			if show != nil {
				show()
			}
		}, err
	})
}

// Retry returns what does the last change again if it failed, else nil.
func (w *Workers) Retry() func() { return w.retry }

// Forget drops the change that failed: it was of another project.
func (w *Workers) Forget() { w.retry = nil }

// Busy reports whether a change is under way. It may be called from any
// goroutine.
func (w *Workers) Busy() bool { return w.pending.Load() > 0 }

// Stop cuts off what need not be done and waits until every change is made.
func (w *Workers) Stop() {
	w.Long.Stop()
	w.Reads.Stop()
	w.Learning.Stop()
	w.Actions.Wait()
	w.Actions.Stop()
}

func (w *Workers) settled() {
	if w.pending.Add(-1) == 0 {
		w.saving(false)
	}
}

func (w *Workers) arm() {
	if w.armed {
		return
	}
	w.armed = true
	time.AfterFunc(savingDelay, func() {
		w.post(func() {
			w.armed = false
			if w.Busy() {
				w.saving(true)
			}
		})
	})
}
