package review

import (
	"encoding/json"

	"glossator/models"
)

// labelForm is a label in codebook.json.
type labelForm struct {
	UID        string      `json:"id"`
	Key        string      `json:"key"`
	Name       string      `json:"name"`
	Definition string      `json:"definition,omitempty"`
	Color      string      `json:"color,omitempty"`
	Position   int         `json:"position"`
	Fields     []fieldForm `json:"fields"`
}

type fieldForm struct {
	UID      string           `json:"id"`
	Key      string           `json:"key"`
	Name     string           `json:"name"`
	Type     models.FieldType `json:"type"`
	Repeats  bool             `json:"repeats,omitempty"`
	Required bool             `json:"required,omitempty"`
	Group    string           `json:"group,omitempty"`
	Options  []string         `json:"options,omitempty"` // of a choice
	Position int              `json:"position"`
}

func formOfLabel(l models.Label) labelForm {
	form := labelForm{
		UID: l.UID, Key: l.Key, Name: l.Name, Definition: l.Definition, Color: l.Color, Position: l.Position,
		Fields: make([]fieldForm, len(l.Fields)),
	}
	for i, f := range l.Fields {
		form.Fields[i] = fieldForm{
			UID: f.UID, Key: f.Key, Name: f.Name, Type: f.Type, Repeats: f.Repeats, Required: f.Required, Group: f.Group,
			Options: f.Choices(), Position: f.Position,
		}
	}
	return form
}

func (form labelForm) label() models.Label {
	l := models.Label{
		UID: form.UID, Key: form.Key, Name: form.Name, Definition: form.Definition, Color: form.Color, Position: form.Position,
	}
	for _, f := range form.Fields {
		options := "[]"
		if text, err := json.Marshal(f.Options); err == nil && len(f.Options) > 0 {
			options = string(text)
		}
		l.Fields = append(l.Fields, models.Field{
			UID: f.UID, Key: f.Key, Name: f.Name, Type: f.Type, Repeats: f.Repeats, Required: f.Required, Group: f.Group,
			Options: options, Position: f.Position,
		})
	}
	return l
}

// annotatorForm is a person in annotators.json.
type annotatorForm struct {
	UID       string      `json:"id"`
	Name      string      `json:"name"`
	Role      models.Role `json:"role"`
	Color     string      `json:"color,omitempty"`
	CreatedAt int64       `json:"created_at"`
}

func formOfAnnotator(a models.Annotator) annotatorForm {
	return annotatorForm{UID: a.UID, Name: a.Name, Role: a.Role, Color: a.Color, CreatedAt: a.CreatedAt}
}

func (form annotatorForm) annotator() models.Annotator {
	return models.Annotator{UID: form.UID, Name: form.Name, Role: form.Role, Color: form.Color, CreatedAt: form.CreatedAt}
}

// articleForm is a line of articles.jsonl.
type articleForm struct {
	UID          string           `json:"id"`
	Title        string           `json:"title"`
	Subtitle     string           `json:"subtitle,omitempty"`
	Byline       string           `json:"byline,omitempty"`
	Author       string           `json:"author,omitempty"`
	Source       string           `json:"source,omitempty"`
	URL          string           `json:"url,omitempty"`
	Language     string           `json:"language,omitempty"`
	PublishedOn  string           `json:"published_on,omitempty"`
	Precision    models.Precision `json:"precision,omitempty"`
	Format       string           `json:"format,omitempty"`
	OriginalName string           `json:"original_name,omitempty"`
	Segmenter    string           `json:"segmenter,omitempty"`
	Topics       models.Topics    `json:"topics,omitempty"`
	CreatedAt    int64            `json:"created_at"`
	TextSHA256   string           `json:"text_sha256"`
	Text         string           `json:"text"`
	Blocks       []blockForm      `json:"blocks"`
	Sentences    []sentenceForm   `json:"sentences"`
}

type blockForm struct {
	Kind        models.BlockKind `json:"kind"`
	Boilerplate bool             `json:"boilerplate,omitempty"`
	Start       int              `json:"start"`
	End         int              `json:"end"`
}

// sentenceForm is the place of a sentence; its words are those of the text.
type sentenceForm struct {
	Block int `json:"block"`
	Start int `json:"start"`
	End   int `json:"end"`
}

