package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

// decisionLine is a decision as review decide reads it, one JSON object a line.
type decisionLine struct {
	Article  string               `json:"article"`
	Sentence int                  `json:"sentence"` // from 1
	Verdict  models.Verdict       `json:"verdict"`
	Layer    string               `json:"layer"` // whose labels are judged, by name or ID; empty: nobody's
	Label    string               `json:"label"` // empty: about the sentence as a whole
	Labels   []models.ResultLabel `json:"labels"`
	Reason   models.Reason        `json:"reason"`
	Comment  string               `json:"comment"`
}

// decided is the line that comes out for each decision.
type decided struct {
	OK       bool   `json:"ok"`
	Decision string `json:"decision,omitempty"`
	Error    string `json:"error,omitempty"`
}

func decideCommand(s *session) *cobra.Command {
	var annotator string
	cmd := &cobra.Command{
		Use:   "decide --project P --annotator NAME -",
		Short: "Decide from JSON lines on standard input",
		Long: `Each line is {"article":"ar-...","sentence":3,"verdict":"changed","layer":"Ann","labels":[{"label":"claim"}],` + "\n" +
			`"reason":"slip","comment":""}, with sentences counted from 1. Verdicts are accepted, changed, rejected, added` + "\n" +
			"and deferred. One line comes out per line in, once the decision is durable.",
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			if len(given) == 1 && given[0] != "-" {
				return usageError{fmt.Errorf("decide reads standard input; give - instead of %q", given[0])}
			}
			if err := needAnnotator(annotator); err != nil {
				return err
			}
			return s.within(cmd.Context(), app.Shared, annotator, func(ws *workspace.Workspace) error {
				return decideLines(cmd.Context(), ws, s.streams.In, s.streams.Out)
			})
		},
	}
	cmd.Flags().StringVar(&annotator, "annotator", "", "who decides, by `NAME`")
	return cmd
}

func decideLines(ctx context.Context, ws *workspace.Workspace, in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	bad, total := 0, 0
	for lines.Scan() && ctx.Err() == nil {
		if len(lines.Bytes()) == 0 {
			continue
		}
		total++
		answer := decideLineOf(ctx, ws, lines.Bytes())
		if !answer.OK {
			bad++
		}
		if err := jsonLines(out).Encode(answer); err != nil {
			return models.Errorf(models.CodeInput,
				"The acknowledgements could not be written; %d decisions are saved all the same.", total-bad).Because(err)
		}
	}
	switch err := lines.Err(); {
	case err != nil:
		return models.Errorf(models.CodeInvalid, "Line %d of the input is longer than %d bytes or cannot be read.", total+1, maxLine).Because(err)
	case bad > 0:
		return models.Errorf(models.CodeInvalid, "%d of %d lines were refused; the reasons stand in the output.", bad, total)
	}
	return nil
}

func decideLineOf(ctx context.Context, ws *workspace.Workspace, text []byte) decided {
	var line decisionLine
	if err := json.Unmarshal(text, &line); err != nil {
		return decided{Error: "This line is not a JSON object of the expected form; see 'glossator review decide --help'."}
	}
	uid, err := decide(ctx, ws, line)
	if err != nil {
		return decided{Error: models.Explain(err)}
	}
	return decided{OK: true, Decision: uid}
}

// decide makes one decision and returns its UID.
func decide(ctx context.Context, ws *workspace.Workspace, line decisionLine) (string, error) {
	sentence, err := ws.SentenceOf(ctx, line.Article, line.Sentence)
	if err != nil {
		return "", err
	}
	in := models.DecisionInput{
		SentenceID: sentence.ID, LabelKey: line.Label, Verdict: line.Verdict, Labels: line.Labels, Reason: line.Reason, Comment: line.Comment,
	}
	if line.Layer != "" {
		if in.LayerUID, err = annotatorBy(ws.Annotators(), line.Layer, "this project"); err != nil {
			return "", err
		}
	}
	made, err := ws.Decide(ctx, in)
	return made.UID, err
}

// verdictOptions are the flags that the single decisions share.
type verdictOptions struct {
	annotator string
	layer     string
	label     string
	labels    []string
	reason    string
	comment   string
}

