package review

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"slices"
	"time"

	"glossator/models"
)

//go:embed summary.gohtml
var summarySource string

var summaryTemplate = template.Must(template.New("summary").Parse(summarySource))

// summary is what summary.html shows: one page that loads nothing from
// anywhere, runs no script and prints well.
type summary struct {
	Kind     Kind
	Project  string
	Sender   string
	Day      string // of the newest revision, ISO 8601; empty: there is none
	Message  string
	Labels   []models.Label
	Layers   []layerCount
	Verdicts []verdictCount
	Articles []articleView
}

// layerCount is a line of the table of layers.
type layerCount struct {
	Name      string
	Counts    []int // annotations by label
	Sentences int   // with a label
	Finished  int   // articles
}

// articleView is an article with the sentences that something stands on.
type articleView struct {
	Title, Source, Language string
	Sentences, Tagged       int
	Marked                  []sentenceView
}

type sentenceView struct {
	Number    int // from 1; 0: the sentence was repaired since
	Text      string
	Tags      []tagView
	Decisions []decisionView

	start, end int
}

// tagView is an annotation.
type tagView struct {
	Label, Annotator, Confidence, Quote, Note string
	Details                                   []string // "Value: 192"
}

// summarize makes the page of a sorted bundle.
func summarize(b models.Bundle, m Manifest) ([]byte, error) {
	page := summary{Kind: m.Kind, Project: m.ProjectName, Sender: m.Sender, Message: m.Message, Labels: b.Labels}
	if m.AsOf > 0 {
		page.Day = time.UnixMilli(m.AsOf).UTC().Format(time.DateOnly)
	}
	s := newScribe(b)
	page.Layers, page.Verdicts = s.layers(), s.verdicts()
	for _, article := range b.Articles {
		page.Articles = append(page.Articles, s.article(article))
	}
	var out bytes.Buffer
	if err := summaryTemplate.Execute(&out, page); err != nil {
		return nil, fmt.Errorf("write the summary: %w", err)
	}
	return out.Bytes(), nil
}

// scribe puts the states of a bundle into the words of the page.
type scribe struct {
	bundle      models.Bundle
	people      map[string]string // name by UID
	annotations []state
	progress    []state
	decisions   []state
	responses   map[string][]state // by the UID of their decision
}

func newScribe(b models.Bundle) *scribe {
	s := &scribe{
		bundle:      b,
		people:      make(map[string]string, len(b.Annotators)),
		annotations: standing(b.Revisions, models.EntityAnnotation),
		progress:    standing(b.Revisions, models.EntityProgress),
		decisions:   standing(b.Revisions, models.EntityDecision),
		responses:   map[string][]state{},
	}
	for _, r := range standing(b.Revisions, models.EntityResponse) {
		s.responses[r.Decision] = append(s.responses[r.Decision], r)
	}
	for _, a := range b.Annotators {
		s.people[a.UID] = a.Name
	}
	return s
}

// layers counts what each person has tagged and finished; people without a
// layer in the package are left out.
func (s *scribe) layers() []layerCount {
	var list []layerCount
	for _, person := range s.bundle.Annotators {
		count := layerCount{Name: person.Name, Counts: make([]int, len(s.bundle.Labels))}
		tagged := map[place]bool{}
		for _, a := range s.annotations {
			if at := s.labelAt(a.Label); a.Annotator == person.UID && at >= 0 {
				count.Counts[at]++
				tagged[a.place()] = true
			}
		}
		count.Sentences = len(tagged)
		for _, p := range s.progress {
			if p.Annotator == person.UID && p.FinishedAt != 0 {
				count.Finished++
			}
		}
		if count.Sentences+count.Finished > 0 {
			list = append(list, count)
		}
	}
	return list
}

// article lists the sentences of an article that something stands on, in the
// order of the text.
func (s *scribe) article(b models.BundleArticle) articleView {
	marked := map[place]*sentenceView{}
	at := func(p place) *sentenceView {
		if marked[p] == nil {
			marked[p] = &sentenceView{start: p.start, end: p.end}
		}
		return marked[p]
	}
	view := articleView{Title: b.Article.Title, Source: b.Article.Source, Language: b.Article.Language, Sentences: len(b.Sentences)}
	for _, a := range s.annotations {
		if a.Article == b.Article.UID {
			sentence := at(a.place())
			sentence.Tags = append(sentence.Tags, s.tag(a))
		}
	}
	view.Tagged = len(marked)
	for _, d := range s.decisions {
		if d.Article == b.Article.UID {
			sentence := at(d.place())
			sentence.Decisions = append(sentence.Decisions, s.decision(d))
		}
	}
	for _, sentence := range marked {
		view.Marked = append(view.Marked, *sentence)
	}
	slices.SortFunc(view.Marked, func(x, y sentenceView) int { return cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(x.end, y.end)) })
	quote(view.Marked, b)
	return view
}

// quote puts the words and numbers of their sentences to the views. A place
// outside the text, of another article's history, stays without words.
func quote(views []sentenceView, b models.BundleArticle) {
	numbers := make(map[[2]int]int, len(b.Sentences))
	for _, s := range b.Sentences {
		numbers[[2]int{s.StartOff, s.EndOff}] = s.Seq
	}
	runes := []rune(b.Text)
	for i := range views {
		v := &views[i]
		v.Number = numbers[[2]int{v.start, v.end}]
		if 0 <= v.start && v.start <= v.end && v.end <= len(runes) {
			v.Text = string(runes[v.start:v.end])
		}
	}
}

func (s *scribe) tag(a state) tagView {
	view := tagView{
		Label: s.labelName(a.Label), Annotator: s.people[a.Annotator], Confidence: string(a.Confidence), Quote: a.Quote, Note: a.Note,
	}
	for _, d := range a.Details {
		view.Details = append(view.Details, s.fieldName(a.Label, d.Field)+": "+d.Text)
	}
	return view
}

func (s *scribe) fieldName(label, field string) string {
	at := s.labelAt(label)
	if at < 0 {
		return field
	}
	for _, f := range s.bundle.Labels[at].Fields {
		if f.Key == field {
			return f.Name
		}
	}
	return field
}

func (s *scribe) labelAt(key string) int {
	return slices.IndexFunc(s.bundle.Labels, func(l models.Label) bool { return l.Key == key })
}

func (s *scribe) labelName(key string) string {
	if at := s.labelAt(key); at >= 0 {
		return s.bundle.Labels[at].Name
	}
	return key
}
