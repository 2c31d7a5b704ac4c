// Package table reads collections of articles: tables with a header (CSV, RFC
// 4180, and its kin with semicolons or tabs) and JSON, one object a line or an
// array of them.
package table

import (
	"strings"
	"unicode"

	"glossator/app/ingest/hypertext"
	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// Field is what a column holds, by the name that scripts use.
type Field string

// The fields of an article. A column of no use is [Ignored].
const (
	Ignored  Field = ""
	Title    Field = "title"
	Text     Field = "text"
	Date     Field = "date"
	Source   Field = "source"
	Author   Field = "author"
	Address  Field = "url"
	Language Field = "language"
)

// Fields returns all fields but [Ignored], in the order in which they are
// offered.
func Fields() []Field { return []Field{Title, Text, Date, Source, Author, Address, Language} }

// aliases are the names of columns, in lower case and nothing but letters and
// digits, in the languages of the program.
var aliases = map[string]Field{
	"title": Title, "headline": Title, "heading": Title, "name": Title,
	"заголовок": Title, "название": Title, "тақырып": Title, "тақырыбы": Title,
	"text": Text, "body": Text, "content": Text, "article": Text, "fulltext": Text, "articletext": Text,
	"articlebody": Text, "maintext": Text, "plaintext": Text, "contenttext": Text, "contenthtml": Text,
	"текст": Text, "содержание": Text, "мәтін": Text, "мәтіні": Text,
	"date": Date, "published": Date, "publishedat": Date, "publishedon": Date, "publishdate": Date, "publisheddate": Date,
	"publicationdate": Date, "pubdate": Date, "datepublished": Date, "datetime": Date, "дата": Date,
	"датапубликации": Date, "опубликовано": Date, "күні": Date, "күн": Date,
	"url": Address, "link": Address, "href": Address, "address": Address, "canonicalurl": Address,
	"ссылка": Address, "адрес": Address, "сілтеме": Address,
	"source": Source, "site": Source, "sitename": Source, "website": Source, "outlet": Source, "publisher": Source,
	"publication": Source, "domain": Source, "источник": Source, "сайт": Source, "издание": Source, "дереккөз": Source,
	"author": Author, "authors": Author, "writer": Author, "creator": Author, "byline": Author, "автор": Author, "авторы": Author,
	"language": Language, "lang": Language, "locale": Language, "язык": Language, "тіл": Language, "тілі": Language,
}

// fieldOf returns the field of a column by its name.
func fieldOf(name string) Field {
	return aliases[strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)]
}

// Column is one column of a table, or one key of the objects of JSON.
type Column struct {
	Name  string
	Field Field
}

// Layout says which column holds what.
type Layout struct {
	Columns []Column // of a table in its order
	Headed  bool     // the first row of a table holds the names and is no article
}

// HasText reports whether a column holds the text, without which there are no
// articles.
func (l Layout) HasText() bool { return l.known(Text) }

func (l Layout) known(field Field) bool {
	for _, column := range l.Columns {
		if column.Field == field {
			return true
		}
	}
	return false
}

// values returns the values of a row by what they are. Of two columns for the
// same thing the first that is filled counts.
func (l Layout) values(row []string) map[Field]string {
	values := make(map[Field]string, len(row))
	for i, value := range row {
		if i < len(l.Columns) && l.Columns[i].Field != Ignored && strings.TrimSpace(values[l.Columns[i].Field]) == "" {
			values[l.Columns[i].Field] = value
		}
	}
	return values
}

// Sheet is what somebody sees of a collection before the columns are settled.
type Sheet struct {
	Layout            // as the names and the values of the columns suggest
	Rows   [][]string // the values of the first records, one a column
}

// Record is one article of a collection.
type Record struct {
	manuscript.Manuscript

	Original []byte // the record as it stands there, readable on its own
}

// Unmapped is the fault of a collection without a column for the text.
func Unmapped() *manuscript.Fault {
	return manuscript.Faultf(models.CodeInvalid,
		"has no column with the text of the articles; import it by itself and say what its columns hold, or name one of them text.")
}

// hollow is the fault of a record without text.
func hollow() *manuscript.Fault {
	return manuscript.Faultf(models.CodeEmpty, "holds no text; fill its column text, or delete it.")
}

// record makes an article of the values of a record. The error is a
// [manuscript.Fault].
func record(values map[Field]string) (manuscript.Manuscript, error) {
	made := manuscript.Manuscript{
		Title:     manuscript.Line(values[Title]),
		Author:    manuscript.Line(values[Author]),
		Source:    manuscript.Line(values[Source]),
		URL:       strings.TrimSpace(values[Address]),
		Language:  strings.TrimSpace(values[Language]),
		Published: strings.TrimSpace(values[Date]),
		Curated:   true,
	}
	body := values[Text]
	switch {
	case strings.TrimSpace(body) == "":
		return made, hollow()
	case len(body) > manuscript.MaxText:
		return made, manuscript.Swollen()
	case !isHTML(body):
		made.Text = body
		return made, nil
	}
	blocks, err := hypertext.Blocks([]byte(body))
	made.Blocks = blocks
	return made, err
}

// isHTML reports whether a text has the tags that part paragraphs.
func isHTML(body string) bool {
	const enough = 4096
	head := strings.ToLower(body[:min(len(body), enough)])
	for _, tag := range []string{"</p>", "<br>", "<br/>", "<br />", "</div>", "</li>"} {
		if strings.Contains(head, tag) {
			return true
		}
	}
	return false
}
