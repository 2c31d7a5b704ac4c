package export

import (
	"slices"
	"strings"

	"glossator/models"
)

// goldColumns say how a row of the gold layer came about; other layers have no
// such columns.
func goldColumns(layer models.Layer) []rowColumn {
	if layer != models.LayerGold {
		return nil
	}
	return []rowColumn{
		choice("provenance", "how the row came into the gold layer", func(r *models.ExportRow) string { return string(r.Provenance) },
			string(models.GoldUnanimous), string(models.GoldAccepted), string(models.GoldChanged),
			string(models.GoldAdded), string(models.GoldSingle), string(models.GoldUnresolved)),
		text("decided_by", "who decided; empty: nobody had to", func(r *models.ExportRow) string { return r.DecidedBy }),
	}
}

// topicColumn is there when any article has a topic.
func topicColumn[R any](topics bool, article func(*R) *models.Article) []column[R] {
	if !topics {
		return nil
	}
	return []column[R]{text("topics", "what the article is about, in the words of the project's people",
		func(r *R) string { return article(r).Topics.String() })}
}

// extraColumns are those that an imported file had beside ours, in their order.
// One that bears the name of a column of ours by now is left out.
func extraColumns(names []string, ours []rowColumn) []rowColumn {
	var extra []rowColumn
	for _, name := range names {
		if slices.ContainsFunc(ours, func(c rowColumn) bool { return strings.EqualFold(c.name, name) }) {
			continue
		}
		extra = append(extra, text(name, "a column of an imported file, kept as it was",
			func(r *models.ExportRow) string {
				if r.Annotation.Extra == "" {
					return ""
				}
				return r.Annotation.Extra.Values()[name]
			}))
	}
	return extra
}
