package status

import (
	"fmt"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/badge"
	"glossator/app/ui/widgets/dot"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
)

// The texts of the line.
const (
	textSaved    = "Saved"
	textSaving   = "Saving…"
	textUnsaved  = "Not saved: %s"
	textReadOnly = "Read only"
	textPlace    = "Sentence %d of %d"
	textEmpty    = "No sentences"
	textNone     = "No article open"
	textSeen     = "%d seen"
	textBlind    = "blind: labels of others appear when you finish"
	textFinished = "Finished"
)

// The smallest widths of the parts, in units, so that they stay where they are
// when the numbers grow.
const (
	savedWidth = 132
	placeWidth = 148
	seenWidth  = 72
	countWidth = 24
)

// Actions is what the line needs from the window.
type Actions struct {
	Annotator func() // the name of the annotator was pressed
	Explain   func() // the reason why something is not saved was pressed
}

// Line is the line at the bottom of the window.
type Line struct {
	ws      *workspace.Workspace
	post    background.Poster
	cancel  func()
	saving  bool
	dot     *dot.Dot
	saved   *textline.Line
	place   *textline.Line
	seen    *textline.Line
	blind   *fyne.Container  // says that the labels of others are hidden
	labels  []*textline.Line // in the order of the codebook
	person  *textline.Line
	content fyne.CanvasObject

	mu     sync.Mutex // guards what the goroutine of an action hands over
	counts workspace.Counts
	queued bool
}

// NewLine makes the line of an open project.
func NewLine(ws *workspace.Workspace, badges map[string]string, post background.Poster, actions Actions) *Line {
	l := &Line{
		ws: ws, post: post,
		dot:    dot.New(toolkit.ColorNameSuccess),
		saved:  textline.New("", textline.Look{Size: theme.SizeNameSmall, Least: savedWidth}),
		place:  textline.New("", textline.Look{Size: theme.SizeNameSmall, Least: placeWidth, Whole: true}),
		seen:   textline.New("", textline.Look{Size: theme.SizeNameSmall, Least: seenWidth, Whole: true}),
		person: textline.New("", textline.Look{Size: theme.SizeNameSmall, Whole: true}),
	}
	l.content = surface.New(theme.ColorNamePane, l.arrange(badges, actions))
	l.counts = ws.Counts()
	l.cancel = ws.Subscribe(l.heard)
	l.showAll()
	return l
}

func (l *Line) arrange(badges map[string]string, actions Actions) fyne.CanvasObject {
	counts := container.NewHBox()
	for place, label := range l.ws.Labels() {
		ink := theme.Dyed(label.Color, place)
		number := textline.New("", textline.Look{Size: theme.SizeNameSmall, Least: countWidth, Whole: true})
		l.labels = append(l.labels, number)
		counts.Add(badge.New(badges[label.Key], func(dark bool) (color.Color, color.Color) {
			return ink.Solid(dark), ink.OnSolid(dark)
		}))
		counts.Add(number)
		counts.Add(gap(theme.Gap))
	}
	saved := newPressable(container.NewBorder(nil, nil, container.NewHBox(l.dot, gap(theme.Tight)), nil, l.saved), l.Saved, actions.Explain)
	person := newPressable(container.NewHBox(
		container.NewCenter(widget.NewIcon(toolkit.AccountIcon())), l.person, gap(theme.Inset)), l.person.Text, actions.Annotator)
	l.blind = container.NewHBox(container.NewCenter(widget.NewIcon(toolkit.VisibilityOffIcon())),
		textline.New(locale.T(textBlind), textline.Look{Size: theme.SizeNameSmall, Whole: true}), gap(theme.Inset))
	l.blind.Hide()
	row := container.NewBorder(nil, nil, gap(theme.Inset-theme.Tight), person,
		container.New(&shares{}, saved,
			container.NewHBox(l.blind, l.place, gap(theme.Gap), l.seen, gap(theme.Gap), counts)))
	return frame.New([]fyne.CanvasObject{widget.NewSeparator()}, row, nil).Object()
}

// Object returns what the window shows.
func (l *Line) Object() fyne.CanvasObject { return l.content }

// Close ends the subscription.
func (l *Line) Close() { l.cancel() }

// Saving says that an action is under way, or no longer.
func (l *Line) Saving(saving bool) {
	l.saving = saving
	l.showSaved()
}

