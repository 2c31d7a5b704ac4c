package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/models"
)

func recoverCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "recover --project DAMAGED DEST",
		Short: "Save what can be read of a damaged project into a new file",
		Long: "The damaged file is only read. What could not be saved is listed, one line each; the exit status is 0\n" +
			"when nothing is missing and 1 when something is.",
		Args: args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			if s.project == "" {
				return usageError{errors.New("which project is damaged? Give its file with --project FILE")}
			}
			known, err := s.app()
			if err != nil {
				return err
			}
			result, err := known.Recover(cmd.Context(), s.project, given[0])
			if err != nil {
				return err
			}
			backup, _ := known.LastBackup(s.project)
			return s.printSalvage(result, given[0], backup.Path)
		},
	}
}

// printSalvage says what was saved and lost, and where the last backup of the
// damaged file is, if there is one.
func (s *session) printSalvage(result app.Salvage, dest, backup string) error {
	err := s.buffered(func(out io.Writer) error {
		for _, line := range result.Lost {
			if _, err := fmt.Fprintf(out, "lost: %s\n", line); err != nil {
				return err
			}
		}
		_, err := fmt.Fprintf(out, "saved: %d articles and %d annotations in %s\n", result.Holding.Articles, result.Holding.Annotations, dest)
		if err == nil && backup != "" {
			_, err = fmt.Fprintf(out, "last backup: %s\n", backup)
		}
		return err
	})
	if err == nil && len(result.Lost) > 0 {
		err = models.Errorf(models.CodeDamaged, "Not everything could be saved; compare %s with your last backup.", dest)
	}
	return err
}
