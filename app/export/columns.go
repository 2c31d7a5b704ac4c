package export

import (
	"slices"
	"time"

	"glossator/models"
)

// Schema names the columns of the annotation table, their order and their
// meaning. It changes when a column changes its meaning or goes away.
const Schema = "annotations/1"

// SchemaGuarded is [Schema] with the cells of free text changed by [Guard].
const SchemaGuarded = Schema + "+guard"

// dayLength is the length of YYYY-MM-DD.
const dayLength = len(time.DateOnly)

// The names of columns that several tables have and that link them.
const (
	columnArticle    = "article_id"
	columnSentence   = "sentence_id"
	columnAnnotation = "annotation_id"
	columnLabel      = "label"
)

// rowColumn is a column of the annotation table.
type rowColumn = column[models.ExportRow]

// annotationTable returns the table of [Schema], or of another schema with the
// same columns: what a person reads, the details of the codebook, what a
// program reads.
func annotationTable(in Input, schema string) table[models.ExportRow] {
	columns := slices.Concat(readingColumns(in), detailColumns(in.Labels), judgementColumns(), goldColumns(in.Layer),
		referenceColumns(), versionColumns(in.Project, schema))
	return table[models.ExportRow]{
		name:    annotationTableName(in.Layer),
		about:   "One row for each annotation, and one with no_label for each finished sentence without one.",
		columns: append(columns, extraColumns(in.Extra, columns)...),
		foreign: []foreignKey{{columnSentence, sentenceTableName}, {columnArticle, articleTableName}},
	}
}

// annotationTableName is the name of the table of a layer.
func annotationTableName(layer models.Layer) string {
	if layer == models.LayerGold {
		return string(models.LayerGold)
	}
	return "annotations"
}

func readingColumns(in Input) []rowColumn {
	topics := topicColumn(in.Topics, func(r *models.ExportRow) *models.Article { return &r.Article })
	return append(append(articleColumns(), topics...),
		integer("sentence_no", "number of the sentence within the article, from 1",
			func(r *models.ExportRow) int { return r.Sentence.Seq }),
		text("sentence_text", "the sentence, exactly as in the article",
			func(r *models.ExportRow) string { return r.Sentence.Text }),
		choice(columnLabel, "key of the label; no_label: the annotator has finished and found nothing here",
			func(r *models.ExportRow) string { return r.Label }, labelKeys(in.Labels)...),
		text("quote", "the words inside the sentence that are meant; empty: the whole sentence",
			func(r *models.ExportRow) string { return r.Annotation.Quote }),
	)
}

func articleColumns() []rowColumn {
	return []rowColumn{
		text("article_title", "title of the article", func(r *models.ExportRow) string { return r.Article.Title }),
		text("article_source", "its publisher or site", func(r *models.ExportRow) string { return r.Article.Source }),
		date("article_date", "day of publication, or the month or year where no more is known",
			func(r *models.ExportRow) string { return day(r.Article.PublishedOn) }),
	}
}

func labelKeys(labels []models.Label) []string {
	keys := make([]string, 0, len(labels)+1)
	for _, label := range labels {
		keys = append(keys, label.Key)
	}
	return append(keys, models.NoLabel)
}

func judgementColumns() []rowColumn {
	return []rowColumn{
		choice("confidence", "how sure the annotator was",
			func(r *models.ExportRow) string { return string(r.Annotation.Confidence) },
			string(models.ConfidenceLow), string(models.ConfidenceMedium), string(models.ConfidenceHigh)),
		text("comment", "the annotator's note", func(r *models.ExportRow) string { return r.Annotation.Note }),
		text("annotator", "name of the annotator; gold: the decided layer", annotatorName),
		choice("status", "whether the annotator has finished the sentence", status, statusDone, statusOpen),
		choice("review_state", "what a reviewer decided", reviewState, reviewWords()...),
		text("reviewer", "who decided", func(r *models.ExportRow) string { return r.Review().Reviewer }),
		text("review_comment", "the reviewer's comment", func(r *models.ExportRow) string { return r.Review().Comment }),
		choice("origin", "how it came about: by hand, by accepting a suggestion, or from a file",
			func(r *models.ExportRow) string { return string(r.Annotation.Origin) },
			string(models.OriginManual), string(models.OriginSuggested), string(models.OriginImported)),
		moment("created_at", "when the annotation was made", func(r *models.ExportRow) int64 { return r.Annotation.CreatedAt }),
		moment("updated_at", "when it was last changed", func(r *models.ExportRow) int64 { return r.Annotation.UpdatedAt }),
		moment("reviewed_at", "when it was decided", func(r *models.ExportRow) int64 { return r.Review().At }),
	}
}

