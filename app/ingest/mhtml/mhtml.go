// Package mhtml opens web archives, the files of one page with everything in it
// that browsers save with the ending .mhtml or .mht (RFC 2557). They have the
// form of an e-mail, so an e-mail with a page in it is opened as well.
package mhtml

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// The limits of an archive.
const (
	MaxPage   = 64 << 20 // bytes of the page
	maxParts  = 10_000
	maxNested = 4 // archives inside one another: mixed, alternative, related
)

// Root is the page of an archive.
type Root struct {
	Page    []byte
	Address string // where the page was saved from; empty if not noted
	Label   string // the encoding that the archive names; may be empty
}

// header names what is read here.
const (
	contentType     = "Content-Type"
	contentLocation = "Content-Location"
	snapshotAddress = "Snapshot-Content-Location" // of Chromium: the address in the window
	typeHTML        = "text/html"
	typeXHTML       = "application/xhtml+xml"
)

// Is reports whether data begins like a web archive: with the header lines of a
// message, among them that of MIME and a type that holds a page.
func Is(data []byte) bool {
	const enough = 8 << 10
	head := bytes.TrimLeft(data[:min(len(data), enough)], "\r\n")
	if !startsWithHeader(head) {
		return false
	}
	if end := bytes.Index(head, []byte("\n\n")); end >= 0 {
		head = head[:end]
	}
	if end := bytes.Index(head, []byte("\r\n\r\n")); end >= 0 {
		head = head[:end]
	}
	lines := "\n" + strings.ToLower(string(head))
	if !strings.Contains(lines, "\nmime-version:") && !strings.Contains(lines, "\nsnapshot-content-location:") {
		return false
	}
	return strings.Contains(lines, "multipart/") || strings.Contains(lines, typeHTML)
}

// startsWithHeader reports whether the first line is one of a message: a name
// without spaces, a colon, a value.
func startsWithHeader(head []byte) bool {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	name, _, found := bytes.Cut(first, []byte(":"))
	return found && len(name) > 0 && bytes.IndexFunc(name, func(r rune) bool { return r <= ' ' || r >= 0x7F }) < 0
}

// Open returns the page of an archive: the part that the archive names as its
// start, else the first page in it. The error is a [manuscript.Fault]: damaged,
// without a page, or above [MaxPage].
func Open(data []byte) (Root, error) {
	message, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, "\r\n")))
	if err != nil {
		return Root{}, manuscript.Damaged(err)
	}
	header := textproto.MIMEHeader(message.Header)
	root, err := find(part{header: header, body: message.Body}, 0)
	switch {
	case errors.Is(err, errNoPage):
		return Root{}, manuscript.Faultf(models.CodeEmpty,
			"is a message without a web page; save its text as a file and import that.").Because(err)
	case err != nil && root.Page == nil:
		return Root{}, err
	}
	if address := header.Get(snapshotAddress); address != "" {
		root.Address = address
	}
	return root, nil
}

// errNoPage is for a part that is no page and holds none.
var errNoPage = errors.New("no page")

// part is a part of a message, or all of it.
type part struct {
	header textproto.MIMEHeader
	body   io.Reader
}

// find returns the page in a part.
func find(p part, depth int) (Root, error) {
	kind, parameters, err := mime.ParseMediaType(p.header.Get(contentType))
	if err != nil && kind == "" {
		return Root{}, errNoPage
	}
	switch {
	case kind == typeHTML, kind == typeXHTML:
		return p.page(parameters["charset"])
	case strings.HasPrefix(kind, "multipart/") && depth < maxNested:
		return findIn(multipart.NewReader(p.body, parameters["boundary"]), parameters["start"], depth)
	}
	return Root{}, errNoPage
}

// findIn returns the page among the parts. An archive that breaks off after its
// page is as good as whole.
func findIn(parts *multipart.Reader, start string, depth int) (Root, error) {
	var first Root
	found := false
	for range maxParts {
		next, err := parts.NextRawPart()
		if err != nil {
			break
		}
		named := start != "" && next.Header.Get("Content-ID") == start
		if found && !named {
			continue
		}
		root, err := find(part{header: next.Header, body: next}, depth+1)
		switch {
		case errors.Is(err, errNoPage):
		case err != nil:
			return Root{}, err
		case named || start == "":
			return root, nil
		default:
			first, found = root, true
		}
	}
	if !found {
		return Root{}, errNoPage
	}
	return first, nil
}

// page decodes the part. What is broken at its end is left out.
func (p part) page(label string) (Root, error) {
	body := p.body
	switch strings.ToLower(strings.TrimSpace(p.header.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	data, err := io.ReadAll(io.LimitReader(body, MaxPage+1))
	switch {
	case len(data) > MaxPage:
		const megabyte = 1 << 20
		return Root{}, manuscript.Faultf(models.CodeTooLarge,
			"holds a web page larger than %d MB, the most that can be read.", MaxPage/megabyte)
	case err != nil && len(data) == 0:
		return Root{}, manuscript.Damaged(err)
	}
	return Root{Page: data, Address: p.header.Get(contentLocation), Label: label}, nil
}
