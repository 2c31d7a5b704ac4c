package workers_test

import (
	"context"
	"errors"
	"testing"

	"glossator/app/ui/stage"
	"glossator/app/ui/workers"
)

var errFull = errors.New("the disk is full")

func TestFailedChangeIsDoneAgain(t *testing.T) {
	t.Parallel()
	queue := &stage.Queue{}
	var told []error
	w := workers.New(queue.Post, func(err error) { told = append(told, err) }, func(bool) {})
	defer w.Stop()
	fails, done := true, 0
	change := func() {
		w.Actions.Wait()
		queue.Drain()
	}
	w.Change(func(context.Context) error {
		done++
		if fails {
			return errFull
		}
		return nil
	})
	if !w.Busy() {
		t.Error("a change that was asked for is not under way")
	}
	change()
	retry := w.Retry()
	if w.Busy() || retry == nil || len(told) != 1 || !errors.Is(told[0], errFull) {
		t.Fatalf("busy %v, told of %v", w.Busy(), told)
	}
	fails = false
	retry()
	change()
	if done != 2 || w.Retry() != nil || len(told) != 1 {
		t.Errorf("done %d times, told of %v", done, told)
	}
}

func TestForgottenChangeIsNotDoneAgain(t *testing.T) {
	t.Parallel()
	queue := &stage.Queue{}
	w := workers.New(queue.Post, func(error) {}, func(bool) {})
	defer w.Stop()
	w.Change(func(context.Context) error { return errFull })
	w.Actions.Wait()
	queue.Drain()
	w.Forget()
	if w.Retry() != nil {
		t.Error("a change of another project would be done again")
	}
}

func TestStopLosesNoChange(t *testing.T) {
	t.Parallel()
	queue := &stage.Queue{}
	w := workers.New(queue.Post, func(err error) { t.Error(err) }, func(bool) {})
	made := 0
	for range 20 {
		w.Change(func(context.Context) error { made++; return nil })
	}
	w.Stop()
	if made != 20 {
		t.Errorf("%d of 20 changes were made", made)
	}
}
