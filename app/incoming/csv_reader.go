package incoming

import (
	"bufio"
	"errors"
	"io"

	"glossator/models"
)

// csvReader reads the cells of a CSV file (RFC 4180) line by line. Unlike
// encoding/csv it leaves a carriage return inside a cell where it is. It
// reads what spreadsheets write: quotation marks in the middle of a bare cell
// stand for themselves, and lines may have fewer cells than the header.
type csvReader struct {
	in        *bufio.Reader
	separator byte
	path      string // for errors
	line      int    // the next line, from 1
	cell      []byte
	used      int // bytes of the record so far
}

// record returns the cells of the next line that is not empty, and the line's
// number; io.EOF after the last.
func (c *csvReader) record() (cells []string, line int, err error) {
	for {
		line = c.line
		cells, err = c.next()
		if err != nil || len(cells) > 1 || len(cells) == 1 && cells[0] != "" {
			return cells, line, err
		}
	}
}

func (c *csvReader) next() ([]string, error) {
	c.used = 0
	if _, err := c.in.Peek(1); err != nil {
		return nil, c.failure(err)
	}
	var cells []string
	for {
		last, err := c.readCell()
		if err != nil {
			return nil, err
		}
		cells = append(cells, string(c.cell))
		if last {
			return cells, nil
		}
	}
}

// readCell reads one cell into c.cell and reports whether it was the last of
// its line.
func (c *csvReader) readCell() (last bool, err error) {
	c.cell = c.cell[:0]
	b, err := c.read()
	if errors.Is(err, io.EOF) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	if b != '"' {
		return c.readBare(b)
	}
	if err := c.readQuoted(); err != nil {
		return false, err
	}
	b, err = c.read()
	if errors.Is(err, io.EOF) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	return c.readBare(b)
}

// readBare reads up to the separator or the end of the line.
func (c *csvReader) readBare(b byte) (last bool, err error) {
	for ; ; b, err = c.read() {
		switch {
		case errors.Is(err, io.EOF):
			return true, nil
		case err != nil:
			return false, err
		case b == c.separator:
			return false, nil
		case b == '\n':
			if n := len(c.cell); n > 0 && c.cell[n-1] == '\r' {
				c.cell = c.cell[:n-1]
			}
			return true, nil
		}
		c.cell = append(c.cell, b)
	}
}

// readQuoted reads up to the closing quotation mark. A doubled one stands for
// itself.
func (c *csvReader) readQuoted() error {
	begun := c.line
	for {
		b, err := c.read()
		if errors.Is(err, io.EOF) {
			return models.Errorf(models.CodeTruncated,
				"The quotation mark in line %d of %q is never closed; the file may be cut short.", begun, c.path)
		}
		if err != nil {
			return err
		}
		if b == '"' {
			after, err := c.in.Peek(1)
			if err != nil || after[0] != '"' {
				return nil //nolint:nilerr // the next read tells
			}
			if _, err := c.read(); err != nil {
				return err
			}
		}
		c.cell = append(c.cell, b)
	}
}

// read returns the next byte, and counts bytes and lines.
func (c *csvReader) read() (byte, error) {
	b, err := c.in.ReadByte()
	if err != nil {
		return 0, c.failure(err)
	}
	if b == '\n' {
		c.line++
	}
	if c.used++; c.used > maxCells {
		return 0, models.Errorf(models.CodeTooLarge,
			"The row at line %d of %q is longer than %d MB; a quotation mark may be missing before it.", c.line, c.path, maxCells>>20)
	}
	return b, nil
}

func (c *csvReader) failure(err error) error {
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	return unreadable(c.path).Because(err)
}
