package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

// againOptions are what the flags of segment-again say.
type againOptions struct {
	article   string
	all       bool
	dryRun    bool
	asJSON    bool
	annotator string
}

func againCommand(s *session) *cobra.Command {
	var options againOptions
	cmd := &cobra.Command{
		Use:   "segment-again --project P --article ID | --all",
		Short: "Cut articles into sentences by the present rules; labels go along",
		Long: "Says for each paragraph which sentences are replaced by which. Labels go to the new sentence that\n" +
			"shares the most text with the old one; paragraphs whose sentences somebody has joined or split stay\n" +
			"as they are. One undo takes all of it back. With --dry-run nothing is changed.",
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if options.all == (options.article != "") {
				return usageError{errors.New("which articles? Give --article ID or --all")}
			}
			mode := app.Shared
			if options.dryRun {
				mode = app.ReadOnly
			}
			return s.within(cmd.Context(), mode, options.annotator, func(ws *workspace.Workspace) error {
				return s.segmentAgain(cmd, ws, options)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&options.article, "article", "", "the article, by `ID`")
	flags.BoolVar(&options.all, "all", false, "every article of the project")
	flags.BoolVar(&options.dryRun, "dry-run", false, "only say what would change")
	flags.BoolVar(&options.asJSON, "json", false, "one JSON object per change")
	flags.StringVar(&options.annotator, "annotator", "", "who does it, by `NAME`")
	return cmd
}

// againLine is the contract of segment-again --json.
type againLine struct {
	Article   string   `json:"article"`
	Paragraph int      `json:"paragraph"` // from 1, counting all blocks of the text
	Old       []string `json:"old"`
	New       []string `json:"new"`
	Labels    int      `json:"labels"` // that go to other sentences
}

func (s *session) segmentAgain(cmd *cobra.Command, ws *workspace.Workspace, options againOptions) error {
	uids := []string{options.article}
	if options.all {
		var err error
		if uids, err = ws.ArticleUIDs(cmd.Context(), models.ArticleFilter{}); err != nil {
			return err
		}
	}
	var wanted []string
	err := s.buffered(func(out io.Writer) error {
		for _, uid := range uids {
			plan, err := ws.PlanRecut(cmd.Context(), uid)
			if err != nil {
				return err
			}
			if len(plan.Blocks) > 0 {
				wanted = append(wanted, uid)
			}
			if err := printRecut(out, plan, options.asJSON); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || options.dryRun {
		return err
	}
	changed, err := ws.SegmentAgain(cmd.Context(), wanted...)
	if err != nil {
		return err
	}
	s.sayf("%d paragraphs of %d articles are cut anew.\n", changed, len(wanted))
	return nil
}

func printRecut(out io.Writer, plan workspace.Recut, asJSON bool) error {
	for _, block := range plan.Blocks {
		for _, change := range block.Changes {
			line := againLine{
				Article: plan.Article.UID, Paragraph: block.Block + 1, Old: change.Old, New: change.New, Labels: change.Labels,
			}
			if err := printChange(out, line, asJSON); err != nil {
				return err
			}
		}
	}
	return nil
}

func printChange(out io.Writer, line againLine, asJSON bool) error {
	if asJSON {
		return jsonLines(out).Encode(line)
	}
	if _, err := fmt.Fprintf(out, "%s  paragraph %d, %d labels\n", line.Article, line.Paragraph, line.Labels); err != nil {
		return err
	}
	for _, part := range []struct {
		mark  string
		texts []string
	}{{"-", line.Old}, {"+", line.New}} {
		for _, text := range part.texts {
			if _, err := fmt.Fprintf(out, "  %s %s\n", part.mark, text); err != nil {
				return err
			}
		}
	}
	return nil
}
