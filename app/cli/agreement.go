package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/agreement"
	"glossator/app/workspace"
	"glossator/models"
)

// agreementOptions are what the flags of agreement say.
type agreementOptions struct {
	table    string
	labels   []string
	layers   []string
	articles []string
	seenToo  bool
	asJSON   bool
}

func agreementCommand(s *session) *cobra.Command {
	var o agreementOptions
	cmd := &cobra.Command{
		Use:   "agreement --project P | --table FILE.csv",
		Short: "Measure how far annotators agree, with intervals",
		Long: "Of a project, the sentences count that two annotators or more have finished without having seen each\n" +
			"other's labels. A table has the columns unit, annotator, label and, if wanted, article, with commas,\n" +
			"semicolons or tabs between them. Several rows of one unit and annotator are a label set, no_label is a\n" +
			"finished unit without a label, a missing row is a missing rating. Intervals come from a bootstrap by\n" +
			"article with a fixed seed.",
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			if len(given) == 1 && s.project == "" {
				s.project = given[0]
			}
			switch {
			case o.table != "":
				return s.tableAgreement(o)
			case s.project != "":
				return s.projectAgreement(cmd.Context(), o)
			}
			return usageError{errors.New("of what? Give a project with --project FILE, or say which table with --table FILE.csv")}
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.table, "table", "", "the `FILE` with the ratings; - is standard input")
	flags.StringSliceVar(&o.labels, "labels", nil, "the declared labels of a table, such as commitment,statistic,claim")
	flags.StringSliceVar(&o.layers, "layer", nil, "only these annotators of a project, by name or `ID`")
	flags.StringSliceVar(&o.articles, "article", nil, "only these articles of a project, by `ID`")
	flags.BoolVar(&o.seenToo, "seen-too", false, "with the sentences on which somebody had seen another's labels; this is no agreement")
	flags.BoolVar(&o.asJSON, "json", false, "as one JSON object")
	return cmd
}

func (s *session) tableAgreement(o agreementOptions) error {
	data, err := s.bytesOf([]string{o.table})
	if err != nil {
		return err
	}
	read, err := agreement.ReadCSV(bytes.NewReader(data), o.labels...)
	if err != nil {
		name := o.table
		if name == "-" {
			name = "on standard input"
		}
		return models.Errorf(models.CodeInvalid, "The table %s cannot be used: %v.", name, err).Because(err)
	}
	summary := agreement.Report(read, agreement.Options{})
	return s.buffered(func(out io.Writer) error {
		if o.asJSON {
			return jsonLines(out).Encode(summary)
		}
		return printAgreement(out, summary)
	})
}

// projectAgreementLine is the contract of agreement --project --json: the
// summary, and on what it rests.
type projectAgreementLine struct {
	Independent int          `json:"independent"` // sentences
	SeenFirst   int          `json:"seen_first"`  // sentences left out, unless --seen-too
	People      []personLine `json:"people"`
	Details     []detailLine `json:"details"`

	agreement.Summary
}

type personLine struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type detailLine struct {
	Label string   `json:"label"`
	Field string   `json:"field"`
	Both  int      `json:"both"`
	Equal int      `json:"equal"`
	Alpha *float64 `json:"alpha"`
}

func (s *session) projectAgreement(ctx context.Context, o agreementOptions) error {
	return s.within(ctx, app.ReadOnly, "", func(ws *workspace.Workspace) error {
		layers, err := layersOf(ws, o.layers)
		if err != nil {
			return err
		}
		result, err := ws.Agreement(ctx, workspace.AgreementFilter{
			AgreementFilter: models.AgreementFilter{Layers: layers, ArticleUIDs: o.articles}, SeenToo: o.seenToo,
		})
		if err != nil {
			return err
		}
		return s.buffered(func(out io.Writer) error {
			if o.asJSON {
				return jsonLines(out).Encode(lineOfAgreement(result))
			}
			_, err := fmt.Fprintf(out, "%d sentences independent, %d seen first\n", result.Independent, result.SeenFirst)
			if err != nil {
				return err
			}
			return printAgreement(out, result.Summary)
		})
	})
}

func lineOfAgreement(a workspace.Agreement) projectAgreementLine {
	line := projectAgreementLine{
		Independent: a.Independent, SeenFirst: a.SeenFirst, People: []personLine{}, Details: []detailLine{}, Summary: a.Summary,
	}
	for i, person := range a.People {
		line.People = append(line.People, personLine{ID: person.UID, Name: a.Summary.Names[i]})
	}
	for _, d := range a.Details {
		line.Details = append(line.Details, detailLine{d.Label, d.Field.Key, d.Both, d.Equal, d.Alpha})
	}
	return line
}

// printAgreement prints the results as a table; an undefined value is said in
// words.
func printAgreement(out io.Writer, summary agreement.Summary) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	_, err := fmt.Fprintf(table, "%d units, %d annotators, %d comparable\n", summary.Units, summary.Annotators, summary.Comparable)
	if err != nil {
		return err
	}
	for _, result := range summary.Results {
		label := result.Label
		if label == "" {
			label = "(whole set)"
		}
		if _, err := fmt.Fprintf(table, "%s\t%s\t%s\n", label, result.Measure, valueInWords(result)); err != nil {
			return err
		}
	}
	return table.Flush()
}

func valueInWords(result agreement.Result) string {
	switch {
	case result.Value == nil:
		return fmt.Sprintf("undefined: %v", result.Reason)
	case result.Low == nil:
		return fmt.Sprintf("%.4f", *result.Value)
	default:
		return fmt.Sprintf("%.4f  (%.4f to %.4f)", *result.Value, *result.Low, *result.High)
	}
}
