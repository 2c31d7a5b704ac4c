package inspector

import (
	"context"

	"glossator/app/ui/background"
	"glossator/app/workspace"
	"glossator/models"
)

// keeper saves edits in the background and keeps each until it is saved. An
// edit that could not be saved stays on the page and is tried again.
type keeper struct {
	ws    *workspace.Workspace
	run   *background.Runner
	edits map[string]*kept // by annotation UID
}

type kept struct {
	edit   edit
	turn   int  // counts the edits, so that a save of an older one does not settle a newer one
	failed bool // the last attempt to save it came to nothing
}

func newKeeper(ws *workspace.Workspace, run *background.Runner) *keeper {
	return &keeper{ws: ws, run: run, edits: map[string]*kept{}}
}

// overlay returns the annotation as the user left it, saved or not.
func (k *keeper) overlay(annotation models.Annotation) models.Annotation {
	if open := k.edits[annotation.UID]; open != nil {
		return open.edit.apply(annotation)
	}
	return annotation
}

// put takes an edit over and begins to save it.
func (k *keeper) put(e edit) {
	open := k.edits[e.annotation]
	if open == nil {
		open = &kept{edit: edit{annotation: e.annotation, base: e.base}}
		k.edits[e.annotation] = open
	}
	open.edit = open.edit.with(e)
	open.turn++
	k.save(open)
}

// retry begins to save once more what could not be saved.
func (k *keeper) retry() {
	for _, open := range k.edits {
		if open.failed {
			k.save(open)
		}
	}
}

func (k *keeper) save(open *kept) {
	open.failed = false
	e, turn := open.edit, open.turn
	k.run.Do(func(ctx context.Context) (func(), error) {
		saved, err := k.write(ctx, e)
		return func() { k.settle(e.annotation, turn, saved, err) }, err
	})
}

// settle drops an edit that is saved, or that a rule of the project forbids.
// Once something could be saved, what failed before is tried again.
func (k *keeper) settle(annotation string, turn int, saved bool, err error) {
	open := k.edits[annotation]
	if open == nil || open.turn != turn {
		return
	}
	if saved || models.CodeOf(err) == models.CodeInvalid {
		delete(k.edits, annotation)
	} else {
		open.failed = true
	}
	if saved {
		k.retry()
	}
}

// write saves an edit, on the worker, and reports whether it is saved now. What
// the annotation has by now stays in the fields that the edit does not touch,
// and nothing is written that is there already, so that undo has no empty
// steps. The edit of a label that was taken off meanwhile waits for its return.
func (k *keeper) write(ctx context.Context, e edit) (saved bool, err error) {
	before := models.Annotation{Details: e.base}
	position := 0 // another article is open: any sentence of it lets the action through
	content, ok := k.ws.Article()
	here := ok && content.Article.UID == e.at.article
	if here {
		position = e.at.position
	}
	sentence, _ := k.ws.Sentence(position)
	known := false
	for _, annotation := range sentence.Mine {
		if annotation.UID == e.annotation {
			before, known = annotation.Annotation, true
		}
	}
	if here && !known {
		return false, nil
	}
	after := e.apply(before)
	if len(e.fields) > 0 && (!known || !sameDetails(before.Details, after.Details)) {
		if err := k.ws.SetDetails(ctx, position, e.annotation, after.Details); err != nil {
			return false, err
		}
	}
	if e.note != nil && (!known || before.Note != after.Note) {
		if err := k.ws.SetNote(ctx, position, e.annotation, *e.note); err != nil {
			return false, err
		}
	}
	return true, nil
}
