package corpus

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/finder"
	"glossator/app/ui/widgets/outline"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// filter is the inputs above the table that narrow it down.
type filter struct {
	labels []models.Label
	people []models.Annotator

	words     *finder.Finder
	dates     *finder.Finder
	label     *choice
	annotator *choice
	warning   *textline.Line
	object    *fyne.Container
}

// newFilter makes the inputs. changed is called after every change, enter and
// leave by the keys Enter and Escape.
func newFilter(labels []models.Label, changed, enter, leave func()) *filter {
	actions := finder.Actions{Changed: func(string) { changed() }, Enter: enter, Down: enter, Leave: leave}
	f := &filter{labels: labels, words: finder.New(locale.T(textWords), actions), dates: finder.New(locale.T(textDates), actions)}
	f.words.SetIcon(toolkit.SearchIcon())
	names := []string{locale.T(textEvery)}
	for _, label := range labels {
		names = append(names, locale.Codebook(label.Name))
	}
	f.label = newChoice(append(names, locale.T(textOutdated)), changed, leave)
	f.annotator = newChoice([]string{locale.T(textAnyone)}, changed, leave)
	f.warning = textline.New("", textline.Look{Colour: toolkit.ColorNameError, Size: theme.SizeNameSmall})
	f.warning.Hide()
	f.object = container.NewVBox(container.New(filterLayout{}, f.words, outline.New(f.label), outline.New(f.annotator), f.dates), f.warning)
	return f
}

// setPeople offers these annotators to choose from.
func (f *filter) setPeople(people []models.Annotator) {
	f.people = people
	names := []string{locale.T(textAnyone)}
	for _, annotator := range people {
		names = append(names, annotator.Name)
	}
	f.annotator.offer(names)
}

// outdated is the place of the choice of annotations that were made under an
// earlier meaning of their label: behind all labels.
func (f *filter) outdated() int { return len(f.labels) + 1 }

// apply writes what the inputs say into a question, and says what could not be
// read.
func (f *filter) apply(ask *models.Corpus) {
	ask.Words = f.words.Text
	ask.LabelKeys, ask.AnnotatorUIDs = nil, nil
	at := f.label.SelectedIndex()
	if ask.Outdated = at == f.outdated(); at > 0 && !ask.Outdated {
		ask.LabelKeys = []string{f.labels[at-1].Key}
	}
	if at := f.annotator.SelectedIndex(); at > 0 && at <= len(f.people) {
		ask.AnnotatorUIDs = []string{f.people[at-1].UID}
	}
	var readable bool
	ask.From, ask.Until, readable = period(f.dates.Text)
	f.warn(!readable)
}

func (f *filter) warn(shown bool) {
	if shown == f.warning.Visible() {
		return
	}
	f.warning.SetText(locale.T(textNotDate))
	if shown {
		f.warning.Show()
	} else {
		f.warning.Hide()
	}
	f.object.Refresh()
}

// periodForms are the ends of a period and how long each lasts.
var periodForms = []struct {
	form                string
	years, months, days int
}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}}

// period reads a date as people write it, see [models.ParseDate], as the time
// from its first to its last day here, in milliseconds; an open end is 0. Empty
// is all time.
func period(written string) (from, until int64, ok bool) {
	if strings.TrimSpace(written) == "" {
		return 0, 0, true
	}
	iso, err := models.ParseDate(written)
	if err != nil {
		return 0, 0, false
	}
	first, last, span := strings.Cut(iso, "/")
	if !span {
		last = first
	}
	from, _ = moments(first)
	_, until = moments(last)
	return from, until, true
}

// moments returns the beginning of a day, month or year and that of the next
// one, 0 for an open end.
func moments(iso string) (from, until int64) {
	for _, f := range periodForms {
		if at, err := time.ParseInLocation(f.form, iso, time.Local); err == nil { //nolint:gosmopolitan // the days of whoever looks
			return at.UnixMilli(), at.AddDate(f.years, f.months, f.days).UnixMilli()
		}
	}
	return 0, 0
}

// choice is a list to choose one from; Escape leaves it.
type choice struct {
	widget.Select

	leave func()
}

func newChoice(names []string, changed, leave func()) *choice {
	c := &choice{leave: leave}
	c.Options = names
	c.Selected = names[0]
	c.OnChanged = func(string) { changed() }
	c.ExtendBaseWidget(c)
	return c
}

// offer replaces the names to choose from and keeps what is chosen.
func (c *choice) offer(names []string) {
	c.Options = names
	if c.SelectedIndex() < 0 {
		c.Selected = names[0]
	}
	c.Refresh()
}

// TypedKey is called by the toolkit.
func (c *choice) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape {
		c.leave()
		return
	}
	c.Select.TypedKey(event)
}

// filterLayout gives the inputs their shares of the width.
type filterLayout struct{}

// filterShares are those of words, label, annotator and dates.
var filterShares = [...]float32{0.34, 0.17, 0.19, 0.3}

func (filterLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Width - theme.Gap*float32(len(objects)-1)
	x := float32(0)
	for i, object := range objects {
		width := room * filterShares[i]
		object.Move(fyne.NewPos(float32(int(x)), 0))
		object.Resize(fyne.NewSize(float32(int(width)), size.Height))
		x += width + theme.Gap
	}
}

func (filterLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, object := range objects {
		height = max(height, object.MinSize().Height)
	}
	return fyne.NewSize(0, height)
}
