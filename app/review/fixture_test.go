package review_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"glossator/app/review"
	"glossator/models"
)

const text = "Shelters open 😀\n\nThe ministry will open three shelters. In May, 192 victims received help.\n"

// bundle is one finished article with two tags of Ann, one of them taken back,
// and a decision of Ben.
func bundle() models.Bundle {
	sum := sha256.Sum256([]byte(text))
	return models.Bundle{
		ProjectUID: "pr-1", ProjectName: "Shelters & <promises>", CodebookVersion: "1.2",
		Labels: []models.Label{
			{UID: "lb-1", Key: "commitment", Name: "Commitment", Position: 0},
			{UID: "lb-2", Key: "statistic", Name: "Statistic", Position: 1, Fields: []models.Field{
				{UID: "fd-1", Key: "value", Name: "Value", Type: models.FieldNumber, Options: "[]"},
				{UID: "fd-2", Key: "mood", Name: "Mood", Type: models.FieldChoice, Options: `["good","bad"]`, Position: 1},
			}},
		},
		Annotators: []models.Annotator{
			{UID: "at-1", Name: "Ann", Role: models.RoleAnnotator, CreatedAt: 5},
			{UID: "at-2", Name: "Бен Ә", Role: models.RoleReviewer, CreatedAt: 6},
		},
		Articles: []models.BundleArticle{{
			Article: models.Article{
				UID: "ar-1", Title: "Shelters open 😀", Source: "The Paper", Language: "en", PublishedOn: "2025-05", Precision: models.PrecisionMonth,
				TextSHA256: hex.EncodeToString(sum[:]), Segmenter: "1", SentenceCount: 2, CreatedAt: 7,
			},
			Text: text,
			Blocks: []models.Block{
				{Seq: 0, Kind: models.BlockTitle, StartOff: 0, EndOff: 15},
				{Seq: 1, Kind: models.BlockParagraph, StartOff: 17, EndOff: 90},
			},
			Sentences: []models.Sentence{
				{BlockSeq: 1, Seq: 1, StartOff: 17, EndOff: 55, Text: "The ministry will open three shelters."},
				{BlockSeq: 1, Seq: 2, StartOff: 56, EndOff: 90, Text: "In May, 192 victims received help."},
			},
		}},
		Revisions: []models.Event{
			tagging("1", 1<<40, 17, "commitment", `,"note":"<b>bold</b>"`),
			tagging("2", 1<<41, 56, "statistic", `,"details":[{"field":"value","text":"192","num":192}]`),
			tagging("3", 1<<42, 56, "commitment", `,"deleted_at":9`),
			{
				UID: "ev-4", GroupUID: "gr-4", At: 1764000000000, ActorUID: "at-2", DeviceUID: "dv-2", Kind: models.KindDo, Op: models.OpCreate,
				Entity: models.EntityDecision, EntityUID: "de-1", Version: 1 << 43, Parents: "ev-2 ev-3",
				After: `{"article":"ar-1","start":56,"end":90,"label":"statistic","layer":"at-1","reviewer":"at-2","verdict":"changed",` +
					`"reason":"edge_case","comment":"A promise?","result":[{"label":"commitment"}]}`,
			},
		},
		Exposures: []models.BundleExposure{{ArticleUID: "ar-1", Start: 17, End: 55, AnnotatorUID: "at-2", LayerUID: "at-1", SeenAt: 8}},
	}
}

func tagging(n string, version int64, start int, label, more string) models.Event {
	end := map[int]string{17: "55", 56: "90"}[start]
	begin := map[int]string{17: "17", 56: "56"}[start]
	return models.Event{
		UID: "ev-" + n, GroupUID: "gr-" + n, At: 1764000000000, ActorUID: "at-1", DeviceUID: "dv-1", Kind: models.KindDo, Op: models.OpCreate,
		Entity: models.EntityAnnotation, EntityUID: "an-" + n, Version: version,
		After: `{"article":"ar-1","start":` + begin + `,"end":` + end + `,"annotator":"at-1","label":"` + label + `"` + more + `}`,
	}
}

func written(tb testing.TB, b models.Bundle) []byte {
	tb.Helper()
	var out bytes.Buffer
	if _, err := review.Write(&out, b, review.Manifest{Kind: review.KindReview, Sender: "Ann", Message: "Please\nlook."}); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func readBytes(data []byte) (models.Bundle, review.Manifest, error) {
	return review.ReadFrom(bytes.NewReader(data), int64(len(data)), "from Ann.glossreview", review.DefaultLimits())
}

func onDisk(tb testing.TB, data []byte) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "from Ann.glossreview")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}
