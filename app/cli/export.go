package cli

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/export"
	"glossator/app/workspace"
	"glossator/models"
)

// exportOptions are what the flags of export say.
type exportOptions struct {
	format       string
	out          string
	overwrite    bool
	folder       bool
	withoutTexts bool
	locale       string
	layer        string
	annotators   []string
	since, until string
	filter       models.ExportFilter
}

func exportCommand(s *session) *cobra.Command {
	var options exportOptions
	cmd := &cobra.Command{
		Use:   "export --project P [--format csv] -o OUT|-",
		Short: "Write the annotations to a file or to standard output",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			format, err := export.ByKey(options.format)
			if err == nil {
				err = options.read(format)
			}
			if err != nil {
				return usageError{err}
			}
			return s.within(cmd.Context(), app.ReadOnly, "", func(ws *workspace.Workspace) error {
				if err := options.name(ws); err != nil {
					return err
				}
				return s.export(cmd, ws, format, options)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&options.format, "format", "csv", "one of "+formatKeys())
	flags.StringVarP(&options.out, "output", "o", "-", "the file to write; - is standard output")
	flags.BoolVar(&options.overwrite, "overwrite", false, "replace the file when it is there already")
	flags.BoolVar(&options.folder, "folder", false, "write a folder of files instead of a zip")
	flags.StringVar(&options.layer, "layer", "all", "all, or gold: what review has made of all")
	flags.BoolVar(&options.filter.Unresolved, "unresolved", false, "gold: with what nobody has decided")
	flags.StringSliceVar(&options.filter.ArticleUIDs, "article", nil, "only these articles, by `ID`")
	flags.StringSliceVar(&options.filter.LabelKeys, "label", nil, "only these labels, such as statistic")
	flags.StringSliceVar(&options.annotators, "annotator", nil, "only these annotators' layers, by `NAME` or ID")
	flags.StringVar(&options.since, "since", "", "only annotations made on this `DAY` (2025-06-01) or later")
	flags.StringVar(&options.until, "until", "", "only annotations made on this `DAY` or before")
	flags.BoolVar(&options.filter.WithoutOpen, "finished-only", false, "leave out articles that their annotator has not finished")
	flags.BoolVar(&options.filter.WithoutEmpty, "without-empty", false, "leave out finished sentences without a label")
	flags.BoolVar(&options.withoutTexts, "without-text", false, "leave the articles' texts out of their table")
	flags.StringVar(&options.locale, "locale", "", "csv-excel: for a spreadsheet set up for this `LOCALE`, such as kk-KZ")
	return cmd
}

// read understands the flags that are not taken as they are.
func (o *exportOptions) read(format export.Format) error {
	switch o.layer {
	case "", "all":
	case string(models.LayerGold):
		o.filter.Layer = models.LayerGold
	default:
		return fmt.Errorf("--layer is all or gold, not %q; one annotator's layer is --annotator NAME", o.layer)
	}
	if o.folder && (!format.AsFolder() || o.out == "-") {
		return fmt.Errorf("--folder needs a format that is an archive of files, such as tables, and -o FOLDER")
	}
	var err error
	if o.filter.From, err = dayStart(o.since, 0); err != nil {
		return err
	}
	o.filter.Until, err = dayStart(o.until, 1)
	return err
}

// name turns the names of annotators into their identities.
func (o *exportOptions) name(ws *workspace.Workspace) error {
	for _, who := range o.annotators {
		uid, err := annotatorBy(ws.Annotators(), who, "this project")
		if err != nil {
			return err
		}
		o.filter.AnnotatorUIDs = append(o.filter.AnnotatorUIDs, uid)
	}
	return nil
}

// dayStart is the start, in milliseconds, of the day that lies so many days
// after the written one, in the time zone of the computer; 0 when none is
// written.
func dayStart(written string, after int) (int64, error) {
	if written == "" {
		return 0, nil
	}
	day, err := time.ParseInLocation(time.DateOnly, written, time.Local) //nolint:gosmopolitan // the day of whoever asks
	if err != nil {
		return 0, fmt.Errorf("%q is no day; write it like 2025-06-01", written)
	}
	return day.AddDate(0, 0, after).UnixMilli(), nil
}

func (s *session) export(cmd *cobra.Command, ws *workspace.Workspace, format export.Format, options exportOptions) error {
	request := workspace.ExportRequest{
		Path: options.out, Overwrite: options.overwrite, Folder: options.folder, Format: format, Filter: options.filter,
		WithoutTexts: options.withoutTexts, Locale: options.locale,
	}
	if options.out == "-" {
		request.Path = "standard output"
		written, err := ws.ExportTo(cmd.Context(), s.streams.Out, request)
		s.sayAll(written.Notices)
		return err
	}
	tell, end := s.progress("rows")
	request.Progress = func(rows int) { tell(rows, 0) }
	written, err := ws.Export(cmd.Context(), request)
	end()
	s.sayAll(written.Notices)
	if err != nil {
		return err
	}
	s.sayf("%d rows written to %s.\n", written.Rows, options.out)
	return nil
}

func (s *session) sayAll(notices []models.Text) {
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
