package cli

import (
	"io"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"glossator/app/ingest"
	"glossator/app/segment"
	"glossator/models"
)

func segmentCommand(s *session) *cobra.Command {
	var language string
	cmd := &cobra.Command{
		Use:   "segment [FILE|-]",
		Short: "Cut plain text into sentences: one JSON object each, with byte offsets",
		Long: "A blank line ends a paragraph and a line break ends a sentence. Offsets are bytes into the\n" +
			"input, end exclusive.",
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, given []string) error {
			data, err := s.bytesOf(given)
			if err != nil {
				return err
			}
			if !utf8.Valid(data) {
				return models.Errorf(models.CodeEncoding, "The text is not UTF-8; convert it first.")
			}
			return s.buffered(func(out io.Writer) error { return writeSpans(out, string(data), language) })
		},
	}
	cmd.Flags().StringVar(&language, "lang", "", "the language, such as en, ru or kk; found out when not given")
	return cmd
}

// spanLine is the contract of segment.
type spanLine struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

func writeSpans(out io.Writer, text, language string) error {
	if language == "" {
		language = ingest.Language(text)
	}
	lines := jsonLines(out)
	for _, span := range segment.Split(text, language) {
		if err := lines.Encode(spanLine{Start: span.Start, End: span.End, Text: text[span.Start:span.End]}); err != nil {
			return err
		}
	}
	return nil
}
