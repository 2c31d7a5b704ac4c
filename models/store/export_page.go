package store

import (
	"cmp"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// An export of a million annotations is mostly the reading of them. So every
// text is read once, not with every line that it is about, and lines are put
// into their order here: the database would carry whole rows about for that.

// readPeople reads the few annotators.
func (p *page) readPeople(tx *gorm.DB) error {
	list, err := collect(tx, scanAnnotator, "SELECT "+annotatorColumns+" FROM annotators p")
	p.people = make(map[int64]models.Annotator, len(list))
	for _, a := range list {
		p.people[a.ID] = a
	}
	return err
}

// namedField is a field with the key and place of its label.
type namedField struct {
	id, labelID     int64
	label, field    string
	place, position int // of the label; of the field
}

// codes are the labels and fields of the codebook, archived ones too.
type codes struct {
	labels map[int64]namedField // without a field
	fields map[int64]namedField
}

func readCodes(tx *gorm.DB) (codes, error) {
	c := codes{labels: map[int64]namedField{}, fields: map[int64]namedField{}}
	labels, err := collect(tx, func(r *row, l *namedField) error { return r.Scan(&l.id, &l.label, &l.place) },
		"SELECT id, key, position FROM labels")
	if err != nil {
		return c, err
	}
	for _, l := range labels {
		c.labels[l.id] = l
	}
	fields, err := collect(tx, func(r *row, f *namedField) error { return r.Scan(&f.id, &f.labelID, &f.field, &f.position) },
		"SELECT id, label_id, key, position FROM label_fields")
	for _, f := range fields {
		f.label, f.place = c.labels[f.labelID].label, c.labels[f.labelID].place
		c.fields[f.id] = f
	}
	return c, err
}

const exportAnnotations = "SELECT " + annotationColumns + ` FROM sentences s JOIN annotations n ON n.sentence_id = s.id
WHERE s.article_id IN ? AND s.retired_at IS NULL AND n.deleted_at IS NULL`

// exportSentences are those that a line may be about: of articles that somebody
// has finished all of them, of others those with an annotation.
const exportSentences = "SELECT " + sentenceColumns + ` FROM sentences s WHERE s.article_id IN ? AND s.retired_at IS NULL AND (
  s.article_id IN (SELECT g.article_id FROM progress g WHERE g.finished_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM annotations n WHERE n.sentence_id = s.id AND n.deleted_at IS NULL)) ORDER BY s.article_id, s.start_off`

// readAnnotations reads the annotations with their sentences and puts them into
// the order of the export.
func (p *page) readAnnotations(tx *gorm.DB, ids []int64, codes codes) error {
	sentences, err := collect(tx, scanSentence, exportSentences, ids)
	if err != nil {
		return err
	}
	p.sentences = map[int64][]models.Sentence{}
	at := make(map[int64]int, len(sentences))
	for i, s := range sentences {
		at[s.ID] = i
		if p.finished[s.ArticleID] != nil {
			p.sentences[s.ArticleID] = append(p.sentences[s.ArticleID], s)
		}
	}
	list, err := collect(tx, scanAnnotation, exportAnnotations, ids)
	if err != nil {
		return err
	}
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &list[i], &list[j]
		if a.SentenceID != b.SentenceID {
			return cmp.Compare(at[a.SentenceID], at[b.SentenceID])
		}
		return cmp.Or(cmp.Compare(codes.labels[a.LabelID].place, codes.labels[b.LabelID].place),
			strings.Compare(p.people[a.AnnotatorID].UID, p.people[b.AnnotatorID].UID), strings.Compare(a.UID, b.UID))
	})
	p.annotations = make([]models.ExportRow, len(list))
	for i, from := range order {
		row := &p.annotations[i]
		row.Annotation = list[from]
		row.Sentence, row.Label = sentences[at[row.Annotation.SentenceID]], codes.labels[row.Annotation.LabelID].label
	}
	return nil
}

const exportDetails = "SELECT " + detailColumns + ` FROM sentences s JOIN annotations n ON n.sentence_id = s.id
JOIN annotation_details d ON d.annotation_id = n.id WHERE s.article_id IN ? AND s.retired_at IS NULL AND n.deleted_at IS NULL`

func (p *page) readDetails(tx *gorm.DB, ids []int64, codes codes) error {
	list, err := collect(tx, scanDetail, exportDetails, ids)
	p.details = make(map[int64][]models.NamedDetail, len(p.annotations))
	for len(list) > 0 { // the rows of an annotation come together: they are read by its key
		n := 1
		for n < len(list) && list[n].AnnotationID == list[0].AnnotationID {
			n++
		}
		run := make([]models.NamedDetail, n)
		for i, d := range list[:n] {
			field := codes.fields[d.FieldID]
			run[i] = models.NamedDetail{Label: field.label, Field: field.field, Detail: d}
		}
		slices.SortFunc(run, func(a, b models.NamedDetail) int {
			return cmp.Or(cmp.Compare(codes.fields[a.FieldID].position, codes.fields[b.FieldID].position),
				cmp.Compare(a.FieldID, b.FieldID), cmp.Compare(a.N, b.N))
		})
		p.details[list[0].AnnotationID] = append(p.details[list[0].AnnotationID], run...)
		list = list[n:]
	}
	return err
}

const exportFinished = "SELECT g.article_id, " + annotatorColumns + ` FROM progress g JOIN annotators p ON p.id = g.annotator_id
WHERE g.article_id IN ? AND g.finished_at IS NOT NULL ORDER BY g.article_id, p.uid`

func (p *page) readFinished(tx *gorm.DB, ids []int64) error {
	type completion struct {
		article int64
		models.Annotator
	}
	list, err := collect(tx, func(r *row, c *completion) error {
		a := &c.Annotator
		return r.Scan(&c.article, &a.ID, &a.UID, &a.ProjectID, &a.Name, &a.Role, &a.Color, &a.Version, &a.CreatedAt, &a.ArchivedAt)
	}, exportFinished, ids)
	p.finished = map[int64][]models.Annotator{}
	for _, c := range list {
		p.finished[c.article] = append(p.finished[c.article], c.Annotator)
	}
	return err
}

// empty is a sentence that an annotator has finished without a label, by ids.
type empty struct{ sentence, annotator int64 }

// exportKept asks for nothing while no project of a million sentences has
// anything to answer.
const exportKept = `SELECT r.sentence_id, r.annotator_id, r.extra FROM sentences s JOIN readings r ON r.sentence_id = s.id
WHERE EXISTS(SELECT 1 FROM readings t WHERE t.extra <> '') AND s.article_id IN ? AND s.retired_at IS NULL
  AND r.extra <> '' AND r.deleted_at IS NULL`

func (p *page) readKept(tx *gorm.DB, ids []int64) error {
	type keptWith struct {
		empty

		extra models.Extra
	}
	list, err := collect(tx, func(r *row, k *keptWith) error { return r.Scan(&k.sentence, &k.annotator, &k.extra) }, exportKept, ids)
	p.kept = make(map[empty]models.Extra, len(list))
	for _, k := range list {
		p.kept[k.empty] = k.extra
	}
	return err
}
