package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

// maxLine is the longest line of input that tag takes, in bytes: a note may be
// long, a file without line breaks is a mistake.
const maxLine = 1 << 20

func tagCommand(s *session) *cobra.Command {
	var annotator string
	cmd := &cobra.Command{
		Use:   "tag --project P --annotator NAME -",
		Short: "Tag sentences from JSON lines on standard input",
		Long: `Each line is {"article":"ar-...","sentence":7,"label":"statistic","details":{"value":"192"},"note":""},` + "\n" +
			"with sentences counted from 1. One line comes out per line in, in the same order, and only\n" +
			`once the tag is durable: {"ok":true,"annotation":"an-..."} or {"ok":false,"error":"..."}.`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			if len(given) == 1 && given[0] != "-" {
				return usageError{fmt.Errorf("tag reads standard input; give - instead of %q", given[0])}
			}
			if annotator == "" {
				return usageError{errors.New("whose tags are these? Give --annotator NAME")}
			}
			return s.within(cmd.Context(), app.Shared, annotator, func(ws *workspace.Workspace) error {
				return tagLines(cmd.Context(), ws, s.streams.In, s.streams.Out)
			})
		},
	}
	cmd.Flags().StringVar(&annotator, "annotator", "", "whose layer the tags go to, by `NAME`")
	return cmd
}

// acknowledgement is the line that tag prints for each line in.
type acknowledgement struct {
	OK         bool   `json:"ok"`
	Annotation string `json:"annotation,omitempty"`
	Error      string `json:"error,omitempty"`
}

// tagLines tags line by line and acknowledges each after its commit. The error
// counts the refused lines; their reasons stand in the output.
func tagLines(ctx context.Context, ws *workspace.Workspace, in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	acknowledge := jsonLines(out)
	bad, total := 0, 0
	for lines.Scan() && ctx.Err() == nil {
		if len(lines.Bytes()) == 0 {
			continue
		}
		total++
		answer := tagLine(ctx, ws, lines.Bytes())
		if !answer.OK {
			bad++
		}
		if err := acknowledge.Encode(answer); err != nil {
			return models.Errorf(models.CodeInput,
				"The acknowledgements could not be written; %d tags are saved all the same.", total-bad).Because(err)
		}
	}
	switch err := lines.Err(); {
	case err != nil:
		return models.Errorf(models.CodeInvalid, "Line %d of the input is longer than %d bytes or cannot be read.", total+1, maxLine).Because(err)
	case ctx.Err() != nil:
		return models.Errorf(models.CodeCancelled, "Stopped; the %d acknowledged tags are saved.", total-bad).Because(ctx.Err())
	case bad > 0:
		return models.Errorf(models.CodeInvalid, "%d of %d lines were refused; the reasons stand in the output.", bad, total)
	}
	return nil
}

// tagLine tags one line. Its panic-free parsing leaves every mistake to the
// answer.
func tagLine(ctx context.Context, ws *workspace.Workspace, line []byte) acknowledgement {
	var request workspace.Tag
	if err := json.Unmarshal(line, &request); err != nil {
		return acknowledgement{Error: "This line is not a JSON object of the expected form; see 'glossator tag --help'."}
	}
	uid, err := ws.Tag(ctx, request)
	if err != nil {
		return acknowledgement{Error: models.Explain(err)}
	}
	return acknowledgement{OK: true, Annotation: uid}
}
