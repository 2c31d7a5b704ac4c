package store

import (
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// newcomer is an entity that was not there, on its way into its table.
type newcomer struct {
	uid, snapshot string
	mark          stamp
}

// newcomersAtOnce is how many rows one statement writes: the driver reads the
// text of a statement, with the triggers that it sets off, on every execution,
// and its time for binding grows with the square of the parameters.
const newcomersAtOnce = 20

// saveNew saves entities of one kind that were not there, with their lines of
// history. It is [change.save] for many.
func (c *change) saveNew(entity models.Entity, list []*resting) error {
	coming := make([]newcomer, len(list))
	for i, r := range list {
		n := c.newcomer(entity, r.uid, r.state, c.at)
		n.mark = r.stamp(r.state, n.mark)
		coming[i] = n
	}
	return c.enter(entity, coming)
}

// newcomer writes the line of history of an entity that was not there and that
// came about at a time, in milliseconds; [change.enter] saves it.
func (c *change) newcomer(entity models.Entity, uid, state string, at int64) newcomer {
	version := c.clock.next()
	c.events = append(c.events, models.Event{
		UID: newUID(models.PrefixEvent), GroupUID: c.group, At: c.at, ActorUID: c.by.AnnotatorUID, DeviceUID: c.device, Kind: c.kind,
		Undoes: c.undoes, Op: models.OpCreate, Entity: entity, EntityUID: uid, Version: version, After: state,
	})
	return newcomer{uid: uid, snapshot: state, mark: stamp{version: version, device: c.device, at: at, fresh: true}}
}

func (c *change) enter(entity models.Entity, list []newcomer) error {
	for part := range slices.Chunk(list, newcomersAtOnce) {
		if err := codecs[entity].saveNew(c.tx, part); err != nil {
			return fmt.Errorf("save %ss: %w", entity, err)
		}
	}
	return nil
}

// values is a list of n rows of parameters, as a table v with the columns
// column1, column2, ...
func values(rows [][]any) (text string, args []any) {
	group := "(" + strings.Repeat("?, ", len(rows[0])-1) + "?)"
	for _, row := range rows {
		args = append(args, row...)
	}
	return "(VALUES " + strings.Repeat(group+", ", len(rows)-1) + group + ") v", args
}

// insertAll writes rows that name others by public terms; every row must find
// what it names.
func insertAll(tx *gorm.DB, into, from string, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	text, args := values(rows)
	done := tx.Exec(into+" FROM "+text+" "+from, args...)
	if done.Error != nil {
		return fmt.Errorf("insert: %w", done.Error)
	}
	if int(done.RowsAffected) != len(rows) {
		return models.Errorf(models.CodeNotFound,
			"The project has changed meanwhile: a sentence, an annotator or a label is no longer there. Try again.")
	}
	return nil
}

// sentenceHere joins the sentence and the annotator that the columns 2 to 5 of v
// name.
const sentenceHere = `JOIN articles a ON a.uid = v.column2
JOIN sentences s ON s.article_id = a.id AND s.start_off = v.column3 AND s.end_off = v.column4 JOIN annotators p ON p.uid = v.column5`

func saveNewAnnotations(tx *gorm.DB, list []newcomer) error {
	rows := make([][]any, len(list))
	var details [][]any
	for i, c := range list {
		s, err := decode[annotationSnapshot](c.snapshot)
		if err != nil {
			return err
		}
		rows[i] = []any{
			c.uid, s.Article, s.Start, s.End, s.Annotator, s.Label, s.PartStart, s.PartEnd, s.Quote, s.Note, s.Confidence, s.Origin,
			s.Codebook, s.Extra, c.mark.version, c.mark.device, s.CreatedAt, c.mark.at, optional(s.DeletedAt),
		}
		for _, d := range s.Details {
			details = append(details, []any{c.uid, d.Field, d.N, d.Text, d.Num, d.ISO})
		}
	}
	err := insertAll(tx, `INSERT INTO annotations(uid, sentence_id, annotator_id, label_id, start_off, end_off, quote, note,
		confidence, origin, codebook_version, extra, version, device_uid, created_at, updated_at, deleted_at)
		SELECT v.column1, s.id, p.id, l.id, v.column7, v.column8, v.column9, v.column10, v.column11, v.column12, v.column13,
		v.column14, v.column15, v.column16, v.column17, v.column18, v.column19`, sentenceHere+" JOIN labels l ON l.key = v.column6", rows)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(details, partsAtOnce) {
		err := insertAll(tx, `INSERT INTO annotation_details(annotation_id, field_id, n, value_text, value_num, value_iso)
			SELECT n.id, f.id, v.column3, v.column4, v.column5, v.column6`,
			"JOIN annotations n ON n.uid = v.column1 JOIN label_fields f ON f.label_id = n.label_id AND f.key = v.column2", part)
		if err != nil {
			return err
		}
	}
	return nil
}

func saveNewReadings(tx *gorm.DB, list []newcomer) error {
	rows := make([][]any, len(list))
	for i, c := range list {
		s, err := decode[readingSnapshot](c.snapshot)
		if err != nil {
			return err
		}
		rows[i] = []any{
			c.uid, s.Article, s.Start, s.End, s.Annotator, s.Extra, c.mark.version, c.mark.device, s.CreatedAt, c.mark.at,
			optional(s.DeletedAt),
		}
	}
	return insertAll(tx, `INSERT INTO readings(uid, sentence_id, annotator_id, extra, version, device_uid, created_at, updated_at, deleted_at)
		SELECT v.column1, s.id, p.id, v.column6, v.column7, v.column8, v.column9, v.column10, v.column11`, sentenceHere, rows)
}
