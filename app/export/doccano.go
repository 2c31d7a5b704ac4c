package export

import (
	"context"
	"io"
)

// Doccano is JSON Lines for the text classification of doccano: one line for
// each sentence that an annotator has tagged or finished, with text and label.
// A line holds the labels of one annotator, so that two who differ are not
// mixed; the other members are metadata to doccano.
func Doccano() Format {
	return Format{
		Key:       "doccano",
		Name:      "doccano (JSON Lines)",
		Extension: ".jsonl",
		MediaType: "application/x-ndjson",
		Content:   "doccano",
		Leaves:    "Quotes, details and decisions are left out; a label stands for the whole sentence.",
		Write:     writeDoccano,
	}
}

type doccanoLine struct {
	Text         string   `json:"text"`
	Label        []string `json:"label"`
	Comments     []string `json:"Comments"`
	ID           string   `json:"sentence_id"`
	SentenceNo   int      `json:"sentence_no"`
	ArticleID    string   `json:"article_id"`
	ArticleTitle string   `json:"article_title"`
	Annotator    string   `json:"annotator"`
	AnnotatorID  string   `json:"annotator_id"`
	Status       string   `json:"status"`
}

func writeDoccano(ctx context.Context, w io.Writer, in Input) (int, error) {
	list := newJSONList(w)
	rows, err := in.eachOpinion(ctx, func(o opinion) error {
		row := o.first()
		return list.value(doccanoLine{
			Text: row.Sentence.Text, Label: o.labels(), Comments: o.notes(),
			ID: row.Sentence.PublicID(row.Article.UID), SentenceNo: row.Sentence.Seq,
			ArticleID: row.Article.UID, ArticleTitle: row.Article.Title,
			Annotator: annotatorName(row), AnnotatorID: row.Annotator.UID, Status: status(row),
		})
	})
	if err != nil {
		return rows, err
	}
	return rows, list.end("")
}

// notes returns the notes that are not empty, never nil. Of several labels each
// says whose it is.
func (o opinion) notes() []string {
	notes := []string{}
	for row := range o.labelled() {
		switch note := row.Annotation.Note; {
		case note == "":
		case len(o.labels()) > 1:
			notes = append(notes, row.Label+": "+RemarkComment+note)
		default:
			notes = append(notes, note)
		}
	}
	return notes
}
