package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"gorm.io/gorm"

	"glossator/models"
)

// Added says what became of a draft.
type Added struct {
	Article   models.Article
	Duplicate bool // the text was there already; nothing was changed
}

// AddArticles adds drafts in one transaction and one step of undo. A draft
// whose text is in the project already is not added again; if its article was
// deleted, it comes back as it was. The error has [models.CodeInvalid] when a
// draft's offsets do not fit its text; nothing is then added. Imports of many
// articles go through a [Batch], a hundred at a time, so that others do not
// wait.
func (s *Store) AddArticles(ctx context.Context, by Actor, drafts []models.Draft) ([]Added, error) {
	return s.NewBatch().AddArticles(ctx, by, drafts)
}

// addParcels adds what was packed, with what is known already.
func (c *change) addParcels(parcels []parcel) ([]Added, error) {
	known, err := knownArticles(c.tx, parcels)
	if err != nil {
		return nil, err
	}
	added := make([]Added, len(parcels))
	for i, p := range parcels {
		if added[i], err = c.addArticle(p, known); err != nil {
			return nil, err
		}
		known[p.uid] = added[i].Article
	}
	return added, nil
}

// parcel is a draft with everything that can be made before the transaction.
type parcel struct {
	uid      string
	hash     string
	draft    models.Draft
	original models.Original
}

// packAll checks drafts and compresses their originals, which takes most of the
// time of an import after the reading, on all cores.
func packAll(drafts []models.Draft, project string) ([]parcel, error) {
	parcels := make([]parcel, len(drafts))
	cores := min(runtime.GOMAXPROCS(0), len(drafts))
	failures := make([]error, cores)
	var packing sync.WaitGroup
	for core := range cores {
		packing.Go(func() {
			packer := gzip.NewWriter(nil) // making one takes longer than compressing a press release
			for i := core; i < len(drafts) && failures[core] == nil; i += cores {
				parcels[i], failures[core] = pack(packer, drafts[i], project)
			}
		})
	}
	packing.Wait()
	return parcels, errors.Join(failures...)
}

func pack(packer *gzip.Writer, d models.Draft, project string) (parcel, error) {
	if err := checkDraft(d); err != nil {
		return parcel{}, err
	}
	hash := digest([]byte(d.Text))
	p := parcel{uid: derivedUID(models.PrefixArticle, project, hash), hash: hash, draft: d}
	if len(d.Original) == 0 {
		return p, nil
	}
	data, err := compress(packer, d.Original)
	if err != nil {
		return parcel{}, err
	}
	p.original = models.Original{
		MediaType: d.MediaType, Encoding: d.Encoding, Compression: gzipped,
		Size: int64(len(d.Original)), SHA256: digest(d.Original), Data: data,
	}
	return p, nil
}

// gzipped is the compression of originals (RFC 1952).
const gzipped = "gzip"

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func compress(w *gzip.Writer, data []byte) ([]byte, error) {
	var packed bytes.Buffer
	w.Reset(&packed)
	if _, err := w.Write(data); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return packed.Bytes(), nil
}

// checkDraft makes sure that a draft can be kept: its text is clean Unicode,
// and blocks and sentences stand in order inside it and say what it says.
func checkDraft(d models.Draft) error {
	bad := func(what models.Text) error {
		return models.Errorf(models.CodeInvalid, "The article %q cannot be added: %s.", draftName(d), what)
	}
	if strings.TrimSpace(d.Text) == "" {
		return models.Errorf(models.CodeEmpty, "The article %q has no text and was not added.", draftName(d))
	}
	if !utf8.ValidString(d.Text) || strings.ContainsRune(d.Text, 0) {
		return bad(models.Textf("its text holds bytes that are no characters"))
	}
	text := []rune(d.Text)
	for i, b := range d.Blocks {
		if b.StartOff < 0 || b.EndOff < b.StartOff || b.EndOff > len(text) || b.Seq != i {
			return bad(models.Textf("its paragraph %d does not lie inside the text", i))
		}
	}
	last := 0
	for i, s := range d.Sentences {
		if s.StartOff < last || s.EndOff <= s.StartOff || s.EndOff > len(text) || s.Seq != i+1 {
			return bad(models.Textf("its sentence %d does not follow the one before it inside the text", i+1))
		}
		if string(text[s.StartOff:s.EndOff]) != s.Text {
			return bad(models.Textf("its sentence %d is not what the text says there", i+1))
		}
		last = s.EndOff
	}
	return nil
}

