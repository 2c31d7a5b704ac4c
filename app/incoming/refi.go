package incoming

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"glossator/app/export"
	"glossator/models"
)

// The types below are the parts of a REFI-QDA project (QDPX 1.5, Project.xsd
// of 2019) that say something about texts and codes.

type refiProject struct {
	Users   []refiNamed  `xml:"Users>User"`
	Codes   []refiCode   `xml:"CodeBook>Codes>Code"`
	Sources []refiSource `xml:"Sources>TextSource"`
	Notes   []refiSource `xml:"Notes>Note"`
}

type refiNamed struct {
	GUID string `xml:"guid,attr"`
	Name string `xml:"name,attr"`
}

type refiCode struct {
	refiNamed

	Codes []refiCode `xml:"Code"`
}

type refiSource struct {
	refiNamed

	Path       string          `xml:"plainTextPath,attr"`
	Content    string          `xml:"PlainTextContent"`
	Selections []refiSelection `xml:"PlainTextSelection"`
}

type refiSelection struct {
	Start   int          `xml:"startPosition,attr"`
	End     int          `xml:"endPosition,attr"`
	Codings []refiCoding `xml:"Coding"`
}

type refiCoding struct {
	GUID    string `xml:"guid,attr"`
	User    string `xml:"creatingUser,attr"`
	Created string `xml:"creationDateTime,attr"`
	Code    struct {
		Target string `xml:"targetGUID,attr"`
	} `xml:"CodeRef"`
	Notes []struct {
		Target string `xml:"targetGUID,attr"`
	} `xml:"NoteRef"`
}

// qdpx reads one project.
type qdpx struct {
	*reading

	archive *zip.ReadCloser
	users   map[string]string // name by GUID
	codes   map[string]string
	notes   map[string]string // text by GUID
	file    File
}

