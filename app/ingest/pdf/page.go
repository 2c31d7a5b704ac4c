package pdf

import (
	"errors"
	"math"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"glossator/app/ingest/manuscript"
)

// line is one printed line, in points; y grows downwards from the top of the
// page.
type line struct {
	page   int
	left   float64
	right  float64
	y      float64 // of the baseline
	size   float64 // of the type, an em
	height float64 // of the page
	text   string
	broken bool // PDFium saw that a word goes on in the next line
}

// sameHeight is how far, in ems, baselines of one line lie apart: a raised
// number does not end a line.
const sameHeight = 0.6

// page returns the lines of a page, and whether it has pictures and no text.
func (e *engine) page(document references.FPDF_DOCUMENT, index int) (lines []line, pictures bool, err error) {
	loaded, err := e.instance.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: document, Index: index})
	if err != nil {
		return nil, false, err
	}
	byReference := requests.Page{ByReference: &loaded.Page}
	defer func() {
		_, closing := e.instance.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
		err = errors.Join(err, closing)
	}()
	height, err := e.instance.FPDF_GetPageHeight(&requests.FPDF_GetPageHeight{Page: byReference})
	if err != nil {
		return nil, false, err
	}
	text, err := e.instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: byReference})
	if err != nil {
		return nil, false, err
	}
	defer func() {
		_, closing := e.instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
		err = errors.Join(err, closing)
	}()
	setter := typesetting{engine: e, text: text.TextPage, page: index, height: height.Height}
	if err := setter.read(); err != nil {
		return nil, false, err
	}
	if len(setter.lines) == 0 {
		pictures, err = e.hasPicture(byReference)
	}
	return setter.lines, pictures, err
}

// hasPicture reports whether there is a picture on the page itself.
func (e *engine) hasPicture(page requests.Page) (bool, error) {
	const enough = 100 // objects of a page that is a scan
	objects, err := e.instance.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return false, err
	}
	for i := range min(objects.Count, enough) {
		object, err := e.instance.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return false, err
		}
		kind, err := e.instance.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return false, err
		}
		if kind.Type == enums.FPDF_PAGEOBJ_IMAGE || kind.Type == enums.FPDF_PAGEOBJ_FORM {
			return true, nil
		}
	}
	return false, nil
}

// typesetting cuts the text of a page into lines: at the breaks that PDFium
// found and wherever a word stands at another height. Places are asked for once
// a word, not once a letter: each question is a call into the sandbox.
type typesetting struct {
	engine *engine
	text   references.FPDF_TEXTPAGE
	page   int
	height float64
	direct bool // characters of the text and of the page count alike
	lines  []line
	line   line
	words  strings.Builder
	last   int // the index of the last character of the line
}

func (s *typesetting) read() error {
	count, err := s.engine.instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: s.text})
	if err != nil {
		return err
	}
	if count.Count > maxPageChars {
		return manuscript.Swollen()
	}
	if count.Count <= 0 {
		return nil
	}
	got, err := s.engine.instance.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: s.text, Count: count.Count})
	if err != nil {
		return err
	}
	s.direct = len(utf16.Encode([]rune(got.Text))) == count.Count
	at, inWord := 0, false // at counts UTF-16 units, as PDFium does
	for _, r := range got.Text {
		switch {
		case r == '\r' || r == '\n':
			inWord = false
			s.endLine()
		case isBreakMark(r):
			inWord = false
			s.line.broken = true
			s.endLine()
		case unicode.IsSpace(r):
			inWord = false
			s.words.WriteByte(' ')
		default:
			if !inWord {
				s.beginWord(at)
			}
			inWord = true
			s.words.WriteRune(r)
			s.last = at
		}
		at += max(utf16.RuneLen(r), 1)
	}
	s.endLine()
	return nil
}

// isBreakMark reports whether r stands for a hyphen that PDFium took for the
// break of a word.
func isBreakMark(r rune) bool { return r == '\uFFFE' || r == '\u0002' }

// beginWord asks for the place of a word, and begins a line where it stands
// at another height than the word before. A word without a place, such as one
// that PDFium made up, stands beside the one before.
func (s *typesetting) beginWord(at int) {
	origin, err := s.engine.instance.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: s.text, Index: s.index(at)})
	if err != nil {
		return
	}
	y := s.height - origin.Y
	if s.words.Len() > 0 && math.Abs(y-s.line.y) > sameHeight*s.line.size {
		s.endLine()
	}
	if strings.TrimSpace(s.words.String()) == "" {
		s.line = line{page: s.page, left: origin.X, y: y, size: s.em(at), height: s.height}
	}
}

// endLine keeps the line, if it holds something.
func (s *typesetting) endLine() {
	text := manuscript.Line(s.words.String())
	s.words.Reset()
	made := s.line
	s.line.broken = false
	if text == "" {
		return
	}
	made.text, made.right = text, made.left
	box, err := s.engine.instance.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: s.text, Index: s.index(s.last)})
	if err == nil {
		made.right = max(box.Right, made.left)
	}
	s.lines = append(s.lines, made)
}

// em returns the size of the type as printed: that of the font by the scale
// of its matrix, which some programs use in its place.
func (s *typesetting) em(at int) float64 {
	index := s.index(at)
	font, err := s.engine.instance.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: s.text, Index: index})
	if err != nil {
		return 0
	}
	matrix, err := s.engine.instance.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: s.text, Index: index})
	if err != nil {
		return font.FontSize
	}
	return font.FontSize * math.Hypot(float64(matrix.Matrix.C), float64(matrix.Matrix.D))
}

// index returns the index of a character of the page by that in the text, which
// leaves out what has no Unicode.
func (s *typesetting) index(at int) int {
	if s.direct {
		return at
	}
	found, err := s.engine.instance.FPDFText_GetCharIndexFromTextIndex(
		&requests.FPDFText_GetCharIndexFromTextIndex{TextPage: s.text, NTextIndex: at})
	if err != nil {
		return at
	}
	return found.CharIndex
}
