package export

import (
	"strings"

	"glossator/models"
)

// The beginnings of the lines in which a format without fields of its own says
// what an annotation has besides its label. A line of a detail begins with the
// detail's key, all of them with the label's key first where several labels
// share the lines. What follows a comment belongs to it.
const (
	RemarkAnnotator  = "annotator: "
	RemarkConfidence = "confidence: "
	RemarkComment    = "comment: "
)

// RemarkBreak stands for a line break inside of a detail.
const RemarkBreak = "\n\t"

// remarkLines are those lines of one annotation; the note is the last one, with
// its line breaks, and says that it is one only where it could be taken for
// something else.
func remarkLines(row *models.ExportRow) []string {
	said := detailLines(row.Details)
	for i := range said {
		said[i] = strings.ReplaceAll(said[i], "\n", RemarkBreak)
	}
	if row.Annotation.Confidence != models.ConfidenceNone {
		said = append(said, RemarkConfidence+string(row.Annotation.Confidence))
	}
	switch note := row.Annotation.Note; {
	case note == "":
	case strings.HasPrefix(note, "\t"), strings.Contains(firstLine(note), ": "):
		said = append(said, RemarkComment+note)
	default:
		said = append(said, note)
	}
	return said
}

// labelledRemarks are the lines of several annotations, each with its label.
func labelledRemarks(row *models.ExportRow) []string {
	alone := *row
	alone.Annotation.Note = ""
	said := remarkLines(&alone)
	if row.Annotation.Note != "" {
		said = append(said, RemarkComment+row.Annotation.Note)
	}
	for i := range said {
		said[i] = row.Label + ": " + said[i]
	}
	return said
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
