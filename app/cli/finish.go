package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

func finishCommand(s *session) *cobra.Command {
	var annotator string
	var all, reopen bool
	cmd := &cobra.Command{
		Use:   "finish --project P --annotator NAME ARTICLE ... | --all",
		Short: "Mark articles as finished by an annotator",
		Long:  "From then on a sentence of them without a label means: nothing here. With --reopen they are not finished any more.",
		Args:  args(someOrAll(&all)),
		RunE: func(cmd *cobra.Command, articles []string) error {
			return s.onArticles(cmd.Context(), annotator, articles, func(ctx context.Context, ws *workspace.Workspace) error {
				return ws.SetFinished(ctx, !reopen)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&annotator, "annotator", "", "who has finished them, by `NAME`")
	flags.BoolVar(&all, "all", false, "every article of the project")
	flags.BoolVar(&reopen, "reopen", false, "take it back")
	return cmd
}

func blindCommand(s *session) *cobra.Command {
	var annotator string
	var all, off bool
	cmd := &cobra.Command{
		Use:   "blind --project P --annotator NAME ARTICLE ... | --all",
		Short: "Hide the labels of others on articles until the annotator has finished them",
		Args:  args(someOrAll(&all)),
		RunE: func(cmd *cobra.Command, articles []string) error {
			coding := models.CodingBlind
			if off {
				coding = models.CodingOpen
			}
			return s.onArticles(cmd.Context(), annotator, articles, func(ctx context.Context, ws *workspace.Workspace) error {
				return ws.SetCoding(ctx, coding)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&annotator, "annotator", "", "from whom they are hidden, by `NAME`")
	flags.BoolVar(&all, "all", false, "every article of the project")
	flags.BoolVar(&off, "off", false, "show them again")
	return cmd
}

// someOrAll wants arguments, or the flag that stands for all of them.
func someOrAll(all *bool) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if *all {
			return cobra.NoArgs(cmd, given)
		}
		return cobra.MinimumNArgs(1)(cmd, given)
	}
}

// onArticles opens article after article and runs an action on it; no articles
// are all.
func (s *session) onArticles(
	ctx context.Context, annotator string, articles []string, run func(context.Context, *workspace.Workspace) error,
) error {
	if annotator == "" {
		return usageError{errors.New("whose articles are these? Give --annotator NAME")}
	}
	return s.within(ctx, app.Shared, annotator, func(ws *workspace.Workspace) error {
		if len(articles) == 0 {
			var err error
			if articles, err = ws.ArticleUIDs(ctx, models.ArticleFilter{}); err != nil {
				return err
			}
		}
		for _, uid := range articles {
			if err := ws.OpenArticle(ctx, uid); err != nil {
				return err
			}
			if err := run(ctx, ws); err != nil {
				return err
			}
		}
		return s.buffered(func(out io.Writer) error {
			_, err := fmt.Fprintf(out, "%d articles\n", len(articles))
			return err
		})
	})
}
