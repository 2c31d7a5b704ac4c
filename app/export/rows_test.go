package export_test

import (
	"iter"
	"time"

	"glossator/app/export"
	"glossator/models"
)

// moment is a point in time in milliseconds.
func moment(text string) int64 {
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		panic(err)
	}
	return at.UnixMilli()
}

func rowsOf(rows ...models.ExportRow) iter.Seq2[models.ExportRow, error] {
	return func(yield func(models.ExportRow, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// labels is a small codebook with a field of every type.
func labels() []models.Label {
	return []models.Label{
		{Key: "commitment", Fields: []models.Field{
			{Key: "actor", Type: models.FieldText},
			{Key: "deadline", Type: models.FieldDate},
			{Key: "kind", Type: models.FieldChoice},
		}},
		{Key: "statistic", Fields: []models.Field{
			{Key: "value", Type: models.FieldNumber, Repeats: true},
			{Key: "forecast", Type: models.FieldBool},
		}},
		{Key: "claim", Fields: []models.Field{
			{Key: "speaker", Type: models.FieldPerson},
		}},
	}
}

var article = models.Article{
	UID:         "ar-0190f5b2",
	Title:       "Shelters, courts and quotas",
	Source:      "El.kz",
	URL:         "https://el.kz/en/news/1",
	Language:    "en",
	PublishedOn: "2024-06-06T10:42",
	Precision:   models.PrecisionMinute,
	TextSHA256:  "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
}

var annotator = models.Annotator{UID: "at-1", Name: "Әлия \"Lia\" Омарова", Role: models.RoleAnnotator}

func project() models.Project {
	return models.Project{UID: "pr-1", Name: "Monitoring", CodebookVersion: "1.0"}
}

func input(rows ...models.ExportRow) export.Input {
	return export.Input{Project: project(), Labels: labels(), Rows: rowsOf(rows...)}
}

// statistic is an annotation with everything filled in and reviewed.
func statistic() models.ExportRow {
	return models.ExportRow{
		Article:  article,
		Sentence: models.Sentence{Seq: 7, StartOff: 120, EndOff: 190, Text: "Thus, 192 victims have been assisted, 74 of them are foreign citizens."},
		Label:    "statistic",
		Annotation: models.Annotation{
			UID: "an-1", StartOff: new(126), EndOff: new(156), Quote: "192 victims have been assisted",
			Note: "first row only", Confidence: models.ConfidenceHigh, Origin: models.OriginSuggested, CodebookVersion: "0.9",
			CreatedAt: moment("2025-06-01T10:00:00Z"), UpdatedAt: moment("2025-06-01T15:30:59+05:00"),
		},
		Details: []models.NamedDetail{
			{Label: "statistic", Field: "value", Detail: models.Detail{N: 1, ValueText: "74", ValueNum: new(74.0)}},
			{Label: "statistic", Field: "value", Detail: models.Detail{ValueText: "1 920,5", ValueNum: new(1920.5)}},
			{Label: "statistic", Field: "forecast", Detail: models.Detail{ValueText: "no"}},
		},
		Annotator: annotator,
		Done:      true,
		Decision:  &models.Decision{Verdict: models.VerdictAccepted, Comment: "Yes.", UpdatedAt: moment("2025-06-02T08:00:00Z")},
		Reviewer:  "Ben",
	}
}

// commitment is an annotation that nobody has reviewed.
func commitment() models.ExportRow {
	return models.ExportRow{
		Article:  article,
		Sentence: models.Sentence{Seq: 8, StartOff: 191, EndOff: 230, Text: "The ministry will open ten by May 2025."},
		Label:    "commitment",
		Annotation: models.Annotation{
			UID: "an-2", CodebookVersion: "1.0", Origin: models.OriginManual,
			CreatedAt: moment("2025-06-01T10:00:01Z"), UpdatedAt: moment("2025-06-01T10:00:01Z"),
		},
		Details: []models.NamedDetail{
			{Label: "commitment", Field: "actor", Detail: models.Detail{ValueText: "The ministry"}},
			{Label: "commitment", Field: "deadline", Detail: models.Detail{ValueText: "by May 2025", ValueISO: "2025-05"}},
		},
		Annotator: annotator,
	}
}

// nothing is a finished sentence without an annotation, in the gold layer.
func nothing() models.ExportRow {
	return models.ExportRow{
		Article:   article,
		Sentence:  models.Sentence{Seq: 9, StartOff: 231, EndOff: 250, Text: "Thanks were spoken."},
		Label:     models.NoLabel,
		Annotator: models.Annotator{UID: "at-2", Name: "Decided", Role: models.RoleGold},
		Done:      true,
	}
}
