package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/codebook"
	"glossator/app/workspace"
	"glossator/models"
)

func codebookCommand(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "codebook export|import",
		Short: "Write the project's codebook to a file, or take one over",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usageError{fmt.Errorf("which way? See '%s --help'", cmd.CommandPath())}
		},
	}
	cmd.AddCommand(codebookExport(s), codebookImport(s))
	return cmd
}

func codebookExport(s *session) *cobra.Command {
	var key, path string
	var overwrite bool
	cmd := &cobra.Command{
		Use:   "export --project P [--format json|csv|qdc] [-o OUT|-]",
		Short: "Write the codebook to a file or to standard output",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			format, err := codebookFormat(key, path)
			if err != nil {
				return err
			}
			return s.within(cmd.Context(), app.ReadOnly, "", func(ws *workspace.Workspace) error {
				if path == "-" {
					return s.buffered(func(out io.Writer) error { return format.Write(out, ws.CodebookDocument()) })
				}
				return ws.ExportCodebook(cmd.Context(), path, overwrite, format)
			})
		},
	}
	cmd.Flags().StringVar(&key, "format", "", "json, csv or qdc; else as the name of the file ends")
	cmd.Flags().StringVarP(&path, "output", "o", "-", "the file to write; - is standard output")
	cmd.Flags().BoolVar(&overwrite, "overwrite", false, "replace the file when it is there already")
	return cmd
}

// takeover is what the flags of an import say.
type takeover struct {
	format  string
	apply   bool
	changed []string
	note    string
}

// unchanged is said in place of labels when wording is all that differs.
const unchanged = "none"

func codebookImport(s *session) *cobra.Command {
	var options takeover
	cmd := &cobra.Command{
		Use:   "import --project P [--apply] FILE|-",
		Short: "Say what another codebook would change, and take it over with --apply",
		Long: "Without --apply nothing is changed. Labels and fields that the file does not have are archived; their\n" +
			"tags stay. Where a definition or a rule differs, say with --changed which labels mean something else\n" +
			"now: the codebook gets its next version, and their tags are listed to be looked at again.",
		Args: args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			format, err := codebookFormat(options.format, given[0])
			if err != nil {
				return err
			}
			data, err := s.codebookBytes(given[0])
			if err != nil {
				return err
			}
			mode := app.ReadOnly
			if options.apply {
				mode = app.Shared
			}
			return s.within(cmd.Context(), mode, "", func(ws *workspace.Workspace) error {
				return s.takeOver(cmd, ws, format, data, options)
			})
		},
	}
	cmd.Flags().StringVar(&options.format, "format", "", "json, csv or qdc; else as the name of the file ends")
	cmd.Flags().BoolVar(&options.apply, "apply", false, "take the codebook over")
	cmd.Flags().StringSliceVar(&options.changed, "changed", nil, "the labels that mean something else now, or none")
	cmd.Flags().StringVar(&options.note, "note", "", "why their meaning changed")
	return cmd
}

func (s *session) takeOver(cmd *cobra.Command, ws *workspace.Workspace, format codebook.Format, data []byte, options takeover) error {
	next, err := format.Read(bytes.NewReader(data), ws.CodebookDocument())
	if err != nil {
		return err
	}
	changes := codebook.Compare(ws.Codebook(), next)
	err = s.buffered(func(out io.Writer) error {
		for _, change := range changes {
			if _, err := fmt.Fprintln(out, change.Text); err != nil {
				return err
			}
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case len(changes) == 0:
		s.sayf("The project has this codebook already.\n")
		return nil
	case !options.apply:
		s.sayf("Nothing was changed; --apply takes the codebook over.\n")
		return nil
	}
	changed, err := meant(options.changed, codebook.Changed(changes, next), next)
	if err != nil {
		return err
	}
	if err := ws.SetCodebook(cmd.Context(), next, changed, options.note); err != nil {
		return err
	}
	s.sayf("The codebook was taken over; it is version %s.\n", ws.Codebook().Version)
	return nil
}

// meant returns the labels whose meaning changed. Whoever changes a definition
// has to say so, or that nothing did.
func meant(said, possible []string, book models.Codebook) ([]string, error) {
	if len(said) == 0 && len(possible) > 0 {
		return nil, usageError{fmt.Errorf("do these labels mean something else now: %s? Name those that do with --changed, or say --changed none",
			strings.Join(possible, ", "))}
	}
	if slices.Equal(said, []string{unchanged}) {
		return nil, nil
	}
	for _, key := range said {
		if _, known := book.Label(key); !known {
			return nil, models.Errorf(models.CodeNotFound, "The codebook has no label %q; look at its labels.", key)
		}
	}
	return said, nil
}

func codebookFormat(key, path string) (codebook.Format, error) {
	switch {
	case key != "":
		format, err := codebook.ByKey(key)
		if err != nil {
			return format, usageError{err}
		}
		return format, nil
	case path == "-":
		return codebook.ByKey("json")
	}
	return codebook.ByName(path)
}

// codebookBytes reads a file or standard input, up to the size limit and one
// byte more, so that the reader can tell.
func (s *session) codebookBytes(path string) ([]byte, error) {
	in := s.streams.In
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, models.Errorf(models.CodeUnreadable, "The file %s cannot be read; check its name and its rights.", path).Because(err)
		}
		defer func() { _ = file.Close() }() // it was only read
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, codebook.MaxSize+1))
	if err != nil {
		return nil, models.Errorf(models.CodeUnreadable, "The codebook could not be read to its end.").Because(err)
	}
	return data, nil
}
