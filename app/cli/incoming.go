package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

// comingOptions are what the flags of import-annotations say.
type comingOptions struct {
	annotator string
	rejected  string
	dryRun    bool
	asJSON    bool
	options   workspace.ComingOptions
}

func comingCommand(s *session) *cobra.Command {
	var o comingOptions
	cmd := &cobra.Command{
		Use:   "import-annotations PROJECT FILE [--dry-run]",
		Short: "Take back annotations that were changed in a table or another program",
		Long: "FILE is a CSV or workbook that export wrote, changed in a spreadsheet, or the zip of tables, Label Studio's\n" +
			"JSON, doccano's JSON Lines or a REFI-QDA project. Rows that are missing take nothing away, texts of sentences are\n" +
			"never changed, and annotations of others are only added to. What could not be used is listed with the reason\n" +
			"in FILE-not-imported.csv. One undo takes all of it back.",
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			files, err := s.projectFirst(given, 1)
			if err != nil {
				return err
			}
			if len(files) != 1 {
				return usageError{fmt.Errorf("give one file at a time, not %d", len(files))}
			}
			mode := app.Shared
			if o.dryRun {
				mode = app.ReadOnly
			}
			return s.within(cmd.Context(), mode, o.annotator, func(ws *workspace.Workspace) error {
				return s.takeBack(cmd.Context(), ws, files[0], o)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.annotator, "annotator", "", "whose rows they are where the file names nobody, by `NAME`")
	flags.StringVar(&o.rejected, "not-imported", "", "where to list what could not be used; the default is beside the `FILE`")
	flags.BoolVar(&o.options.Loose, "loose", false, "also take rows whose sentence differs in white space only")
	flags.BoolVar(&o.options.SamePeople, "same-people", false,
		"somebody with a name of the project is that person, also with another identity")
	flags.BoolVar(&o.dryRun, "dry-run", false, "only say what would happen")
	flags.BoolVar(&o.asJSON, "json", false, "one JSON object")
	return cmd
}

// comingLine is the contract of import-annotations --json.
type comingLine struct {
	File        string      `json:"file"`
	Format      string      `json:"format"`
	DryRun      bool        `json:"dry_run"`
	Same        int         `json:"same"`
	Changed     int         `json:"changed"`
	New         int         `json:"new"`
	Unsure      int         `json:"unsure"`
	Unmatched   int         `json:"unmatched"`
	Articles    int         `json:"articles"` // new ones
	Finished    int         `json:"finished"`
	SameNames   []string    `json:"same_names"`
	Notices     []string    `json:"notices"`
	Rows        []comingRow `json:"rows"`         // all but those that are the same
	NotImported string      `json:"not_imported"` // the list of what could not be used, or empty
}

type comingRow struct {
	Line      int           `json:"line"`
	State     string        `json:"state"`
	Reason    string        `json:"reason,omitempty"`
	Remarks   []string      `json:"remarks,omitempty"`
	Label     string        `json:"label"`
	Annotator string        `json:"annotator"`
	Article   string        `json:"article"`
	Changes   []changeShown `json:"changes,omitempty"`
}

type changeShown struct {
	What   string `json:"what"`
	Before string `json:"before"`
	After  string `json:"after"`
}

func (s *session) takeBack(ctx context.Context, ws *workspace.Workspace, file string, o comingOptions) error {
	coming, err := ws.ReadComing(ctx, file, o.options)
	if err != nil {
		return err
	}
	rejected := ""
	if !o.dryRun {
		tell, end := s.progress("annotations")
		coming, err = ws.Take(ctx, coming, o.options, tell)
		end()
		if err != nil {
			return err
		}
		if rejected, err = saveRejected(&coming, file, o.rejected); err != nil {
			return err
		}
	}
	line := lineOfComing(&coming, o.dryRun, rejected)
	return s.buffered(func(out io.Writer) error { return printComing(out, line, o.asJSON) })
}

func saveRejected(coming *workspace.Coming, file, wanted string) (path string, err error) {
	if path = wanted; path == "" {
		if path, err = workspace.RejectedName(file); err != nil {
			return "", err
		}
	}
	n, err := coming.SaveRejected(path, models.Text.String)
	if n == 0 {
		path = ""
	}
	return path, err
}

func lineOfComing(coming *workspace.Coming, dry bool, rejected string) comingLine {
	r := &coming.Result
	line := comingLine{
		File: coming.File.Path, Format: string(coming.File.Format), DryRun: dry, Same: r.Same, Changed: r.Changed, New: r.New,
		Unsure: r.Unsure, Unmatched: r.Unmatched, Articles: len(r.Articles), Finished: len(r.Finished),
		SameNames: append([]string{}, r.SameNames...), Notices: texts(slices.Concat(coming.File.Notices, r.Notices())),
		Rows: []comingRow{}, NotImported: rejected,
	}
	for i := range r.Rows {
		row := &r.Rows[i]
		if row.State == workspace.ComingSame && len(row.Remarks) == 0 {
			continue
		}
		shown := comingRow{
			Line: row.Row.Line, State: string(row.State), Reason: row.Reason.String(), Remarks: texts(row.Remarks),
			Label: row.Row.Label, Annotator: row.Person.Name,
		}
		if row.Article != nil {
			shown.Article = row.Article.UID
		}
		for _, c := range row.Changes {
			shown.Changes = append(shown.Changes, changeShown(c))
		}
		line.Rows = append(line.Rows, shown)
	}
	return line
}

func texts(list []models.Text) []string {
	said := make([]string, 0, len(list))
	for _, text := range list {
		said = append(said, text.String())
	}
	return said
}

func printComing(out io.Writer, line comingLine, asJSON bool) error {
	if asJSON {
		return jsonLines(out).Encode(line)
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s: %d the same, %d changed, %d new, %d unsure, %d not imported; %d new articles, %d finished\n",
		line.File, line.Same, line.Changed, line.New, line.Unsure, line.Unmatched, line.Articles, line.Finished)
	for _, notice := range line.Notices {
		fmt.Fprintf(&text, "  %s\n", notice)
	}
	for _, name := range line.SameNames {
		fmt.Fprintf(&text, "  %s has another identity in the file than here; --same-people takes them for one person\n", name)
	}
	for _, row := range line.Rows {
		row.print(&text)
	}
	if line.NotImported != "" {
		fmt.Fprintf(&text, "  what could not be used is in %s\n", line.NotImported)
	}
	if line.DryRun {
		text.WriteString("  nothing was changed: this was a dry run\n")
	}
	_, err := io.WriteString(out, text.String())
	return err
}

func (r *comingRow) print(text *strings.Builder) {
	fmt.Fprintf(text, "  line %d: %s, %s", r.Line, r.Label, r.State)
	for _, c := range r.Changes {
		fmt.Fprintf(text, "; %s %q becomes %q", c.What, c.Before, c.After)
	}
	if r.Reason != "" {
		fmt.Fprintf(text, ": %s", r.Reason)
	}
	for _, remark := range r.Remarks {
		fmt.Fprintf(text, " (%s)", remark)
	}
	text.WriteByte('\n')
}