func readQDPX(r *reading) (File, error) {
	archive, err := openArchive(r.path)
	if err != nil {
		return File{}, err
	}
	defer func() { _ = archive.Close() }() // it was only read
	q := &qdpx{reading: r, archive: archive, file: File{Format: FormatQDPX},
		users: map[string]string{}, codes: map[string]string{}, notes: map[string]string{}}
	var project refiProject
	err = r.part(archive, "project.qde", func(in io.Reader) error {
		if err := xml.NewDecoder(in).Decode(&project); err != nil {
			return models.Errorf(models.CodeInvalid, "The project in %q is no XML of REFI-QDA; export it once more.", r.path).Because(err)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return File{}, models.Errorf(models.CodeInvalid, "%q holds no project.qde and is no REFI-QDA project.", r.path).Because(err)
	}
	if err != nil {
		return File{}, err
	}
	return q.read(project)
}

func (q *qdpx) read(project refiProject) (File, error) {
	for _, user := range project.Users {
		q.users[plainGUID(user.GUID)] = user.Name
	}
	q.nameCodes(project.Codes)
	for _, note := range project.Notes {
		text, err := q.textOf(note)
		if err != nil {
			return File{}, err
		}
		q.notes[plainGUID(note.GUID)] = text
	}
	for _, source := range project.Sources {
		if err := q.source(source); err != nil {
			return File{}, err
		}
	}
	return q.file, nil
}

func (q *qdpx) nameCodes(codes []refiCode) {
	for _, code := range codes {
		q.codes[plainGUID(code.GUID)] = code.Name
		q.nameCodes(code.Codes)
	}
}

// plainGUID writes a GUID without braces and in lower case.
func plainGUID(guid string) string { return strings.ToLower(strings.Trim(guid, "{}")) }

// textOf returns the text of a source or note, from its file where it has one.
func (q *qdpx) textOf(source refiSource) (string, error) {
	name, internal := strings.CutPrefix(source.Path, "internal://")
	if !internal {
		return source.Content, nil
	}
	var text string
	for _, folder := range []string{"sources", "Sources"} {
		err := q.part(q.archive, path.Join(folder, path.Base(name)), func(in io.Reader) error {
			data, err := io.ReadAll(io.LimitReader(in, maxItem+1))
			text = string(data)
			return err
		})
		switch {
		case err == nil && len(text) > maxItem:
			return "", tooLarge(q.path)
		case err == nil:
			return text, nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", err
		}
	}
	return "", models.Errorf(models.CodeDamaged, "The text %q that %q names is not in it; export it once more.", name, q.path)
}

// source adds a text and the codings on it.
func (q *qdpx) source(source refiSource) error {
	raw, err := q.textOf(source)
	if err != nil {
		return err
	}
	if !utf8.ValidString(raw) || strings.ContainsRune(raw, 0) {
		return models.Errorf(models.CodeEncoding, "The text of %q in %q is not UTF-8; export it once more.", source.Name, q.path)
	}
	text, moved := plainText(raw)
	sum := sha256.Sum256([]byte(text))
	title := source.Name
	q.file.Documents = append(q.file.Documents, models.Draft{Document: models.Document{
		Title: title, Text: text, Blocks: lineBlocks(text), Format: "text", Name: path.Base(q.path),
	}})
	for _, selection := range source.Selections {
		for _, coding := range selection.Codings {
			if err := q.full(len(q.file.Rows)); err != nil {
				return err
			}
			row := q.row(coding)
			row.ArticleTitle, row.TextSHA256 = title, hex.EncodeToString(sum[:])
			row.Start, row.End = new(moved(selection.Start)), new(moved(selection.End))
			q.file.Rows = append(q.file.Rows, row)
		}
	}
	return nil
}

func (q *qdpx) row(coding refiCoding) Row {
	row := Row{
		Line: len(q.file.Rows) + 1, Label: q.codes[plainGUID(coding.Code.Target)], Annotator: q.users[plainGUID(coding.User)],
		AnnotationID: string(models.PrefixAnnotation) + plainGUID(coding.GUID), CreatedAt: instantOf(coding.Created),
	}
	if coding.User != "" {
		row.AnnotatorID = string(models.PrefixAnnotator) + plainGUID(coding.User)
	}
	if row.Label == "" {
		row.Fault = models.Textf("The coding names a code that the file does not have.")
		return row
	}
	for _, note := range coding.Notes {
		text := q.notes[plainGUID(note.Target)]
		said := readRemarks(remarkLines(text), q.labelNamed(row.Label))
		said.fill(&row, true)
	}
	return row
}

// remarkLines parts a text into lines, of which those that belong to the detail
// before them stay with it.
func remarkLines(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if last := len(lines) - 1; last >= 0 && strings.HasPrefix("\n"+line, export.RemarkBreak) {
			lines[last] += "\n" + line
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// labelNamed returns the label of the project that a code stands for.
func (q *qdpx) labelNamed(name string) []models.Label {
	if label, ok := labelOf(q.labels, name); ok {
		return []models.Label{label}
	}
	return nil
}

// plainText takes a byte order mark and carriage returns before line feeds
// out of a text, and returns what turns an offset in the text as it was into
// one in the text as it is, both in code points.
func plainText(raw string) (text string, moved func(int) int) {
	var out strings.Builder
	var gone []int // offsets of the code points that were taken out
	at := 0
	runes := []rune(raw)
	for i, r := range runes {
		mark := i == 0 && r == '\ufeff'
		if mark || r == '\r' && i+1 < len(runes) && runes[i+1] == '\n' {
			gone = append(gone, at)
		} else {
			out.WriteRune(r)
		}
		at++
	}
	return out.String(), func(offset int) int { return offset - sort.SearchInts(gone, offset) }
}

// lineBlocks makes a paragraph of every line that is not empty.
func lineBlocks(text string) []models.Block {
	var blocks []models.Block
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		end := at + utf8.RuneCountInString(line)
		if strings.TrimSpace(line) != "" {
			blocks = append(blocks, models.Block{Seq: len(blocks), Kind: models.BlockParagraph, StartOff: at, EndOff: end})
		}
		at = end + 1
	}
	return blocks
}
