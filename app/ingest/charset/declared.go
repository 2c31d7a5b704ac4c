package charset

import (
	"bytes"
	"regexp"
)

// A file names its own encoding in the XML declaration, or in a meta element
// of HTML.
var (
	xmlDeclaration = regexp.MustCompile(`^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:\-]+)["']`)
	metaCharset    = regexp.MustCompile(`(?i)charset\s*=\s*["']?\s*([\w.:\-]+)`)
)

// Declared returns the encoding that a file of markup claims for itself in its
// first 64 KB, or an empty string. That is further than the 1,024 bytes of the
// HTML standard, because one page in ten says it later. It is found in all
// encodings that write ASCII letters as ASCII.
func Declared(data []byte) string {
	data = bytes.TrimPrefix(data[:min(len(data), sampleSize)], []byte("\xEF\xBB\xBF"))
	if match := xmlDeclaration.FindSubmatch(data); match != nil {
		return string(match[1])
	}
	for {
		at := bytes.Index(data, []byte("<"))
		if at < 0 {
			return ""
		}
		data = data[at+1:]
		if len(data) < len("meta") || !bytes.EqualFold(data[:len("meta")], []byte("meta")) {
			continue
		}
		tag, _, _ := bytes.Cut(data, []byte(">"))
		if match := metaCharset.FindSubmatch(tag); match != nil {
			return string(match[1])
		}
	}
}
