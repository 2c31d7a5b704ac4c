package insights

import (
	"strings"
	"time"

	"glossator/app/ui/locale"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts of the page.
const (
	textTitle    = "Insights"
	textBack     = "Back to the text"
	textAnyone   = "All annotators"
	textCounting = "Counting: %s"
	textStop     = "Stop"
	textStopped  = "The counting was stopped; open the page again to count."
	textSave     = "Save…"
	textLeft     = "The longest %s of %s bars."
	textBar      = "%s: %s"
	textAmounts  = "sum %s, from %s to %s"
	textSeen     = "%s of %s sentences"

	textNoDate     = "no date"
	textNoSource   = "no source"
	textNoUnit     = "no unit"
	textNoDeadline = "no deadline"
	textUnread     = "not read as a date"

	textPicture = "Picture (PNG)"
	textDrawing = "Drawing (SVG)"
	textTable   = "Table (CSV)"
)

// subject is what the page says about an insight.
type subject struct{ title, about, empty string }

//locale:texts
var subjects = map[workspace.InsightKind]subject{
	workspace.LabelsOverTime: {
		"Labels over time", "Annotations by the date on which their article was published.",
		"No annotations yet. Label sentences, and they are counted here by the dates of their articles."},
	workspace.LabelsBySource: {
		"Labels by source", "Annotations by the source of their article.",
		"No annotations yet. Label sentences, and they are counted here by the sources of their articles."},
	workspace.LabelsBySpeaker: {
		"Labels by speaker", "Commitments by who commits, and claims by who says it.",
		"Nobody speaks yet. Fill in who commits or who says it in the details of labels."},
	workspace.StatisticsByUnit: {
		"Statistics by unit", "How many values; at the end of each bar their sum, and the smallest and the largest.",
		"No values yet. Fill in value and unit in the details of statistics."},
	workspace.OpenCommitments: {
		"Open commitments by deadline", "Commitments that are neither kept nor broken, nor settled otherwise.",
		"No open commitments. Label a sentence as a commitment and fill in by when."},
	workspace.AnnotatorProgress: {
		"Progress of annotators", "Articles; at the end of each bar how many sentences were dealt with.",
		"No articles yet. Add some, and the progress of everybody shows here."},
}

//locale:texts
var partNames = map[workspace.PartName]string{
	workspace.PartOverdue: "Overdue", workspace.PartToCome: "To come", workspace.PartUndated: "Without a date",
	workspace.PartFinished: "Finished", workspace.PartBegun: "Begun", workspace.PartUntouched: "Not begun",
}

// titleOf is the title of an insight.
func titleOf(kind workspace.InsightKind) string { return locale.T(subjects[kind].title) }

// nameOf is what a bar is of, in words.
func nameOf(kind workspace.InsightKind, of string) string {
	switch kind {
	case workspace.LabelsOverTime:
		return dateOf(of, textNoDate)
	case workspace.OpenCommitments:
		if of == workspace.NoDeadline {
			return locale.T(textNoDeadline)
		}
		return dateOf(of, textUnread)
	case workspace.StatisticsByUnit:
		if of == "" {
			return locale.T(textNoUnit)
		}
		return locale.Codebook(strings.ReplaceAll(of, "_", " "))
	case workspace.LabelsBySource:
		if of == "" {
			return locale.T(textNoSource)
		}
	case workspace.LabelsBySpeaker, workspace.AnnotatorProgress:
	}
	return of
}

// dateForms are dates by their length in ISO 8601 and how they are written.
var dateForms = []struct {
	layout string
	write  func(time.Time) string
}{{"2006", locale.Year}, {"2006-01", locale.Month}, {time.DateOnly, locale.Day}}

// dateOf writes a date as precise as it is known.
//
//locale:format none
func dateOf(iso, none string) string {
	for _, form := range dateForms {
		if at, err := time.Parse(form.layout, iso); err == nil {
			return form.write(at)
		}
	}
	return locale.T(none)
}

// markOf is what stands at a bar: shorter than its name where many stand side
// by side.
func markOf(kind workspace.InsightKind, of string) string {
	timed := kind == workspace.LabelsOverTime || kind == workspace.OpenCommitments
	if timed && of != "" && of != workspace.NoDeadline {
		return of
	}
	return nameOf(kind, of)
}

// noteOf is what stands at the end of a bar; empty: its length.
func noteOf(count workspace.Count) string {
	switch {
	case count.Amount != nil:
		a := count.Amount
		return locale.T(textAmounts, figure(a.Sum), figure(a.Least), figure(a.Most))
	case count.Seen != nil:
		return locale.T(textSeen, locale.Number(count.Seen.Sentences), locale.Number(count.Seen.Of))
	}
	return ""
}

// figure writes a value with as many digits as people read.
func figure(value float64) string {
	const digits = 2
	return locale.Decimal(value, digits)
}

// partOf is the name of a series.
func partOf(part workspace.Part, labels []models.Label) string {
	for _, label := range labels {
		if label.Key == part.LabelKey {
			return locale.Codebook(label.Name)
		}
	}
	if name, known := partNames[part.Name]; known {
		return locale.T(name)
	}
	return part.LabelKey
}
