package export

import (
	"bytes"
	"fmt"
	"io"
	"slices"
)

// flushAt is the number of bytes that are gathered before they are written.
const flushAt = 64 << 10

// byteOrderMark is U+FEFF in UTF-8, by which spreadsheets know the encoding.
const byteOrderMark = "\ufeff"

// csvWriter gathers lines in one buffer that is used again and again, so that
// a row costs no allocation.
type csvWriter struct {
	to       io.Writer
	dialect  dialect
	special  [4]byte // the separator and what else asks for quotation marks
	gathered []byte
	risky    int // cells of text that start like a formula
}

func newCSVWriter(to io.Writer, d dialect) csvWriter {
	c := csvWriter{
		to: to, dialect: d,
		special:  [4]byte{d.separator, '"', '\n', '\r'},
		gathered: make([]byte, 0, flushAt+flushAt/2),
	}
	if d.mark {
		c.gathered = append(c.gathered, byteOrderMark...)
	}
	return c
}

// cell ends a cell. The argument is the gathered bytes with the bare value
// appended; what is new gets quotation marks if it needs them, and a separator.
func (c *csvWriter) cell(extended []byte, k kind) {
	start := len(c.gathered)
	switch value := extended[start:]; {
	case k == kindText && startsFormula(value):
		c.risky++
		fallthrough
	case k == kindText && c.dialect.guard && needsGuard(value):
		if c.dialect.guard {
			extended = slices.Insert(extended, start, '\'')
		}
	case k == kindNumber && c.dialect.decimalComma:
		if point := bytes.IndexByte(value, '.'); point >= 0 {
			value[point] = ','
		}
	}
	c.gathered = append(c.quoteTail(extended, start), c.dialect.separator)
}

// endLine turns the separator after the last cell into the end of the line.
func (c *csvWriter) endLine() {
	c.gathered = append(c.gathered[:len(c.gathered)-1], c.dialect.newline...)
}

func (c *csvWriter) flush() error {
	if _, err := c.to.Write(c.gathered); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	c.gathered = c.gathered[:0]
	return nil
}

// quoteTail puts the bytes of b from start on between quotation marks, and
// doubles those inside, if a reader would otherwise take them for more than
// one cell. It works in place, from the end to the front.
func (c *csvWriter) quoteTail(b []byte, start int) []byte {
	tail := b[start:]
	if len(tail) == 0 || !c.needsQuotes(tail) {
		return b
	}
	inner := bytes.Count(tail, []byte{'"'})
	from := len(b) - 1
	b = slices.Grow(b, inner+2)[:len(b)+inner+2]
	to := len(b) - 1
	b[to] = '"'
	for ; from >= start; from-- {
		to--
		b[to] = b[from]
		if b[from] == '"' {
			to--
			b[to] = '"'
		}
	}
	b[start] = '"'
	return b
}

// needsQuotes asks four times because each question runs at memory speed; one
// loop over the bytes is slower.
func (c *csvWriter) needsQuotes(value []byte) bool {
	for _, special := range c.special {
		if bytes.IndexByte(value, special) >= 0 {
			return true
		}
	}
	return false
}
