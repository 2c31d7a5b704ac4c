package library

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/languages"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/caption"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// The texts of the form.
const (
	textEditMany  = "Edit %s"
	textSave      = "Save"
	textCancel    = "Cancel"
	captionDate   = "Published"
	captionTopics = "Topics"
	hintKeep      = "as it is"
	formWidth     = 560 // units
)

// Form asks what is said about several articles at once; their texts never
// change. A field that stays empty leaves each as it is, and topics are added to
// those that are there.
type Form struct {
	modal    *modal.Modal
	source   *modal.Entry
	date     *modal.Entry
	language *field.Choice
	topics   *modal.Entry
	problem  *textline.Line
	save     func(change func(*models.Article))
}

// NewForm makes the form for so many articles. The change that it hands to save
// has been checked.
func NewForm(count int, over fyne.Canvas, save func(change func(*models.Article))) *Form {
	f := &Form{save: save, problem: textline.New("", textline.Look{
		Colour: toolkit.ColorNameError, Size: theme.SizeNameSmall,
	})}
	form := container.New(layout.NewFormLayout())
	f.source = f.entry(form, captionSource)
	f.date = f.entry(form, captionDate)
	f.language = field.NewChoice(locale.T(hintKeep), languages.Options(), field.Hooks{Done: func() { f.modal.Hide() }})
	f.language.SetGhost(locale.T(hintKeep))
	line(form, captionLanguage, f.language)
	f.topics = f.entry(form, captionTopics)
	f.modal = modal.New(locale.T(textEditMany, articles(count)), container.NewVBox(form, f.problem), over,
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textSave), Primary: true, Stay: true, Press: f.Save})
	f.modal.Resize(fyne.NewSize(formWidth, 0))
	return f
}

func (f *Form) entry(form *fyne.Container, words string) *modal.Entry {
	entry := modal.NewEntry("")
	entry.SetPlaceHolder(locale.T(hintKeep))
	entry.Enter, entry.Escape = f.Save, func() { f.modal.Hide() }
	line(form, words, entry)
	return entry
}

func line(form *fyne.Container, words string, input fyne.CanvasObject) {
	form.Add(caption.New(locale.T(words)))
	form.Add(input)
}

// Modal returns the page for the window to show.
func (f *Form) Modal() *modal.Modal { return f.modal }

// First returns the field that gets the keyboard.
func (f *Form) First() fyne.Focusable { return f.source }

// Fill puts values into the fields by their English captions, as typing does.
func (f *Form) Fill(values map[string]string) {
	for caption, set := range map[string]func(string){
		captionSource: f.source.SetText, captionDate: f.date.SetText,
		captionLanguage: f.language.SetValue, captionTopics: f.topics.SetText,
	} {
		if value, ok := values[caption]; ok {
			set(value)
		}
	}
}

// Problem returns what is wrong with the fields, empty before saving.
func (f *Form) Problem() string { return f.problem.Text() }

// Save closes the form and saves, or says what is wrong.
func (f *Form) Save() {
	change, err := f.change()
	if err != nil {
		f.problem.SetText(locale.Explain(err))
		return
	}
	f.modal.Hide()
	f.save(change)
}

// change makes one change of all fields that say something.
func (f *Form) change() (func(*models.Article), error) {
	iso, precision, err := locale.ReadPublished(f.date.Text)
	if err != nil {
		return nil, err
	}
	topics, err := models.ParseTopics(f.topics.Text)
	if err != nil {
		return nil, err
	}
	source, language := strings.TrimSpace(f.source.Text), f.language.Value()
	return func(a *models.Article) {
		if source != "" {
			a.Source = source
		}
		if iso != "" {
			a.PublishedOn, a.Precision = iso, precision
		}
		if language != "" {
			a.Language = language
		}
		if both, err := a.Topics.With(topics.List()...); err == nil { // each is short enough already
			a.Topics = both
		}
	}, nil
}
