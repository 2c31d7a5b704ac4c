package store

import (
	"fmt"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// articleSnapshot is what history keeps of an article: everything about it but
// the text, which never changes and is named by its hash.
type articleSnapshot struct {
	Title         string           `json:"title,omitempty"`
	Subtitle      string           `json:"subtitle,omitempty"`
	Byline        string           `json:"byline,omitempty"`
	Author        string           `json:"author,omitempty"`
	Source        string           `json:"source,omitempty"`
	URL           string           `json:"url,omitempty"`
	Language      string           `json:"language,omitempty"`
	PublishedOn   string           `json:"published_on,omitempty"`
	Precision     models.Precision `json:"precision,omitempty"`
	Format        string           `json:"format,omitempty"`
	OriginalName  string           `json:"original_name,omitempty"`
	TextSHA256    string           `json:"text_sha256"`
	Segmenter     string           `json:"segmenter,omitempty"`
	SentenceCount int              `json:"sentence_count"`
	Topics        models.Topics    `json:"topics,omitempty"`
	CreatedAt     int64            `json:"created_at"`
	DeletedAt     int64            `json:"deleted_at,omitempty"`
}

func snapshotArticle(a models.Article) articleSnapshot {
	return articleSnapshot{
		Title: a.Title, Subtitle: a.Subtitle, Byline: a.Byline, Author: a.Author, Source: a.Source, URL: a.URL,
		Language: a.Language, PublishedOn: a.PublishedOn, Precision: a.Precision, Format: a.Format,
		OriginalName: a.OriginalName, TextSHA256: a.TextSHA256, Segmenter: a.Segmenter,
		SentenceCount: a.SentenceCount, Topics: a.Topics, CreatedAt: a.CreatedAt, DeletedAt: moment(a.DeletedAt),
	}
}

// sameArticle compares all but the number of sentences: repairs change it, and
// have lines of history of their own.
func sameArticle(a, b string) bool {
	if a == b {
		return true
	}
	one, err := decode[articleSnapshot](a)
	other, wrong := decode[articleSnapshot](b)
	one.SentenceCount = other.SentenceCount
	return err == nil && wrong == nil && one == other
}

// articleColumns are in the order of scanArticle.
const articleColumns = `a.id, a.uid, a.project_id, a.title, a.subtitle, a.byline, a.author, a.source, a.url, a.language,
  a.published_on, a.precision, a.format, a.original_name, a.text_sha256, a.segmenter, a.sentence_count,
  a.topics, a.created_at, a.version, a.deleted_at`

func scanArticle(r *row, a *models.Article) error {
	return r.Scan(&a.ID, &a.UID, &a.ProjectID, &a.Title, &a.Subtitle, &a.Byline, &a.Author, &a.Source, &a.URL, &a.Language,
		&a.PublishedOn, &a.Precision, &a.Format, &a.OriginalName, &a.TextSHA256, &a.Segmenter, &a.SentenceCount,
		&a.Topics, &a.CreatedAt, &a.Version, &a.DeletedAt)
}

func loadArticles(tx *gorm.DB, uids []string) (map[string]articleSnapshot, error) {
	list, err := collect(tx, scanArticle, "SELECT "+articleColumns+" FROM articles a WHERE a.uid IN ?", uids)
	if err != nil {
		return nil, err
	}
	found := make(map[string]articleSnapshot, len(list))
	for _, a := range list {
		found[a.UID] = snapshotArticle(a)
	}
	return found, nil
}

const upsertArticle = `INSERT INTO articles(uid, project_id, title, subtitle, byline, author, source, url, language,
  published_on, precision, format, original_name, text_sha256, segmenter, sentence_count, topics,
  search_key, created_at, version, deleted_at)
SELECT ?, j.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM projects j WHERE j.id > 0
ON CONFLICT(uid) DO UPDATE SET title = excluded.title, subtitle = excluded.subtitle, byline = excluded.byline,
  author = excluded.author, source = excluded.source, url = excluded.url, language = excluded.language,
  published_on = excluded.published_on, precision = excluded.precision, format = excluded.format,
  original_name = excluded.original_name, segmenter = excluded.segmenter, topics = excluded.topics,
  search_key = excluded.search_key, created_at = excluded.created_at, version = excluded.version, deleted_at = excluded.deleted_at`

// saveArticle writes everything but the text and what belongs to it, see
// addText.
func saveArticle(tx *gorm.DB, uid string, s articleSnapshot, mark stamp) error {
	err := tx.Exec(upsertArticle, uid, s.Title, s.Subtitle, s.Byline, s.Author, s.Source, s.URL, s.Language,
		s.PublishedOn, s.Precision, s.Format, s.OriginalName, s.TextSHA256, s.Segmenter, s.SentenceCount,
		s.Topics, searchKey(s.Title, s.Source), s.CreatedAt, mark.version, optional(s.DeletedAt)).Error
	if err != nil {
		return fmt.Errorf("write article: %w", err)
	}
	return nil
}

// searchKey is what the library sorts and searches by: title and source in
// lower case, because a database folds the case of ASCII letters at most.
func searchKey(title, source string) string {
	return strings.ToLower(title) + "\n" + strings.ToLower(source)
}
