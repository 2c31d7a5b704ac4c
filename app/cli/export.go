package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
)

// exportOptions are what the flags of export say.
type exportOptions struct {
	format    string
	out       string
	overwrite bool
	filter    models.ExportFilter
}

func exportCommand(s *session) *cobra.Command {
	var options exportOptions
	cmd := &cobra.Command{
		Use:   "export --project P [--format csv] -o OUT|-",
		Short: "Write the annotations to a file or to standard output",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
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
	flags.StringSliceVar(&options.filter.LabelKeys, "label", nil, "only these labels, such as statistic")
	flags.StringSliceVar(&options.filter.AnnotatorUIDs, "annotator", nil, "only these annotators' layers, by `ID`")
	flags.BoolVar(&options.filter.WithoutOpen, "finished-only", false, "leave out articles that their annotator has not finished")
	flags.BoolVar(&options.filter.WithoutEmpty, "without-empty", false, "leave out finished sentences without a label")
	return cmd
}

func (s *session) export(cmd *cobra.Command, ws *workspace.Workspace, format export.Format, options exportOptions) error {
	if options.out == "-" {
		written, err := ws.ExportTo(cmd.Context(), s.streams.Out, "standard output", format, options.filter)
		s.sayAll(written.Notices)
		return err
	}
	written, err := ws.Export(cmd.Context(), options.out, options.overwrite, format, options.filter)
	s.sayAll(written.Notices)
	if err != nil {
		return err
	}
	s.sayf("%d rows written to %s.\n", written.Rows, options.out)
	return nil
}

func (s *session) sayAll(notices []string) {
	for _, notice := range notices {
		s.sayf("%s\n", notice)
	}
}

// formatKeys lists the formats for the help text.
func formatKeys() string {
	var keys []string
	for _, format := range export.Formats() {
		keys = append(keys, format.Key)
	}
	return strings.Join(keys, ", ")
}