func referenceColumns() []rowColumn {
	return []rowColumn{
		text("language", "language of the article (BCP 47)", func(r *models.ExportRow) string { return r.Article.Language }),
		text("article_url", "address of the article", func(r *models.ExportRow) string { return r.Article.URL }),
		integer("start", "first code point of the sentence or quote in the article's text, from 0", start),
		integer("end", "the code point after its last", end),
		text(columnArticle, "identity of the article", func(r *models.ExportRow) string { return r.Article.UID }),
		sentenceID(),
		text(columnAnnotation, "identity of the annotation; empty on rows with no_label",
			func(r *models.ExportRow) string { return r.Annotation.UID }),
		text("annotator_id", "identity of the annotator", func(r *models.ExportRow) string { return r.Annotator.UID }),
		textDigest(),
	}
}

func sentenceID() rowColumn {
	return rowColumn{
		name: columnSentence, kind: kindText, about: "identity of the sentence",
		value: func(dst []byte, r *models.ExportRow) []byte { return r.Sentence.AppendPublicID(dst, r.Article.UID) },
	}
}

func textDigest() rowColumn {
	return rowColumn{name: "text_sha256", kind: kindText, about: "hash of the article's text, to see whether it is the same",
		value: func(dst []byte, r *models.ExportRow) []byte { return appendDigest(dst, &r.Article) }}
}

func versionColumns(project models.Project, schema string) []rowColumn {
	return []rowColumn{
		text("codebook_version", "version of the codebook under which it was made", func(r *models.ExportRow) string {
			if r.Annotation.CodebookVersion == "" {
				return project.CodebookVersion
			}
			return r.Annotation.CodebookVersion
		}),
		text("project_id", "identity of the project", func(*models.ExportRow) string { return project.UID }),
		text("export_schema", "name of this set of columns", func(*models.ExportRow) string { return schema }),
	}
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

// The values of the status column.
const (
	statusDone = "done"
	statusOpen = "open"
)

func status(row *models.ExportRow) string {
	if row.Done {
		return statusDone
	}
	return statusOpen
}

// stateUnreviewed is the word for [models.ReviewOpen]: open is a status here.
const stateUnreviewed = "unreviewed"

// ReviewStateOf returns what a value of the column review_state means; ok is
// false for one that has no meaning.
func ReviewStateOf(word string) (state models.ReviewState, ok bool) {
	if word == "" || word == stateUnreviewed {
		return models.ReviewOpen, true
	}
	state = models.ReviewState(word)
	return state, slices.Contains(reviewStates(), state)
}

func reviewStates() []models.ReviewState {
	return []models.ReviewState{
		models.ReviewAccepted, models.ReviewChanged, models.ReviewRejected, models.ReviewAdded, models.ReviewDeferred, models.ReviewStale,
	}
}

func reviewWords() []string {
	words := []string{stateUnreviewed}
	for _, state := range reviewStates() {
		words = append(words, string(state))
	}
	return words
}

func reviewState(row *models.ExportRow) string {
	if state := row.Review().State; state != models.ReviewOpen {
		return string(state)
	}
	return stateUnreviewed
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

func appendDigest(dst []byte, article *models.Article) []byte {
	if article.TextSHA256 == "" {
		return dst
	}
	dst = append(dst, "sha256:"...)
	return append(dst, article.TextSHA256...)
}
