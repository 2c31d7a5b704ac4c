package workspace

import (
	"context"

	"glossator/models"
)

// OpenArticle makes an article current, with the cursor on its first sentence.
// Errors: models.CodeNotFound for an unknown or deleted article, and those of
// the store; the current article stays then.
func (w *Workspace) OpenArticle(ctx context.Context, uid string) error {
	w.action.Lock()
	defer w.action.Unlock()
	return w.openAt(ctx, uid, 0)
}

// OpenArticleAt opens an article with the cursor on the sentence at position.
func (w *Workspace) OpenArticleAt(ctx context.Context, uid string, position int) error {
	w.action.Lock()
	defer w.action.Unlock()
	return w.openAt(ctx, uid, position)
}

func (w *Workspace) openAt(ctx context.Context, uid string, position int) error {
	d, err := w.read(ctx, uid)
	if err != nil {
		return err
	}
	d.cursor = clamp(position, len(d.content.Sentences))
	w.mu.Lock()
	w.open = d
	w.mu.Unlock()
	w.events.emit(Event{Kind: ArticleOpened})
	return nil
}

// CloseArticle leaves no article current.
func (w *Workspace) CloseArticle() {
	w.mu.Lock()
	w.open = nil
	w.mu.Unlock()
	w.events.emit(Event{Kind: ArticleOpened})
}

// Article returns the current article; false when none is open.
func (w *Workspace) Article() (models.Content, bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.open == nil {
		return models.Content{}, false
	}
	return w.open.content, true
}

// Finished reports whether the annotator has marked the current article as
// done.
func (w *Workspace) Finished() bool {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.open != nil && w.open.finished
}

// read fetches an article and everything that stands on it.
func (w *Workspace) read(ctx context.Context, uid string) (*desk, error) {
	content, err := w.store.Content(ctx, uid)
	if err != nil {
		return nil, err
	}
	all, err := w.store.Annotations(ctx, uid)
	if err != nil {
		return nil, err
	}
	me := w.actor().AnnotatorID
	read, err := w.store.Readings(ctx, uid, me)
	if err != nil {
		return nil, err
	}
	progress, err := w.store.Progress(ctx, uid, me)
	if err != nil {
		return nil, err
	}
	rejections, err := w.store.Rejections(ctx, uid, me)
	if err != nil {
		return nil, err
	}
	d := newDesk(content, all, read, progress.FinishedAt != nil, me)
	for _, r := range rejections {
		d.refused[refusal{r.SentenceID, r.LabelKey}] = true
	}
	d.coding = progress.Coding
	// What cannot be noted as seen is not shown.
	if d.blind() || w.unseen() || w.noteSeen(ctx, d.glances()) != nil {
		d.conceal()
	}
	return d, nil
}

// reload reads the current article anew and keeps the cursor. An article that
// is gone is closed.
func (w *Workspace) reload(ctx context.Context) error {
	content, ok := w.Article()
	if !ok {
		return nil
	}
	err := w.openAt(ctx, content.Article.UID, w.Cursor())
	if models.CodeOf(err) == models.CodeNotFound {
		w.CloseArticle()
		return nil
	}
	return err
}

// Sync takes over what another window or another process wrote to the project
// file, and reports whether there was anything.
func (w *Workspace) Sync(ctx context.Context) (bool, error) {
	w.action.Lock()
	defer w.action.Unlock()
	changed, err := w.store.Changed(ctx)
	if err != nil || !changed {
		return false, err
	}
	if err := w.become(ctx, w.Me()); err != nil {
		return false, err
	}
	if err := w.refreshCodebook(ctx); err != nil {
		return false, err
	}
	if err := w.reload(ctx); err != nil {
		return false, err
	}
	w.events.emit(Event{Kind: LibraryChanged})
	w.events.emit(Event{Kind: ReviewChanged})
	return true, nil
}

func clamp(position, count int) int {
	return max(0, min(position, count-1))
}
