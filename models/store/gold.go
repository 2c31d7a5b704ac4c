package store

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strconv"

	"gorm.io/gorm"

	"glossator/models"
)

// The gold layer is computed, never stored: what review has left of all layers.
// For each label on a sentence the newest decision about it counts, unless it
// is deferred or stale. Without a decision all annotators who have finished the
// article must say the same; what one alone has finished is taken as it is.

// goldName is the name under which the gold layer is exported.
const goldName = "gold"

// goldRows are the lines of the gold layer, in the order of
// [Store.ExportRows].
func (s *Store) goldRows(ctx context.Context, f models.ExportFilter) iter.Seq2[models.ExportRow, error] {
	return func(yield func(models.ExportRow, error) bool) {
		last := int64(0)
		wide := f
		wide.AnnotatorUIDs = nil // they say whose layers count; the lines are nobody's
		for {
			p, err := s.goldPage(ctx, f, last)
			if err != nil {
				yield(models.ExportRow{}, err)
				return
			}
			if p == nil {
				return
			}
			for _, article := range p.articles {
				for _, row := range p.rows(article) {
					if wanted(row, wide) && says(row, wide) && !yield(row, nil) {
						return
					}
				}
			}
			last = p.articles[len(p.articles)-1].ID
		}
	}
}

// gold is a page of an export while the gold layer is made of it.
type gold struct {
	*page

	filter  models.ExportFilter
	project string
	curator models.Annotator
	labels  []models.Label                     // in the order of the codebook, archived ones too
	fields  map[string]map[string]models.Field // by label and key
	cut     map[int64][]models.Sentence        // all live sentences by article
	here    map[int64][]models.ExportRow       // annotations by sentence, with details and annotator
}

func (s *Store) goldPage(ctx context.Context, f models.ExportFilter, after int64) (*gold, error) {
	p, err := s.exportPage(ctx, f, after)
	if err != nil || p == nil {
		return nil, err
	}
	g := &gold{page: p, filter: f, project: s.project.UID, fields: map[string]map[string]models.Field{},
		cut: map[int64][]models.Sentence{}, here: map[int64][]models.ExportRow{}}
	g.curator = models.Annotator{UID: derivedUID(models.PrefixAnnotator, s.project.UID, goldName), Name: goldName, Role: models.RoleGold}
	for _, row := range p.annotations {
		row = p.complete(row)
		g.here[row.Sentence.ID] = append(g.here[row.Sentence.ID], row)
	}
	return g, s.read(ctx, g.readRest)
}

// readRest reads the codebook and all sentences.
func (g *gold) readRest(tx *gorm.DB) error {
	var err error
	if g.labels, err = collect(tx, scanLabel, "SELECT "+labelColumns+" FROM labels l ORDER BY l.position, l.id"); err != nil {
		return err
	}
	for _, label := range g.labels {
		if g.fields[label.Key], err = fieldsOf(tx, label.ID); err != nil {
			return err
		}
	}
	ids := make([]int64, len(g.articles))
	for i, a := range g.articles {
		ids[i] = a.ID
	}
	sentences, err := collect(tx, scanSentence, "SELECT "+sentenceColumns+` FROM sentences s
		WHERE s.article_id IN ? AND s.retired_at IS NULL ORDER BY s.article_id, s.start_off`, ids)
	for _, s := range sentences {
		g.cut[s.ArticleID] = append(g.cut[s.ArticleID], s)
	}
	return err
}

// rows are the gold lines of an article.
func (g *gold) rows(article models.Article) []models.ExportRow {
	var layers []models.Annotator
	for _, a := range g.finished[article.ID] {
		chosen := len(g.filter.AnnotatorUIDs) == 0 || slices.Contains(g.filter.AnnotatorUIDs, a.UID)
		if chosen && a.Role != models.RoleGold {
			layers = append(layers, a)
		}
	}
	var rows []models.ExportRow
	for _, sentence := range g.cut[article.ID] {
		at := goldSentence{gold: g, article: article, sentence: sentence, layers: layers}
		rows = append(rows, at.rows()...)
	}
	return rows
}

// goldSentence is a sentence while its gold lines are made.
type goldSentence struct {
	*gold

	article  models.Article
	sentence models.Sentence
	layers   []models.Annotator // who has finished
}

// rows returns a line for each label of the sentence, or one that says that
// there is none, or nothing when that is not settled.
func (g *goldSentence) rows() []models.ExportRow {
	var rows []models.ExportRow
	settled := true
	for _, label := range g.labels {
		row, provenance := g.label(label.Key)
		switch provenance { //nolint:exhaustive // the others are settled
		case "":
			continue
		case models.GoldUnresolved:
			settled = false
			if !g.filter.Unresolved {
				continue
			}
		}
		row.Provenance = provenance
		rows = append(rows, row)
	}
	if len(rows) > 0 || !settled {
		return rows
	}
	if provenance, decision := g.empty(); provenance != "" {
		row := g.row(models.NoLabel, decision)
		row.Provenance = provenance
		rows = append(rows, row)
	}
	return rows
}

