package incoming

import (
	"encoding/json"
	"strings"

	"glossator/app/export"
	"glossator/models"
)

// doccanoLine is a line of doccano's text classification, its own or that of
// export.Doccano. The newer versions of doccano write data for text.
type doccanoLine struct {
	Text         string          `json:"text"`
	Data         string          `json:"data"`
	Label        json.RawMessage `json:"label"`
	Labels       json.RawMessage `json:"labels"`
	Comments     []string        `json:"Comments"`
	SentenceID   string          `json:"sentence_id"`
	SentenceNo   int             `json:"sentence_no"`
	ArticleID    string          `json:"article_id"`
	ArticleTitle string          `json:"article_title"`
	Annotator    string          `json:"annotator"`
	AnnotatorID  string          `json:"annotator_id"`
	Status       string          `json:"status"`
}

func readDoccano(r *reading) (File, error) {
	file := File{Format: FormatDoccano}
	texts := newCollection(r)
	halves, err := r.jsonItems(false, func(n int, item json.RawMessage) error {
		var line doccanoLine
		if err := json.Unmarshal(item, &line); err != nil {
			return r.notJSON(n, err)
		}
		base := Row{
			Line: n, ArticleID: line.ArticleID, ArticleTitle: line.ArticleTitle, SentenceID: line.SentenceID, SentenceNo: line.SentenceNo,
			SentenceText: line.Text + line.Data, Annotator: line.Annotator, AnnotatorID: line.AnnotatorID,
			Done: line.Status == "" || line.Status == "done", Gold: line.Annotator == string(models.RoleGold),
		}
		texts.add(&base)
		labels, err := doccanoLabels(line.Label, line.Labels)
		if err != nil {
			return r.notJSON(n, err)
		}
		if err := r.full(len(file.Rows)); err != nil {
			return err
		}
		file.Rows = append(file.Rows, doccanoRows(base, labels, line.Comments)...)
		return nil
	})
	file.Documents = texts.drafts()
	texts.fill(file.Rows)
	file.noticeHalves(halves)
	return file, err
}

// doccanoLabels reads ["a","b"], "a", "a#b" (doccano's CSV turned into JSON) or
// nothing.
func doccanoLabels(lists ...json.RawMessage) ([]string, error) {
	for _, raw := range lists {
		if len(raw) == 0 || string(raw) == "null" {
			continue
		}
		var several []string
		if json.Unmarshal(raw, &several) == nil {
			return several, nil
		}
		var one string
		if err := json.Unmarshal(raw, &one); err != nil {
			return nil, err
		}
		return strings.FieldsFunc(one, func(r rune) bool { return r == '#' }), nil
	}
	return nil, nil
}

func doccanoRows(base Row, labels, comments []string) []Row {
	if len(labels) == 0 {
		base.Label = models.NoLabel
		return []Row{base}
	}
	rows := make([]Row, 0, len(labels))
	for _, label := range labels {
		row := base
		row.Label = label
		if len(labels) == 1 && len(comments) > 0 {
			row.Comment = new(strings.Join(comments, "\n"))
		} else if note := commentOf(label, comments); note != "" {
			row.Comment = &note
		}
		rows = append(rows, row)
	}
	return rows
}

// commentOf returns those comments that say that they are about a label.
func commentOf(label string, comments []string) string {
	var notes []string
	for _, comment := range comments {
		if note, found := strings.CutPrefix(comment, label+": "+export.RemarkComment); found {
			notes = append(notes, note)
		}
	}
	return strings.Join(notes, "\n")
}
