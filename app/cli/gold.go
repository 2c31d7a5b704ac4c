package cli

import (
	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
)

func goldCommand(s *session) *cobra.Command {
	options := exportOptions{filter: models.ExportFilter{Layer: models.LayerGold}}
	cmd := &cobra.Command{
		Use:   "gold PROJECT [--format csv] [-o OUT]",
		Short: "Write the gold layer: what review has made of all layers",
		Long: "Labels on which all agree and those that were decided, each with its provenance; what nobody has\n" +
			"decided is left out, unless it is asked for.",
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			if _, err := s.projectFirst(given, 0); err != nil {
				return err
			}
			format, err := export.ByKey(options.format)
			if err != nil {
				return usageError{err}
			}
			return s.within(cmd.Context(), app.ReadOnly, "", func(ws *workspace.Workspace) error {
				return s.export(cmd, ws, format, options)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&options.format, "format", "csv", "one of "+formatKeys())
	flags.StringVarP(&options.out, "output", "o", "-", "the file to write; - is standard output")
	flags.BoolVar(&options.overwrite, "overwrite", false, "replace the file when it is there already")
	flags.StringSliceVar(&options.filter.ArticleUIDs, "article", nil, "only these articles, by `ID`")
	flags.BoolVar(&options.filter.Unresolved, "unresolved", false, "with what layers differ about and nobody has decided")
	return cmd
}