// label returns the gold line of a label and how it came about; no provenance:
// the label is not in the gold layer.
func (g *goldSentence) label(key string) (models.ExportRow, models.Provenance) {
	decision := newestAbout(g.decisions[g.sentence.ID], key)
	var wanted *models.ResultLabel
	for _, d := range g.decisions[g.sentence.ID] { // one about another label may have changed it into this one
		if at := slices.IndexFunc(d.Labels, func(l models.ResultLabel) bool { return l.Label == key }); at >= 0 &&
			(decision == nil || d.Version >= decision.Version) {
			decision = &d
		}
	}
	if decision == nil {
		return g.undecided(key)
	}
	if at := slices.IndexFunc(decision.Labels, func(l models.ResultLabel) bool { return l.Label == key }); at >= 0 {
		wanted = &decision.Labels[at]
	}
	row := g.row(key, decision)
	if decision.Verdict == models.VerdictDeferred || staleOn(*decision, g.sights[g.sentence.ID]) {
		source := g.source(key)
		if source == nil && wanted == nil {
			return row, ""
		}
		if source != nil {
			row.Details, row.Annotation.Details = source.Details, source.Annotation.Details
		}
		return row, models.GoldUnresolved
	}
	if wanted == nil {
		return row, ""
	}
	g.take(&row, *wanted)
	return row, g.provenance(*wanted, decision.Verdict)
}

// provenance says how what a decision leaves relates to the layers.
func (g *goldSentence) provenance(wanted models.ResultLabel, verdict models.Verdict) models.Provenance {
	known := false
	for _, row := range g.here[g.sentence.ID] {
		if row.Label != wanted.Label {
			continue
		}
		known = true
		if slices.Equal(resultDetails(row.Details), wanted.Details) {
			return models.GoldAccepted
		}
	}
	if !known && verdict == models.VerdictAdded {
		return models.GoldAdded
	}
	return models.GoldChanged
}

// undecided returns what the layers say about a label without a decision.
func (g *goldSentence) undecided(key string) (models.ExportRow, models.Provenance) {
	source := g.source(key)
	if source == nil {
		return models.ExportRow{}, ""
	}
	row := g.row(key, nil)
	row.Details, row.Annotation.Details = source.Details, source.Annotation.Details
	row.Annotation.CreatedAt, row.Annotation.UpdatedAt = source.Annotation.CreatedAt, source.Annotation.UpdatedAt
	if len(g.layers) == 1 {
		return row, models.GoldSingle
	}
	for _, layer := range g.layers {
		same := slices.ContainsFunc(g.here[g.sentence.ID], func(r models.ExportRow) bool {
			return r.Annotator.ID == layer.ID && r.Label == key && slices.Equal(resultDetails(r.Details), resultDetails(source.Details))
		})
		if !same {
			return row, models.GoldUnresolved
		}
	}
	return row, models.GoldUnanimous
}

// source returns the first annotation with a label in a finished layer, nil when
// there is none.
func (g *goldSentence) source(key string) *models.ExportRow {
	for i, row := range g.here[g.sentence.ID] {
		finished := slices.ContainsFunc(g.layers, func(a models.Annotator) bool { return a.ID == row.Annotator.ID })
		if row.Label == key && finished {
			return &g.here[g.sentence.ID][i]
		}
	}
	return nil
}

// empty says how it came about that there is no label on the sentence; no
// provenance: it is not settled.
func (g *goldSentence) empty() (models.Provenance, *models.SentenceDecision) {
	list := g.decisions[g.sentence.ID]
	for i := range slices.Backward(list) {
		d := &list[i]
		switch {
		case d.Verdict == models.VerdictDeferred || staleOn(*d, g.sights[g.sentence.ID]):
			return "", nil
		case d.Verdict == models.VerdictAccepted:
			return models.GoldAccepted, d
		}
		return models.GoldChanged, d
	}
	switch len(g.layers) {
	case 0:
		return "", nil
	case 1:
		return models.GoldSingle, nil
	}
	return models.GoldUnanimous, nil
}

// row is a gold line without details.
func (g *goldSentence) row(label string, decision *models.SentenceDecision) models.ExportRow {
	row := models.ExportRow{Article: g.article, Sentence: g.sentence, Label: label, Annotator: g.curator, Done: true}
	if label != models.NoLabel {
		row.Annotation.UID = derivedUID(models.PrefixAnnotation, g.project, goldName, g.article.UID,
			strconv.Itoa(g.sentence.StartOff), strconv.Itoa(g.sentence.EndOff), label)
		row.Annotation.SentenceID, row.Annotation.Origin = g.sentence.ID, models.OriginManual
	}
	if decision != nil {
		own := decision.Decision
		row.Decision, row.Reviewer, row.DecidedBy = &own, decision.Reviewer.Name, decision.Reviewer.Name
		row.Stale = staleOn(*decision, g.sights[g.sentence.ID])
		row.Annotation.CreatedAt, row.Annotation.UpdatedAt = decision.CreatedAt, decision.UpdatedAt
	}
	return row
}

// take gives a line the details that a decision leaves.
func (g *goldSentence) take(row *models.ExportRow, wanted models.ResultLabel) {
	for _, d := range wanted.Details {
		field, ok := g.fields[wanted.Label][d.Field]
		if !ok {
			continue // the codebook has gone on
		}
		detail, _ := models.ReadDetail(field, d.N, d.Text)
		row.Details = append(row.Details, models.NamedDetail{Label: wanted.Label, Field: d.Field, Detail: detail})
		row.Annotation.Details = append(row.Annotation.Details, detail)
	}
	slices.SortStableFunc(row.Details, func(a, b models.NamedDetail) int {
		fields := g.fields[wanted.Label]
		return cmp.Or(cmp.Compare(fields[a.Field].Position, fields[b.Field].Position), cmp.Compare(a.N, b.N))
	})
}
