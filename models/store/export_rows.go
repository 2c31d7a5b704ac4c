package store

import (
	"iter"
	"slices"

	"glossator/models"
)

// rows merges the annotations of a page with the no_label lines of its
// finished sentences, both of which are in reading order.
func (p *page) rows(f models.ExportFilter) iter.Seq[models.ExportRow] {
	return func(yield func(models.ExportRow) bool) {
		rest := p.annotations
		for _, article := range p.articles {
			n := 0
			for n < len(rest) && rest[n].Sentence.ArticleID == article.ID {
				n++
			}
			if !p.articleRows(article, rest[:n], f, yield) {
				return
			}
			rest = rest[n:]
		}
	}
}

// articleRows yields the lines of one article.
func (p *page) articleRows(
	article models.Article, labelled []models.ExportRow, f models.ExportFilter, yield func(models.ExportRow) bool,
) bool {
	next := func(run []models.ExportRow) bool {
		for i := range run { // a row is large
			row := &run[i]
			row.Article = article
			p.fill(row)
			if wanted(*row, f) && says(*row, f) && (!f.Outdated || !stands(p.standing, *row)) && !yield(*row) {
				return false
			}
		}
		return true
	}
	for _, sentence := range p.sentences[article.ID] {
		n := 0
		for n < len(labelled) && labelled[n].Sentence.ID == sentence.ID {
			n++
		}
		if !next(labelled[:n]) || !next(p.emptyRows(article, sentence, labelled[:n])) {
			return false
		}
		labelled = labelled[n:]
	}
	return next(labelled)
}

// emptyRows are the no_label lines of a sentence: one for each annotator who
// has finished the article and has no annotation there.
func (p *page) emptyRows(article models.Article, sentence models.Sentence, labelled []models.ExportRow) []models.ExportRow {
	var rows []models.ExportRow
	for _, annotator := range p.finished[article.ID] {
		if !slices.ContainsFunc(labelled, func(r models.ExportRow) bool { return r.Annotation.AnnotatorID == annotator.ID }) {
			row := models.ExportRow{Sentence: sentence, Label: models.NoLabel, Annotator: annotator}
			row.Annotation.Extra = p.kept[empty{sentence.ID, annotator.ID}]
			rows = append(rows, row)
		}
	}
	return rows
}

// complete returns a row with what stands in other tables.
func (p *page) complete(row models.ExportRow) models.ExportRow {
	p.fill(&row)
	return row
}

// fill adds what stands in other tables: details, status and decision.
func (p *page) fill(row *models.ExportRow) {
	if row.Annotation.ID != 0 {
		row.Annotator = p.people[row.Annotation.AnnotatorID]
	}
	row.Done = slices.ContainsFunc(p.finished[row.Article.ID], func(a models.Annotator) bool { return a.ID == row.Annotator.ID })
	if row.Annotation.ID != 0 {
		row.Details = p.details[row.Annotation.ID]
		for _, d := range row.Details {
			row.Annotation.Details = append(row.Annotation.Details, d.Detail)
		}
	}
	if d := newestAbout(p.decisions[row.Sentence.ID], row.Label); d != nil {
		own := d.Decision
		own.Verdict = verdictOn(*d, row.Label, row.Details)
		row.Decision, row.Reviewer = &own, d.Reviewer.Name
		row.Stale = staleOn(*d, p.sights[row.Sentence.ID])
	}
}

// wanted applies a filter to a complete line.
func wanted(row models.ExportRow, f models.ExportFilter) bool {
	switch {
	case f.WithoutOpen && !row.Done,
		f.WithoutEmpty && row.Label == models.NoLabel,
		len(f.LabelKeys) > 0 && !slices.Contains(f.LabelKeys, row.Label),
		len(f.AnnotatorUIDs) > 0 && !slices.Contains(f.AnnotatorUIDs, row.Annotator.UID),
		f.From != 0 && row.Annotation.CreatedAt < f.From,
		f.Until != 0 && row.Annotation.CreatedAt >= f.Until,
		!f.Subset.Has(row.Article, row.Details):
		return false
	}
	return true
}

// says reports whether a line has the words of a filter.
func says(row models.ExportRow, f models.ExportFilter) bool {
	if f.Words == "" {
		return true
	}
	missing := models.ParseKeywords(f.Words).Missing(row.Sentence.Text)
	for _, d := range row.Details {
		missing = missing.Missing(d.ValueText)
	}
	return len(missing) == 0
}
