package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	pdfium_errors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// The limits of a file.
const (
	MaxPages     = 5_000
	MaxTime      = 2 * time.Minute // for all pages together; OCR has its own
	maxPageChars = 1 << 20         // of one page
)

// Read reads a file. The error is a [manuscript.Fault]: locked by a password,
// scanned without text, damaged, too large, or taking more than [MaxTime];
// or [models.CodeCancelled] when ctx ended.
//
// Files are read one at a time, whoever asks. A file of scans goes to the
// program Tesseract if the user has it.
func Read(ctx context.Context, data []byte) (manuscript.Manuscript, error) {
	limited, cancel := context.WithTimeout(ctx, MaxTime)
	defer cancel()
	var found content
	err := shared.use(limited, len(data) > largeFile, func(e *engine) error {
		var err error
		found, err = e.read(data)
		return err
	})
	if err != nil {
		return manuscript.Manuscript{}, explain(ctx, err)
	}
	made := manuscript.Manuscript{Title: found.title, Author: found.author}
	made.Blocks, err = blocks(found.lines)
	if err == nil && len(made.Blocks) == 0 {
		made.Recognised = true
		made.Blocks, err = readScans(ctx, data, found)
	}
	if err != nil {
		return manuscript.Manuscript{}, explain(ctx, err)
	}
	return made, nil
}

// explain turns an error of PDFium into a sentence.
func explain(ctx context.Context, err error) error {
	if fault, ok := errors.AsType[*manuscript.Fault](err); ok {
		return fault
	}
	var start *startError
	switch {
	case ctx.Err() != nil:
		return manuscript.Faultf(models.CodeCancelled, "was not read to its end, because the import was stopped.").Because(err)
	case errors.Is(err, context.DeadlineExceeded):
		return manuscript.Faultf(models.CodeTooLarge,
			"took more than %d minutes to read; split it into smaller files.", int(MaxTime/time.Minute)).Because(err)
	case errors.Is(err, pdfium_errors.ErrPassword), errors.Is(err, pdfium_errors.ErrSecurity):
		return manuscript.Faultf(models.CodeUnreadable,
			"is locked by a password; open it, save it without a password and import that.").Because(err)
	case errors.As(err, &start):
		return manuscript.Faultf(models.CodeInternal,
			"could not be read, because the part of the program that reads PDF did not start; free some memory and try again.").Because(err)
	}
	return manuscript.Damaged(err)
}

// content is what a file holds.
type content struct {
	title, author string
	lines         []line
	pages         int
	pictures      bool // a page without text has a picture
}

// read reads all pages. Each is closed before the next, so that memory follows
// the largest.
func (e *engine) read(data []byte) (found content, err error) {
	document, err := e.open(data)
	if err != nil {
		return content{}, err
	}
	defer func() { err = errors.Join(err, e.closeDocument(document)) }()
	count, err := e.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document})
	if err != nil {
		return content{}, err
	}
	if found.pages = count.PageCount; found.pages > MaxPages {
		return content{}, manuscript.Faultf(models.CodeTooLarge, "has more than %d pages; split it into smaller files.", MaxPages)
	}
	found.title, found.author = e.property(document, "Title"), e.property(document, "Author")
	size := 0
	for i := range found.pages {
		lines, pictures, err := e.page(document, i)
		if err != nil {
			return content{}, fmt.Errorf("page %d: %w", i+1, err)
		}
		for j := range lines {
			size += len(lines[j].text)
		}
		if size > manuscript.MaxText {
			return content{}, manuscript.Swollen()
		}
		found.lines = append(found.lines, lines...)
		found.pictures = found.pictures || pictures
	}
	return found, nil
}

func (e *engine) open(data []byte) (references.FPDF_DOCUMENT, error) {
	opened, err := e.instance.OpenDocument(&requests.OpenDocument{
		FileReader:     bytes.NewReader(data),
		FileReaderSize: int64(len(data)),
	})
	if err != nil {
		return "", err
	}
	return opened.Document, nil
}

func (e *engine) closeDocument(document references.FPDF_DOCUMENT) error {
	_, err := e.instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: document})
	return err
}

// property returns what the file says about itself, or "".
func (e *engine) property(document references.FPDF_DOCUMENT, tag string) string {
	said, err := e.instance.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: document, Tag: tag})
	if err != nil {
		return ""
	}
	return manuscript.Line(said.Value)
}
