package incoming

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// told is a row in words.
type told struct {
	state  string
	colour fyne.ThemeColorName
	label  string
	text   string // of the sentence
	below  string // what changes, or why not
	line   string
}

// tell puts a row into words; labels gives the name of a label by its key.
func tell(row *workspace.ComingRow, labels map[string]string) told {
	t := told{label: row.Row.Label, text: oneLine(row.Row.SentenceText), line: locale.T(textLine, locale.Number(row.Row.Line))}
	for _, g := range groups {
		if g.has(row.State) {
			t.state, t.colour = locale.T(g.name), g.colour
		}
	}
	if name, known := labels[row.Label]; known {
		t.label = name
	}
	if row.Row.Label == models.NoLabel {
		t.label = locale.T(textNoLabel)
	}
	if row.Sentence != nil {
		t.text = oneLine(row.Sentence.Text)
	}
	t.below = strings.Join(below(row, labels), "; ")
	return t
}

// below says whose the row is, what it changes and what is odd about it.
func below(row *workspace.ComingRow, labels map[string]string) []string {
	var parts []string
	if row.Person.Name != "" {
		parts = append(parts, row.Person.Name)
	}
	if row.State == workspace.ComingUnmatched || row.State == workspace.ComingUnsure {
		return append(parts, locale.Say(row.Reason))
	}
	for _, change := range row.Changes {
		what := change.What
		if name, known := whats[what]; known {
			what = locale.T(name)
		}
		before, after := change.Before, change.After
		if change.What == "label" {
			before, after = named(labels, before), named(labels, after)
		}
		parts = append(parts, locale.T(textChange, what, shown(before), shown(after)))
	}
	if row.State == workspace.ComingNew && row.Wanted.Note != "" {
		parts = append(parts, shown(row.Wanted.Note))
	}
	for _, remark := range row.Remarks {
		parts = append(parts, locale.Say(remark))
	}
	return parts
}

func named(labels map[string]string, key string) string {
	if name, known := labels[key]; known {
		return name
	}
	return key
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// shown is a value in quotation marks, short, and a word for none.
func shown(value string) string {
	const longest = 60 // characters
	if value == "" {
		return locale.T(textEmpty)
	}
	runes := []rune(oneLine(value))
	if len(runes) > longest {
		runes = append(runes[:longest-1], '…')
	}
	return "“" + string(runes) + "”"
}

func (g group) has(state workspace.ComingState) bool {
	return slices.Contains(g.states, state)
}

// line is a row of the list: state, label and sentence above, what changes
// below.
type line struct {
	state, label, text, below, number *textline.Line
	object                            *fyne.Container
}

// The columns of a row, in units.
const (
	stateWidth  = 110
	labelWidth  = 120
	numberWidth = 74
)

func newLine() *line {
	small := textline.Look{Size: theme.SizeNameSmall}
	quiet := textline.Look{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet}
	bold := textline.Look{Size: theme.SizeNameSmall, Style: fyne.TextStyle{Bold: true}}
	l := &line{
		state: textline.New("", bold), label: textline.New("", bold), text: textline.New("", small),
		below: textline.New("", quiet), number: textline.New("", quiet),
	}
	l.object = container.New(cells{}, l.state, l.label, l.text, l.number, l.below)
	return l
}

func (l *line) show(t told) {
	l.state.Set(t.state, t.colour, true)
	l.label.SetText(t.label)
	l.text.SetText(t.text)
	l.below.SetText(t.below)
	l.number.SetText(t.line)
}

// cells lays a row out.
type cells struct{}

// MinSize is called by the toolkit.
func (cells) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, 2*objects[0].MinSize().Height+theme.Tight)
}

// Layout is called by the toolkit.
func (cells) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := objects[0].MinSize().Height
	place := func(i int, x, y, width float32) {
		objects[i].Move(fyne.NewPos(x, y))
		objects[i].Resize(fyne.NewSize(max(0, width), high))
	}
	rest := size.Width - numberWidth
	place(0, 0, 0, stateWidth-theme.Gap)
	place(1, stateWidth, 0, labelWidth-theme.Gap)
	place(2, stateWidth+labelWidth, 0, rest-stateWidth-labelWidth-theme.Gap)
	place(3, rest, 0, numberWidth)
	place(4, stateWidth, high, size.Width-stateWidth)
}
