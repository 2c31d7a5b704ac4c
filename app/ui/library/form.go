package library

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// The texts of the form.
const (
	textEditOne   = "Edit article"
	textEditMany  = "Edit %s"
	textSave      = "Save"
	textCancel    = "Cancel"
	captionTitle  = "Title"
	captionDate   = "Published"
	captionTopics = "Topics"
	hintTopics    = "shelters, courts"
	hintKeep      = "as it is"
	hintLanguage  = "en, ru, kk"
	textOneDate   = "A publication date is one day, month or year, not a stretch of time."
	textCode      = "A language is written as a code of two or three letters, such as en, ru or kk."
	formWidth     = 560 // units
)

// Form asks what is said about an article, or about several at once; their
// texts never change. Of several, a field that stays empty leaves each as it
// is, and topics are added to those that are there.
type Form struct {
	modal   *modal.Modal
	many    bool
	before  models.Article // the one; of several: nothing
	title   *modal.Entry   // nil for several
	source  *modal.Entry
	date    *modal.Entry
	lang    *modal.Entry
	topics  *modal.Entry
	problem *textline.Line
	save    func(change func(*models.Article))
}

// NewForm makes the form for one article, or without it for count of them. The
// change that it hands to save has been checked.
func NewForm(one *models.Article, count int, over fyne.Canvas, save func(change func(*models.Article))) *Form {
	f := &Form{many: one == nil, save: save, problem: textline.New("", textline.Look{
		Colour: toolkit.ColorNameError, Size: theme.SizeNameSmall,
	})}
	title := fmt.Sprintf(textEditMany, articles(count))
	if one != nil {
		f.before, title = *one, textEditOne
	}
	form := container.New(layout.NewFormLayout())
	if one != nil {
		f.title = f.row(form, captionTitle, f.before.Title, "")
	}
	f.source = f.row(form, captionSource, f.before.Source, "")
	f.date = f.row(form, captionDate, f.before.PublishedOn, hintDate)
	f.lang = f.row(form, captionLanguage, f.before.Language, hintLanguage)
	f.topics = f.row(form, captionTopics, f.before.Topics.String(), hintTopics)
	f.modal = modal.New(title, container.NewVBox(form, f.problem), over,
		modal.Button{Text: textCancel}, modal.Button{Text: textSave, Primary: true, Stay: true, Press: f.Save})
	f.modal.Resize(fyne.NewSize(formWidth, 0))
	return f
}

func (f *Form) row(form *fyne.Container, caption, value, hint string) *modal.Entry {
	entry := modal.NewEntry(value)
	if f.many {
		hint = hintKeep
	}
	entry.SetPlaceHolder(hint)
	entry.Enter, entry.Escape = f.Save, func() { f.modal.Hide() }
	form.Add(textline.New(caption, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall, Whole: true}))
	form.Add(entry)
	return entry
}

// Modal returns the page for the window to show.
func (f *Form) Modal() *modal.Modal { return f.modal }

// First returns the field that gets the keyboard.
func (f *Form) First() fyne.Focusable {
	if f.title != nil {
		return f.title
	}
	return f.source
}

// Fill puts values into the fields by their captions, as typing does.
func (f *Form) Fill(values map[string]string) {
	for caption, entry := range map[string]*modal.Entry{
		captionTitle: f.title, captionSource: f.source, captionDate: f.date, captionLanguage: f.lang, captionTopics: f.topics,
	} {
		if value, ok := values[caption]; ok && entry != nil {
			entry.SetText(value)
		}
	}
}

// Problem returns what is wrong with the fields, empty before saving.
func (f *Form) Problem() string { return f.problem.Text() }

// Save closes the form and saves, or says what is wrong.
func (f *Form) Save() {
	change, err := f.change()
	if err != nil {
		f.problem.SetText(models.Explain(err))
		return
	}
	f.modal.Hide()
	f.save(change)
}

// change makes one change of all fields.
func (f *Form) change() (func(*models.Article), error) {
	var steps []func(*models.Article)
	if f.title != nil {
		title := strings.TrimSpace(f.title.Text)
		steps = append(steps, func(a *models.Article) { a.Title = title })
	}
	source := strings.TrimSpace(f.source.Text)
	if !f.many || source != "" {
		steps = append(steps, func(a *models.Article) { a.Source = source })
	}
	for _, read := range []func() (func(*models.Article), error){f.dateChange, f.languageChange, f.topicsChange} {
		step, err := read()
		if err != nil {
			return nil, err
		}
		steps = append(steps, step)
	}
	return func(a *models.Article) {
		for _, step := range steps {
			step(a)
		}
	}, nil
}

func leave(*models.Article) {}

// precisions tells how much of a date is known by its length.
var precisions = map[int]models.Precision{
	0: models.PrecisionNone, len("2006"): models.PrecisionYear, len("2006-01"): models.PrecisionMonth, len("2006-01-02"): models.PrecisionDay,
}

func (f *Form) dateChange() (func(*models.Article), error) {
	written := strings.TrimSpace(f.date.Text)
	if written == f.before.PublishedOn { // it may have a time of day, which stays
		return leave, nil
	}
	iso := ""
	if written != "" {
		var err error
		if iso, err = models.ParseDate(written); err != nil {
			return nil, err
		}
	}
	precision, ok := precisions[len(iso)]
	if !ok {
		return nil, models.Errorf(models.CodeInvalid, textOneDate)
	}
	return func(a *models.Article) { a.PublishedOn, a.Precision = iso, precision }, nil
}

func (f *Form) languageChange() (func(*models.Article), error) {
	code := strings.ToLower(strings.TrimSpace(f.lang.Text))
	if code == f.before.Language {
		return leave, nil
	}
	const shortest, longest = 2, 3 // BCP 47: a primary subtag of ISO 639
	letters := strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") == ""
	if code != "" && (!letters || len(code) < shortest || len(code) > longest) {
		return nil, models.Errorf(models.CodeInvalid, textCode)
	}
	return func(a *models.Article) { a.Language = code }, nil
}

func (f *Form) topicsChange() (func(*models.Article), error) {
	topics, err := models.ParseTopics(f.topics.Text)
	if err != nil {
		return nil, err
	}
	if !f.many {
		return func(a *models.Article) { a.Topics = topics }, nil
	}
	return func(a *models.Article) {
		if both, err := a.Topics.With(topics.List()...); err == nil { // each is short enough already
			a.Topics = both
		}
	}, nil
}
