package workspace

import (
	"slices"
	"sync"
)

// EventKind says what changed.
type EventKind int

// The kinds of events.
const (
	LibraryChanged     EventKind = iota // articles were added, edited, deleted, or their counts moved
	ArticleOpened                       // another article is current, or none, or it was read anew
	CursorMoved                         // another sentence is current
	SentencesChanged                    // annotations or marks of some sentences of the current article
	UndoChanged                         // undo or redo would do something else
	AnnotatorChanged                    // another person is at work, or her name changed
	SavedChanged                        // the last action was saved, or could not be
	SuggestionsChanged                  // other labels are suggested in the current article, or suggestions were switched on or off
	CodebookChanged                     // labels, fields or rules are other ones
	ReviewChanged                       // decisions or responses, or the layers that they are about
	BackupFailed                        // an automatic copy could not be made, see [Workspace.Unsafe]
)

// Event tells subscribers what changed. They read the new state from the
// workspace.
type Event struct {
	Kind      EventKind
	Sentences []int // positions in the current article, for SentencesChanged; nil: all of them
}

// events is the list of subscribers. The zero value has none.
type events struct {
	mu   sync.Mutex
	next int
	list []subscriber
}

type subscriber struct {
	id     int
	notify func(Event)
}

// Subscribe calls notify for every event, on the goroutine of the action that
// caused it, until cancel is called. A subscriber with a window posts to it
// and returns.
func (w *Workspace) Subscribe(notify func(Event)) (cancel func()) {
	e := &w.events
	e.mu.Lock()
	defer e.mu.Unlock()
	e.next++
	id := e.next
	e.list = append(e.list, subscriber{id: id, notify: notify})
	return func() { e.remove(id) }
}

func (e *events) remove(id int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.list = slices.DeleteFunc(slices.Clone(e.list), func(s subscriber) bool { return s.id == id })
}

// emit calls the subscribers of this moment outside the lock, so that one may
// cancel itself or others from its call.
func (e *events) emit(event Event) {
	e.mu.Lock()
	list := e.list
	e.mu.Unlock()
	for _, s := range list {
		s.notify(event)
	}
}
