package store

import (
	"cmp"
	"fmt"

	"glossator/models"
)

// What a bundle holds beside revisions: texts, people and articles of whom no
// revision tells, and who had seen whose layer.

// addContent adds an article of the bundle with its text.
func (m *merging) addContent(uid, state string) error {
	a := m.coming()[uid]
	if err := m.save(models.EntityArticle, uid, "", state); err != nil {
		return err
	}
	article, _, err := articleByUID(m.tx, uid)
	if err != nil {
		return err
	}
	p := parcel{draft: models.Draft{Segmenter: a.Article.Segmenter, Sentences: a.Sentences}}
	p.draft.Title, p.draft.Text, p.draft.Blocks = a.Article.Title, a.Text, a.Blocks
	if err := checkDraft(p.draft); err != nil {
		return err
	}
	if digest([]byte(a.Text)) != article.TextSHA256 {
		return models.Errorf(models.CodeInvalid,
			"The text of %q in the package is not its own; ask for it to be sent again. Nothing was merged.", article.Title)
	}
	m.report.Articles++
	return addText(m.tx, article.ID, p)
}

// ensurePeople adds the people of whom the bundle has no revision, such as
// those of a table.
func (m *merging) ensurePeople() error {
	for _, a := range m.bundle.Annotators {
		uid := m.told.person(a.UID)
		if uid != a.UID || m.resting[uid] != nil {
			continue
		}
		now, err := codecs[models.EntityAnnotator].loadOne(m.tx, uid)
		if err != nil {
			return err
		}
		if now != "" && (!buried(now) || a.ArchivedAt != nil) {
			continue
		}
		name, err := models.CleanName(a.Name)
		if err != nil {
			return err
		}
		state, err := encode(annotatorSnapshot{Name: name, Role: cmp.Or(a.Role, models.RoleAnnotator), Color: a.Color, CreatedAt: a.CreatedAt})
		if err != nil {
			return err
		}
		if err := m.save(models.EntityAnnotator, uid, now, state); err != nil {
			return err
		}
	}
	return nil
}

// ensureArticles adds the articles of which the bundle has no revision.
func (m *merging) ensureArticles() error {
	for _, a := range m.bundle.Articles {
		uid := m.told.article(a.Article.UID)
		if m.resting[uid] != nil {
			continue
		}
		now, err := codecs[models.EntityArticle].loadOne(m.tx, uid)
		if err != nil {
			return err
		}
		if now != "" {
			if err := m.restoreUnsaid(uid, now); err != nil {
				return err
			}
			continue
		}
		about := a.Article
		about.TextSHA256, about.SentenceCount, about.DeletedAt = digest([]byte(a.Text)), len(a.Sentences), nil
		state, err := encode(snapshotArticle(about))
		if err != nil {
			return err
		}
		if err := m.addContent(uid, state); err != nil {
			return err
		}
	}
	return nil
}

// restoreUnsaid brings an article back that only the undo of a merge has taken
// away: no revision says that somebody deleted it.
func (m *merging) restoreUnsaid(uid, now string) error {
	if !buried(now) {
		return nil
	}
	said, err := revisionsOf(m.tx, []string{uid}, m.gone)
	if err != nil || len(said) > 0 {
		return err
	}
	m.report.Articles++
	return m.restoreArticle(uid)
}

// expose takes over who had seen whose layer. Facts of this kind are added, and
// stay when the merge is undone: they only ever keep sentences out of the
// coefficients.
func (m *merging) expose() error {
	const insert = `INSERT INTO exposures(sentence_id, annotator_id, layer_id, seen_at)
		SELECT s.id, p.id, y.id, ? FROM articles a JOIN sentences s ON s.article_id = a.id AND s.start_off = ? AND s.end_off = ?
		JOIN annotators p ON p.uid = ? JOIN annotators y ON y.uid = ? WHERE a.uid = ? ON CONFLICT DO NOTHING`
	for _, x := range m.bundle.Exposures {
		done := m.tx.Exec(insert, x.SeenAt, x.Start, x.End,
			m.told.person(x.AnnotatorUID), m.told.person(x.LayerUID), m.told.article(x.ArticleUID))
		if done.Error != nil {
			return fmt.Errorf("note what was seen: %w", done.Error)
		}
		m.dirty = m.dirty || done.RowsAffected > 0
	}
	return nil
}
