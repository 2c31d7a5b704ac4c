package incoming

import (
	"context"
	"iter"
	"strings"

	"github.com/google/uuid"

	"glossator/models"
)

// Project is what rows are matched to.
type Project interface {
	// Shelf returns the articles, without their texts.
	Shelf(ctx context.Context) ([]models.Article, error)
	// Content returns an article with its text and live sentences.
	Content(ctx context.Context, articleUID string) (models.Content, error)
	// ExportRows returns the annotations of the articles of a filter, and the
	// rows of sentences that somebody has finished without one.
	ExportRows(ctx context.Context, filter models.ExportFilter) iter.Seq2[models.ExportRow, error]
	// AnnotationArticles returns the UIDs of the articles of those of these live
	// annotations that there are, by the UID of the annotation.
	AnnotationArticles(ctx context.Context, annotationUIDs []string) (map[string]string, error)
}

// Options say how rows are matched.
type Options struct {
	Project models.Project
	Me      models.Annotator   // rows without an annotator are hers
	People  []models.Annotator // everybody in the project
	Labels  []models.Label
	Drafts  []Draft // beside [File.Documents]: what each would become

	SamePeople bool // an annotator with an identity of her own and a name of the project is the one of that name
	Loose      bool // a sentence that differs in white space only is the same
	EveryLayer bool // annotations of others may be changed too, for a merge that asks first
}

// Draft is an article that would be added: the UID that it would get, and what
// it holds.
type Draft struct {
	UID     string
	Article models.Draft
}

// content is the draft as if it were in the project.
func (d *Draft) content(hash string) models.Content {
	return models.Content{
		Article: models.Article{UID: d.UID, Title: d.Article.Title, TextSHA256: hash, SentenceCount: len(d.Article.Sentences)},
		Text:    d.Article.Text, Blocks: d.Article.Blocks, Sentences: d.Article.Sentences,
	}
}

// derived makes an identity that is the same each time: a UUID of version 5
// (RFC 9562) of the parts within the space of the project.
func (o *Options) derived(prefix models.Prefix, parts ...string) string {
	space := uuid.NewSHA1(uuid.NameSpaceURL, []byte(o.Project.UID))
	return string(prefix) + uuid.NewSHA1(space, []byte(strings.Join(parts, "\x00"))).String()
}

// isUID reports whether a text is an identity of this kind.
func isUID(prefix models.Prefix, text string) bool {
	const size = 36 // of a UUID with its hyphens
	return prefix.Has(text) && len(text) == len(prefix)+size && uuid.Validate(text[len(prefix):]) == nil
}

// labelOf finds a label by its key or its name, in any case.
func labelOf(labels []models.Label, name string) (models.Label, bool) {
	for _, label := range labels {
		if sameName(label.Key, name) {
			return label, true
		}
	}
	for _, label := range labels {
		if sameName(label.Name, name) {
			return label, true
		}
	}
	return models.Label{}, false
}
