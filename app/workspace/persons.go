package workspace

import (
	"context"
	"slices"
	"strings"

	"glossator/models"
)

// personsAtMost is how many names are kept in memory to complete one from.
const personsAtMost = 5000

// Complete returns the names of persons that begin as written, in any case, the
// most frequent first and at most limit: names from the person fields of the
// project, and those of its annotators. What is a name in full already has no
// completion. The first call reads the project; errors are those of the store.
func (w *Workspace) Complete(ctx context.Context, written string, limit int) ([]string, error) {
	written = strings.ToLower(strings.TrimSpace(written))
	if written == "" {
		return nil, nil
	}
	known, err := w.persons(ctx)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, name := range known {
		low := strings.ToLower(name)
		if strings.HasPrefix(low, written) && low != written {
			if names = append(names, name); len(names) == limit {
				break
			}
		}
	}
	return names, nil
}

// persons returns the names that are known, reading them once.
func (w *Workspace) persons(ctx context.Context) ([]string, error) {
	w.mu.RLock()
	known := w.people
	w.mu.RUnlock()
	if known != nil {
		return known, nil
	}
	known, err := w.store.Persons(ctx, personsAtMost)
	if err != nil {
		return nil, err
	}
	for _, annotator := range w.Annotators() {
		known = withName(known, annotator.Name)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.people = slices.Clip(append([]string{}, known...))
	return w.people, nil
}

func withName(names []string, name string) []string {
	if name == "" || slices.Contains(names, name) {
		return names
	}
	return append(slices.Clip(names), name)
}

// meet remembers the names in the person fields of an annotation; the caller
// holds mu. Before the first completion nothing is remembered: it will read
// them.
func (w *Workspace) meet(annotation models.Annotation) {
	if w.people == nil || annotation.DeletedAt != nil {
		return
	}
	label := w.rules.Load().label(annotation.LabelID)
	for _, detail := range annotation.Details {
		person := func(f models.Field) bool { return f.ID == detail.FieldID && f.Type == models.FieldPerson }
		if slices.ContainsFunc(label.Fields, person) {
			w.people = withName(w.people, detail.ValueText)
		}
	}
}
