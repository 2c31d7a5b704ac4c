package workspace_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/review"
	"glossator/app/workspace"
	"glossator/models"
)

// packed writes a package of a colleague who has tagged every sentence of
// articles of fifty sentences each, every third of them otherwise than the
// layer of a second person in it.
func packed(tb testing.TB, articles int) string {
	tb.Helper()
	const sentences = 50
	uid := func(prefix models.Prefix, n ...int) string {
		return fmt.Sprintf("%s%08d-0000-4000-8000-%012d", prefix, n[0], n[len(n)-1])
	}
	b := models.Bundle{ProjectUID: uid(models.PrefixProject, 1), ProjectName: "Large", CodebookVersion: "1.0"}
	for n, name := range []string{"Ann", "Cid"} {
		b.Annotators = append(b.Annotators, models.Annotator{UID: uid(models.PrefixAnnotator, n), Name: name, Role: models.RoleAnnotator, CreatedAt: 1})
	}
	revise := func(entity models.Entity, entityUID, actor, after string) {
		n := len(b.Revisions) + 1
		b.Revisions = append(b.Revisions, models.Event{
			UID: uid(models.PrefixEvent, n), GroupUID: uid(models.PrefixGroup, n), At: 1, ActorUID: actor, DeviceUID: "dv-Ann", Kind: models.KindDo,
			Op: models.OpCreate, Entity: entity, EntityUID: entityUID, Version: int64(n), After: after,
		})
	}
	for a := range articles {
		var text strings.Builder
		article := models.BundleArticle{Article: models.Article{UID: uid(models.PrefixArticle, a), Title: fmt.Sprintf("Article %d", a), CreatedAt: 1}}
		for s := range sentences {
			start := text.Len()
			fmt.Fprintf(&text, "Sentence %d of article %d says that 192 victims received help in May. ", s, a)
			end := text.Len() - 1
			article.Sentences = append(article.Sentences, models.Sentence{Seq: s + 1, StartOff: start, EndOff: end, Text: text.String()[start:end]})
			for n, person := range b.Annotators {
				label := [...]string{"statistic", "claim"}[n*(s%3)/2]
				revise(models.EntityAnnotation, uid(models.PrefixAnnotation, a*sentences+s, n), person.UID, fmt.Sprintf(
					`{"article":%q,"start":%d,"end":%d,"annotator":%q,"label":%q,"origin":"manual","created_at":1}`,
					article.Article.UID, start, end, person.UID, label))
			}
		}
		article.Text = text.String()
		sum := sha256.Sum256([]byte(article.Text))
		article.Article.TextSHA256 = hex.EncodeToString(sum[:])
		article.Article.SentenceCount = sentences
		article.Blocks = []models.Block{{Kind: models.BlockParagraph, EndOff: text.Len()}}
		b.Articles = append(b.Articles, article)
		for n, person := range b.Annotators {
			revise(models.EntityProgress, uid(models.PrefixProgress, a, n), person.UID, fmt.Sprintf(
				`{"article":%q,"annotator":%q,"coding":"open","finished_at":1,"created_at":1}`, article.Article.UID, person.UID))
		}
	}
	var out bytes.Buffer
	if _, err := review.Write(&out, b, review.Manifest{Kind: review.KindReview, Sender: "Ann"}); err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(tb.TempDir(), "large"+review.Extension)
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// BenchmarkReview takes a package of 5,000 sentences and two layers in, and goes
// through the differences; the budgets are 3 s and 100 ms.
func BenchmarkReview(b *testing.B) {
	path := packed(b, 100)
	b.Run("merge", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			ws := colleague(b, "Ben")
			b.StartTimer()
			if report := merge(b, ws, lookInto(b, ws, path)); report.Added != 10_000 {
				b.Fatalf("%+v", report)
			}
		}
	})
	ws := colleague(b, "Ben")
	merge(b, ws, lookInto(b, ws, path))
	b.Run("next", func(b *testing.B) {
		var from models.DifferencePlace
		for b.Loop() {
			d, ok, err := ws.NextDifference(b.Context(), models.DifferenceFilter{}, from)
			if err != nil {
				b.Fatal(err)
			}
			if from = d.Place; !ok {
				from = models.DifferencePlace{}
			}
		}
	})
	b.Run("counts", func(b *testing.B) {
		for b.Loop() {
			if counts, err := ws.DifferenceCounts(b.Context(), models.DifferenceFilter{}); err != nil || counts.Total == 0 {
				b.Fatal(counts.Total, err)
			}
		}
	})
	b.Run("decide", func(b *testing.B) {
		d, _, err := ws.NextDifference(b.Context(), models.DifferenceFilter{}, models.DifferencePlace{})
		must(b, err)
		for b.Loop() {
			if _, err := ws.Decide(b.Context(), workspace.AcceptLayer(d, d.Layers[0].Annotator.UID)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
