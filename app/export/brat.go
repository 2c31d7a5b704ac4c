package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode"

	"glossator/models"
)

// Brat is a zip for the annotation tool brat: for each article its text (.txt)
// and its annotations in standoff (.ann), and the annotation.conf that names
// the labels. An annotation is a text-bound one (T) of the type of its label;
// annotator, details and comment are a note of it (#). One that goes over a
// line break is in several fragments, because a line of the file is one
// annotation. Offsets are code points.
func Brat() Format {
	return Format{
		Key:       "brat",
		Name:      "brat standoff (zip)",
		Extension: ".zip",
		MediaType: mediaZip,
		Content:   "brat",
		Leaves: "Details and comments are notes; finished sentences without a label and the decisions of a review are left " +
			"out.",
		Texts: true,
		Write: zipped(writeBrat),
		parts: writeBrat,
	}
}

func writeBrat(ctx context.Context, to bundle, in Input) (int, error) {
	rows, err := in.labelled().eachChapter(ctx, func(c *chapter) error { return writeBratArticle(to, c) })
	if err != nil {
		return rows, err
	}
	w, err := to.create("annotation.conf")
	if err != nil {
		return rows, err
	}
	if _, err := io.WriteString(w, bratConfiguration(in)); err != nil {
		return rows, fmt.Errorf("write annotation.conf: %w", err)
	}
	return rows, nil
}

// bratConfiguration has the four sections that brat wants, empty or not.
func bratConfiguration(in Input) string {
	var out strings.Builder
	out.WriteString("[entities]\n")
	for _, e := range in.entries() {
		out.WriteString(bratType(e.Key) + "\n")
	}
	out.WriteString("\n[relations]\n\n[events]\n\n[attributes]\n")
	return out.String()
}

func writeBratArticle(to bundle, c *chapter) error {
	w, err := to.create(c.Article.UID + ".txt")
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, c.Text); err != nil {
		return fmt.Errorf("write the text of an article: %w", err)
	}
	if w, err = to.create(c.Article.UID + ".ann"); err != nil {
		return err
	}
	buffer := bufio.NewWriter(w)
	index := &textIndex{text: c.Text}
	number := 0
	for i := range c.rows {
		row := &c.rows[i]
		fragments := index.fragments(start(row), end(row))
		if len(fragments) == 0 {
			continue // nothing but line breaks
		}
		number++
		writeBratAnnotation(buffer, number, row, fragments)
	}
	if err := buffer.Flush(); err != nil {
		return fmt.Errorf("write annotations: %w", err)
	}
	return nil
}

// writeBratAnnotation writes an annotation and its note. Errors stay in the
// buffer until it is flushed.
func writeBratAnnotation(w *bufio.Writer, number int, row *models.ExportRow, fragments []fragment) {
	places, texts := make([]string, len(fragments)), make([]string, len(fragments))
	for i, f := range fragments {
		places[i], texts[i] = fmt.Sprintf("%d %d", f.start, f.end), f.text
	}
	_, _ = fmt.Fprintf(w, "T%d\t%s %s\t%s\n", number, bratType(row.Label), strings.Join(places, ";"), strings.Join(texts, " "))
	note := RemarkAnnotator + annotatorName(row)
	if said := noteText(row); said != "" {
		note += "\n" + said
	}
	_, _ = fmt.Fprintf(w, "#%d\tAnnotatorNotes T%d\t%s\n", number, number, oneLine.Replace(note))
}

// oneLine puts a text on one line, and into one of the cells that tabs part.
var oneLine = strings.NewReplacer("\r\n", "; ", "\n", "; ", "\r", "; ", "\t", " ")

// bratType is a label's key as a type: letters, digits, hyphens, underscores.
func bratType(key string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, key)
}

// fragment is a part of a text on one line, in code points.
type fragment struct {
	start, end int
	text       string
}

// fragments parts a stretch of the text at its line breaks.
func (x *textIndex) fragments(start, end int) []fragment {
	var found []fragment
	at := start
	for line := range strings.SplitAfterSeq(x.slice(start, end), "\n") {
		length := len([]rune(line))
		text := strings.TrimRight(line, "\r\n")
		if text != "" {
			found = append(found, fragment{at, at + len([]rune(text)), text})
		}
		at += length
	}
	return found
}
