package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// book is a small codebook of every type of field.
var book = models.Codebook{Version: "1", Labels: []models.CodebookLabel{
	{Key: "commitment", Name: "Commitment", Shortcut: "1", Fields: []models.CodebookField{
		{Key: "actor", Name: "Actor", Type: models.FieldText},
		{Key: "deadline", Name: "Deadline", Type: models.FieldDate},
	}},
	{Key: "statistic", Name: "Statistic", Shortcut: "2", Fields: []models.CodebookField{
		{Key: "value", Name: "Value", Type: models.FieldNumber, Repeats: true},
		{Key: "measure", Name: "Measure", Type: models.FieldChoice, Options: []string{"count", "share"}},
		{Key: "forecast", Name: "Forecast", Type: models.FieldBool},
	}},
	{Key: "claim", Name: "Claim", Shortcut: "3", Fields: []models.CodebookField{
		{Key: "speaker", Name: "Speaker", Type: models.FieldPerson},
	}},
}}

func options() store.Options {
	return store.Options{DeviceUID: "dv-one", Codebook: book}
}

// draft makes an article of n sentences whose text tells the number of the
// article apart; it holds letters of several bytes.
func draft(article, n int) models.Draft {
	var text strings.Builder
	d := models.Draft{Segmenter: "test/1"}
	d.Title, d.Source, d.Format, d.Name = fmt.Sprintf("Статья %d", article), "Қала жаңалықтары", "text", "a.txt"
	offset := 0
	for i := range n {
		sentence := fmt.Sprintf("Предложение %d статьи %d 😀 обещает приют.", i+1, article)
		length := len([]rune(sentence))
		d.Sentences = append(d.Sentences, models.Sentence{Seq: i + 1, StartOff: offset, EndOff: offset + length, Text: sentence})
		text.WriteString(sentence)
		text.WriteByte(' ')
		offset += length + 1
	}
	d.Text = text.String()
	d.Blocks = []models.Block{{Seq: 0, Kind: models.BlockParagraph, StartOff: 0, EndOff: offset}}
	d.Original, d.MediaType, d.Encoding = []byte(d.Text), "text/plain", "utf-8"
	return d
}

// room is an open project with one annotator and some articles.
type room struct {
	*store.Store
	path      string
	by        store.Actor
	annotator models.Annotator
	articles  []models.Article
}

func newRoom(tb testing.TB, o store.Options, articles, sentences int) *room {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "demo.glossator")
	s, err := store.Create(path, "Demo", o)
	if err != nil {
		tb.Fatal(err)
	}
	r := &room{Store: s, path: path}
	tb.Cleanup(func() { _ = r.Close() })
	r.annotator, r.by = r.actor(tb, "Asel")
	var drafts []models.Draft
	for i := range articles {
		drafts = append(drafts, draft(i, sentences))
	}
	added, err := s.AddArticles(tb.Context(), r.by, drafts)
	if err != nil {
		tb.Fatal(err)
	}
	for _, a := range added {
		r.articles = append(r.articles, a.Article)
	}
	return r
}

// actor returns an annotator of this name and how she acts.
func (r *room) actor(tb testing.TB, name string) (models.Annotator, store.Actor) {
	tb.Helper()
	a, err := r.Annotator(tb.Context(), name)
	if err != nil {
		tb.Fatal(err)
	}
	return a, store.Actor{AnnotatorID: a.ID, AnnotatorUID: a.UID}
}

// reopen closes the project and opens it again.
func (r *room) reopen(tb testing.TB, o store.Options) {
	tb.Helper()
	if err := r.Close(); err != nil {
		tb.Fatal(err)
	}
	s, err := store.Open(r.path, o)
	if err != nil {
		tb.Fatal(err)
	}
	r.Store = s
}

// sentences returns the sentences of the article with this number.
func (r *room) sentences(tb testing.TB, article int) []models.Sentence {
	tb.Helper()
	content, err := r.Content(tb.Context(), r.articles[article].UID)
	if err != nil {
		tb.Fatal(err)
	}
	return content.Sentences
}

// sound fails the test when the check finds anything.
func (r *room) sound(tb testing.TB) {
	tb.Helper()
	found, err := r.Check(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	for _, f := range found {
		tb.Errorf("check: %s: %s", f.Area, f.Message)
	}
}

// wantCode fails the test unless err has the code and says a sentence.
func wantCode(tb testing.TB, err error, code models.Code) {
	tb.Helper()
	if got := models.CodeOf(err); got != code {
		tb.Errorf("code %q (%v), want %q", got, err, code)
	}
	if text := models.Explain(err); code != "" && !strings.HasSuffix(text, ".") {
		tb.Errorf("no sentence: %q", text)
	}
}

// context is for helpers that are not given a test.
func (r *room) context() context.Context { return context.Background() }
