package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/segment"
)

func versionCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program and of its sentence rules",
		Args:  args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(s.streams.Out, "glossator %s, sentences %s\n", app.Version, segment.Version)
			return err
		},
	}
}
