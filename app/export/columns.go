package export

import (
	"strconv"
	"time"

	"glossator/models"
)

// Schema names the columns of the annotation table, their order and their
// meaning. It changes when a column changes its meaning or goes away.
const Schema = "annotations/1"

// dayLength is the length of YYYY-MM-DD.
const dayLength = len(time.DateOnly)

// column is one column of the annotation table.
type column struct {
	name string
	// value appends the row's value to dst, without any quoting.
	value func(dst []byte, row *models.ExportRow) []byte
}

// annotationColumns returns the columns of [Schema] in their order: what a
// person reads, the details of the codebook, what a program reads.
func annotationColumns(in Input) []column {
	columns := readingColumns()
	columns = append(columns, detailColumns(in.Labels)...)
	columns = append(columns, judgementColumns()...)
	columns = append(columns, referenceColumns()...)
	return append(columns, versionColumns(in.Project)...)
}

func readingColumns() []column {
	return []column{
		text("article_title", func(r *models.ExportRow) string { return r.Article.Title }),
		text("article_source", func(r *models.ExportRow) string { return r.Article.Source }),
		text("article_date", func(r *models.ExportRow) string { return day(r.Article.PublishedOn) }),
		integer("sentence_no", func(r *models.ExportRow) int { return r.Sentence.Seq }),
		text("sentence_text", func(r *models.ExportRow) string { return r.Sentence.Text }),
		text("label", func(r *models.ExportRow) string { return r.Label }),
		text("quote", func(r *models.ExportRow) string { return r.Annotation.Quote }),
	}
}

func judgementColumns() []column {
	return []column{
		text("confidence", func(r *models.ExportRow) string { return string(r.Annotation.Confidence) }),
		text("comment", func(r *models.ExportRow) string { return r.Annotation.Note }),
		text("annotator", annotatorName),
		text("status", status),
		text("review_state", reviewState),
		text("reviewer", func(r *models.ExportRow) string { return r.Reviewer }),
		text("review_comment", reviewComment),
		moment("created_at", func(r *models.ExportRow) int64 { return r.Annotation.CreatedAt }),
		moment("updated_at", func(r *models.ExportRow) int64 { return r.Annotation.UpdatedAt }),
		moment("reviewed_at", reviewedAt),
	}
}

func referenceColumns() []column {
	return []column{
		text("language", func(r *models.ExportRow) string { return r.Article.Language }),
		text("article_url", func(r *models.ExportRow) string { return r.Article.URL }),
		integer("start", start),
		integer("end", end),
		text("article_id", func(r *models.ExportRow) string { return r.Article.UID }),
		{"sentence_id", func(dst []byte, r *models.ExportRow) []byte {
			return r.Sentence.AppendPublicID(dst, r.Article.UID)
		}},
		text("annotation_id", func(r *models.ExportRow) string { return r.Annotation.UID }),
		text("annotator_id", func(r *models.ExportRow) string { return r.Annotator.UID }),
		{"text_sha256", appendDigest},
	}
}

func versionColumns(project models.Project) []column {
	return []column{
		text("codebook_version", func(r *models.ExportRow) string {
			if r.Annotation.CodebookVersion == "" {
				return project.CodebookVersion
			}
			return r.Annotation.CodebookVersion
		}),
		text("project_id", func(*models.ExportRow) string { return project.UID }),
		text("export_schema", func(*models.ExportRow) string { return Schema }),
	}
}

func text(name string, get func(*models.ExportRow) string) column {
	return column{name, func(dst []byte, row *models.ExportRow) []byte {
		return append(dst, get(row)...)
	}}
}

func integer(name string, get func(*models.ExportRow) int) column {
	const decimal = 10
	return column{name, func(dst []byte, row *models.ExportRow) []byte {
		return strconv.AppendInt(dst, int64(get(row)), decimal)
	}}
}

// moment is a column of times, given in milliseconds since 1970 and written in
// UTC to the second (RFC 3339); 0 is empty.
func moment(name string, get func(*models.ExportRow) int64) column {
	return column{name, func(dst []byte, row *models.ExportRow) []byte {
		at := get(row)
		if at == 0 {
			return dst
		}
		return time.UnixMilli(at).UTC().AppendFormat(dst, time.RFC3339)
	}}
}

// day cuts the time of day off. A date of which only the month or the year is
// known stays as it is: ISO 8601 allows it, and leaving it out would lose it.
func day(published string) string {
	return published[:min(len(published), dayLength)]
}

// annotatorName is the same word in every project for the gold layer, whatever
// its annotator is called.
func annotatorName(row *models.ExportRow) string {
	if row.Annotator.Role == models.RoleGold {
		return string(models.RoleGold)
	}
	return row.Annotator.Name
}

func status(row *models.ExportRow) string {
	if row.Done {
		return "done"
	}
	return "open"
}

func reviewState(row *models.ExportRow) string {
	switch {
	case row.Decision == nil:
		return "unreviewed"
	case row.Stale:
		return "stale"
	default:
		return string(row.Decision.Verdict)
	}
}

func reviewComment(row *models.ExportRow) string {
	if row.Decision == nil {
		return ""
	}
	return row.Decision.Comment
}

func reviewedAt(row *models.ExportRow) int64 {
	if row.Decision == nil {
		return 0
	}
	return row.Decision.UpdatedAt
}

// start and end are those of the annotated words: of the quote where there is
// one, else of the sentence, whose own offsets are also part of sentence_id.
func start(row *models.ExportRow) int {
	if row.Annotation.StartOff != nil {
		return *row.Annotation.StartOff
	}
	return row.Sentence.StartOff
}

func end(row *models.ExportRow) int {
	if row.Annotation.EndOff != nil {
		return *row.Annotation.EndOff
	}
	return row.Sentence.EndOff
}

func appendDigest(dst []byte, row *models.ExportRow) []byte {
	if row.Article.TextSHA256 == "" {
		return dst
	}
	dst = append(dst, "sha256:"...)
	return append(dst, row.Article.TextSHA256...)
}
