package agreement_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"glossator/app/agreement"
)

const (
	benchUnits    = 5000
	benchArticles = 250
)

// benchRatings is a study of 5,000 sentences, two annotators and three labels.
func benchRatings(articles bool) []rated {
	ratings := randomGrid(rand.New(rand.NewPCG(15, 16)), benchUnits, 2, 0.02).ratings()
	for i := range ratings {
		if articles {
			ratings[i].article = fmt.Sprintf("article %03d", i*benchArticles/len(ratings))
		}
	}
	if articles { // both ratings of a sentence name one article
		for i := 1; i < len(ratings); i++ {
			if ratings[i].unit == ratings[i-1].unit {
				ratings[i].article = ratings[i-1].article
			}
		}
	}

	return ratings
}

func benchTable(b *testing.B, ratings []rated) *agreement.Table {
	b.Helper()
	table, err := agreement.ReadCSV(bytes.NewReader(benchCSV(ratings)), testLabels...)
	if err != nil {
		b.Fatal(err)
	}

	return table
}

func benchCSV(ratings []rated) []byte {
	var text bytes.Buffer
	text.WriteString("unit,annotator,label,article\n")
	for _, r := range ratings {
		labels := r.labels
		if len(labels) == 0 {
			labels = []string{agreement.NoLabel}
		}
		for _, label := range labels {
			fmt.Fprintf(&text, "%s,%s,%s,%s\n", r.unit, r.annotator, label, r.article)
		}
	}

	return text.Bytes()
}

func BenchmarkReport(b *testing.B) {
	for _, c := range []struct {
		name     string
		articles bool
		options  agreement.Options
	}{
		{"values", true, agreement.Options{SkipIntervals: true}},
		{"2000-draws-of-articles", true, agreement.Options{}},
		{"2000-draws-of-sentences", false, agreement.Options{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			table := benchTable(b, benchRatings(c.articles))
			b.ReportAllocs()
			for b.Loop() {
				agreement.Report(table, c.options)
			}
		})
	}
}

func BenchmarkReadCSV(b *testing.B) {
	text := benchCSV(benchRatings(true))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := agreement.ReadCSV(bytes.NewReader(text), testLabels...); err != nil {
			b.Fatal(err)
		}
	}
}
