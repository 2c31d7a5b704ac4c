package document

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"glossator/app/ui/languages"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// property is one thing that is said about a document, in a line of text.
type property struct {
	caption string
	rows    int // that are shown of a text that may be long
	of      func(a *models.Article) *string
}

// properties are the fields in their order. Date, language and topics follow.
var properties = []property{
	{caption: captionTitle, rows: 4, of: func(a *models.Article) *string { return &a.Title }},
	{caption: captionSubtitle, rows: 2, of: func(a *models.Article) *string { return &a.Subtitle }},
	{caption: captionByline, rows: 2, of: func(a *models.Article) *string { return &a.Byline }},
	{caption: captionAuthor, rows: 1, of: func(a *models.Article) *string { return &a.Author }},
	{caption: captionSource, rows: 1, of: func(a *models.Article) *string { return &a.Source }},
	{caption: captionAddress, rows: 2, of: func(a *models.Article) *string { return &a.URL }},
}

// exampleDate shows how a date of publication may be written.
const exampleDate = "2024-06-06T10:42+05:00"

// fields are the inputs for what is said about a document.
type fields struct {
	before   models.Article
	lines    []*modal.Entry // of the properties
	date     *modal.Entry
	language *field.Choice
	topics   *modal.Entry // nil before the document is in the project
	form     *fyne.Container
	save     func()
	leave    func()
}

func newFields(a models.Article, added bool, save, leave, spoken func()) *fields {
	f := &fields{before: a, save: save, leave: leave, form: container.New(layout.NewFormLayout())}
	for _, p := range properties {
		f.lines = append(f.lines, f.entry(p.caption, *p.of(&a), "", p.rows))
	}
	f.date = f.entry(captionDate, locale.Published(a.PublishedOn), "", 1)
	f.date.SetPlaceHolder(locale.T(hintDate, locale.Published(exampleDate)))
	f.language = field.NewChoice(locale.T(textUnknown), languages.Options(), field.Hooks{Commit: spoken, Done: leave})
	f.language.SetValue(a.Language)
	f.row(captionLanguage, f.language)
	if added {
		f.topics = f.entry(captionTopics, a.Topics.String(), hintTopics, 1)
	}
	return f
}

func (f *fields) entry(caption, value, hint string, rows int) *modal.Entry {
	entry := modal.NewEntry(value)
	if rows > 1 {
		entry = modal.NewLines(value, rows)
	}
	if hint != "" {
		entry.SetPlaceHolder(locale.T(hint))
	}
	entry.Enter, entry.Escape = f.save, f.leave
	f.row(caption, entry)
	return entry
}

func (f *fields) row(caption string, input fyne.CanvasObject) {
	f.form.Add(textline.New(locale.T(caption), textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall, Whole: true}))
	f.form.Add(input)
}

// change makes one change of all fields. The error has models.CodeInvalid for a
// date that is none and for a topic that is too long.
func (f *fields) change() (func(*models.Article), error) {
	iso, precision, err := f.published()
	if err != nil {
		return nil, err
	}
	topics := f.before.Topics
	if f.topics != nil {
		if topics, err = models.ParseTopics(f.topics.Text); err != nil {
			return nil, err
		}
	}
	values := make([]string, len(f.lines))
	for i, line := range f.lines {
		values[i] = strings.TrimSpace(line.Text)
	}
	language := f.language.Value()
	return func(a *models.Article) {
		for i, p := range properties {
			*p.of(a) = values[i]
		}
		a.PublishedOn, a.Precision, a.Language, a.Topics = iso, precision, language, topics
	}, nil
}

// published reads the date. One that nobody touched stays as it is, whatever an
// importer wrote.
func (f *fields) published() (string, models.Precision, error) {
	if strings.TrimSpace(f.date.Text) == locale.Published(f.before.PublishedOn) {
		return f.before.PublishedOn, f.before.Precision, nil
	}
	return locale.ReadPublished(f.date.Text)
}

// same reports whether a change leaves everything that is said as it is.
func (f *fields) same(change func(*models.Article)) bool {
	after := f.before
	change(&after)
	return after == f.before
}
