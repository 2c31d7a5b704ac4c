package exporting

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/export"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// options are what stands under "More options".
type options struct {
	format    *widget.Select
	whose     *widget.RadioGroup
	labels    []*widget.Check // beside keys
	from      *modal.Entry
	until     *modal.Entry
	done      *widget.Check
	tagged    *widget.Check
	undecided *widget.Check
	noTexts   *widget.Check
	asFolder  *widget.Check

	keys   []string // of the labels
	object *fyne.Container
}

// newOptions makes the fields as a choice has them; changed hears of every
// change.
func newOptions(choice Choice, labels []models.Label, changed func()) *options {
	o := &options{}
	heard := func(bool) { changed() }
	names := make([]string, 0, len(export.Formats()))
	for _, format := range export.Formats() {
		names = append(names, locale.T(format.Name))
	}
	o.format = widget.NewSelect(names, nil)
	o.chooseFormat(choice.Format)
	o.format.OnChanged = func(string) { changed() }
	o.whose = o.newWhose(choice.Layer, changed)
	for _, label := range labels {
		o.keys = append(o.keys, label.Key)
		o.labels = append(o.labels, newCheck(locale.Codebook(label.Name), true, heard))
	}
	o.from, o.until = newDay(changed), newDay(changed)
	o.done = newCheck(locale.T(textDone), choice.Finished, heard)
	o.tagged = newCheck(locale.T(textTagged), choice.Tagged, heard)
	o.undecided = newCheck(locale.T(textUndecided), choice.Undecided, heard)
	o.noTexts = newCheck(locale.T(textNoTexts), choice.WithoutTexts, heard)
	o.asFolder = newCheck(locale.T(textAsFolder), choice.AsFolder, heard)
	o.object = o.layOut()
	return o
}

func newCheck(text string, on bool, changed func(bool)) *widget.Check {
	check := widget.NewCheck(text, nil)
	check.Checked, check.OnChanged = on, changed
	return check
}

func newDay(changed func()) *modal.Entry {
	entry := modal.NewEntry("")
	entry.SetPlaceHolder(textDayHint)
	entry.OnChanged = func(string) { changed() }
	return entry
}

func (o *options) newWhose(chosen models.Layer, changed func()) *widget.RadioGroup {
	names := make([]string, len(layers))
	at := 0
	for i, l := range layers {
		names[i] = locale.T(l.text)
		if l.value == chosen {
			at = i
		}
	}
	group := widget.NewRadioGroup(names, nil)
	group.Horizontal, group.Required, group.Selected = true, true, names[at]
	group.OnChanged = func(string) { changed() }
	return group
}

func (o *options) layOut() *fyne.Container {
	form := container.New(layout.NewFormLayout())
	row := func(caption string, input fyne.CanvasObject) {
		form.Add(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Gap), container.New(middle{}, textline.New(caption, textline.Look{
			Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall, Whole: true,
		}))))
		form.Add(input)
	}
	word := func(text string) fyne.CanvasObject {
		return container.NewCenter(textline.New(text, textline.Look{Whole: true}))
	}
	row(locale.T(textFormat), o.format)
	row(locale.T(textWhose), container.NewHBox(o.whose, o.undecided))
	if len(o.keys) > 1 {
		grid := container.NewGridWithColumns(min(len(o.keys), labelColumns))
		for _, check := range o.labels {
			grid.Add(check)
		}
		row(locale.T(textLabels), grid)
	}
	row(locale.T(textMade), container.NewHBox(word(locale.T(textFrom)), container.New(dayWide{}, o.from),
		word(locale.T(textUntil)), container.New(dayWide{}, o.until)))
	row(locale.T(textWhich), container.NewHBox(o.done, o.tagged))
	row(locale.T(textFiles), container.NewHBox(o.noTexts, o.asFolder))
	return form
}

// middle puts a caption beside the middle of its field, at the left.
type middle struct{}

// MinSize is called by the toolkit.
func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout is called by the toolkit.
func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least := objects[0].MinSize()
	objects[0].Resize(fyne.NewSize(size.Width, least.Height))
	objects[0].Move(fyne.NewPos(0, (size.Height-least.Height)/2)) //nolint:mnd // half
}

// dayWide gives a field the width of a day.
type dayWide struct{}

const (
	dayWidth     = 130 // units
	labelColumns = 4
)

// MinSize is called by the toolkit.
func (dayWide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(dayWidth, objects[0].MinSize().Height)
}

// Layout is called by the toolkit.
func (dayWide) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// suit enables what the chosen format and layer have a use for.
func (o *options) suit() {
	format := o.chosen()
	enable(o.noTexts, format.Texts)
	enable(o.asFolder, format.AsFolder())
	enable(o.undecided, o.layer() == models.LayerGold)
}

func enable(check *widget.Check, on bool) {
	if on {
		check.Enable()
		return
	}
	check.Disable()
}

func (o *options) chosen() export.Format { return export.Formats()[max(0, o.format.SelectedIndex())] }

// chooseFormat chooses the format of a key; nobody hears of it.
func (o *options) chooseFormat(key string) {
	at := slices.IndexFunc(export.Formats(), func(f export.Format) bool { return f.Key == key })
	o.format.Selected = o.format.Options[max(0, at)]
	o.format.Refresh()
}

func (o *options) layer() models.Layer {
	at := slices.Index(o.whose.Options, o.whose.Selected)
	return layers[max(0, at)].value
}

// narrow applies the fields to a filter. The error says which field is wrong.
func (o *options) narrow(filter models.ExportFilter, me string) (models.ExportFilter, error) {
	filter.Layer = o.layer()
	if filter.Layer == models.LayerMine {
		filter.AnnotatorUIDs = []string{me}
	}
	filter.Unresolved = filter.Layer == models.LayerGold && o.undecided.Checked
	filter.WithoutOpen = filter.WithoutOpen || o.done.Checked
	filter.WithoutEmpty = filter.WithoutEmpty || o.tagged.Checked
	if keys := o.chosenKeys(); len(keys) < len(o.keys) && filter.LabelKeys == nil {
		filter.LabelKeys = keys
	}
	return filter, o.narrowDays(&filter)
}

func (o *options) chosenKeys() []string {
	keys := []string{}
	for i, check := range o.labels {
		if check.Checked {
			keys = append(keys, o.keys[i])
		}
	}
	return keys
}

// narrowDays reads the days, of which the last one is included.
func (o *options) narrowDays(filter *models.ExportFilter) error {
	from, err := dayOf(o.from.Text)
	if err != nil {
		return err
	}
	until, err := dayOf(o.until.Text)
	if err != nil {
		return err
	}
	if !from.IsZero() {
		filter.From = from.UnixMilli()
	}
	if !until.IsZero() {
		filter.Until = until.AddDate(0, 0, 1).UnixMilli()
	}
	return nil
}

func dayOf(written string) (time.Time, error) {
	written = strings.TrimSpace(written)
	if written == "" {
		return time.Time{}, nil
	}
	day, err := time.ParseInLocation(time.DateOnly, written, time.Local) //nolint:gosmopolitan // the day of whoever asks
	if err != nil {
		return day, models.Errorf(models.CodeInvalid, textBadDay, written)
	}
	return day, nil
}
