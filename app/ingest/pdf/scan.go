package pdf

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"os/exec"
	"slices"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// The limits of reading scans, which takes seconds a page.
const (
	MaxScans    = 100 // pages
	MaxScanTime = 10 * time.Minute
	scanDPI     = 300 // what Tesseract's manual advises
	maxOutput   = 1 << 20
)

// program is the name of the OCR program, which is used if the user has it.
const program = "tesseract"

// spoken are the languages to read, by Tesseract's names, of those that the
// user has installed.
var spoken = []string{"eng", "rus", "kaz"}

// readScans reads a file without text. Where that is because its pages are
// pictures, it asks Tesseract.
func readScans(ctx context.Context, data []byte, found content) ([]manuscript.Block, error) {
	if found.pages > 0 && !found.pictures {
		return nil, manuscript.Faultf(models.CodeEmpty,
			"has pages without any text, or is damaged; open it in a PDF reader to see which, and save it anew.")
	}
	path, err := exec.LookPath(program)
	switch {
	case err != nil:
		return nil, manuscript.Faultf(models.CodeEmpty,
			"is a scan, pictures of pages without text; install Tesseract and import it again, or make it searchable with an OCR program.")
	case found.pages > MaxScans:
		return nil, manuscript.Faultf(models.CodeTooLarge,
			"is a scan of more than %d pages; split it into smaller files, or make it searchable with an OCR program.", MaxScans)
	}
	limited, cancel := context.WithTimeout(ctx, MaxScanTime)
	defer cancel()
	languages := installed(limited, path)
	var out manuscript.Builder
	for i := range found.pages {
		picture, err := render(limited, data, i)
		if err != nil {
			return nil, err
		}
		text, err := recognise(limited, path, languages, picture)
		if err != nil {
			return nil, err
		}
		if err := addPage(&out, text); err != nil {
			return nil, err
		}
	}
	if len(out.Blocks()) == 0 {
		return nil, manuscript.Faultf(models.CodeEmpty, "is a scan in which Tesseract found no words; scan it anew with 300 dots an inch.")
	}
	return out.Blocks(), nil
}

// render returns a page as PNG. Each page opens the file anew, so that others
// may read between two pages.
func render(ctx context.Context, data []byte, page int) (picture []byte, err error) {
	err = shared.use(ctx, false, func(e *engine) error {
		document, err := e.open(data)
		if err != nil {
			return err
		}
		picture, err = e.render(document, page)
		return errors.Join(err, e.closeDocument(document))
	})
	return picture, err
}

func (e *engine) render(document references.FPDF_DOCUMENT, page int) ([]byte, error) {
	rendered, err := e.instance.RenderPageInDPI(&requests.RenderPageInDPI{
		Page:        requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: page}},
		DPI:         scanDPI,
		ImageFormat: requests.RenderImageFormatGrayscale,
	})
	if err != nil {
		return nil, err
	}
	defer rendered.Cleanup()
	var out bytes.Buffer
	err = png.Encode(&out, rendered.Result.RenderedImage)
	return out.Bytes(), err
}

// installed returns the languages to ask for, or "" for Tesseract's own choice.
func installed(ctx context.Context, path string) string {
	list, err := command(ctx, path, "--list-langs").Output()
	if err != nil {
		return ""
	}
	has := strings.Fields(string(list))
	var use []string
	for _, language := range spoken {
		if slices.Contains(has, language) {
			use = append(use, language)
		}
	}
	return strings.Join(use, "+")
}

// recognise asks Tesseract for the text of a picture.
func recognise(ctx context.Context, path, languages string, picture []byte) (string, error) {
	arguments := []string{"stdin", "stdout"}
	if languages != "" {
		arguments = append(arguments, "-l", languages)
	}
	run := command(ctx, path, arguments...)
	run.Stdin = bytes.NewReader(picture)
	text, err := run.Output()
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", manuscript.Faultf(models.CodeEmpty,
			"is a scan that Tesseract could not read; try Tesseract on it by hand, or use another OCR program.").Because(err)
	}
	return string(text[:min(len(text), maxOutput)]), nil
}

// addPage puts a page of Tesseract's text, which parts paragraphs by empty
// lines, into blocks.
func addPage(out *manuscript.Builder, text string) error {
	words := vocabulary{}
	text = strings.NewReplacer("\r\n", "\n", "\f", "\n\n").Replace(text)
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		var joined []byte
		for l := range strings.Lines(paragraph) {
			if l = manuscript.Line(l); l == "" {
				continue
			}
			if len(joined) == 0 {
				joined = []byte(l)
			} else {
				joined = words.join(joined, l, false)
			}
		}
		if err := out.Add(models.BlockParagraph, string(joined)); err != nil {
			return err
		}
	}
	return nil
}
