package ingest

import (
	"bytes"

	"glossator/models"
)

// signature is the beginning of a file that is known and cannot be read. To
// name the kind of file helps more than to say that it is no text.
type signature struct {
	magic string // the first bytes; letters in lower case where fold is set
	fold  bool   // upper and lower case are the same, white space may stand before
	code  models.Code
	kind  string // completes "... is"
}

// signatures are the kinds of files that people mistake for articles. The
// bytes are those of the formats' own specifications.
//
//locale:texts kind
var signatures = []signature{
	{magic: oleSignature, code: models.CodeBinary, kind: "an old office document"},
	{magic: "SQLite format 3\x00", code: models.CodeBinary, kind: "a project or another database"},
	{magic: "\x89PNG\r\n\x1a\n", code: models.CodeBinary, kind: "an image"},
	{magic: "\xFF\xD8\xFF", code: models.CodeBinary, kind: "an image"},
	{magic: "GIF8", code: models.CodeBinary, kind: "an image"},
	{magic: "\x1f\x8b", code: models.CodeBinary, kind: "a compressed file"},
	{magic: "7z\xBC\xAF\x27\x1C", code: models.CodeBinary, kind: "an archive"},
	{magic: "Rar!\x1a\x07", code: models.CodeBinary, kind: "an archive"},
	{magic: "<?xml", fold: true, code: models.CodeUnsupported, kind: "an XML file"},
}

// begins reports whether data begins with the signature.
func (s signature) begins(data []byte) bool {
	if !s.fold {
		return bytes.HasPrefix(data, []byte(s.magic))
	}
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte(markUTF8)), " \t\r\n")
	return len(data) >= len(s.magic) && bytes.EqualFold(data[:len(s.magic)], []byte(s.magic))
}

// foreign returns the format that refuses files of this kind by name.
func (s signature) foreign() format {
	return format{
		is: s.begins,
		read: func(from source, _ []byte) (models.Document, error) {
			return models.Document{}, models.Errorf(s.code,
				"%s is %s, which cannot be read; save it as plain text and import that.", from.subject, models.Term(s.kind))
		},
	}
}
