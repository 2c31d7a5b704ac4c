package export

import "slices"

const agreementName = "agreement"

// agreementWords are the columns of the agreement table that hold words; the
// others hold numbers.
var agreementWords = []string{"scope", "label", "annotators", "status", "reason", "method"}

// agreementTable describes [Input.Agreement], whose first row is the header.
func agreementTable(in Input) table[[]string] {
	t := table[[]string]{name: agreementName,
		about: "How far the annotators agree: one row for each label and pair of annotators, and for all."}
	for i, name := range in.Agreement[0] {
		c := column[[]string]{name: name, kind: kindNumber, about: "see the method", value: func(dst []byte, row *[]string) []byte {
			return append(dst, (*row)[i]...)
		}}
		if slices.Contains(agreementWords, name) {
			c.kind = kindText
		}
		t.columns = append(t.columns, c)
	}
	return t
}

// compared reports whether there is an agreement to write.
func (in Input) compared() bool { return len(in.Agreement) > 1 }
