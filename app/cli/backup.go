package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
)

func backupCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "backup --project P DEST",
		Short: "Write a consistent copy of a project, also while its window is open",
		Args:  args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			return s.within(cmd.Context(), app.ReadOnly, "", func(ws *workspace.Workspace) error {
				if err := ws.Backup(cmd.Context(), given[0]); err != nil {
					return err
				}
				_, err := fmt.Fprintf(s.streams.Err, "Copied to %s and checked.\n", given[0])
				return err
			})
		},
	}
}
