package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

func responsesCommand(s *session) *cobra.Command {
	var annotator string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "responses --project P --annotator NAME",
		Short: "List the decisions of others about the annotator's layer, with the answers",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.within(cmd.Context(), app.ReadOnly, annotator, func(ws *workspace.Workspace) error {
				return s.listResponses(cmd.Context(), ws, asJSON)
			})
		},
	}
	cmd.Flags().StringVar(&annotator, "annotator", "", "whose layer, by `NAME`")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object per decision")
	return cmd
}

// responseLine is the contract of review responses --json.
type responseLine struct {
	reviewLine

	Article  string `json:"article"`
	Title    string `json:"title"`
	Sentence int    `json:"sentence"` // from 1
	Text     string `json:"text"`
	Answer   string `json:"answer"` // agree, disagree, discuss, or empty
	Reply    string `json:"reply"`
	Outdated bool   `json:"outdated"` // the decision has changed since the answer
}

func (s *session) listResponses(ctx context.Context, ws *workspace.Workspace, asJSON bool) error {
	list, err := ws.Responses(ctx)
	if err != nil {
		return err
	}
	return s.buffered(func(out io.Writer) error {
		for _, r := range list {
			line := responseLine{
				reviewLine: lineOfDecision(r.Decision), Article: r.ArticleUID, Title: r.ArticleTitle,
				Sentence: r.Sentence.Seq, Text: r.Sentence.Text, Outdated: r.Outdated,
			}
			if r.Response != nil {
				line.Answer, line.Reply = string(r.Response.Answer), r.Response.Comment
			}
			if err := printResponse(out, line, asJSON); err != nil {
				return err
			}
		}
		return nil
	})
}

func printResponse(out io.Writer, line responseLine, asJSON bool) error {
	if asJSON {
		return jsonLines(out).Encode(line)
	}
	answer := line.Answer
	if answer == "" {
		answer = "not answered"
	}
	_, err := fmt.Fprintf(out, "%s  %s by %s: %s  %s\n    %s %d  %s\n    %s  %s\n", line.Decision, line.Verdict, line.Reviewer,
		listed(line.Result), line.Comment, line.Article, line.Sentence, line.Text, answer, line.Reply)
	return err
}

func respondCommand(s *session) *cobra.Command {
	var annotator, comment string
	cmd := &cobra.Command{
		Use:   "respond --project P --annotator NAME DECISION agree|disagree|discuss",
		Short: "Answer a decision about the annotator's layer; to agree changes the layer",
		Args:  args(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, given []string) error {
			if err := needAnnotator(annotator); err != nil {
				return err
			}
			answer, known := answers[given[1]]
			if !known {
				return usageError{fmt.Errorf("the answer is agree, disagree or discuss, not %q", given[1])}
			}
			return s.within(cmd.Context(), app.Shared, annotator, func(ws *workspace.Workspace) error {
				return ws.Respond(cmd.Context(), models.ResponseInput{DecisionUID: given[0], Answer: answer, Comment: comment})
			})
		},
	}
	cmd.Flags().StringVar(&annotator, "annotator", "", "who answers, by `NAME`")
	cmd.Flags().StringVar(&comment, "comment", "", "a few words for the reviewer")
	return cmd
}

// answers are what an author may say to a decision.
var answers = map[string]models.Answer{
	string(models.AnswerAgree): models.AnswerAgree, string(models.AnswerDisagree): models.AnswerDisagree,
	string(models.AnswerDiscuss): models.AnswerDiscuss,
}