func draftName(d models.Draft) string {
	if d.Title != "" {
		return d.Title
	}
	return d.Name
}

// knownArticles returns those articles of the parcels that are there already,
// also deleted ones, by UID.
func knownArticles(tx *gorm.DB, parcels []parcel) (map[string]models.Article, error) {
	known := make(map[string]models.Article)
	for part := range slices.Chunk(parcels, countedAtOnce) {
		uids := make([]string, len(part))
		for i, p := range part {
			uids[i] = p.uid
		}
		list, err := collect(tx, scanArticle, "SELECT "+articleColumns+" FROM articles a WHERE a.uid IN ?", uids)
		if err != nil {
			return nil, err
		}
		for _, a := range list {
			known[a.UID] = a
		}
	}
	return known, nil
}

func (c *change) addArticle(p parcel, known map[string]models.Article) (Added, error) {
	found, ok := known[p.uid]
	if ok && found.DeletedAt == nil {
		return Added{Article: found, Duplicate: true}, nil
	}
	if ok {
		if err := c.restoreArticle(p.uid); err != nil {
			return Added{}, err
		}
		restored, err := liveArticle(c.tx, p.uid)
		return Added{Article: restored}, err
	}
	made, err := c.createArticle(p)
	return Added{Article: made}, err
}

func (c *change) restoreArticle(uid string) error {
	before, err := codecs[models.EntityArticle].loadOne(c.tx, uid)
	if err != nil {
		return err
	}
	state, err := decode[articleSnapshot](before)
	if err != nil {
		return err
	}
	state.DeletedAt = 0
	after, err := encode(state)
	if err != nil {
		return err
	}
	return c.save(models.EntityArticle, uid, before, after)
}

func (c *change) createArticle(p parcel) (models.Article, error) {
	d := p.draft
	err := create(c, models.EntityArticle, p.uid, articleSnapshot{
		Title: d.Title, Subtitle: d.Subtitle, Byline: d.Byline, Author: d.Author, Source: d.Source, URL: d.URL,
		Language: d.Language, PublishedOn: d.PublishedOn, Precision: d.Precision, Format: d.Format, OriginalName: d.Name,
		TextSHA256: p.hash, Segmenter: d.Segmenter, SentenceCount: len(d.Sentences), CreatedAt: c.at,
	})
	if err != nil {
		return models.Article{}, err
	}
	article, err := liveArticle(c.tx, p.uid)
	if err != nil {
		return article, err
	}
	return article, addText(c.tx, article.ID, p)
}

// addText writes what never changes about an article: its text, parts and
// original.
func addText(tx *gorm.DB, article int64, p parcel) error {
	if err := tx.Exec("INSERT INTO article_texts(article_id, body) VALUES(?, ?)", article, p.draft.Text).Error; err != nil {
		return fmt.Errorf("write text: %w", err)
	}
	if len(p.original.Data) > 0 {
		p.original.ArticleID = article
		if err := tx.Create(&p.original).Error; err != nil {
			return fmt.Errorf("write original: %w", err)
		}
	}
	if err := addSignature(tx, article, p.draft.Signature); err != nil {
		return err
	}
	blocks := make([][]any, len(p.draft.Blocks))
	for i, b := range p.draft.Blocks {
		blocks[i] = []any{article, b.Seq, b.Kind, b.Boilerplate, b.StartOff, b.EndOff}
	}
	const insertBlocks = "INSERT INTO blocks(article_id, seq, kind, boilerplate, start_off, end_off) VALUES "
	if err := insertRows(tx, insertBlocks, blocks, partsAtOnce); err != nil {
		return fmt.Errorf("write blocks: %w", err)
	}
	sentences := make([][]any, len(p.draft.Sentences))
	for i, s := range p.draft.Sentences {
		sentences[i] = []any{article, s.BlockSeq, s.Seq, s.StartOff, s.EndOff, s.Text}
	}
	const insertSentences = "INSERT INTO sentences(article_id, block_seq, seq, start_off, end_off, text) VALUES "
	if err := insertRows(tx, insertSentences, sentences, partsAtOnce); err != nil {
		return fmt.Errorf("write sentences: %w", err)
	}
	return nil
}

// partsAtOnce is how many sentences or blocks one statement writes, see
// insertRows.
const partsAtOnce = 50
