package workspace

import (
	"context"

	"glossator/app/ingest"
	"glossator/models"
)

// Subject is a document that somebody looks through and corrects, before it is
// added or later.
type Subject struct {
	Content models.Content
	// Labels counts the annotations of all layers that stand on the sentences
	// of a block, by its number. Such a block cannot be set apart.
	Labels map[int]int
	// Notices are what the importer says about what is not in the project yet.
	Notices []models.Text

	doc models.Document // what is not in the project yet
}

// Added reports whether the document is in the project already.
func (s Subject) Added() bool { return s.Content.Article.UID != "" }

// Subject returns an article of the project to correct. The error has
// models.CodeNotFound when it is not there.
func (w *Workspace) Subject(ctx context.Context, uid string) (Subject, error) {
	content, err := w.store.Content(ctx, uid)
	if err != nil {
		return Subject{}, err
	}
	all, err := w.store.Annotations(ctx, uid)
	if err != nil {
		return Subject{}, err
	}
	blockOf := make(map[int64]int, len(content.Sentences))
	for _, sentence := range content.Sentences {
		blockOf[sentence.ID] = sentence.BlockSeq
	}
	labels := map[int]int{}
	for _, annotation := range all {
		labels[blockOf[annotation.SentenceID]]++
	}
	return Subject{Content: content, Labels: labels}, nil
}

// Look reads the article of a file that was taken in without adding it, so that
// somebody can look at it first; [Workspace.AddSubject] adds it. The error is
// that of the importer: models.CodeInvalid for a file that holds several
// articles.
func (w *Workspace) Look(ctx context.Context, taken Taken) (Subject, error) {
	return looked(taken.opened.Article(ctx))
}

// LookText is [Workspace.Look] for a text that was pasted or typed.
func (w *Workspace) LookText(text string) (Subject, error) { return looked(ingest.Paste(text)) }

func looked(doc models.Document, err error) (Subject, error) {
	if err != nil {
		return Subject{}, err
	}
	return Subject{doc: doc, Notices: doc.Notices, Content: models.Content{
		Text: doc.Text, Blocks: doc.Blocks, Sentences: NewDraft(doc).Sentences, Article: articleOf(doc),
	}}, nil
}

// articleOf is the article that a document would be.
func articleOf(doc models.Document) models.Article {
	return models.Article{
		Title: doc.Title, Subtitle: doc.Subtitle, Byline: doc.Byline, Author: doc.Author, Source: doc.Source, URL: doc.URL,
		Language: doc.Language, PublishedOn: doc.PublishedOn, Precision: doc.Precision, Format: doc.Format, OriginalName: doc.Name,
	}
}

// AddSubject adds a document that was looked at, as somebody has corrected it.
// The errors are those of [Workspace.Add].
func (w *Workspace) AddSubject(ctx context.Context, subject Subject, revision Revision) (Imported, error) {
	doc := subject.doc
	if revision.Article != nil {
		a := subject.Content.Article
		revision.Article(&a)
		doc.Title, doc.Subtitle, doc.Byline, doc.Author, doc.Source, doc.URL = a.Title, a.Subtitle, a.Byline, a.Author, a.Source, a.URL
		doc.Language, doc.PublishedOn, doc.Precision = a.Language, a.PublishedOn, a.Precision
	}
	doc.Blocks = append([]models.Block{}, doc.Blocks...)
	for _, block := range revision.Blocks {
		if block.Seq >= 0 && block.Seq < len(doc.Blocks) {
			doc.Blocks[block.Seq].Kind, doc.Blocks[block.Seq].Boilerplate = block.Kind, block.Boilerplate
		}
	}
	return w.Add(ctx, doc)
}

// CountSentences returns how many sentences a text is cut into, in a language
// or with the rules for all when it is empty.
func CountSentences(text, language string) int { return len(cutBlock(text, 0, language)) }
