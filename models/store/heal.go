package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// heal makes texts and sentences agree: each holds what the other says, so
// that damage to one of them is undone.
func (r *rescue) heal(ctx context.Context) error {
	return r.store.write(ctx, Actor{}, models.KindImport, func(c *change) error {
		c.dirty = true
		if err := r.healOrphans(c); err != nil {
			return err
		}
		articles, err := collect(c.tx, scanArticle, "SELECT "+articleColumns+" FROM articles a ORDER BY a.id")
		if err != nil {
			return err
		}
		for _, a := range articles {
			if err := r.healArticle(c.tx, a); err != nil {
				return err
			}
		}
		return r.dropDangling(c.tx)
	})
}

// healOrphans gives a text whose article is lost its article back: history
// names the text by its hash.
func (r *rescue) healOrphans(c *change) error {
	type text struct {
		id   int64
		body string
	}
	orphans, err := collect(c.tx, func(r *row, t *text) error { return r.Scan(&t.id, &t.body) },
		"SELECT t.article_id, t.body FROM article_texts t LEFT JOIN articles a ON a.id = t.article_id WHERE a.id IS NULL")
	if err != nil {
		return err
	}
	for _, t := range orphans {
		uid := derivedUID(models.PrefixArticle, r.store.project.UID, digest([]byte(t.body)))
		event, ok, err := first(c.tx, scanEvent, "SELECT "+eventColumns+
			" FROM history h WHERE h.entity_uid = ? ORDER BY h.version DESC, h.device_uid DESC LIMIT 1", uid)
		if err != nil {
			return err
		}
		if !ok {
			r.losef("A text of %d characters was found whose article is lost; it begins with %q.", len([]rune(t.body)), incipit(t.body))
			continue
		}
		mark := stamp{version: event.Version, device: event.DeviceUID, at: event.At, fresh: true}
		if err := codecs[models.EntityArticle].save(c.tx, uid, event.After, mark); err != nil {
			return err
		}
		if err := c.tx.Exec("UPDATE articles SET id = ? WHERE uid = ?", t.id, uid).Error; err != nil {
			return fmt.Errorf("join text and article: %w", err)
		}
	}
	return nil
}

// incipit is the start of a text, by which a person knows it.
func incipit(text string) string {
	const length = 60 // code points
	letters := []rune(strings.TrimSpace(text))
	return string(letters[:min(length, len(letters))])
}

// healArticle heals one article.
func (r *rescue) healArticle(tx *gorm.DB, a models.Article) error {
	body, found, err := first(tx, one[string], "SELECT body FROM article_texts WHERE article_id = ?", a.ID)
	if err != nil {
		return err
	}
	sentences, err := collect(tx, scanSentence, "SELECT "+sentenceColumns+
		" FROM sentences s WHERE s.article_id = ? ORDER BY s.start_off, s.id", a.ID)
	if err != nil {
		return err
	}
	text := []rune(body)
	if !found || digest([]byte(body)) != a.TextSHA256 {
		end, _, err := first(tx, one[int], "SELECT COALESCE(MAX(end_off), 0) FROM blocks WHERE article_id = ?", a.ID)
		if err != nil {
			return err
		}
		text = overlaid(text, end, sentences)
		if strings.TrimSpace(string(text)) == "" {
			r.losef("The text of %q is lost, and all that was on it.", a.Title)
			return drop(tx, "articles WHERE id = ?", a.ID)
		}
		if err := r.putText(tx, a, string(text), found); err != nil {
			return err
		}
	} else if err := r.healName(tx, &a); err != nil {
		return err
	}
	for _, s := range sentences {
		if err := healSentence(tx, text, s); err != nil {
			return err
		}
	}
	return r.fillGaps(tx, a, text)
}

// healName gives an article the UID that follows from its text, if history
// knows one by that name.
func (r *rescue) healName(tx *gorm.DB, a *models.Article) error {
	uid := derivedUID(models.PrefixArticle, r.store.project.UID, a.TextSHA256)
	if uid == a.UID {
		return nil
	}
	_, known, err := first(tx, one[int64], "SELECT seq FROM history WHERE entity_uid = ? LIMIT 1", uid)
	if err != nil || !known {
		return err
	}
	if err := tx.Exec("UPDATE articles SET uid = ? WHERE id = ?", uid, a.ID).Error; err != nil {
		return fmt.Errorf("heal the name of an article: %w", err)
	}
	a.UID = uid
	return nil
}

