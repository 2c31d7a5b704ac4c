package export

import (
	"context"
	"io"
	"strconv"

	"glossator/models"
)

// SchemaWide names the columns of the wide table.
const SchemaWide = "sentences-wide/1"

// WideCSV is a table with one row for each sentence and annotator, in the same
// CSV as [CSV]. For each label, has_<label> is 1 when the annotator gave it, 0
// when she has finished without, and empty when she has not finished; and
// <label>_count is the number of her annotations with it. Numbers, unlike words
// for true and false, add up alike in spreadsheets, Python and R.
func WideCSV() Format {
	return Format{
		Key:       "csv-wide",
		Name:      "CSV with one row for each sentence and annotator",
		Extension: ".csv",
		MediaType: mediaCSV,
		Content:   "sentences",
		Leaves:    "Quotes, details, comments and decisions are not in this table.",
		Write:     writeWide,
	}
}

func writeWide(ctx context.Context, w io.Writer, in Input) (int, error) {
	sentences := newCSVTable(w, exact, wideColumns(in))
	rows, err := in.eachOpinion(ctx, func(o opinion) error { return sentences.row(&o) })
	if err != nil {
		return rows, err
	}
	sentences.warn(in)
	return rows, sentences.flush()
}

func wideColumns(in Input) []column[opinion] {
	row := func(o *opinion) *models.ExportRow { return o.first() }
	columns := lift(append(articleColumns(),
		integer("sentence_no", "number of the sentence within the article, from 1",
			func(r *models.ExportRow) int { return r.Sentence.Seq }),
		text("sentence_text", "the sentence", func(r *models.ExportRow) string { return r.Sentence.Text }),
	), row)
	for _, label := range in.Labels {
		columns = append(columns, hasLabel(label.Key))
	}
	for _, label := range in.Labels {
		columns = append(columns, integer(label.Key+"_count", "annotations with this label",
			func(o *opinion) int { return o.count(label.Key) }))
	}
	columns = append(columns, integer("annotation_count", "annotations with any label", func(o *opinion) int { return o.count("") }))
	return append(columns, lift(wideReferences(in.Project), row)...)
}

func hasLabel(key string) column[opinion] {
	return column[opinion]{
		name: "has_" + key, kind: kindInteger, about: "1: given, 0: finished without, empty: not finished",
		value: func(dst []byte, o *opinion) []byte {
			given := o.count(key) > 0
			if !given && !o.first().Done {
				return dst
			}
			return strconv.AppendInt(dst, int64(bit(given)), decimal)
		},
	}
}

func bit(set bool) int {
	if set {
		return 1
	}
	return 0
}

// count returns how many annotations have this label; empty: any.
func (o opinion) count(key string) int {
	n := 0
	for row := range o.labelled() {
		if key == "" || row.Label == key {
			n++
		}
	}
	return n
}

func wideReferences(project models.Project) []rowColumn {
	return []rowColumn{
		text("annotator", "name of the annotator; gold: the decided layer", annotatorName),
		choice("status", "whether the annotator has finished the sentence", status, statusDone, statusOpen),
		text("language", "language of the article", func(r *models.ExportRow) string { return r.Article.Language }),
		text("article_url", "address of the article", func(r *models.ExportRow) string { return r.Article.URL }),
		integer("start", "first code point of the sentence in the article's text, from 0",
			func(r *models.ExportRow) int { return r.Sentence.StartOff }),
		integer("end", "the code point after its last", func(r *models.ExportRow) int { return r.Sentence.EndOff }),
		text(columnArticle, "identity of the article", func(r *models.ExportRow) string { return r.Article.UID }),
		sentenceID(),
		text("annotator_id", "identity of the annotator", func(r *models.ExportRow) string { return r.Annotator.UID }),
		textDigest(),
		text("project_id", "identity of the project", func(*models.ExportRow) string { return project.UID }),
		text("export_schema", "name of this set of columns", func(*models.ExportRow) string { return SchemaWide }),
	}
}
