package workspace

import (
	"strings"

	"glossator/app/agreement"
	"glossator/models"
)

// DetailAgreement is how far people agree on one detail, over the pairs of
// annotators who both gave its label to a sentence.
type DetailAgreement struct {
	Label string // key
	Field models.Field
	Both  int // pairs
	Equal int // pairs with the same values: numbers by value, dates by their ISO form, text without case and outer white space
	// Alpha is Krippendorff's alpha, nominal, of a choice or a yes-or-no; nil for
	// other types, and when undefined.
	Alpha  *float64
	Reason agreement.Reason // why Alpha is undefined
}

// detailSurvey collects the details of an [Agreement].
type detailSurvey struct{ fields []*fieldSurvey }

type fieldSurvey struct {
	DetailAgreement

	table *agreement.Table // nil: the field is no enumeration
}

func newDetailSurvey(labels []models.Label) *detailSurvey {
	var d detailSurvey
	for _, label := range labels {
		for _, field := range label.Fields {
			f := &fieldSurvey{DetailAgreement: DetailAgreement{Label: label.Key, Field: field}}
			if field.Type == models.FieldChoice || field.Type == models.FieldBool {
				f.table, _ = agreement.NewTable() // without declared labels nothing can be wrong with them
			}
			d.fields = append(d.fields, f)
		}
	}
	return &d
}

// add takes in the details of one sentence.
func (d *detailSurvey) add(row models.AgreementRow) {
	unit := row.Sentence.PublicID(row.ArticleUID)
	for _, field := range d.fields {
		var values []string
		for _, vote := range row.Votes {
			if !has(vote, field.Label) {
				continue
			}
			value := valueOf(vote, field.Label, field.Field)
			if field.table != nil {
				// A value beyond the limit of the table leaves alpha to the rest.
				_ = field.table.Rate(unit, vote.AnnotatorUID, nonEmpty(value)...)
			}
			for _, other := range values {
				field.Both++
				if other == value {
					field.Equal++
				}
			}
			values = append(values, value)
		}
	}
}

// nonEmpty is a value as a label set.
func nonEmpty(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

// valueOf returns what a vote says in a field, normalised; the rows of a
// repeating field are parted by line breaks.
func valueOf(vote models.Vote, label string, field models.Field) string {
	var rows []string
	for _, d := range vote.Details {
		if d.Label != label || d.Field != field.Key {
			continue
		}
		switch {
		case field.Type == models.FieldNumber && d.ValueNum != nil:
			rows = append(rows, models.FormatNumber(*d.ValueNum))
		case field.Type == models.FieldDate && d.ValueISO != "":
			rows = append(rows, d.ValueISO)
		default:
			rows = append(rows, strings.ToLower(strings.Join(strings.Fields(d.ValueText), " ")))
		}
	}
	return strings.Join(rows, "\n")
}

// agreements returns the results of the fields that two people have filled or
// left empty on the same sentence.
func (d *detailSurvey) agreements() []DetailAgreement {
	var list []DetailAgreement
	for _, field := range d.fields {
		if field.Both == 0 {
			continue
		}
		if field.table != nil {
			summary := agreement.Report(field.table, agreement.Options{SkipIntervals: true})
			result, _ := summary.Find(agreement.AlphaNominal, "")
			field.Alpha, field.Reason = result.Value, result.Reason
		}
		list = append(list, field.DetailAgreement)
	}
	return list
}
