package workspace

// Cursor returns the position of the current sentence, from 0; 0 as well when
// no article is open.
func (w *Workspace) Cursor() int {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.open == nil {
		return 0
	}
	return w.open.cursor
}

// MoveTo makes the sentence at position current; a position outside the
// article goes to its nearest end.
func (w *Workspace) MoveTo(position int) {
	w.mu.Lock()
	if w.open == nil {
		w.mu.Unlock()
		return
	}
	to := clamp(position, len(w.open.content.Sentences))
	moved := to != w.open.cursor
	w.open.cursor = to
	w.mu.Unlock()
	if moved {
		w.events.emit(Event{Kind: CursorMoved})
	}
}

// Move makes the sentence delta further on current.
func (w *Workspace) Move(delta int) { w.MoveTo(w.Cursor() + delta) }

// MoveToUnseen makes the next sentence current that the annotator has neither
// tagged nor marked as holding nothing. The search starts after the cursor and
// goes round once. It reports whether there was one.
func (w *Workspace) MoveToUnseen() bool {
	w.mu.RLock()
	to := -1
	if d := w.open; d != nil {
		count := len(d.content.Sentences)
		for step := 1; step <= count && to < 0; step++ {
			at := (d.cursor + step) % count
			if !d.seen(d.content.Sentences[at].ID) {
				to = at
			}
		}
	}
	w.mu.RUnlock()
	if to < 0 {
		return false
	}
	w.MoveTo(to)
	return true
}
