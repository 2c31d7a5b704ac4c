package cli

import (
	"io"

	"github.com/spf13/cobra"

	"glossator/app/ingest"
)

func extractCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "extract FILE|-",
		Short: "Print what an import would make of a file, as one JSON object",
		Args:  args(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, given []string) error {
			doc, err := s.source(given[0])
			if err != nil {
				return err
			}
			return s.buffered(func(out io.Writer) error { return jsonLines(out).Encode(ingest.Extract(doc)) })
		},
	}
}
