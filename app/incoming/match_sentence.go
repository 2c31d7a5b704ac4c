package incoming

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"glossator/models"
)

// desk is one article with what stands in it, ready for its rows.
type desk struct {
	content models.Content
	draft   bool
	texts   map[string][]int // indexes of sentences by their text
	loose   map[string][]int // the same, see [loosely]
	runes   []rune           // of the text
	rows    map[string]*models.ExportRow
	places  map[string]*models.ExportRow // by [spotKey]
	// finished are the no_label rows by annotator and start of the sentence.
	finished map[string]map[int]*models.ExportRow
}

func (m *matcher) open(uid string) (*desk, error) {
	d := &desk{
		texts: map[string][]int{}, loose: map[string][]int{},
		rows: map[string]*models.ExportRow{}, places: map[string]*models.ExportRow{}, finished: map[string]map[int]*models.ExportRow{},
	}
	var err error
	if draft := m.drafts[uid]; draft != nil {
		d.draft, d.content = true, draft.content(hashOf(draft.Article.Text))
	} else if d.content, err = m.project.Content(m.ctx, uid); err != nil {
		return nil, err
	}
	d.runes = []rune(d.content.Text)
	for i := range d.content.Sentences {
		text := d.content.Sentences[i].Text
		d.texts[text] = append(d.texts[text], i)
		d.loose[loosely(text)] = append(d.loose[loosely(text)], i)
	}
	if d.draft {
		return d, nil
	}
	for row, err := range m.project.ExportRows(m.ctx, models.ExportFilter{ArticleUIDs: []string{uid}}) {
		if err != nil {
			return nil, err
		}
		d.lay(row)
	}
	return d, nil
}

// lay keeps a row of the project for the rows of the file to find.
func (d *desk) lay(row models.ExportRow) {
	row.Article = models.Article{} // the desk has it
	if row.Label == models.NoLabel {
		if d.finished[row.Annotator.UID] == nil {
			d.finished[row.Annotator.UID] = map[int]*models.ExportRow{}
		}
		d.finished[row.Annotator.UID][row.Sentence.StartOff] = &row
		return
	}
	d.rows[row.Annotation.UID] = &row
	d.places[spotKey(row.Sentence.StartOff, row.Annotator.UID, row.Label, row.Annotation.StartOff, row.Annotation.EndOff)] = &row
}

// spotKey tells annotations of one article apart by where they stand.
func spotKey(sentence int, annotator, label string, start, end *int) string {
	part := ""
	if start != nil && end != nil {
		part = fmt.Sprintf("%d-%d", *start, *end)
	}
	return fmt.Sprintf("%d %s %s %s", sentence, annotator, label, part)
}

// loosely is a text without regard to white space and to how its characters
// are composed (Unicode NFC).
func loosely(text string) string { return strings.Join(strings.Fields(norm.NFC.String(text)), " ") }

// landing is a sentence that a row is about, and the part of it, if the row
// says so by offsets.
type landing struct {
	sentence   int // index
	start, end *int
}

// find returns where a row stands, how it was found, and otherwise a sentence
// that says why not.
func (d *desk) find(row *Row) (at []landing, way Way, reason models.Text) {
	if known := d.rows[row.AnnotationID]; known != nil {
		if i := d.sentenceAt(known.Sentence.StartOff, known.Sentence.EndOff); i >= 0 {
			return []landing{{sentence: i}}, ByAnnotation, reason
		}
	}
	if i := d.bySentenceID(row); i >= 0 {
		return []landing{{sentence: i}}, BySentence, reason
	}
	if row.own != nil && d.draft {
		return d.byOffsets(row.own.start, row.own.end), ByText, reason
	}
	if row.TextSHA256 == d.content.Article.TextSHA256 && row.Start != nil && row.End != nil {
		if at := d.byOffsets(*row.Start, *row.End); at != nil {
			return at, ByOffsets, reason
		}
	}
	if row.SentenceText == "" {
		return nil, "", models.Textf("The sentence is not in the article, and the row has no text to look for.")
	}
	if i, several := pick(d.texts[row.SentenceText], row, d.content.Sentences); i >= 0 {
		return []landing{{sentence: i}}, ByText, reason
	} else if several > 1 {
		return nil, "", models.Textf("The sentence stands %d times in the article, and the row does not say which.", several)
	}
	if i, _ := pick(d.loose[loosely(row.SentenceText)], row, d.content.Sentences); i >= 0 {
		return []landing{{sentence: i}}, ByLooseText, reason
	}
	return nil, "", models.Textf("The sentence is not in the article; its text was changed, or the article was cut into other sentences.")
}

// bySentenceID finds a sentence by its offsets in its identity. In an article
// of another project, which may have other words, its text must be the same.
func (d *desk) bySentenceID(row *Row) int {
	article, start, end := splitSentenceID(row.SentenceID)
	if end == 0 {
		return -1
	}
	i := d.sentenceAt(start, end)
	if i >= 0 && article != d.content.Article.UID && row.SentenceText != d.content.Sentences[i].Text {
		return -1
	}
	return i
}

func (d *desk) sentenceAt(start, end int) int {
	list := d.content.Sentences
	i := sort.Search(len(list), func(i int) bool { return list[i].StartOff >= start })
	if i < len(list) && list[i].StartOff == start && list[i].EndOff == end {
		return i
	}
	return -1
}

// byOffsets finds the sentences that a stretch of the text touches with more
// than white space. Of those that it does not cover it means a part.
func (d *desk) byOffsets(start, end int) []landing {
	var at []landing
	for i := range d.content.Sentences {
		s := &d.content.Sentences[i]
		from, to := max(start, s.StartOff), min(end, s.EndOff)
		if to <= from || to > len(d.runes) || strings.TrimSpace(string(d.runes[from:to])) == "" {
			continue
		}
		place := landing{sentence: i}
		if strings.TrimSpace(string(d.runes[from:to])) != strings.TrimSpace(s.Text) {
			place.start, place.end = &from, &to
		}
		at = append(at, place)
	}
	return at
}

// pick chooses among sentences of the same text by the number of the row; it
// returns a negative index and how many there are when that does not decide.
func pick(candidates []int, row *Row, sentences []models.Sentence) (index, several int) {
	if len(candidates) == 1 {
		return candidates[0], 1
	}
	for _, i := range candidates {
		if sentences[i].Seq == row.SentenceNo {
			return i, len(candidates)
		}
	}
	return -1, len(candidates)
}

// splitSentenceID reads an identity that [models.Sentence.PublicID] has made:
// the UID of the article and the offsets; an end of 0 is none.
func splitSentenceID(id string) (article string, start, end int) {
	rest, found := strings.CutPrefix(id, string(models.PrefixSentence))
	if !found {
		return "", 0, 0
	}
	lastAt := strings.LastIndexByte(rest, '-')
	if lastAt < 0 {
		return "", 0, 0
	}
	startAt := strings.LastIndexByte(rest[:lastAt], '-')
	if startAt < 0 {
		return "", 0, 0
	}
	start, wrong := strconv.Atoi(rest[startAt+1 : lastAt])
	end, err := strconv.Atoi(rest[lastAt+1:])
	if wrong != nil || err != nil || start < 0 || end <= start {
		return "", 0, 0
	}
	return string(models.PrefixArticle) + rest[:startAt], start, end
}
