package inspector

import (
	"slices"

	"fyne.io/fyne/v2"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/workspace"
	"glossator/models"
)

// forms are the sections of the annotator's own labels on the sentence. They
// are made when first needed and used again for other sentences.
type forms struct {
	page   *Page
	pool   []*section // in label order
	object *fyne.Container
}

func newForms(p *Page) *forms {
	return &forms{page: p, object: column.New(theme.Wide)}
}

// show shows a section for each of the annotations.
func (f *forms) show(at place, sentence workspace.Sentence) {
	for _, s := range f.pool {
		s.used = false
	}
	for _, annotation := range sentence.Mine {
		s := f.free(annotation.Label)
		s.used = true
		s.show(at, annotation)
	}
	for _, s := range f.pool {
		if !s.used {
			s.clear()
		}
		show(s.object, s.used)
	}
	show(f.object, len(sentence.Mine) > 0)
}

// free returns a section of the label that is not in use, a new one if need be.
func (f *forms) free(label models.Label) *section {
	rank := func(id int64) int {
		return slices.IndexFunc(f.page.ws.Labels(), func(l models.Label) bool { return l.ID == id })
	}
	at := len(f.pool)
	for i, s := range f.pool {
		if s.label.ID == label.ID && !s.used {
			return s
		}
		if rank(s.label.ID) > rank(label.ID) {
			at = min(at, i)
		}
	}
	made := newSection(f.page, label, rank(label.ID))
	f.pool = slices.Insert(f.pool, at, made)
	f.object.Objects = slices.Insert(f.object.Objects, at, fyne.CanvasObject(made.object))
	return made
}

// first returns the first section on the page, nil when there is none.
func (f *forms) first() *section {
	for _, s := range f.pool {
		if s.used {
			return s
		}
	}
	return nil
}

// commit saves what is typed in any section.
func (f *forms) commit() {
	for _, s := range f.pool {
		if s.used {
			s.commit()
		}
	}
}
