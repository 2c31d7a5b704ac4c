package incoming

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"glossator/models"
)

// columnKind says what a cell of a column is.
type columnKind int

const (
	kindWords  columnKind = iota // free text, which the export may have guarded
	kindName                     // text that is no sentence: an identity or a key
	kindMoment                   // a time as the export writes it
	kindCount                    // a whole number
)

// column is a column that we know. A nil take means that it is one of ours and
// says nothing that is taken over.
type column struct {
	name    string
	aliases []string
	kind    columnKind
	take    func(row *Row, cell string)
}

// columns are those of export.Schema, each with the names that other programs
// and people give to it.
var columns = []column{
	{name: "article_title", aliases: []string{"article", "title", "document", "document_name", "file"},
		take: func(r *Row, cell string) { r.ArticleTitle = cell }},
	{name: "article_source", aliases: []string{"source", "publisher"}},
	{name: "article_date", kind: kindName, aliases: []string{"date", "published", "published_on"}},
	{name: "topics"},
	{name: "sentence_no", kind: kindCount, aliases: []string{"no", "n", "sentence_number", "sentence_index"},
		take: func(r *Row, cell string) { r.SentenceNo = wholeNumber(cell) }},
	{name: "sentence_text", aliases: []string{"sentence", "text", "content", "segment"},
		take: func(r *Row, cell string) { r.SentenceText = cell }},
	{name: "label", kind: kindName, aliases: []string{"tag", "code", "category", "labels", "code_name"},
		take: func(r *Row, cell string) { r.Label = strings.TrimSpace(cell) }},
	{name: "quote", aliases: []string{"coded_text", "selection", "coded"}, take: func(r *Row, cell string) { r.Quote = &cell }},
	{name: "confidence", kind: kindName, take: func(r *Row, cell string) { r.Confidence = new(strings.ToLower(strings.TrimSpace(cell))) }},
	{name: "comment", aliases: []string{"comments", "note", "notes", "memo", "coded_memo"},
		take: func(r *Row, cell string) { r.Comment = &cell }},
	{name: "annotator", aliases: []string{"coder", "analyst", "annotated_by", "user"},
		take: func(r *Row, cell string) { r.Annotator = strings.TrimSpace(cell) }},
	{name: "status", kind: kindName, take: func(r *Row, cell string) { r.Done = sameName(cell, "done") }},
	{name: "review_state", kind: kindName, take: func(r *Row, cell string) { r.ReviewState = new(strings.ToLower(strings.TrimSpace(cell))) }},
	{name: "reviewer", take: func(r *Row, cell string) { r.Reviewer = &cell }},
	{name: "review_comment", take: func(r *Row, cell string) { r.ReviewComment = &cell }},
	{name: "provenance", kind: kindName, take: func(r *Row, cell string) { r.Gold = r.Gold || cell != "" }},
	{name: "decided_by"},
	{name: "origin", kind: kindName, take: func(r *Row, cell string) { r.Origin = strings.ToLower(cell) }},
	{name: "created_at", kind: kindMoment, take: func(r *Row, cell string) { r.CreatedAt = milliseconds(cell) }},
	{name: "updated_at", kind: kindMoment, take: func(r *Row, cell string) { r.UpdatedAt = milliseconds(cell) }},
	{name: "reviewed_at", kind: kindMoment, take: func(r *Row, cell string) { r.ReviewedAt = new(milliseconds(cell)) }},
	{name: "language", kind: kindName},
	{name: "article_url", kind: kindName, aliases: []string{"url", "link", "address"},
		take: func(r *Row, cell string) { r.ArticleURL = strings.TrimSpace(cell) }},
	{name: "start", kind: kindCount, aliases: []string{"start_offset", "begin"},
		take: func(r *Row, cell string) { r.Start = position(cell) }},
	{name: "end", kind: kindCount, aliases: []string{"end_offset"}, take: func(r *Row, cell string) { r.End = position(cell) }},
	{name: "article_id", kind: kindName, aliases: []string{"document_id"},
		take: func(r *Row, cell string) { r.ArticleID = strings.TrimSpace(cell) }},
	{name: "sentence_id", kind: kindName, take: func(r *Row, cell string) { r.SentenceID = strings.TrimSpace(cell) }},
	{name: "annotation_id", kind: kindName, aliases: []string{"tag_id"},
		take: func(r *Row, cell string) { r.AnnotationID = strings.TrimSpace(cell) }},
	{name: "annotator_id", kind: kindName, aliases: []string{"coder_id", "user_id"},
		take: func(r *Row, cell string) { r.AnnotatorID = strings.TrimSpace(cell) }},
	{name: "text_sha256", kind: kindName,
		take: func(r *Row, cell string) { r.TextSHA256 = strings.TrimPrefix(strings.TrimSpace(cell), "sha256:") }},
	{name: "codebook_version", kind: kindName, take: func(r *Row, cell string) { r.CodebookVersion = cell }},
	{name: "project_id", kind: kindName},
	{name: "export_schema", kind: kindName},
}

