// Package background takes work off the goroutine that draws the window and
// brings its outcome back.
package background

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
)

// Poster runs a function on the goroutine that draws the window. In the
// program it is fyne.Do; a test passes its own queue.
type Poster func(func())

// Work is done off the window's goroutine. It returns what to do there
// afterwards: assign and refresh, nothing slow. It may return nil.
type Work func(ctx context.Context) (show func(), err error)

// Runner does one piece of work after the other, in the order in which they
// were given, so that a key pressed after another never overtakes it.
type Runner struct {
	post Poster
	fail func(error)
	ctx  context.Context //nolint:containedctx // the runner's own life, ended by Stop
	stop context.CancelFunc

	mu      sync.Mutex
	idle    *sync.Cond
	queue   []Work
	running bool
}

// New makes a runner. fail is called on the window's goroutine with the error
// of any work.
func New(post Poster, fail func(error)) *Runner {
	ctx, stop := context.WithCancel(context.Background())
	r := &Runner{post: post, fail: fail, ctx: ctx, stop: stop}
	r.idle = sync.NewCond(&r.mu)
	return r
}

// Do puts work at the end of the queue and returns at once. After Stop it does
// nothing.
func (r *Runner) Do(work Work) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ctx.Err() != nil {
		return
	}
	r.queue = append(r.queue, work)
	if !r.running {
		r.running = true
		go r.drain()
	}
}

// Wait returns when the queue is empty and its last work is done. What the
// work posted may still be waiting for the window's goroutine.
func (r *Runner) Wait() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.running {
		r.idle.Wait()
	}
}

// Stop cancels the context of running work, drops the queue and waits for the
// end of what has begun.
func (r *Runner) Stop() {
	r.mu.Lock()
	r.stop()
	r.queue = nil
	r.mu.Unlock()
	r.Wait()
}

func (r *Runner) drain() {
	for {
		r.mu.Lock()
		if len(r.queue) == 0 {
			r.running = false
			r.idle.Broadcast()
			r.mu.Unlock()
			return
		}
		work := r.queue[0]
		r.queue = r.queue[1:]
		r.mu.Unlock()
		r.run(work)
	}
}

// PanicError is the error of work that panicked. It keeps what kind of value was
// thrown and where, not the value, which may hold text of an article.
type PanicError struct {
	Kind  string // the value's type
	Stack string
}

// Error names the kind of value.
func (p *PanicError) Error() string { return "the work panicked with a value of type " + p.Kind }

// guarded does work; a panic becomes an error, so that the window and what is
// typed there outlive it.
func guarded(ctx context.Context, work Work) (show func(), err error) {
	defer func() {
		if value := recover(); value != nil {
			show, err = nil, &PanicError{Kind: fmt.Sprintf("%T", value), Stack: string(debug.Stack())}
		}
	}()
	return work(ctx)
}

func (r *Runner) run(work Work) {
	show, err := guarded(r.ctx, work)
	if show != nil {
		r.post(show)
	}
	if err != nil {
		r.post(func() { r.fail(err) })
	}
}
