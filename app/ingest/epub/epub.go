// Package epub reads books in EPUB (ISO/IEC 23736; EPUB 2 and 3).
package epub

import (
	"encoding/xml"
	"errors"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"glossator/app/ingest/container"
	"glossator/app/ingest/hypertext"
	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// MaxChapters is the most chapters that are read of one book.
const MaxChapters = 5_000

const (
	containerPart  = "META-INF/container.xml"
	encryptionPart = "META-INF/encryption.xml"
)

// obfuscations are the ways in which fonts are hidden. They hide no text, EPUB
// 3.3, section 4.3, and Adobe's own older way.
var obfuscations = map[string]bool{
	"http://www.idpf.org/2008/embedding": true,
	"http://ns.adobe.com/pdf/enc#RC":     true,
}

// metadata is what the package document says about the book.
type metadata struct {
	Titles     []string `xml:"metadata>title"`
	Creators   []string `xml:"metadata>creator"`
	Languages  []string `xml:"metadata>language"`
	Dates      []string `xml:"metadata>date"`
	Publishers []string `xml:"metadata>publisher"`
	Sources    []string `xml:"metadata>source"`
	Items      []item   `xml:"manifest>item"`
	Spine      []struct {
		Ref    string `xml:"idref,attr"`
		Linear string `xml:"linear,attr"`
	} `xml:"spine>itemref"`
}

type item struct {
	ID         string `xml:"id,attr"`
	Href       string `xml:"href,attr"`
	Type       string `xml:"media-type,attr"`
	Properties string `xml:"properties,attr"`
}

// Read reads the chapters of a book in the order of its spine. The error is a
// [manuscript.Fault]; a book under rights management is refused.
func Read(file *container.Container) (manuscript.Manuscript, error) {
	if err := refuseRights(file); err != nil {
		return manuscript.Manuscript{}, err
	}
	root, err := packageName(file)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	part, err := file.Part(root)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	var about metadata
	if err := xml.Unmarshal(part, &about); err != nil {
		return manuscript.Manuscript{}, manuscript.Damaged(err)
	}
	if len(about.Spine) > MaxChapters {
		return manuscript.Manuscript{}, manuscript.Swollen()
	}
	book := about.manuscript()
	size := 0
	for _, name := range about.chapters(path.Dir(root)) {
		chapter, err := file.Read(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // the rest of the book can be read all the same
		}
		if err != nil {
			return manuscript.Manuscript{}, err
		}
		blocks, err := hypertext.Blocks(chapter)
		if err != nil {
			return manuscript.Manuscript{}, err
		}
		for _, block := range blocks {
			size += len(block.Text)
		}
		if book.Blocks = append(book.Blocks, blocks...); size > manuscript.MaxText || len(book.Blocks) > manuscript.MaxBlocks {
			return manuscript.Manuscript{}, manuscript.Swollen()
		}
	}
	return book, nil
}

func (m *metadata) manuscript() manuscript.Manuscript {
	book := manuscript.Manuscript{
		Title:     first(m.Titles),
		Author:    manuscript.Line(strings.Join(m.Creators, ", ")),
		Source:    first(m.Publishers),
		Language:  first(m.Languages),
		Published: published(first(m.Dates)),
		Curated:   true,
	}
	if source := first(m.Sources); strings.HasPrefix(source, "http") {
		book.URL = source
	}
	return book
}

// chapters returns the names of the parts with text, in reading order, without
// the table of contents and what the book keeps apart.
func (m *metadata) chapters(folder string) []string {
	items := make(map[string]item, len(m.Items))
	for _, item := range m.Items {
		items[item.ID] = item
	}
	var names []string
	for _, ref := range m.Spine {
		item := items[ref.Ref]
		if item.Href == "" || ref.Linear == "no" || !strings.Contains(item.Type, "html") ||
			strings.Contains(" "+item.Properties+" ", " nav ") {
			continue
		}
		href, err := url.PathUnescape(item.Href)
		if err != nil {
			href = item.Href
		}
		names = append(names, path.Join(folder, href))
	}
	return names
}

// packageName returns the name of the package document.
func packageName(file *container.Container) (string, error) {
	data, err := file.Part(containerPart)
	if err != nil {
		return "", err
	}
	var pointer struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := xml.Unmarshal(data, &pointer); err != nil {
		return "", manuscript.Damaged(err)
	}
	if len(pointer.Roots) == 0 {
		return "", manuscript.Damaged(errors.New("the container names no package"))
	}
	return pointer.Roots[0].Path, nil
}

// refuseRights returns a fault if more than fonts is encrypted.
func refuseRights(file *container.Container) error {
	data, err := file.Read(encryptionPart)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var encryption struct {
		Data []struct {
			Method struct {
				Algorithm string `xml:"Algorithm,attr"`
			} `xml:"EncryptionMethod"`
		} `xml:"EncryptedData"`
	}
	if err := xml.Unmarshal(data, &encryption); err != nil {
		return manuscript.Damaged(err)
	}
	for _, part := range encryption.Data {
		if !obfuscations[part.Method.Algorithm] {
			return manuscript.Faultf(models.CodeUnreadable,
				"is under rights management, which lets only its own reading program open it; ask for a copy without it.")
		}
	}
	return nil
}

// published returns a date, but not the moment at which a program made the
// file.
func published(date string) string {
	day, clock, timed := strings.Cut(date, "T")
	if timed && !strings.HasPrefix(clock, "00:00") {
		return ""
	}
	return day
}

func first(values []string) string {
	for _, value := range values {
		if value = manuscript.Line(value); value != "" {
			return value
		}
	}
	return ""
}
