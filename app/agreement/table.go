package agreement

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// NoLabel is the written form of the empty label set: the annotator finished
// the unit and gave it no label.
const NoLabel = "no_label"

// MaxLabels is the largest number of different labels in one table. A code book
// has a few; hundreds mean that a wrong column was taken for the labels.
const MaxLabels = 256

// missing marks a rating that was not given.
const missing = -1

// Errors of a table. Each is wrapped in a sentence that names the culprit and
// the remedy.
var (
	ErrEmptyName     = errors.New("a name is empty")
	ErrUndeclared    = errors.New("label is not declared")
	ErrContradiction = errors.New("contradiction")
	ErrTooManyLabels = errors.New("too many different labels")
)

// Table holds the ratings of units by annotators. A unit is whatever was rated
// as a whole, here a sentence; its name is any non-empty string. Make one with
// [NewTable] or [ReadCSV]. A Table must not be changed while [Report] reads it.
type Table struct {
	labels        []string
	labelNumbers  map[string]int
	closed        bool // labels were declared: no other is accepted
	emptyDeclared bool // the empty set was declared as a category

	annotators       []string
	annotatorNumbers map[string]int

	units       []string
	unitNumbers map[string]int
	articles    []string // of each unit; empty when unknown
	rows        [][]int32

	// Every distinct label set has a number, so that comparing two ratings is
	// comparing two integers.
	sets       [][]int
	setNumbers map[string]int32
}

// NewTable makes an empty table. The labels, when given, are the declared
// categories: they fix the order of the results and the number of categories
// that Bennett's S and Gwet's AC1 depend on, and no other label is accepted.
// [NoLabel] among them declares the empty set as a category. Without labels the
// table takes any label and counts the ones it sees.
//
// It returns [ErrEmptyName], [ErrContradiction] (a label declared twice) or
// [ErrTooManyLabels].
func NewTable(labels ...string) (*Table, error) {
	t := &Table{
		labelNumbers:     make(map[string]int),
		annotatorNumbers: make(map[string]int),
		unitNumbers:      make(map[string]int),
		setNumbers:       make(map[string]int32),
	}

	for _, label := range labels {
		_, repeated := t.labelNumbers[label]
		if repeated || (label == NoLabel && t.emptyDeclared) {
			return nil, fmt.Errorf("%w: label %q is declared twice; name it once", ErrContradiction, label)
		}
		if label == NoLabel {
			t.emptyDeclared = true

			continue
		}
		if _, err := t.labelNumber(label); err != nil {
			return nil, err
		}
	}
	t.closed = len(labels) > 0

	return t, nil
}

// Rate records the label set that an annotator gave to a unit. No labels, or
// [NoLabel] alone, mean that she finished the unit and gave it none; a rating
// that was never recorded is missing. Repeated labels count once.
//
// It returns [ErrEmptyName], [ErrUndeclared], [ErrTooManyLabels], or
// [ErrContradiction] when she has rated the unit before or NoLabel stands
// beside a label; the table is then as it was, except that a new label may be
// known to it.
func (t *Table) Rate(unit, annotator string, labels ...string) error {
	if unit == "" {
		return fmt.Errorf("%w: unit; name the sentence that was rated", ErrEmptyName)
	}
	if annotator == "" {
		return fmt.Errorf("%w: annotator; name the person who rated unit %q", ErrEmptyName, unit)
	}
	if slices.Contains(labels, NoLabel) {
		if slices.ContainsFunc(labels, func(label string) bool { return label != NoLabel }) {
			return fmt.Errorf("%w: %s and a label for unit %q by annotator %q; keep one of them",
				ErrContradiction, NoLabel, unit, annotator)
		}
		labels = nil
	}
	if t.rated(unit, annotator) {
		return fmt.Errorf("%w: unit %q is already rated by annotator %q; give the whole label set at once",
			ErrContradiction, unit, annotator)
	}

	set := make([]int, 0, len(labels))
	for _, label := range labels {
		number, err := t.labelNumber(label)
		if err != nil {
			return err
		}
		set = append(set, number)
	}
	t.put(t.unitNumber(unit), t.annotatorNumber(annotator), t.setNumber(setOf(set)))

	return nil
}

