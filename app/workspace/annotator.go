package workspace

import (
	"context"

	"glossator/models"
)

// SignIn puts the person of this name to work; she is added to the project
// when she is new. In a read-only project an unknown person reads without a
// layer of her own. Errors: models.CodeInvalid for an unusable name, and those
// of the store.
func (w *Workspace) SignIn(ctx context.Context, name string) error {
	clean, err := models.CleanName(name)
	if err != nil {
		return err
	}
	me, err := w.person(ctx, clean)
	if err != nil {
		return err
	}
	if err := w.become(ctx, me); err != nil {
		return err
	}
	return w.reload(ctx)
}

func (w *Workspace) person(ctx context.Context, name string) (models.Annotator, error) {
	if !w.store.ReadOnly() {
		return w.store.Annotator(ctx, name)
	}
	known, err := w.store.Annotators(ctx)
	if err != nil {
		return models.Annotator{}, err
	}
	for _, annotator := range known {
		if annotator.Name == name {
			return annotator, nil
		}
	}
	return models.Annotator{Name: name}, nil
}

// Rename corrects the name of the person at work; her layer stays hers.
func (w *Workspace) Rename(ctx context.Context, name string) error {
	return w.do(func(by actor) error {
		clean, err := models.CleanName(name)
		if err != nil {
			return err
		}
		me, err := w.store.RenameAnnotator(ctx, by, clean)
		if err != nil {
			return err
		}
		return w.become(ctx, me)
	})
}

// become makes me the person at work and learns everybody's names.
func (w *Workspace) become(ctx context.Context, me models.Annotator) error {
	all, err := w.store.Annotators(ctx)
	if err != nil {
		return err
	}
	names := make(map[int64]models.Annotator, len(all))
	for _, annotator := range all {
		names[annotator.ID] = annotator
	}
	w.decisions.forget()
	w.mu.Lock()
	w.me, w.names = me, names
	w.mu.Unlock()
	w.events.emit(Event{Kind: AnnotatorChanged})
	return w.refreshUndo(ctx)
}

// NameOf returns the name of the annotator of a UID, empty when nobody has it.
func (w *Workspace) NameOf(annotatorUID string) string {
	w.mu.RLock()
	defer w.mu.RUnlock()
	for _, annotator := range w.names {
		if annotator.UID == annotatorUID {
			return annotator.Name
		}
	}
	return ""
}

// Me returns the person at work.
func (w *Workspace) Me() models.Annotator {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.me
}
