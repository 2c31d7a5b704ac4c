package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"glossator/app/agreement"
	"glossator/models"
)

func agreementCommand(s *session) *cobra.Command {
	var table string
	var labels []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "agreement --table FILE.csv",
		Short: "Measure how far annotators agree, with intervals",
		Long: "The table has the columns unit, annotator, label and, if wanted, article. Several rows of one unit\n" +
			"and annotator are a label set, no_label is a finished unit without a label, a missing row is a\n" +
			"missing rating. Intervals come from a bootstrap by article with a fixed seed.",
		Args: args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			if table == "" {
				return usageError{errors.New("which table? Give its file with --table FILE.csv")}
			}
			data, err := s.bytesOf([]string{table})
			if err != nil {
				return err
			}
			read, err := agreement.ReadCSV(bytes.NewReader(data), labels...)
			if err != nil {
				return models.Errorf(models.CodeInvalid, "The table %s cannot be used: %v.", table, err).Because(err)
			}
			summary := agreement.Report(read, agreement.Options{})
			return s.buffered(func(out io.Writer) error {
				if asJSON {
					return jsonLines(out).Encode(summary)
				}
				return printAgreement(out, summary)
			})
		},
	}
	cmd.Flags().StringVar(&table, "table", "", "the `FILE` with the ratings; - is standard input")
	cmd.Flags().StringSliceVar(&labels, "labels", nil, "the declared labels, such as commitment,statistic,claim")
	cmd.Flags().BoolVar(&asJSON, "json", false, "as one JSON object")
	return cmd
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
