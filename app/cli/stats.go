package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

func statsCommand(s *session) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "stats --project P",
		Short: "Count articles, sentences and annotations",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.within(cmd.Context(), app.ReadOnly, "", func(ws *workspace.Workspace) error {
				stats, err := ws.Stats(cmd.Context())
				if err != nil {
					return err
				}
				return s.buffered(func(out io.Writer) error {
					if asJSON {
						return jsonLines(out).Encode(stats)
					}
					return printStats(out, stats)
				})
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as one JSON object")
	return cmd
}

func printStats(out io.Writer, stats models.Stats) error {
	rows := []struct {
		name  string
		count int
	}{
		{"articles", stats.Articles},
		{"sentences", stats.Sentences},
		{"annotations", stats.Annotations},
		{"finished", stats.Finished},
		{"history", stats.Events},
	}
	for _, row := range rows {
		if _, err := fmt.Fprintf(out, "%-14s %d\n", row.name, row.count); err != nil {
			return err
		}
	}
	for _, counts := range []map[string]int{stats.Labels, stats.Annotators} {
		for _, key := range slices.Sorted(maps.Keys(counts)) {
			if _, err := fmt.Fprintf(out, "  %-12s %d\n", key, counts[key]); err != nil {
				return err
			}
		}
	}
	return nil
}
