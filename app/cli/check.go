package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

func checkCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "check --project P",
		Short: "Check integrity, references, offsets and history of a project",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.within(cmd.Context(), app.ReadOnly, "", func(ws *workspace.Workspace) error {
				findings, err := ws.Check(cmd.Context())
				if err != nil {
					return err
				}
				return s.printFindings(ws, findings)
			})
		},
	}
}

func (s *session) printFindings(ws *workspace.Workspace, findings []models.Finding) error {
	err := s.buffered(func(out io.Writer) error {
		if len(findings) == 0 {
			agree := "integrity, references, offsets and history agree"
			if ws.Newer() {
				agree = "integrity, references and offsets agree; only a newer version of the program can check the history"
			}
			_, err := fmt.Fprintf(out, "ok %s: %s\n", ws.Path(), agree)
			return err
		}
		for _, finding := range findings {
			if _, err := fmt.Fprintf(out, "%s: %s\n", finding.Area, finding.Message); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && len(findings) > 0 {
		err = models.Errorf(models.CodeDamaged, "The check of %s found %d faults; restore a backup, or keep this file and ask for help.",
			ws.Path(), len(findings))
	}
	return err
}