// verdictCommand makes a subcommand for one decision about one sentence.
func verdictCommand(s *session, use, short string, verdict models.Verdict, more func(*cobra.Command, *verdictOptions)) *cobra.Command {
	var o verdictOptions
	cmd := &cobra.Command{
		Use:   use + " --project P --annotator NAME ARTICLE SENTENCE",
		Short: short,
		Args:  args(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, given []string) error {
			number, err := strconv.Atoi(given[1])
			if err != nil {
				return usageError{fmt.Errorf("the sentence is a number, counted from 1, not %q", given[1])}
			}
			if err := needAnnotator(o.annotator); err != nil {
				return err
			}
			line := decisionLine{
				Article: given[0], Sentence: number, Verdict: verdict, Layer: o.layer, Label: o.label, Reason: models.Reason(o.reason),
				Comment: o.comment,
			}
			for _, key := range o.labels {
				line.Labels = append(line.Labels, models.ResultLabel{Label: key})
			}
			return s.decideOne(cmd.Context(), o.annotator, line)
		},
	}
	cmd.Flags().StringVar(&o.annotator, "annotator", "", "who decides, by `NAME`")
	cmd.Flags().StringVar(&o.comment, "comment", "", "a comment for the author")
	if more != nil {
		more(cmd, &o)
	}
	return cmd
}

func (s *session) decideOne(ctx context.Context, annotator string, line decisionLine) error {
	return s.within(ctx, app.Shared, annotator, func(ws *workspace.Workspace) error {
		uid, err := decide(ctx, ws, line)
		if err != nil {
			return err
		}
		return s.buffered(func(out io.Writer) error { return jsonLines(out).Encode(decided{OK: true, Decision: uid}) })
	})
}

func judging(cmd *cobra.Command, o *verdictOptions) {
	cmd.Flags().StringVar(&o.layer, "layer", "", "whose labels are judged, by `NAME` or ID")
	cmd.Flags().StringVar(&o.label, "only", "", "only this label of the sentence, such as claim")
}

func reasoned(cmd *cobra.Command, o *verdictOptions) {
	cmd.Flags().StringVar(&o.reason, "reason", "", "one of "+reasonKeys())
}

func reasonKeys() string {
	var keys []string
	for _, reason := range models.Reasons() {
		keys = append(keys, string(reason))
	}
	return strings.Join(keys, ", ")
}

func acceptCommand(s *session) *cobra.Command {
	return verdictCommand(s, "accept", "Take what a layer has on a sentence", models.VerdictAccepted, judging)
}

func rejectCommand(s *session) *cobra.Command {
	return verdictCommand(s, "reject", "Take nothing of what a layer has on a sentence", models.VerdictRejected,
		func(cmd *cobra.Command, o *verdictOptions) {
			judging(cmd, o)
			reasoned(cmd, o)
		})
}

func changeCommand(s *session) *cobra.Command {
	return verdictCommand(s, "change", "Put other labels in place of what a layer has on a sentence", models.VerdictChanged,
		func(cmd *cobra.Command, o *verdictOptions) {
			judging(cmd, o)
			reasoned(cmd, o)
			cmd.Flags().StringSliceVar(&o.labels, "label", nil, "the labels that shall stand, such as claim; details are for review decide")
		})
}

func noneCommand(s *session) *cobra.Command {
	return verdictCommand(s, "none", "Decide that a sentence holds nothing to tag", models.VerdictAccepted, nil)
}

func deferCommand(s *session) *cobra.Command {
	return verdictCommand(s, "defer", "Leave a sentence for later", models.VerdictDeferred, nil)
}

func identicalCommand(s *session) *cobra.Command {
	var annotator string
	var layers []string
	cmd := &cobra.Command{
		Use:   "identical --project P --annotator NAME ARTICLE ...",
		Short: "Accept the sentences on which the layers say the same",
		Args:  args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, articles []string) error {
			if err := needAnnotator(annotator); err != nil {
				return err
			}
			return s.within(cmd.Context(), app.Shared, annotator, func(ws *workspace.Workspace) error {
				uids, err := layersOf(ws, layers)
				if err != nil {
					return err
				}
				return s.acceptIdentical(cmd.Context(), ws, articles, uids)
			})
		},
	}
	cmd.Flags().StringVar(&annotator, "annotator", "", "who decides, by `NAME`")
	cmd.Flags().StringSliceVar(&layers, "layer", nil, "the layers compared, by name or `ID`; without it all")
	return cmd
}

func (s *session) acceptIdentical(ctx context.Context, ws *workspace.Workspace, articles, layers []string) error {
	total := 0
	for _, article := range articles {
		count, err := ws.AcceptIdentical(ctx, article, layers...)
		if err != nil {
			return err
		}
		total += count
	}
	return s.buffered(func(out io.Writer) error {
		_, err := fmt.Fprintf(out, "%d sentences accepted\n", total)
		return err
	})
}