// Saved returns what the line says about the last action.
func (l *Line) Saved() string { return l.saved.Text() }

// Place returns what the line says about the cursor.
func (l *Line) Place() string { return l.place.Text() }

// Blind reports whether the line says that the labels of others are hidden.
func (l *Line) Blind() bool { return l.blind.Visible() }

// Counts returns what the line says about the labels, in the codebook's order.
func (l *Line) Counts() []string {
	out := make([]string, len(l.labels))
	for i, number := range l.labels {
		out[i] = number.Text()
	}
	return out
}

// heard runs on the goroutine of the action, where counting disturbs nobody.
func (l *Line) heard(event workspace.Event) {
	switch event.Kind {
	case workspace.CursorMoved:
		l.post(l.showPlace)
	case workspace.SavedChanged:
		l.post(l.showSaved)
	case workspace.AnnotatorChanged:
		l.post(l.showPerson)
	case workspace.ArticleOpened, workspace.SentencesChanged:
		l.recount()
	case workspace.BackupFailed, workspace.CodebookChanged, workspace.LibraryChanged, workspace.UndoChanged,
		workspace.SuggestionsChanged, workspace.ReviewChanged:
	}
}

func (l *Line) recount() {
	counts := l.ws.Counts()
	l.mu.Lock()
	l.counts = counts
	queued := l.queued
	l.queued = true
	l.mu.Unlock()
	if !queued {
		l.post(l.showCounts)
	}
}

func (l *Line) showAll() {
	l.showSaved()
	l.showPerson()
	l.showCounts()
}

func (l *Line) showSaved() {
	failure := l.ws.Failure()
	text, colour := locale.T(textSaved), toolkit.ColorNameSuccess
	switch {
	case failure != nil:
		text, colour = locale.T(textUnsaved, locale.Explain(failure)), toolkit.ColorNameError
	case l.ws.ReadOnly():
		text, colour = locale.T(textReadOnly), theme.ColorNameQuiet
	case l.saving:
		text, colour = locale.T(textSaving), toolkit.ColorNameWarning
	}
	ink := toolkit.ColorNameForeground
	if failure != nil {
		ink = toolkit.ColorNameError
	}
	l.saved.Set(text, ink, failure != nil)
	l.dot.SetColour(colour)
}

func (l *Line) showPerson() {
	if name := l.ws.Me().Name; l.person.Text() != name {
		l.person.SetText(name)
		l.content.Refresh() // the name needs another width
	}
}

func (l *Line) showPlace() {
	l.mu.Lock()
	sentences := l.counts.Sentences
	l.mu.Unlock()
	_, open := l.ws.Article()
	switch {
	case !open:
		l.place.SetText(locale.T(textNone))
	case sentences == 0:
		l.place.SetText(locale.T(textEmpty))
	default:
		l.place.SetText(locale.T(textPlace, l.ws.Cursor()+1, sentences))
	}
}

func (l *Line) showCounts() {
	l.mu.Lock()
	counts := l.counts
	l.queued = false
	l.mu.Unlock()
	l.showPlace()
	l.showBlind()
	switch {
	case l.ws.Finished():
		l.seen.SetText(locale.T(textFinished))
	case counts.Sentences == 0:
		l.seen.SetText("")
	default:
		l.seen.SetText(locale.T(textSeen, counts.Seen))
	}
	for i, label := range l.ws.Labels() {
		if i == len(l.labels) { // the codebook has grown; the line is made anew
			return
		}
		l.labels[i].SetText(fmt.Sprint(counts.Labels[label.Key]))
	}
}

// showBlind says so while the labels of others are hidden.
func (l *Line) showBlind() {
	if blind := l.ws.Blind(); blind != l.blind.Visible() {
		l.blind.Hidden = !blind
		l.content.Refresh() // the mark takes room
	}
}

// shares gives the second of two parts the width it asks for and the first one
// the rest, so that a long reason is cut and nothing moves.
type shares struct{}

func (*shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(first.Width+second.Width, max(first.Height, second.Height, theme.StatusHeight))
}

func (*shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	second := objects[1].MinSize().Width
	objects[0].Resize(fyne.NewSize(max(0, size.Width-second-theme.Inset), size.Height))
	objects[1].Move(fyne.NewPos(size.Width-second, 0))
	objects[1].Resize(fyne.NewSize(second, size.Height))
}
