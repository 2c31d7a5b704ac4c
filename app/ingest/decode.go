package ingest

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"glossator/app/ingest/charset"
	"glossator/models"
)

// markUTF8 is the byte order mark of UTF-8 (the Unicode Standard, chapter 23.8).
const markUTF8 = "\xEF\xBB\xBF"

// decode returns data as a text in the form that the package comment
// describes, and the encoding that was read.
func decode(from source, data []byte) (text, encoding string, err error) {
	reading, err := charset.Decode(data, from.label)
	switch {
	case err != nil && hasControls(string(data)), hasControls(reading.Text):
		return "", "", models.Errorf(models.CodeBinary,
			"%s is not plain text, because it holds control characters; save it as plain text and import that.", from.subject)
	case err != nil:
		return "", "", models.Errorf(models.CodeEncoding,
			"%s is in an encoding that cannot be told for sure; open it in a text editor and save it with the encoding UTF-8.",
			from.subject).Because(err)
	case reading.Lost > 0:
		return "", "", models.Errorf(models.CodeEncoding,
			"%s is in %s, but some of its characters are broken; get it again, or save it anew with the encoding UTF-8.",
			from.subject, strings.ToUpper(reading.Name))
	}
	return norm.NFC.String(lineFeeds(reading.Text)), reading.Name, nil
}

// hasControls reports whether text has a C0 control other than tab, line feed
// and carriage return.
func hasControls(text string) bool {
	for i := range len(text) {
		if b := text[i]; b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			return true
		}
	}
	return false
}

func lineFeeds(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}