func formOfArticle(b models.BundleArticle) articleForm {
	a := b.Article
	form := articleForm{
		UID: a.UID, Title: a.Title, Subtitle: a.Subtitle, Byline: a.Byline, Author: a.Author, Source: a.Source, URL: a.URL,
		Language: a.Language, PublishedOn: a.PublishedOn, Precision: a.Precision, Format: a.Format,
		OriginalName: a.OriginalName, Segmenter: a.Segmenter, Topics: a.Topics, CreatedAt: a.CreatedAt,
		TextSHA256: a.TextSHA256, Text: b.Text,
		Blocks: make([]blockForm, len(b.Blocks)), Sentences: make([]sentenceForm, len(b.Sentences)),
	}
	for i, block := range b.Blocks {
		form.Blocks[i] = blockForm{Kind: block.Kind, Boilerplate: block.Boilerplate, Start: block.StartOff, End: block.EndOff}
	}
	for i, s := range b.Sentences {
		form.Sentences[i] = sentenceForm{Block: s.BlockSeq, Start: s.StartOff, End: s.EndOff}
	}
	return form
}

// article is the inverse of formOfArticle; the places were checked before.
func (form articleForm) article() models.BundleArticle {
	b := models.BundleArticle{
		Article: models.Article{
			UID: form.UID, Title: form.Title, Subtitle: form.Subtitle, Byline: form.Byline, Author: form.Author, Source: form.Source,
			URL: form.URL, Language: form.Language, PublishedOn: form.PublishedOn, Precision: form.Precision, Format: form.Format,
			OriginalName: form.OriginalName, Segmenter: form.Segmenter, Topics: form.Topics, CreatedAt: form.CreatedAt,
			TextSHA256: form.TextSHA256, SentenceCount: len(form.Sentences),
		},
		Text: form.Text,
	}
	for seq, block := range form.Blocks {
		b.Blocks = append(b.Blocks, models.Block{
			Seq: seq, Kind: block.Kind, Boilerplate: block.Boilerplate, StartOff: block.Start, EndOff: block.End,
		})
	}
	runes := []rune(form.Text)
	for i, s := range form.Sentences {
		b.Sentences = append(b.Sentences, models.Sentence{
			BlockSeq: s.Block, Seq: i + 1, StartOff: s.Start, EndOff: s.End, Text: string(runes[s.Start:s.End]),
		})
	}
	return b
}

// revisionForm is a line of revisions.jsonl. The snapshots are texts, not
// objects: a copy of the project compares them byte by byte.
type revisionForm struct {
	UID       string           `json:"id"`
	GroupUID  string           `json:"group"`
	At        int64            `json:"at"`
	ActorUID  string           `json:"actor"`
	DeviceUID string           `json:"device"`
	Kind      models.EventKind `json:"kind"`
	Undoes    string           `json:"undoes,omitempty"`
	Op        models.Op        `json:"op"`
	Entity    models.Entity    `json:"entity"`
	EntityUID string           `json:"entity_id"`
	Version   int64            `json:"version"`
	Before    string           `json:"before,omitempty"`
	After     string           `json:"after"`
	Parents   string           `json:"parents,omitempty"`
}

func formOfRevision(e models.Event) revisionForm {
	return revisionForm{
		UID: e.UID, GroupUID: e.GroupUID, At: e.At, ActorUID: e.ActorUID, DeviceUID: e.DeviceUID, Kind: e.Kind, Undoes: e.Undoes,
		Op: e.Op, Entity: e.Entity, EntityUID: e.EntityUID, Version: e.Version, Before: e.Before, After: e.After, Parents: e.Parents,
	}
}

func (form revisionForm) revision() models.Event {
	return models.Event{
		UID: form.UID, GroupUID: form.GroupUID, At: form.At, ActorUID: form.ActorUID, DeviceUID: form.DeviceUID, Kind: form.Kind,
		Undoes: form.Undoes, Op: form.Op, Entity: form.Entity, EntityUID: form.EntityUID, Version: form.Version,
		Before: form.Before, After: form.After, Parents: form.Parents,
	}
}

// exposureForm is a line of exposures.jsonl.
type exposureForm struct {
	Article   string `json:"article"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Annotator string `json:"annotator"`
	Layer     string `json:"layer"`
	SeenAt    int64  `json:"seen_at"`
}

func formOfExposure(e models.BundleExposure) exposureForm {
	return exposureForm{Article: e.ArticleUID, Start: e.Start, End: e.End, Annotator: e.AnnotatorUID, Layer: e.LayerUID, SeenAt: e.SeenAt}
}

func (form exposureForm) exposure() models.BundleExposure {
	return models.BundleExposure{
		ArticleUID: form.Article, Start: form.Start, End: form.End, AnnotatorUID: form.Annotator, LayerUID: form.Layer, SeenAt: form.SeenAt,
	}
}