// longestText bounds what damaged offsets may ask for, in code points.
const longestText = 1 << 26

// overlaid writes what the sentences say over a text. Where the text is lost
// the rest of it is blank, up to the end of the last paragraph.
func overlaid(text []rune, end int, sentences []models.Sentence) []rune {
	for len(text) < min(end, longestText) {
		text = append(text, ' ')
	}
	for _, s := range sentences {
		letters := []rune(s.Text)
		if s.StartOff < 0 || s.EndOff > longestText || len(letters) != s.EndOff-s.StartOff {
			continue
		}
		for len(text) < s.EndOff {
			text = append(text, ' ')
		}
		copy(text[s.StartOff:], letters)
	}
	return text
}

// putText keeps a healed text, with its hash when it is another one than the
// one that was imported.
func (r *rescue) putText(tx *gorm.DB, a models.Article, body string, found bool) error {
	statement := "INSERT INTO article_texts(body, article_id) VALUES(?, ?)"
	if found {
		statement = "UPDATE article_texts SET body = ? WHERE article_id = ?"
	}
	if err := tx.Exec(statement, body, a.ID).Error; err != nil {
		return fmt.Errorf("write text: %w", err)
	}
	hash := digest([]byte(body))
	if hash == a.TextSHA256 {
		return nil
	}
	r.losef("The text of %q is not all as it was imported; compare it with its source.", a.Title)
	if err := tx.Exec("UPDATE articles SET text_sha256 = ? WHERE id = ?", hash, a.ID).Error; err != nil {
		return fmt.Errorf("write hash: %w", err)
	}
	return nil
}

func healSentence(tx *gorm.DB, text []rune, s models.Sentence) error {
	if s.EndOff > len(text) || s.StartOff < 0 || s.EndOff <= s.StartOff {
		return drop(tx, "sentences WHERE id = ?", s.ID)
	}
	if is := string(text[s.StartOff:s.EndOff]); is != s.Text {
		if err := tx.Exec("UPDATE sentences SET text = ? WHERE id = ?", is, s.ID).Error; err != nil {
			return fmt.Errorf("heal sentence: %w", err)
		}
	}
	return nil
}

// fillGaps makes a sentence of every stretch of a paragraph that is in none,
// if the article has lost sentences, and counts them anew.
func (r *rescue) fillGaps(tx *gorm.DB, a models.Article, text []rune) error {
	live, err := collect(tx, scanSentence, "SELECT "+sentenceColumns+
		" FROM sentences s WHERE s.article_id = ? AND s.retired_at IS NULL ORDER BY s.start_off", a.ID)
	if err != nil {
		return err
	}
	if live, err = apart(tx, live); err != nil {
		return err
	}
	if len(live) == a.SentenceCount {
		return renumber(tx, a.ID, 0, 0)
	}
	r.losef("%q had %d sentences, of which %d could be read; the rest is cut anew from its text.", a.Title, a.SentenceCount, len(live))
	blocks, err := collect(tx, func(r *row, b *models.Block) error {
		return r.Scan(&b.Seq, &b.Kind, &b.Boilerplate, &b.StartOff, &b.EndOff)
	}, "SELECT seq, kind, boilerplate, start_off, end_off FROM blocks WHERE article_id = ? ORDER BY seq", a.ID)
	if err != nil {
		return err
	}
	lost, err := historicPlaces(tx, a.UID)
	if err != nil {
		return err
	}
	for _, b := range blocks {
		if b.Apart() || b.StartOff < 0 || b.EndOff < b.StartOff || b.EndOff > len(text) {
			continue
		}
		for _, gap := range uncovered(text, b, live, lost) {
			const insert = "INSERT INTO sentences(article_id, block_seq, seq, start_off, end_off, text) VALUES(?, ?, 1, ?, ?, ?)"
			if err := tx.Exec(insert, a.ID, b.Seq, gap[0], gap[1], string(text[gap[0]:gap[1]])).Error; err != nil {
				return fmt.Errorf("make sentence: %w", err)
			}
		}
	}
	if err := renumber(tx, a.ID, 0, 0); err != nil {
		return err
	}
	const count = `UPDATE articles SET sentence_count = (SELECT COUNT(*) FROM sentences s
		WHERE s.article_id = articles.id AND s.retired_at IS NULL) WHERE id = ?`
	if err := tx.Exec(count, a.ID).Error; err != nil {
		return fmt.Errorf("count sentences: %w", err)
	}
	return nil
}

