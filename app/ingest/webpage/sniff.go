package webpage

import (
	"bytes"
	"strings"
)

// The beginnings of a page, in lower case. Those of the first list begin
// nothing else. Those of the second also begin other texts with some markup in
// them, so a page must show itself by more than them.
var (
	certain  = []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta"}
	possible = []string{
		"<div", "<p>", "<p ", "<article", "<main", "<section", "<header", "<h1", "<h2", "<table", "<br", "<b>", "<a ", "<font",
		"<center", "<style", "<script", "<link", "<iframe", "<!doctype",
	}
	inside = []string{"<html", "<head>", "<body"}
)

// Is reports whether data is a page of HTML, by what it begins with after
// comments and processing instructions (WHATWG MIME Sniffing Standard, section
// 7.1, which this follows as far as an article may begin so), or is one in
// UTF-16.
func Is(data []byte) bool {
	const enough = 16 << 10
	tail := strings.TrimSpace(string(data[max(0, len(data)-len("</html>  \r\n")):]))
	head := strings.ToLower(narrow(data[:min(len(data), enough)]))
	begin := skipPreamble(head)
	if beginsWith(begin, certain) {
		return true
	}
	if !beginsWith(begin, possible) {
		return false
	}
	for _, tag := range inside {
		if strings.Contains(head, tag) {
			return true
		}
	}
	return strings.HasSuffix(tail, ">")
}

func beginsWith(text string, beginnings []string) bool {
	for _, beginning := range beginnings {
		if strings.HasPrefix(text, beginning) {
			return true
		}
	}
	return false
}

// narrow drops the byte order mark and, where the head of a file is in UTF-16,
// every second byte: tags are ASCII.
func narrow(head []byte) string {
	head = bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
	lane := -1
	switch {
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("<\x00")):
		lane = 0
	case bytes.HasPrefix(head, []byte("\xFE\xFF")), bytes.HasPrefix(head, []byte("\x00<")):
		lane = 1
	}
	if lane < 0 {
		return string(head)
	}
	var text strings.Builder
	for i := lane; i < len(head); i += 2 {
		if head[i] < 0x80 {
			text.WriteByte(head[i])
		}
	}
	return text.String()
}

// skipPreamble skips white space, comments, such as the one in which a browser
// notes the address of a saved page, and processing instructions.
func skipPreamble(text string) string {
	for {
		text = strings.TrimLeft(text, " \t\r\n\f")
		var closing string
		switch {
		case strings.HasPrefix(text, "<!--"):
			closing = "-->"
		case strings.HasPrefix(text, "<?"):
			closing = ">"
		default:
			return text
		}
		_, after, found := strings.Cut(text, closing)
		if !found {
			return ""
		}
		text = after
	}
}
