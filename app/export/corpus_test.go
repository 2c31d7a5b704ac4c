package export_test

import (
	"iter"
	"strings"
	"time"
	"unicode/utf8"

	"glossator/app/export"
	"glossator/models"
)

// The people of the corpus.
var (
	lia     = models.Annotator{ID: 1, UID: "at-019a0000-0000-7000-8000-0000000000b1", Name: `Әлия "Lia" Омарова`, Role: models.RoleAnnotator}
	ben     = models.Annotator{ID: 2, UID: "at-019a0000-0000-7000-8000-0000000000b2", Name: "Ben", Role: models.RoleAnnotator}
	decided = models.Annotator{ID: 3, UID: "at-019a0000-0000-7000-8000-0000000000b3", Name: "Decided", Role: models.RoleGold}
)

// press has what goes wrong with offsets and quoting: characters of two UTF-16
// units, combining marks, writing from right to left, a sentence with a line
// break, one that looks like a formula, and a control character.
func press() models.Content {
	return compose(models.Article{
		ID: 1, UID: "ar-019a0000-0000-7000-8000-0000000000a1", Title: "Shelters, courts & <quotas>", Subtitle: "A report",
		Byline: "Photo: press office", Author: "A. Writer", Source: "El.kz", URL: "https://el.kz/en/news/1?a=b&c=d",
		Language: "en", PublishedOn: "2024-06-06T10:42", OriginalName: "shelters.html", CreatedAt: moment("2025-05-31T09:00:00Z"),
		TextSHA256: strings.Repeat("0f", 32),
	}, []models.BlockKind{models.BlockTitle, models.BlockParagraph, models.BlockListItem, models.BlockQuote}, [][]string{
		{"Shelters, courts & <quotas>"},
		{"👩‍👩‍👧 Some 192 victims were helped, 74 of them from abroad.", "The ministry will open ten shelters by May 2025."},
		{"=1+1 is what the cafe\u0301 owner wrote:\non two lines."},
		{"שלום, עולם 😀 \"quoted\" text.", "A bell \a rang."},
	})
}

// bulletin is an article in another script, of which only the year is known.
func bulletin() models.Content {
	return compose(models.Article{
		ID: 2, UID: "ar-019a0000-0000-7000-8000-0000000000a2", Title: "Қысқаша", Language: "kk", PublishedOn: "2024",
		TextSHA256: strings.Repeat("1e", 32),
	}, []models.BlockKind{models.BlockHeading, models.BlockParagraph}, [][]string{
		{"Баспана туралы"},
		{"Үкімет 2030 жылға дейін 500 үй салады.", "Ештеңе жоқ."},
	})
}

// compose puts an article together: a block for each list of sentences, a
// space between sentences, and an empty line between blocks.
func compose(article models.Article, kinds []models.BlockKind, blocks [][]string) models.Content {
	c := models.Content{Article: article}
	points, seq := 0, 0
	add := func(text string) {
		c.Text += text
		points += utf8.RuneCountInString(text)
	}
	for b, sentences := range blocks {
		if b > 0 {
			add("\n\n")
		}
		block := models.Block{Seq: b, Kind: kinds[b], StartOff: points}
		for i, text := range sentences {
			if i > 0 {
				add(" ")
			}
			from := points
			add(text)
			if !block.Apart() {
				seq++
				c.Sentences = append(c.Sentences, models.Sentence{BlockSeq: b, Seq: seq, StartOff: from, EndOff: points, Text: text})
			}
		}
		block.EndOff = points
		c.Blocks = append(c.Blocks, block)
	}
	return c
}

// tag is an annotation of a sentence, counted from 0; quote may be empty.
func tag(c models.Content, sentence int, who models.Annotator, label, uid, quote string, details ...models.NamedDetail) models.ExportRow {
	row := models.ExportRow{
		Article: c.Article, Sentence: c.Sentences[sentence], Label: label, Annotator: who, Done: true, Details: details,
		Annotation: models.Annotation{
			UID: "an-019a0000-0000-7000-8000-0000000000" + uid, CodebookVersion: "1.0",
			CreatedAt: moment("2025-06-01T10:00:00Z"), UpdatedAt: moment("2025-06-01T10:30:00Z"),
		},
	}
	if quote != "" {
		before, _, found := strings.Cut(row.Sentence.Text, quote)
		if !found {
			panic(quote)
		}
		from := row.Sentence.StartOff + utf8.RuneCountInString(before)
		row.Annotation.Quote = quote
		row.Annotation.StartOff, row.Annotation.EndOff = &from, new(from+utf8.RuneCountInString(quote))
	}
	return row
}