// plainName makes names comparable that differ in case, spaces and hyphens.
func plainName(name string) string {
	return strings.NewReplacer(" ", "_", "-", "_", ".", "_").Replace(strings.ToLower(strings.TrimSpace(name)))
}

func sameName(a, b string) bool { return plainName(a) == plainName(b) }

// columnOf returns the column of a name or alias.
func columnOf(name string) (column, bool) {
	plain := plainName(name)
	for _, c := range columns {
		if c.name == plain {
			return c, true
		}
	}
	for _, c := range columns {
		if slices.Contains(c.aliases, plain) {
			return c, true
		}
	}
	return column{}, false
}

// wholeNumber reads a number of a sentence; a spreadsheet may have made 7.0 of
// 7. Anything else is 0.
func wholeNumber(cell string) int {
	whole, fraction, _ := strings.Cut(strings.TrimSpace(cell), ".")
	n, err := strconv.Atoi(whole)
	if err != nil || strings.Trim(fraction, "0") != "" {
		return 0
	}
	return n
}

// position reads an offset in code points; nil when there is none.
func position(cell string) *int {
	if at := wholeNumber(cell); at > 0 || strings.TrimSpace(cell) == "0" {
		return &at
	}
	return nil
}

// milliseconds reads a time as the export writes it; 0 when it is none.
func milliseconds(cell string) int64 {
	at, err := time.Parse(time.RFC3339, strings.TrimSpace(cell))
	if err != nil {
		return 0
	}
	return at.UnixMilli()
}

// detailColumn is a column of a detail: the words, or the typed value beside
// them.
type detailColumn struct {
	label, field string // keys
	part         detailPart
}

type detailPart int

const (
	partText detailPart = iota
	partNumber
	partISO
)

// detailParts are the endings of the names of the columns of a detail, and the
// type of the details that have such a column.
var detailParts = []struct {
	ending string
	part   detailPart
	only   models.FieldType // empty: any
}{{"_number", partNumber, models.FieldNumber}, {"_iso", partISO, models.FieldDate}, {"", partText, ""}}

// detailColumnOf returns the detail whose column has this name, which is
// <label>_<field>, see export.Schema.
func detailColumnOf(name string, labels []models.Label) (detailColumn, bool) {
	plain := plainName(name)
	for _, label := range labels {
		for _, field := range label.Fields {
			for _, p := range detailParts {
				if plain == plainName(label.Key+"_"+field.Key+p.ending) && (p.only == "" || p.only == field.Type) {
					return detailColumn{label.Key, field.Key, p.part}, true
				}
			}
		}
	}
	return detailColumn{}, false
}

func (d detailColumn) put(row *Row, cell string) {
	at := -1
	for i := range row.Details {
		if row.Details[i].Field == d.field && row.Details[i].Label == d.label {
			at = i
		}
	}
	if at < 0 {
		row.Details = append(row.Details, Detail{Label: d.label, Field: d.field})
		at = len(row.Details) - 1
	}
	switch d.part {
	case partText:
		row.Details[at].Text = &cell
	case partNumber:
		row.Details[at].Number = &cell
	case partISO:
		row.Details[at].ISO = &cell
	}
}
