package export

import (
	"context"
	"io"

	"glossator/models"
)

// LabelStudio is a JSON list of tasks for Label Studio: one for each sentence
// of each article, also of those that nobody has read, with one annotation for
// each annotator who has tagged or finished it. It fits a labelling set-up of
// <Text name="text" value="$text"/> and <Choices name="label" toName="text"
// choice="multiple">, with a choice for each label key. Sentences are whole
// tasks, so no offsets are needed, which Label Studio counts in UTF-16.
//
// It has no completed_by: Label Studio refuses a file that names somebody who
// has no account there. The annotator's name is in the meta of her choice.
func LabelStudio() Format {
	return Format{
		Key:       "label-studio",
		Name:      "Label Studio (JSON)",
		Extension: ".json",
		MediaType: "application/json",
		Content:   "label-studio",
		Leaves: "Quotes, decisions and who has found nothing in a sentence are left out; a label stands for the whole sentence, details and " +
			"comments are text in its meta.",
		Texts: true,
		Write: writeLabelStudio,
	}
}

type studioTask struct {
	Data        studioData         `json:"data"`
	Annotations []studioAnnotation `json:"annotations"`
}

type studioData struct {
	Text         string `json:"text"`
	ArticleTitle string `json:"article_title"`
	ArticleID    string `json:"article_id"`
	SentenceNo   int    `json:"sentence_no"`
	SentenceID   string `json:"sentence_id"`
}

type studioAnnotation struct {
	Result       []studioResult `json:"result"`
	WasCancelled bool           `json:"was_cancelled"`
	GroundTruth  bool           `json:"ground_truth"` // the gold layer
	CreatedAt    string         `json:"created_at,omitempty"`
	UpdatedAt    string         `json:"updated_at,omitempty"`
}

type studioResult struct {
	ID       string      `json:"id"`
	FromName string      `json:"from_name"`
	ToName   string      `json:"to_name"`
	Type     string      `json:"type"`
	Value    studioValue `json:"value"`
	Meta     studioMeta  `json:"meta"`
}

type studioValue struct {
	Choices []string `json:"choices"`
}

type studioMeta struct {
	Text []string `json:"text"` // Label Studio shows it beside the choice
}

func writeLabelStudio(ctx context.Context, w io.Writer, in Input) (int, error) {
	list := newJSONList(w)
	if err := list.text("[\n"); err != nil {
		return 0, err
	}
	rows, err := in.eachChapter(ctx, func(c *chapter) error {
		return c.eachSentence(func(sentence *models.Sentence, rows []models.ExportRow) error {
			return list.item(studioTaskOf(&c.Article, sentence, rows))
		})
	})
	if err != nil {
		return rows, err
	}
	return rows, list.end("]\n")
}

func studioTaskOf(article *models.Article, sentence *models.Sentence, rows []models.ExportRow) studioTask {
	task := studioTask{
		Data: studioData{
			Text: sentence.Text, ArticleTitle: article.Title, ArticleID: article.UID,
			SentenceNo: sentence.Seq, SentenceID: sentence.PublicID(article.UID),
		},
		Annotations: []studioAnnotation{},
	}
	for o := range opinions(rows) {
		task.Annotations = append(task.Annotations, studioAnnotationOf(o))
	}
	return task
}

func studioAnnotationOf(o opinion) studioAnnotation {
	row := o.first()
	annotation := studioAnnotation{Result: []studioResult{}, GroundTruth: row.Annotator.Role == models.RoleGold}
	annotation.CreatedAt, annotation.UpdatedAt = moments(row)
	labels := o.labels()
	if len(labels) == 0 {
		return annotation
	}
	meta := []string{RemarkAnnotator + annotatorName(row)}
	for labelled := range o.labelled() {
		meta = append(meta, labelledRemarks(labelled)...)
	}
	annotation.Result = append(annotation.Result, studioResult{
		ID: row.Annotation.UID, FromName: "label", ToName: "text", Type: "choices",
		Value: studioValue{labels}, Meta: studioMeta{meta},
	})
	return annotation
}
