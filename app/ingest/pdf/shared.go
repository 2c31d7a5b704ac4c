package pdf

import (
	"context"
	"errors"
	"slices"

	pdfium_errors "github.com/klippa-app/go-pdfium/errors"
)

// bench is the place where files are read, one at a time: each sandbox takes
// some 50 MB, and a second one would not make two cores faster.
type bench struct {
	turn   chan struct{} // holds one token while nobody reads
	engine *engine       // nil before the first file and after a crash
}

// shared is the bench of the process. What it holds is a cache: losing it costs
// time alone.
var shared = func() *bench {
	b := &bench{turn: make(chan struct{}, 1)}
	b.turn <- struct{}{}
	return b
}()

// use runs work with an engine when it is its turn. When ctx ends, so does the
// work, with an error of the engine. An engine that crashed or was stopped is
// thrown away, as PDFium does not recover from either.
func (b *bench) use(ctx context.Context, large bool, work func(*engine) error) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-b.turn:
	}
	defer func() { b.turn <- struct{}{} }()
	if b.engine == nil {
		started, err := newEngine()
		if err != nil {
			return &startError{err}
		}
		b.engine = started
	}
	stopped := context.AfterFunc(ctx, b.engine.stop)
	err := work(b.engine)
	if running := stopped(); !running || large || !isAnswer(err) {
		b.engine.close()
		b.engine = nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// answers are the errors with which PDFium says what is wrong with a file, and
// goes on.
var answers = []error{
	pdfium_errors.ErrFile, pdfium_errors.ErrFormat, pdfium_errors.ErrPassword, pdfium_errors.ErrSecurity, pdfium_errors.ErrPage,
}

// isAnswer reports whether the engine is sound after this error.
func isAnswer(err error) bool {
	return err == nil || slices.ContainsFunc(answers, func(known error) bool { return errors.Is(err, known) })
}

// startError is why the engine could not be started.
type startError struct{ cause error }

func (e *startError) Error() string { return "PDFium did not start: " + e.cause.Error() }
func (e *startError) Unwrap() error { return e.cause }
