package ingest

import "glossator/models"

// format is one kind of file, told by its content.
type format struct {
	is   func(data []byte) bool // data is never empty
	read func(from source, data []byte) (models.Document, error)
}

// formats returns all formats in the order in which they are asked: those
// that are known and refused, then plain text, which takes the rest and says
// itself what is not text. A format that is read comes before both, in a file
// of its own.
func formats() []format {
	var all []format
	for _, known := range signatures {
		all = append(all, known.foreign())
	}
	return append(all, format{is: func([]byte) bool { return true }, read: readText})
}

// recognise returns the first format that data is of.
func recognise(data []byte) format {
	var found format
	for _, found = range formats() {
		if found.is(data) {
			break
		}
	}
	return found
}
