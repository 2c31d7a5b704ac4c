package reader

import (
	"strings"
	"unicode/utf8"

	"glossator/app/suggest"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textview"
	"glossator/app/workspace"
	"glossator/models"
)

// marker tells how sentences are decorated, and remembers it: the text view
// asks often. It is used on the window's goroutine only.
type marker struct {
	ws     *workspace.Workspace
	places map[string]int // label key to its place in the codebook
	layers map[int64]int  // annotator to her place among the layers
	known  map[int]textview.Mark
}

func newMarker(ws *workspace.Workspace) *marker {
	m := &marker{ws: ws, places: map[string]int{}, layers: map[int64]int{}, known: map[int]textview.Mark{}}
	for place, label := range ws.Labels() {
		m.places[label.Key] = place
	}
	return m
}

// archived is the place of all labels that the codebook does not have any more,
// and badgeArchived stands for them.
const (
	archived      = -1
	badgeArchived = "–"
)

// place returns the place of a label in the palette.
func (m *marker) place(label models.Label) int {
	if place, known := m.places[label.Key]; known {
		return place
	}
	return len(m.places)
}

// forget drops what is known about some sentences, nil: about all.
func (m *marker) forget(sentences []int) {
	if sentences == nil {
		clear(m.known)
		return
	}
	for _, sentence := range sentences {
		delete(m.known, sentence)
	}
}

func (m *marker) mark(position int) textview.Mark {
	if mark, ok := m.known[position]; ok {
		return mark
	}
	sentence, ok := m.ws.Sentence(position)
	if !ok {
		return textview.Mark{}
	}
	mark := textview.Mark{Read: sentence.Empty}
	for _, annotation := range sentence.Mine {
		mark.Labels |= 1 << m.place(annotation.Label)
		mark.Note = mark.Note || annotation.Note != ""
	}
	for _, s := range m.ws.Suggested(position) {
		if s.Strength == suggest.Strong {
			mark.Suggested |= 1 << m.place(s.Label)
		} else {
			mark.Possible |= 1 << m.place(s.Label)
		}
	}
	mark.Others = m.others(sentence.Others)
	m.known[position] = mark
	return mark
}

// others gathers the labels of each other layer.
func (m *marker) others(annotations []workspace.Annotation) []textview.LayerMark {
	var marks []textview.LayerMark
	at := map[int]int{}
	for _, annotation := range annotations {
		layer, ok := m.layers[annotation.AnnotatorID]
		if !ok {
			continue
		}
		if _, seen := at[layer]; !seen {
			at[layer] = len(marks)
			marks = append(marks, textview.LayerMark{Layer: layer})
		}
		marks[at[layer]].Labels |= 1 << m.place(annotation.Label)
	}
	return marks
}

// colleagues returns everybody else who tagged the open article, in the order
// of their first tag. It walks through all sentences: call it off the window's
// goroutine.
func colleagues(ws *workspace.Workspace, sentences int) []models.Annotator {
	var found []models.Annotator
	seen := map[int64]bool{}
	for position := range sentences {
		sentence, _ := ws.Sentence(position)
		for _, annotation := range sentence.Others {
			if !seen[annotation.AnnotatorID] {
				seen[annotation.AnnotatorID] = true
				found = append(found, annotation.Annotator)
			}
		}
	}
	return found
}

// palette is the look of the labels and of the colleagues' layers.
func palette(labels []models.Label, badges map[string]string, others []models.Annotator) textview.Palette {
	var p textview.Palette
	add := func(badge string, ink theme.Ink) {
		p.Labels = append(p.Labels, textview.Entry{
			Badge:     badge,
			FillLight: ink.FillLight, FillDark: ink.FillDark,
			BarLight: ink.SolidLight, BarDark: ink.SolidDark,
		})
	}
	for place, label := range labels {
		add(badges[label.Key], theme.Dyed(label.Color, place))
	}
	add(badgeArchived, theme.Label(archived))
	for place, annotator := range others {
		light, dark := theme.Layer(place)
		p.Layers = append(p.Layers, textview.Layer{Badge: initial(annotator.Name), Light: light, Dark: dark})
	}
	return p
}

func initial(name string) string {
	first, _ := utf8.DecodeRuneInString(name)
	if first == utf8.RuneError {
		return "?"
	}
	return strings.ToUpper(string(first))
}
