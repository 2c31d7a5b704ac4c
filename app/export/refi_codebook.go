package export

import (
	"context"
	"io"

	"glossator/app/codebook"
	"glossator/models"
)

// REFICodebook is the codebook in the exchange format of programs for
// qualitative analysis (REFI-QDA 1.5, QDC; schema Codebook.xsd of 2019): one
// code for each label, with definition, rules and examples in its description.
// It reads no rows and returns 0 of them.
func REFICodebook() Format {
	return Format{
		Key:       "qdc",
		Name:      "REFI-QDA codebook (MAXQDA, ATLAS.ti, NVivo)",
		Extension: ".qdc",
		MediaType: "application/xml",
		Content:   "codebook",
		Leaves:    "Only the codebook is in the file, no annotations; the details are text in its descriptions.",
		Write:     writeREFICodebook,
	}
}

func writeREFICodebook(ctx context.Context, w io.Writer, in Input) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, stopped(0, err)
	}
	document := in.document()
	if len(document.Book.Labels) == 0 {
		return 0, models.Errorf(models.CodeNothing, "The codebook has no label; there is nothing to export.")
	}
	return len(document.Book.Labels), codebook.WriteQDC(w, document)
}

// document is the codebook of an export.
func (in Input) document() codebook.Document {
	document := codebook.Document{ProjectUID: in.Project.UID, Book: in.Codebook}
	document.Book.Labels = nil
	for _, e := range in.entries() {
		e.Color = e.color
		document.Book.Labels = append(document.Book.Labels, e.CodebookLabel)
	}
	return document
}

func refiCodes(in Input) []codebook.Code { return codebook.Codes(in.document()) }

// labelGUID names a label by its key: two copies of a project agree on it.
func labelGUID(in Input, key string) string { return codebook.LabelGUID(in.Project.UID, key) }
