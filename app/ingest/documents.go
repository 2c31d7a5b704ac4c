package ingest

import (
	"bytes"
	"slices"
	"strings"

	"glossator/app/ingest/container"
	"glossator/app/ingest/epub"
	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/office"
	"glossator/app/ingest/rtf"
	"glossator/models"
)

// zipSignature begins every ZIP file with something in it (APPNOTE.TXT,
// section 4.3.7), zipEmpty one without.
const (
	zipSignature = "PK\x03\x04"
	zipEmpty     = "PK\x05\x06"
)

func isZIP(data []byte) bool {
	return bytes.HasPrefix(data, []byte(zipSignature)) || bytes.HasPrefix(data, []byte(zipEmpty))
}

// packed is a kind of document that is a ZIP file inside.
type packed struct {
	is        func(*container.Container) bool
	read      func(*container.Container) (manuscript.Manuscript, error) // nil: it cannot be read
	format    string
	mediaType string
	refusal   string // completes "... is" for what cannot be read
}

// packages are the kinds of documents in ZIP files, in the order in which they
// are asked. A ZIP file that is none of them is an archive.
//
//locale:texts refusal
var packages = []packed{
	{
		is: has("word/document.xml", "word/document2.xml"), read: office.DOCX, format: "docx",
		mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	},
	{is: declares("application/epub+zip"), read: epub.Read, format: "epub", mediaType: "application/epub+zip"},
	{is: has("META-INF/container.xml"), read: epub.Read, format: "epub", mediaType: "application/epub+zip"},
	{
		is: declares("application/vnd.oasis.opendocument.text"), read: office.ODT, format: "odt",
		mediaType: "application/vnd.oasis.opendocument.text",
	},
	{is: has("xl/workbook.xml"), refusal: "a spreadsheet, which cannot be read; save it as CSV with a column named text"},
	{is: has("ppt/presentation.xml"), refusal: "a presentation, which cannot be read; save it as PDF"},
	{is: declares("application/vnd.oasis.opendocument."), refusal: "an OpenDocument file without running text; save it as PDF or CSV"},
}

// has recognises a package by one of its parts.
func has(parts ...string) func(*container.Container) bool {
	return func(file *container.Container) bool {
		return slices.ContainsFunc(parts, file.Has)
	}
}

// declares recognises a package by the media type that it holds, with all that
// begin with it (ISO/IEC 26300-3, clause 3.3).
func declares(mediaType string) func(*container.Container) bool {
	return func(file *container.Container) bool {
		declared, err := file.Read("mimetype")
		return err == nil && bytes.HasPrefix(bytes.TrimSpace(declared), []byte(mediaType))
	}
}

// recognisePackage returns the kind of document that a ZIP file is, and false
// for an archive.
func recognisePackage(file *container.Container) (packed, bool) {
	for _, kind := range packages {
		if kind.is(file) {
			return kind, true
		}
	}
	return packed{}, false
}

// isPackage reports whether a ZIP file is a document and no archive.
func isPackage(data []byte) bool {
	file, err := container.Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	_, isDocument := recognisePackage(file)
	return isDocument
}

// open reads a document of this kind.
func (k packed) open(from source, file *container.Container) (models.Document, error) {
	if k.read == nil {
		return models.Document{}, models.Errorf(models.CodeUnsupported, "%s is %s and import that.", from.subject, models.Term(k.refusal))
	}
	m, err := k.read(file)
	if err != nil {
		return models.Document{}, manuscript.Named(from.subject, err)
	}
	doc := compose(from, m)
	doc.Format, doc.MediaType, doc.Encoding = k.format, k.mediaType, encodingUTF8
	return doc, nil
}

// encodingUTF8 is the encoding of the XML in all packages that are read.
const encodingUTF8 = "utf-8"

func isRTF(data []byte) bool { return bytes.HasPrefix(data, []byte(rtf.Signature)) }

// readRTF reads a rich text document.
func readRTF(from source, data []byte) (models.Document, error) {
	m, err := rtf.Read(data)
	if err != nil {
		return models.Document{}, manuscript.Named(from.subject, err)
	}
	doc := compose(from, m)
	doc.Format, doc.MediaType = "rtf", "application/rtf"
	return doc, nil
}

// oleSignature begins the files of old office programs, and the envelope of new
// ones under a password ([MS-CFB], section 2.2).
const oleSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// isLockedOffice reports whether data is a new office document under a
// password: such an envelope has a stream of this name ([MS-OFFCRYPTO], section
// 2.3.4.4), in UTF-16.
func isLockedOffice(data []byte) bool {
	stream := strings.Join(strings.Split("EncryptedPackage", ""), "\x00")
	return bytes.HasPrefix(data, []byte(oleSignature)) && bytes.Contains(data, []byte(stream))
}

func refuseLocked(from source, _ []byte) (models.Document, error) {
	return models.Document{}, models.Errorf(models.CodeUnreadable,
		"%s is locked by a password; open it, save it without a password and import that.", from.subject)
}
