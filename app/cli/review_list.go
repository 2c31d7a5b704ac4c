package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

// listOptions are what the flags of review list say.
type listOptions struct {
	annotator   string
	layers      []string
	states      []string
	comparisons []string
	articles    []string
	order       string
	disputed    bool
	asJSON      bool
}

func listCommand(s *session) *cobra.Command {
	var o listOptions
	cmd := &cobra.Command{
		Use:   "list --project P [--annotator NAME]",
		Short: "List the sentences on which layers differ, and what is decided",
		Long: "With two layers or more the sentences on which they differ; with one the sentences that it has labelled.\n" +
			"Who lists sees the labels of others: articles that she has not finished are not independent afterwards.",
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			mode := app.Shared
			if o.annotator == "" {
				mode = app.ReadOnly // nobody in particular looks
			}
			return s.within(cmd.Context(), mode, o.annotator, func(ws *workspace.Workspace) error {
				return s.listDifferences(cmd.Context(), ws, o)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.annotator, "annotator", "", "who goes through them, by `NAME`")
	flags.StringSliceVar(&o.layers, "layer", nil, "the layers compared, by name or `ID`; without it all")
	flags.StringSliceVar(&o.states, "state", nil, "only these: open, accepted, changed, rejected, added, deferred, stale")
	flags.StringSliceVar(&o.comparisons, "comparison", nil, "only these: not_comparable, same, same_labels_details_differ, labels_differ")
	flags.StringSliceVar(&o.articles, "article", nil, "only these articles, by `ID`")
	flags.StringVar(&o.order, "order", "reading", "reading, contested (the most contradictory first) or random (always the same)")
	flags.BoolVar(&o.disputed, "disputed", false, "only where an author disagrees with the decision or wants to discuss it")
	flags.BoolVar(&o.asJSON, "json", false, "one JSON object per sentence")
	return cmd
}

// orders are the words for the orders of the queue.
var orders = map[string]models.DifferenceOrder{
	"reading": models.OrderReading, "contested": models.OrderContested, "random": models.OrderRandom,
}

// differenceLine is the contract of review list --json.
type differenceLine struct {
	Article    string       `json:"article"`
	Title      string       `json:"title"`
	Sentence   int          `json:"sentence"` // from 1
	Text       string       `json:"text"`
	Comparison string       `json:"comparison"`
	State      string       `json:"state"`
	Layers     []layerLine  `json:"layers"`
	Decisions  []reviewLine `json:"decisions"`
}

type layerLine struct {
	Annotator   string      `json:"annotator"`
	AnnotatorID string      `json:"annotator_id"`
	Finished    bool        `json:"finished"`
	Labels      []labelLine `json:"labels"`
}

type labelLine struct {
	Label   string            `json:"label"`
	Details map[string]string `json:"details,omitempty"`
	Note    string            `json:"note,omitempty"`
}

type reviewLine struct {
	Decision string   `json:"decision"`
	Reviewer string   `json:"reviewer"`
	Verdict  string   `json:"verdict"`
	Label    string   `json:"label,omitempty"`
	Result   []string `json:"result"` // labels
	Reason   string   `json:"reason,omitempty"`
	Comment  string   `json:"comment,omitempty"`
	Stale    bool     `json:"stale"`

	Replies []replyLine `json:"replies,omitempty"` // of the authors
}

type replyLine struct {
	Annotator string `json:"annotator"`
	Answer    string `json:"answer"` // agree, disagree or discuss
	Comment   string `json:"comment,omitempty"`
	Outdated  bool   `json:"outdated,omitempty"` // the decision has changed since
}

func (s *session) listDifferences(ctx context.Context, ws *workspace.Workspace, o listOptions) error {
	layers, err := layersOf(ws, o.layers)
	if err != nil {
		return err
	}
	order, known := orders[o.order]
	if !known {
		return usageError{fmt.Errorf("--order is reading, contested or random, not %q", o.order)}
	}
	filter := models.DifferenceFilter{
		Layers: layers, ArticleUIDs: o.articles, Order: order, Disputed: o.disputed,
		States: as[models.ReviewState](o.states), Comparisons: as[models.Comparison](o.comparisons),
	}
	counts, err := ws.DifferenceCounts(ctx, filter)
	if err != nil {
		return err
	}
	err = s.buffered(func(out io.Writer) error {
		for {
			page, err := ws.Differences(ctx, filter)
			if err != nil {
				return err
			}
			for _, row := range page.Rows {
				if err := printDifference(out, lineOfDifference(row), o.asJSON); err != nil {
					return err
				}
			}
			if page.Done {
				return nil
			}
			filter.After = page.Next
		}
	})
	if err == nil {
		s.sayf("%d of %d differences decided.\n", counts.Decided(), counts.Total)
	}
	return err
}

// as gives words their type.
func as[T ~string](words []string) []T {
	var list []T
	for _, word := range words {
		list = append(list, T(word))
	}
	return list
}

func lineOfDifference(d models.Difference) differenceLine {
	line := differenceLine{
		Article: d.ArticleUID, Title: d.ArticleTitle, Sentence: d.Sentence.Seq, Text: d.Sentence.Text,
		Comparison: string(d.Comparison), State: string(d.State), Layers: []layerLine{}, Decisions: []reviewLine{},
	}
	for _, layer := range d.Layers {
		line.Layers = append(line.Layers, lineOfLayer(layer))
	}
	for _, decision := range d.Decisions {
		line.Decisions = append(line.Decisions, lineOfDecision(decision))
	}
	return line
}

func lineOfLayer(layer models.DifferenceLayer) layerLine {
	line := layerLine{
		Annotator: layer.Annotator.Name, AnnotatorID: layer.Annotator.UID, Finished: layer.Finished, Labels: []labelLine{},
	}
	for _, a := range layer.Annotations {
		tag := labelLine{Label: a.Label, Note: a.Note}
		for _, d := range a.Details {
			if d.N == 0 {
				tag.Details = with(tag.Details, d.Field, d.ValueText)
			}
		}
		line.Labels = append(line.Labels, tag)
	}
	return line
}

func with(details map[string]string, key, value string) map[string]string {
	if details == nil {
		details = map[string]string{}
	}
	details[key] = value
	return details
}

func lineOfDecision(d models.SentenceDecision) reviewLine {
	line := reviewLine{
		Decision: d.UID, Reviewer: d.Reviewer.Name, Verdict: string(d.Verdict), Label: d.LabelKey, Result: []string{},
		Reason: d.Reason, Comment: d.Comment, Stale: d.Stale,
	}
	for _, label := range d.Labels {
		line.Result = append(line.Result, label.Label)
	}
	for _, r := range d.Replies {
		line.Replies = append(line.Replies, replyLine{r.Annotator, string(r.Answer), r.Comment, r.Outdated})
	}
	return line
}

func printDifference(out io.Writer, line differenceLine, asJSON bool) error {
	if asJSON {
		return jsonLines(out).Encode(line)
	}
	if _, err := fmt.Fprintf(out, "%s %d  %s, %s  %s\n", line.Article, line.Sentence, line.Comparison, line.State, line.Text); err != nil {
		return err
	}
	for _, layer := range line.Layers {
		labels := make([]string, len(layer.Labels))
		for i, tag := range layer.Labels {
			labels[i] = tag.Label
		}
		if _, err := fmt.Fprintf(out, "    %s: %s\n", layer.Annotator, listed(labels)); err != nil {
			return err
		}
	}
	for _, d := range line.Decisions {
		if _, err := fmt.Fprintf(out, "    %s by %s: %s  %s\n", d.Verdict, d.Reviewer, listed(d.Result), d.Comment); err != nil {
			return err
		}
		for _, r := range d.Replies {
			if _, err := fmt.Fprintf(out, "      %s: %s  %s\n", r.Annotator, r.Answer, r.Comment); err != nil {
				return err
			}
		}
	}
	return nil
}

// listed joins labels; none are said in a word.
func listed(labels []string) string {
	if len(labels) == 0 {
		return "no label"
	}
	return strings.Join(labels, ", ")
}