// SetArticle names the article that a unit belongs to; intervals are computed by
// resampling articles. An empty article changes nothing. It returns
// [ErrEmptyName] for an empty unit and [ErrContradiction] when the unit is
// already in another article.
func (t *Table) SetArticle(unit, article string) error {
	if unit == "" {
		return fmt.Errorf("%w: unit; name the sentence of article %q", ErrEmptyName, article)
	}
	if article == "" {
		return nil
	}
	number := t.unitNumber(unit)
	if known := t.articles[number]; known != "" && known != article {
		return fmt.Errorf("%w: unit %q is in article %q and in article %q; give every unit one article",
			ErrContradiction, unit, known, article)
	}
	t.articles[number] = article

	return nil
}

// Annotators returns the names of the annotators in the order of their first rating.
func (t *Table) Annotators() []string {
	return slices.Clone(t.annotators)
}

// Labels returns the labels in report order: as declared, or sorted when none were declared.
func (t *Table) Labels() []string {
	labels := slices.Clone(t.labels)
	if !t.closed {
		slices.Sort(labels)
	}

	return labels
}

func (t *Table) rated(unit, annotator string) bool {
	u, unitKnown := t.unitNumbers[unit]
	a, annotatorKnown := t.annotatorNumbers[annotator]

	return unitKnown && annotatorKnown && a < len(t.rows[u]) && t.rows[u][a] != missing
}

// put stores a rating. Rows are as long as the last annotator who rated the
// unit: a short row means missing ratings at its end.
func (t *Table) put(unit, annotator int, set int32) {
	row := t.rows[unit]
	for len(row) <= annotator {
		row = append(row, missing)
	}
	row[annotator] = set
	t.rows[unit] = row
}

func (t *Table) unitNumber(name string) int {
	number, known := t.unitNumbers[name]
	if !known {
		number = len(t.units)
		t.unitNumbers[name] = number
		t.units = append(t.units, name)
		t.articles = append(t.articles, "")
		t.rows = append(t.rows, nil)
	}

	return number
}

func (t *Table) annotatorNumber(name string) int {
	number, known := t.annotatorNumbers[name]
	if !known {
		number = len(t.annotators)
		t.annotatorNumbers[name] = number
		t.annotators = append(t.annotators, name)
	}

	return number
}

func (t *Table) labelNumber(label string) (int, error) {
	if number, known := t.labelNumbers[label]; known {
		return number, nil
	}
	if label == "" {
		return 0, fmt.Errorf("%w: label; write %s for a finished sentence without a label", ErrEmptyName, NoLabel)
	}
	if t.closed {
		return 0, fmt.Errorf("%w: %q; use one of %s, or declare it", ErrUndeclared, label, strings.Join(t.labels, ", "))
	}
	if len(t.labels) == MaxLabels {
		return 0, fmt.Errorf("%w: %d; check that the label column holds labels", ErrTooManyLabels, MaxLabels+1)
	}
	number := len(t.labels)
	t.labelNumbers[label] = number
	t.labels = append(t.labels, label)

	return number, nil
}

// setNumber numbers a sorted set of label numbers.
func (t *Table) setNumber(set []int) int32 {
	var key []byte
	for _, label := range set {
		key = binary.AppendUvarint(key, uint64(label)) //nolint:gosec // label numbers are below MaxLabels
	}
	number, known := t.setNumbers[string(key)]
	if !known {
		number = int32(len(t.sets)) //nolint:gosec // one set per rating at most
		t.setNumbers[string(key)] = number
		t.sets = append(t.sets, set)
	}

	return number
}
