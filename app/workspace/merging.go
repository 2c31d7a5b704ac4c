package workspace

import (
	"context"

	"glossator/app/review"
	"glossator/models"
)

// ParcelKind says what a parcel came in.
type ParcelKind string

// The kinds of parcels.
const (
	ParcelProject ParcelKind = "project" // a colleague's project file
	ParcelPackage ParcelKind = "package" // a review package
	ParcelTable   ParcelKind = "table"   // a table of annotations, such as a CSV file
)

// Parcel is a colleague's work that was looked into and not yet merged.
type Parcel struct {
	Path     string
	Kind     ParcelKind
	Project  string             // the name of the project that it comes from, or empty
	Sender   string             // who made the package, or empty
	Message  string             // what she wrote to go with it
	AsOf     int64              // milliseconds, of its newest revision; 0: not known
	People   []models.Annotator // whose work it holds
	Contents review.Contents
	Notices  []models.Text // what a person should know before merging
	// Blind is set by the caller before [Workspace.Merge]: the person at work
	// will code the articles of the parcel by herself first, without seeing
	// what others have tagged.
	Blind bool
	// Progress is set by the caller before [Workspace.Merge] to hear, on the
	// goroutine of the merge, how many things of the parcel have been gone
	// through; nil: nobody does.
	Progress func(done, total int)

	bundle    models.Bundle
	unmatched []models.Unmatched // rows of a table that found no place
}

// add puts what the parcel knows itself to a report of the store.
func (p Parcel) add(r models.MergeReport) models.MergeReport {
	r.Unmatched += len(p.unmatched)
	r.UnmatchedRows = append(r.UnmatchedRows, p.unmatched...)
	return r
}

// PreviewMerge says what [Workspace.Merge] would do; nothing is written. The
// report names people of the same name that are to be told apart: same answers
// for them, see [models.MergeOptions]. Errors are those of the store.
func (w *Workspace) PreviewMerge(ctx context.Context, p Parcel, same map[string]string) (models.MergeReport, error) {
	report, err := w.store.Merge(ctx, w.actor(), p.bundle, models.MergeOptions{Dry: true, SamePerson: same})
	return p.add(report), err
}

// Merge takes a parcel into the project, as one step of undo and after a copy
// of the project was kept. Nothing that is here is overwritten or lost. Errors:
// models.CodeConflict when people of the same name are not told apart (the
// report names them), models.CodeCancelled, and those of the store; nothing is
// changed then.
func (w *Workspace) Merge(ctx context.Context, p Parcel, same map[string]string) (models.MergeReport, error) {
	var report models.MergeReport
	err := w.do(func(by actor) error {
		var err error
		report, err = w.store.Merge(ctx, by, p.bundle, models.MergeOptions{SamePerson: same, Blind: p.Blind, Progress: p.Progress})
		if err != nil {
			return err
		}
		return w.layersChanged(ctx)
	})
	return p.add(report), err
}

// layersChanged reads anew what a merge may have changed.
func (w *Workspace) layersChanged(ctx context.Context) error {
	if err := w.become(ctx, w.Me()); err != nil {
		return err
	}
	w.events.emit(Event{Kind: ReviewChanged})
	return w.articlesChanged(ctx)
}

// UndoMerge takes a merge back, also when the annotator has worked on since.
// Errors: models.CodeConflict when something that was done since rests on it, and
// those of [Workspace.Undo].
func (w *Workspace) UndoMerge(ctx context.Context, group string) (models.Step, error) {
	return w.turn(ctx, func(ctx context.Context, by actor) (models.Step, error) { return w.store.UndoMerge(ctx, by, group) })
}

// Forks returns the things that were changed on two machines, so that somebody
// has to choose.
func (w *Workspace) Forks(ctx context.Context) ([]models.Fork, error) {
	forks, err := w.store.Forks(ctx)
	if err != nil {
		return nil, err
	}
	screen := w.newScreen()
	shown := forks[:0]
	for _, fork := range forks {
		hidden, err := screen.hides(ctx, fork.ArticleUID)
		if err != nil {
			return nil, err
		}
		if !hidden || fork.AnnotatorUID == w.actor().AnnotatorUID {
			shown = append(shown, fork)
		}
	}
	return shown, nil
}

// SettleFork chooses one of the versions of a fork, as a step of undo. Errors:
// models.CodeNotFound when there are no two versions any more,
// models.CodeConflict when it is in somebody else's layer, and those of the
// store.
func (w *Workspace) SettleFork(ctx context.Context, entityUID, revisionUID string) error {
	return w.do(func(by actor) error {
		if err := w.store.SettleFork(ctx, by, entityUID, revisionUID); err != nil {
			return err
		}
		w.events.emit(Event{Kind: ReviewChanged})
		return w.articlesChanged(ctx)
	})
}
