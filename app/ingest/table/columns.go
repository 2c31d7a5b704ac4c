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

// field is what a column holds.
type field int

const (
	noField field = iota
	title
	text
	date
	address
	source
	author
	language
)

// aliases are the names of columns, in lower case and nothing but letters and
// digits, in the languages of the program.
var aliases = map[string]field{
	"title": title, "headline": title, "heading": title, "name": title,
	"заголовок": title, "название": title, "тақырып": title, "тақырыбы": title,
	"text": text, "body": text, "content": text, "article": text, "fulltext": text, "articletext": text,
	"articlebody": text, "maintext": text, "plaintext": text, "текст": text, "содержание": text, "мәтін": text, "мәтіні": text,
	"date": date, "published": date, "publishedat": date, "publishedon": date, "publishdate": date,
	"publicationdate": date, "pubdate": date, "datepublished": date, "datetime": date, "дата": date,
	"датапубликации": date, "опубликовано": date, "күні": date, "күн": date,
	"url": address, "link": address, "href": address, "address": address, "canonicalurl": address,
	"ссылка": address, "адрес": address, "сілтеме": address,
	"source": source, "site": source, "sitename": source, "website": source, "outlet": source, "publisher": source,
	"publication": source, "domain": source, "источник": source, "сайт": source, "издание": source, "дереккөз": source,
	"author": author, "authors": author, "writer": author, "creator": author, "byline": author, "автор": author, "авторы": author,
	"language": language, "lang": language, "locale": language, "язык": language, "тіл": language, "тілі": language,
}

// fieldOf returns the field of a column by its name.
func fieldOf(name string) field {
	return aliases[strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)]
}

// Record is one article of a collection.
type Record struct {
	manuscript.Manuscript

	Original []byte // the record as it stands there, readable on its own
}

// Unmapped is the fault of a collection without a column for the text.
func Unmapped() *manuscript.Fault {
	return manuscript.Faultf(models.CodeInvalid,
		"has no column with the text of the articles; name it text, and the others title, date, url, source, author, language.")
}

// hollow is the fault of a record without text.
func hollow() *manuscript.Fault {
	return manuscript.Faultf(models.CodeEmpty, "holds no text; fill its column text, or delete it.")
}

// record makes an article of the values of a record. The error is a
// [manuscript.Fault].
func record(values map[field]string) (manuscript.Manuscript, error) {
	made := manuscript.Manuscript{
		Title:     manuscript.Line(values[title]),
		Author:    manuscript.Line(values[author]),
		Source:    manuscript.Line(values[source]),
		URL:       strings.TrimSpace(values[address]),
		Language:  strings.TrimSpace(values[language]),
		Published: strings.TrimSpace(values[date]),
		Curated:   true,
	}
	body := values[text]
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
