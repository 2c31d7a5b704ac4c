package agreement

import "fmt"

// cell is the place of a rating in a table.
type cell struct{ unit, annotator string }

// rating is a label set that grows row by row.
type rating struct {
	cell

	labels []string
	empty  bool // a row says no_label
	line   int  // of its first row
}

// collection gathers the rows of a file into ratings: the rows of one label set
// need not stand together.
type collection struct {
	table   *Table
	known   map[cell]int
	ratings []rating
}

// add takes one row. Rows without any content, which spreadsheets leave behind,
// are passed over.
func (c *collection) add(row csvRow, line int) error {
	if row == (csvRow{}) {
		return nil
	}
	if !row.valid() {
		return fmt.Errorf("%w; save the table as CSV UTF-8", ErrEncoding)
	}
	if row.unit == "" {
		return fmt.Errorf("%w: unit; name the sentence that was rated", ErrEmptyName)
	}
	if row.annotator == "" {
		return fmt.Errorf("%w: annotator; name the person who rated unit %q", ErrEmptyName, row.unit)
	}
	if row.label == "" {
		return fmt.Errorf("%w: label of unit %q; write %s if it was finished without a label, or leave the row out",
			ErrEmptyName, row.unit, NoLabel)
	}
	if row.label != NoLabel {
		if _, err := c.table.labelNumber(row.label); err != nil {
			return err
		}
	}
	if err := c.table.SetArticle(row.unit, row.article); err != nil {
		return err
	}

	return c.extend(row, line)
}

// extend adds the row's label to the rating it belongs to.
func (c *collection) extend(row csvRow, line int) error {
	place := cell{unit: row.unit, annotator: row.annotator}
	number, seen := c.known[place]
	if !seen {
		number = len(c.ratings)
		c.known[place] = number
		c.ratings = append(c.ratings, rating{cell: place, line: line})
	}
	entry := &c.ratings[number]
	if row.label == NoLabel {
		entry.empty = true
	} else {
		entry.labels = append(entry.labels, row.label)
	}
	if entry.empty && len(entry.labels) > 0 {
		return fmt.Errorf("%w: annotator %q gave unit %q both %s and label %q (first in line %d); remove one of them",
			ErrContradiction, place.annotator, place.unit, NoLabel, entry.labels[0], entry.line)
	}

	return nil
}

// finish puts the ratings into the table.
func (c *collection) finish() (*Table, error) {
	for _, entry := range c.ratings {
		if err := c.table.Rate(entry.unit, entry.annotator, entry.labels...); err != nil {
			return nil, &LineError{Line: entry.line, Err: err}
		}
	}

	return c.table, nil
}
