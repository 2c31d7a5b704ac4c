package inspector_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"glossator/app/ui/theme"
	"glossator/models"
)

const (
	benchSentences = 400
	benchTagged    = 40 // the sentences that the cursor walks over
)

// BenchmarkCursorMove is the handler of one step of the cursor: over sentences
// without a label, with one label or three and their details and notes, and
// with a label on every fourth, where the form comes and goes. Every sentence
// has words of its own. The budget of the whole window is 5 ms.
func BenchmarkCursorMove(b *testing.B) {
	for _, c := range []struct {
		name   string
		labels []string
		every  int
	}{
		{"untagged", nil, 1},
		{"one-label", []string{"claim"}, 1},
		{"three-labels", []string{"commitment", "statistic", "claim"}, 1},
		{"every-fourth", []string{"commitment"}, 4},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := newRig(b, theme.Light)
			r.open("a", prose())
			for position := 0; position < benchTagged; position += c.every {
				for _, label := range c.labels {
					r.tag(position, label)
				}
				r.fillAll(position)
			}
			at := 0
			for b.Loop() {
				at = (at + 1) % benchTagged
				r.move(at)
			}
		})
	}
}

// prose makes sentences of about 140 characters.
func prose() string {
	var text strings.Builder
	for i := range benchSentences {
		fmt.Fprintf(&text, "The ministry%d said on Monday that it would open shelter%d in region%d, "+
			"and that %d people had asked agency%d for help since the spring. ", i, i, i, i, i)
	}
	return text.String()
}

// fillAll writes the first four details and the note of each annotation.
func (r *rig) fillAll(position int) {
	r.t.Helper()
	sentence, _ := r.ws.Sentence(position)
	for _, annotation := range sentence.Mine {
		var details []models.Detail
		for _, fd := range annotation.Label.Fields[:4] {
			text := strconv.Itoa(position)
			if choices := fd.Choices(); choices != nil {
				text = choices[position%len(choices)]
			}
			detail, err := models.ReadDetail(fd, 0, text)
			if fd.Type != models.FieldDate {
				r.must(err)
			}
			details = append(details, detail)
		}
		r.must(r.ws.SetDetails(r.t.Context(), position, annotation.UID, details))
		r.must(r.ws.SetNote(r.t.Context(), position, annotation.UID, fmt.Sprintf("The words of speaker%d on record", position)))
		r.settle()
	}
}
