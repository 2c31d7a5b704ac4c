package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"glossator/app/workspace"
	"glossator/models"
)

func importCommand(s *session) *cobra.Command {
	var asJSON bool
	var annotator string
	var wanted wanted
	cmd := &cobra.Command{
		Use:   "import --project P PATH|URL|- ...",
		Short: "Add articles: files, folders, archives, addresses, or text on standard input",
		Long: "Adds every article of the sources. Of one feed, table or archive, --list says what it holds and adds\n" +
			"nothing, --items takes some of it by their numbers, and --pages gets the whole page of each from its\n" +
			"address. The columns of a table go by their names; --column says otherwise, by FIELD=NAME with the\n" +
			"fields title, text, date, source, author, url, language and ignore.",
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if wanted.any() {
				return s.importSome(cmd, paths, wanted, annotator, asJSON)
			}
			return s.withinNew(cmd.Context(), annotator, func(ws *workspace.Workspace) error {
				return s.importAll(cmd, ws, paths, asJSON)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object per article")
	wanted.flags(cmd.Flags())
	cmd.Flags().StringVar(&annotator, "annotator", "", "who adds them, by `NAME`")
	return cmd
}

// importedLine is the contract of import --json.
type importedLine struct {
	Article   string `json:"article"`
	Title     string `json:"title"`
	Sentences int    `json:"sentences"`
	Status    string `json:"status"` // imported, duplicate or failed
	Reason    string `json:"reason"`
	Source    string `json:"source"`
	Like      string `json:"like"` // the article of the project that it is nearly the same as, by ID; or empty
}

func lineOf(one workspace.Imported) importedLine {
	line := importedLine{
		Article:   one.Article.UID,
		Title:     one.Article.Title,
		Sentences: one.Article.SentenceCount,
		Status:    "imported",
		Source:    one.Source,
	}
	switch {
	case one.Err != nil:
		line.Status, line.Reason = "failed", models.Explain(one.Err)
	case one.Duplicate:
		line.Status, line.Reason = "duplicate", "The project has this text already."
	default:
		line.Reason = remarks(one)
	}
	if one.Like != nil {
		line.Like = one.Like.Article.UID
	}
	return line
}

// remarks are what is to be said about an article that was imported.
func remarks(one workspace.Imported) string {
	var parts []string
	if one.Like != nil {
		parts = append(parts, one.Like.Text().String())
	}
	for _, notice := range one.Notices {
		parts = append(parts, notice.String())
	}
	return strings.Join(parts, " ")
}

func (s *session) importAll(cmd *cobra.Command, ws *workspace.Workspace, paths []string, asJSON bool) error {
	report, err := s.takeIn(cmd, ws, paths)
	return s.printReport(report, err, asJSON)
}

// printReport says what became of each source; err is why an import ended early.
func (s *session) printReport(report []workspace.Imported, err error, asJSON bool) error {
	bad := 0
	printing := s.buffered(func(out io.Writer) error {
		for _, one := range report {
			line := lineOf(one)
			if one.Err != nil {
				bad++
			}
			if err := printImported(out, line, asJSON); err != nil {
				return err
			}
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case printing != nil:
		return printing
	case bad > 0:
		return models.Errorf(models.CodeInvalid, "%d of %d sources could not be imported; the reasons are listed above.", bad, len(report))
	}
	return nil
}

// takeIn imports the paths; - stands for the standard input.
func (s *session) takeIn(cmd *cobra.Command, ws *workspace.Workspace, paths []string) ([]workspace.Imported, error) {
	var files []string
	var report []workspace.Imported
	for _, path := range paths {
		if path != "-" {
			files = append(files, path)
			continue
		}
		taken, err := workspace.TakeStream(path, s.streams.In)
		if err != nil {
			report = append(report, workspace.Imported{Source: path, Err: err})
			continue
		}
		added, err := ws.AddTaken(cmd.Context(), taken, nil)
		if report = append(report, added...); err != nil {
			return report, err
		}
	}
	tell, end := s.progress("articles")
	added, err := ws.Import(cmd.Context(), files, tell)
	end()
	return append(report, added...), err
}

func printImported(out io.Writer, line importedLine, asJSON bool) error {
	if asJSON {
		return jsonLines(out).Encode(line)
	}
	if line.Status == "failed" {
		_, err := fmt.Fprintf(out, "failed     %s: %s\n", line.Source, line.Reason)
		return err
	}
	if _, err := fmt.Fprintf(out, "%-10s %s  %d sentences  %s\n", line.Status, line.Article, line.Sentences, line.Title); err != nil {
		return err
	}
	if line.Status == "duplicate" || line.Reason == "" {
		return nil
	}
	_, err := fmt.Fprintf(out, "           %s\n", line.Reason)
	return err
}
