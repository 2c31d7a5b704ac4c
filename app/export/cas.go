package export

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"glossator/models"
)

// CAS is a zip with one UIMA CAS for each article, in its JSON (UIMA JSON CAS
// 0.4), which INCEpTION and DKPro Cassis read. A file brings its own types:
// DKPro's Sentence and Paragraph, and [casTag], an annotation with the label,
// the annotator, the note and one feature for each detail.
//
// Offsets are UTF-16 code units, as everywhere in UIMA, and only here.
func CAS() Format {
	return Format{
		Key:       "cas",
		Name:      "UIMA CAS JSON (INCEpTION), zip",
		Extension: ".zip",
		MediaType: mediaZip,
		Content:   "cas",
		Leaves:    "Finished sentences without a label are left out; details that repeat are joined by line breaks.",
		Texts:     true,
		Write:     zipped(writeCAS),
		parts:     writeCAS,
	}
}

// The names of the types. INCEpTION wants layers of one's own in
// webanno.custom.
const (
	casSofa      = "uima.cas.Sofa"
	casString    = "uima.cas.String"
	casDocument  = "uima.tcas.DocumentAnnotation"
	casSpan      = "uima.tcas.Annotation"
	casSentence  = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
	casParagraph = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Paragraph"
	casTag       = "webanno.custom.GlossatorTag"
)

// casView is the name of the view that every CAS has.
const casView = "_InitialView"

// casFeature is a text that [casTag] says about an annotation.
type casFeature struct {
	name string
	get  func(*models.ExportRow) string
}

func casFeatures(labels []models.Label) []casFeature {
	features := []casFeature{
		{columnLabel, func(r *models.ExportRow) string { return r.Label }},
		{"annotator", annotatorName},
		{"comment", func(r *models.ExportRow) string { return r.Annotation.Note }},
		{"confidence", func(r *models.ExportRow) string { return string(r.Annotation.Confidence) }},
		{"status", status},
		{"review_state", reviewState},
		{columnAnnotation, func(r *models.ExportRow) string { return r.Annotation.UID }},
	}
	for _, label := range labels {
		for _, field := range label.Fields {
			features = append(features, casFeature{label.Key + "_" + field.Key, joinedDetail(label.Key, field.Key)})
		}
	}
	return features
}

// joinedDetail is all values of a detail, one on each line.
func joinedDetail(label, field string) func(*models.ExportRow) string {
	return func(row *models.ExportRow) string {
		var values []string
		for i := range row.Details {
			if d := &row.Details[i]; d.Label == label && d.Field == field {
				values = append(values, d.ValueText)
			}
		}
		return strings.Join(values, "\n")
	}
}

// casTypes is the member %TYPES, the same in every file.
func casTypes(features []casFeature) ([]byte, error) {
	tag := map[string]any{"%NAME": casTag, "%SUPER_TYPE": casSpan}
	for _, feature := range features {
		tag[feature.name] = map[string]string{"%NAME": feature.name, "%RANGE": casString}
	}
	types := map[string]any{casTag: tag}
	for _, name := range []string{casSentence, casParagraph} {
		types[name] = map[string]any{"%NAME": name, "%SUPER_TYPE": casSpan}
	}
	data, err := json.Marshal(types)
	if err != nil {
		return nil, fmt.Errorf("write the types: %w", err)
	}
	return data, nil
}

func writeCAS(ctx context.Context, to bundle, in Input) (int, error) {
	features := casFeatures(in.Labels)
	types, err := casTypes(features)
	if err != nil {
		return 0, err
	}
	return in.labelled().eachChapter(ctx, func(c *chapter) error {
		w, err := to.create(c.Article.UID + ".json")
		if err != nil {
			return err
		}
		return writeCASFile(w, c, types, features)
	})
}

// casWriter writes the feature structures of one article.
type casWriter struct {
	list  *jsonList
	index textIndex
}

func writeCASFile(w io.Writer, c *chapter, types []byte, features []casFeature) error {
	cas := &casWriter{list: newJSONList(w), index: textIndex{text: c.Text}}
	if err := cas.list.text(`{"%TYPES":` + string(types) + `,"%FEATURE_STRUCTURES":[` + "\n"); err != nil {
		return err
	}
	sofa := map[string]any{
		"%ID": 1, "%TYPE": casSofa, "sofaNum": 1, "sofaID": casView, "mimeType": "text/plain", "sofaString": c.Text,
	}
	if err := cas.list.item(sofa); err != nil {
		return err
	}
	if err := cas.structures(c, features); err != nil {
		return err
	}
	members := make([]int, 0, cas.list.items)
	for id := 2; id <= cas.list.items; id++ {
		members = append(members, id)
	}
	if err := cas.list.text(`],"%VIEWS":`); err != nil {
		return err
	}
	if err := cas.list.value(map[string]any{casView: map[string]any{"%SOFA": 1, "%MEMBERS": members}}); err != nil {
		return err
	}
	return cas.list.end("}\n")
}

func (x *casWriter) structures(c *chapter, features []casFeature) error {
	language := first(c.Article.Language, "x-unspecified") // the word of UIMA
	everything := len([]rune(c.Text))
	if err := x.span(casDocument, 0, everything, map[string]any{"language": language}); err != nil {
		return err
	}
	for _, block := range c.Blocks {
		if err := x.span(casParagraph, block.StartOff, block.EndOff, map[string]any{}); err != nil {
			return err
		}
	}
	for i := range c.Sentences {
		if err := x.span(casSentence, c.Sentences[i].StartOff, c.Sentences[i].EndOff, map[string]any{}); err != nil {
			return err
		}
	}
	for i := range c.rows {
		row := &c.rows[i]
		values := map[string]any{}
		for _, feature := range features {
			if value := feature.get(row); value != "" {
				values[feature.name] = value
			}
		}
		if err := x.span(casTag, start(row), end(row), values); err != nil {
			return err
		}
	}
	return nil
}

// span writes a feature structure between two code points.
func (x *casWriter) span(name string, from, to int, values map[string]any) error {
	begin, end := x.index.units(from, to)
	values["%ID"], values["%TYPE"], values["@sofa"] = x.list.items+1, name, 1
	values["begin"], values["end"] = begin, end
	return x.list.item(values)
}
