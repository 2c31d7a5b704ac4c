package incoming

import (
	"encoding/json"
	"strings"
	"time"

	"glossator/models"
)

// studioTask is a task of Label Studio's JSON, as far as it is read.
type studioTask struct {
	ID          json.RawMessage    `json:"id"`
	Data        map[string]any     `json:"data"`
	Annotations []studioAnnotation `json:"annotations"`
}

type studioAnnotation struct {
	UniqueID  string          `json:"unique_id"`
	By        json.RawMessage `json:"completed_by"`
	Result    []studioResult  `json:"result"`
	Cancelled bool            `json:"was_cancelled"`
	Truth     bool            `json:"ground_truth"`
	CreatedAt string          `json:"created_at"`
	UpdatedAt string          `json:"updated_at"`
}

type studioResult struct {
	ID    string `json:"id"`
	Type  string `json:"type"`
	Value struct {
		Choices []string `json:"choices"`
		Labels  []string `json:"labels"`
		Start   *int     `json:"start"` // UTF-16 units
		End     *int     `json:"end"`
	} `json:"value"`
	Meta struct {
		Text []string `json:"text"`
	} `json:"meta"`
}

// readJSON reads Label Studio's list of tasks.
func readJSON(r *reading) (File, error) {
	file := File{Format: FormatLabelStudio}
	texts := newCollection(r)
	halves, err := r.jsonItems(true, func(n int, item json.RawMessage) error {
		var task studioTask
		if err := json.Unmarshal(item, &task); err != nil || task.Data == nil {
			return r.notJSON(n, err)
		}
		base := Row{
			Line: n, ArticleID: textOf(task.Data, "article_id"), ArticleTitle: textOf(task.Data, "article_title"),
			SentenceID: textOf(task.Data, "sentence_id"), SentenceText: textOf(task.Data, "text"),
		}
		if no, ok := task.Data["sentence_no"].(float64); ok {
			base.SentenceNo = int(no)
		}
		texts.add(&base)
		for _, annotation := range task.Annotations {
			if annotation.Cancelled {
				continue
			}
			if err := r.full(len(file.Rows)); err != nil {
				return err
			}
			file.Rows = append(file.Rows, annotation.rows(base, r.labels)...)
		}
		return nil
	})
	file.Documents = texts.drafts()
	texts.fill(file.Rows)
	file.noticeHalves(halves)
	return file, err
}

// textOf reads a text of a task's data; a number becomes its digits.
func textOf(data map[string]any, key string) string {
	text, _ := data[key].(string)
	return text
}

// rows makes a row for each label of an annotation, or one that says that
// there is none.
func (a *studioAnnotation) rows(base Row, labels []models.Label) []Row {
	base.Done, base.Gold = true, a.Truth
	base.CreatedAt, base.UpdatedAt = instantOf(a.CreatedAt), instantOf(a.UpdatedAt)
	base.Annotator = personOf(a.By)
	var rows []Row
	for i := range a.Result {
		result := &a.Result[i]
		said := readRemarks(result.Meta.Text, labels)
		names := append(append([]string{}, result.Value.Choices...), result.Value.Labels...)
		for _, name := range names {
			row := base
			row.Label = name
			said.fill(&row, len(names) == 1)
			if models.PrefixAnnotation.Has(result.ID) && len(names) == 1 {
				row.AnnotationID = result.ID
			}
			result.place(&row)
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		base.Label = models.NoLabel
		rows = append(rows, base)
	}
	return rows
}

// place turns the offsets of a labelled part, which Label Studio counts in
// UTF-16 units of the task's text, into the words that they select.
func (s *studioResult) place(row *Row) {
	if s.Value.Start == nil || s.Value.End == nil {
		return
	}
	if quote, ok := cutUTF16(row.SentenceText, *s.Value.Start, *s.Value.End); ok {
		row.Quote = &quote
	}
}

// personOf reads who made an annotation: the address or name in an object, or
// nothing for the number of an account.
func personOf(by json.RawMessage) string {
	var person struct {
		Email string `json:"email"`
		First string `json:"first_name"`
		Last  string `json:"last_name"`
	}
	if json.Unmarshal(by, &person) != nil {
		return ""
	}
	if name := strings.TrimSpace(person.First + " " + person.Last); name != "" {
		return name
	}
	return person.Email
}

func instantOf(text string) int64 {
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return 0
	}
	return at.UnixMilli()
}