// apart drops sentences that begin before the one before them ends: their
// offsets are damaged. It returns the others.
func apart(tx *gorm.DB, live []models.Sentence) ([]models.Sentence, error) {
	end := 0
	var sound []models.Sentence
	for _, s := range live {
		if s.StartOff < end {
			if err := drop(tx, "sentences WHERE id = ?", s.ID); err != nil {
				return nil, err
			}
			continue
		}
		end = s.EndOff
		sound = append(sound, s)
	}
	return sound, nil
}

// historicPlaces returns where sentences of an article stand that history
// names, in order.
func historicPlaces(tx *gorm.DB, article string) ([][2]int, error) {
	snapshots, err := collect(tx, one[string],
		"SELECT DISTINCT after FROM history WHERE entity IN ('annotation', 'reading') AND after LIKE ?", `%"article":"`+article+`"%`)
	if err != nil {
		return nil, err
	}
	var places [][2]int
	for _, snapshot := range snapshots {
		where, err := decode[annotationSnapshot](snapshot)
		if err == nil {
			places = append(places, [2]int{where.Start, where.End})
		}
	}
	slices.SortFunc(places, func(a, b [2]int) int { return a[0] - b[0] })
	return slices.Compact(places), nil
}

// uncovered returns the stretches of a block that are in no sentence, without
// the blanks around them, cut where history knows a sentence.
func uncovered(text []rune, b models.Block, live []models.Sentence, known [][2]int) [][2]int {
	taken := make([]bool, b.EndOff-b.StartOff)
	take := func(start, end int) bool {
		if start < b.StartOff || end > b.EndOff || end <= start || slices.Contains(taken[start-b.StartOff:end-b.StartOff], true) {
			return false
		}
		for i := start; i < end; i++ {
			taken[i-b.StartOff] = true
		}
		return true
	}
	for _, s := range live {
		take(s.StartOff, s.EndOff)
	}
	var gaps [][2]int
	for _, place := range known {
		if place[1] > place[0] && take(place[0], place[1]) {
			gaps = append(gaps, place)
		}
	}
	for at := b.StartOff; at < b.EndOff; {
		end := at
		for end < b.EndOff && !taken[end-b.StartOff] {
			end++
		}
		stretch := string(text[at:end])
		if trimmed := strings.TrimSpace(stretch); trimmed != "" {
			start := at + len([]rune(stretch)) - len([]rune(strings.TrimLeft(stretch, " \t\r\n\u00a0")))
			gaps = append(gaps, [2]int{start, start + len([]rune(trimmed))})
		}
		at = end + 1
	}
	return gaps
}

// dropDangling removes rows that refer to what is lost, the last links first;
// history brings back what it can.
func (r *rescue) dropDangling(tx *gorm.DB) error {
	for range danglingRounds {
		broken, err := collect(tx, func(r *row, b *dangling) error { return r.Scan(&b.table, &b.row) },
			`SELECT "table", rowid FROM pragma_foreign_key_check WHERE rowid IS NOT NULL`)
		if err != nil {
			return fmt.Errorf("foreign_key_check: %w", err)
		}
		if len(broken) == 0 {
			break
		}
		for _, b := range broken {
			if err := drop(tx, b.table+" WHERE rowid = ?", b.row); err != nil {
				return err
			}
		}
	}
	for _, table := range []string{
		"annotation_details WHERE annotation_id NOT IN (SELECT id FROM annotations) OR field_id NOT IN (SELECT id FROM label_fields)",
		"exposures WHERE sentence_id NOT IN (SELECT id FROM sentences) OR annotator_id NOT IN (SELECT id FROM annotators)" +
			" OR layer_id NOT IN (SELECT id FROM annotators)",
	} {
		if err := drop(tx, table); err != nil {
			return err
		}
	}
	return nil
}

// danglingRounds is how many links a chain of references has at most.
const danglingRounds = 6

type dangling struct {
	table string
	row   int64
}

func drop(tx *gorm.DB, what string, args ...any) error {
	if err := tx.Exec("DELETE FROM "+what, args...).Error; err != nil {
		return fmt.Errorf("drop what is damaged: %w", err)
	}
	return nil
}