// untagged is a finished sentence without a label.
func untagged(c models.Content, sentence int, who models.Annotator) models.ExportRow {
	return models.ExportRow{Article: c.Article, Sentence: c.Sentences[sentence], Label: models.NoLabel, Annotator: who, Done: true}
}

func detail(label, field string, n int, value string, number *float64, iso string) models.NamedDetail {
	return models.NamedDetail{Label: label, Field: field, Detail: models.Detail{N: n, ValueText: value, ValueNum: number, ValueISO: iso}}
}

// corpusRows are the rows of both articles in the order of the store.
func corpusRows() []models.ExportRow {
	p, b := press(), bulletin()
	figures := tag(p, 0, lia, "statistic", "01", "192 victims",
		detail("statistic", "value", 0, "Some 192", new(192.0), ""), detail("statistic", "value", 1, "-74,5", new(-74.5), ""),
		detail("statistic", "forecast", 0, "no", nil, ""))
	figures.Annotation.Confidence, figures.Annotation.Note = models.ConfidenceHigh, "Two figures;\nsee \"value\"."
	figures.Decision = &models.Decision{Verdict: models.VerdictAccepted, Comment: "Yes.", UpdatedAt: moment("2025-06-02T08:00:00Z")}
	figures.Reviewer, figures.Annotation.Origin = "Ben", models.OriginSuggested
	promise := tag(p, 1, lia, "commitment", "03", "",
		detail("commitment", "actor", 0, "The ministry", nil, ""), detail("commitment", "deadline", 0, "by May 2025", nil, "2025-05"))
	promise.Done = false
	return []models.ExportRow{
		tag(p, 0, decided, "statistic", "02", "74 of them"), figures,
		promise, untagged(p, 1, ben),
		tag(p, 2, ben, "claim", "04", "owner wrote:\non two", detail("claim", "speaker", 0, "=cmd()", nil, "")),
		tag(p, 3, lia, "claim", "05", "עולם 😀"), tag(p, 3, lia, "claim", "06", "text"),
		tag(p, 4, lia, "claim", "07", "bell \a"),
		tag(b, 1, ben, "commitment", "08", "500 үй"), tag(b, 1, ben, "statistic", "09", "500"),
		untagged(b, 2, ben),
	}
}

func articlesOf(articles ...models.Content) iter.Seq2[models.Content, error] {
	return func(yield func(models.Content, error) bool) {
		for _, article := range articles {
			if !yield(article, nil) {
				return
			}
		}
	}
}

// book is the codebook of the corpus.
func book() models.Codebook {
	return models.Codebook{Version: "1.0", Labels: []models.CodebookLabel{
		{
			Key: "statistic", Name: "Statistic", Badge: "S", Shortcut: "2", Definition: "A figure that sums up more than one case.",
			Include: []string{"Counts.", "Shares & rates."}, Exclude: []string{"Dates."}, Positive: []string{"192 were helped."},
			Negative: []string{"Article 127."}, Fields: []models.CodebookField{{Key: "value", Hint: "The figure as written."}},
		},
		{Key: "claim", Name: "Claim", Definition: "Something that could be checked."},
	}}
}

// corpus is the export that the tests of all formats share.
func corpus() export.Input {
	list := labels()
	list[0].Color, list[0].Name = "#7a1f5a", "Commitment"
	list[0].Fields[2].Options = `["action","outcome"]`
	return export.Input{
		Project: models.Project{
			UID: "pr-019a0000-0000-7000-8000-0000000000ff", Name: "Monitoring & more", Description: "What <was> promised.", CodebookVersion: "1.0",
		},
		Labels: list, Rows: rowsOf(corpusRows()...), Articles: articlesOf(press(), bulletin()), Codebook: book(),
		Locale: "kk-KZ", Made: time.Date(2025, time.June, 3, 12, 0, 0, 0, time.UTC),
	}
}
