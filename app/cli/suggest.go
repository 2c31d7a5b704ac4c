package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/suggest"
	"glossator/app/workspace"
	"glossator/models"
)

// suggestOptions are what the flags of suggest say.
type suggestOptions struct {
	article   string
	annotator string
	train     string
	test      string
	language  string
	asJSON    bool
}

func suggestCommand(s *session) *cobra.Command {
	var options suggestOptions
	cmd := &cobra.Command{
		Use:   "suggest --project P --article ID | --train A.csv --test B.csv",
		Short: "Propose labels and details, with reasons",
		Long: "For an article of a project, from what its annotator has decided there; or, to measure the\n" +
			"suggestions, from a table with the columns text, label and, if wanted, article: every row of the\n" +
			"test table gets a probability per label. Several labels are joined by |, an empty label is none.",
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case options.test != "":
				return s.suggestTable(options)
			case options.article != "":
				return s.suggestArticle(cmd, options)
			}
			return usageError{errors.New("for what? Give --article ID with --project FILE, or --train and --test tables")}
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&options.article, "article", "", "the article, by `ID`")
	flags.StringVar(&options.annotator, "annotator", "", "whose decisions to learn from, by `NAME`")
	flags.StringVar(&options.train, "train", "", "the table to learn from; without it the rules alone speak")
	flags.StringVar(&options.test, "test", "", "the table to score")
	flags.StringVar(&options.language, "lang", "", "the language of the tables; found out by its script when not given")
	flags.BoolVar(&options.asJSON, "json", false, "one JSON object per line")
	return cmd
}

// scoreLine is the contract of suggest --train --test.
type scoreLine struct {
	Row     int                `json:"row"` // from 1, without the header
	Scores  map[string]float64 `json:"scores"`
	Reasons []string           `json:"reasons"`
}

func (s *session) suggestTable(options suggestOptions) error {
	var learnt []suggest.Example
	if options.train != "" {
		var err error
		if learnt, err = s.examples(options.train, options.language); err != nil {
			return err
		}
	}
	tested, err := s.examples(options.test, options.language)
	if err != nil {
		return err
	}
	model := suggest.Train(suggest.LabelsOf(learnt), learnt, nil)
	return s.buffered(func(out io.Writer) error {
		lines := jsonLines(out)
		for i, example := range tested {
			line := scoreOf(model, i+1, example)
			if !options.asJSON {
				if _, err := fmt.Fprintf(out, "%d\t%v\t%q\n", line.Row, line.Scores, line.Reasons); err != nil {
					return err
				}
				continue
			}
			if err := lines.Encode(line); err != nil {
				return err
			}
		}
		return nil
	})
}

func scoreOf(model *suggest.Model, row int, example suggest.Example) scoreLine {
	score := model.Score(example.Text, example.Language)
	line := scoreLine{Row: row, Scores: score.Probabilities, Reasons: []string{}}
	for _, label := range model.Labels() {
		for _, reason := range score.Reasons[label] {
			line.Reasons = append(line.Reasons, label+": "+reason.String())
		}
	}
	return line
}

func (s *session) examples(path, language string) ([]suggest.Example, error) {
	data, err := s.bytesOf([]string{path})
	if err != nil {
		return nil, err
	}
	list, err := suggest.ReadTable(bytes.NewReader(data))
	if err != nil {
		return nil, models.Errorf(models.CodeOf(err), "The table %s cannot be used: %s", path, models.Explain(err)).Because(err)
	}
	for i := range list {
		if list[i].Language == "" {
			list[i].Language = language
		}
	}
	return list, nil
}

// proposalLine is one line of suggest --article.
type proposalLine struct {
	Sentence    int               `json:"sentence"` // from 1
	Text        string            `json:"text"`
	Label       string            `json:"label"`
	Probability float64           `json:"probability"`
	Strength    string            `json:"strength"`
	Reasons     []string          `json:"reasons"`
	Details     map[string]string `json:"details"`
	Rows        []proposedDetail  `json:"rows"`
}

// proposedDetail is a guessed value with its place in the sentence.
type proposedDetail struct {
	Field string `json:"field"`
	Row   int    `json:"row"`
	Text  string `json:"text"`
	Start int    `json:"start"` // code points into the sentence
	End   int    `json:"end"`
	ISO   string `json:"iso,omitempty"`
}

func (s *session) suggestArticle(cmd *cobra.Command, options suggestOptions) error {
	return s.within(cmd.Context(), app.ReadOnly, options.annotator, func(ws *workspace.Workspace) error {
		content, proposals, err := ws.Suggestions(cmd.Context(), options.article)
		if err != nil {
			return err
		}
		return s.buffered(func(out io.Writer) error {
			for _, proposal := range proposals {
				if err := printProposal(out, lineOfProposal(content, proposal), options.asJSON); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func lineOfProposal(content models.Content, proposal suggest.Suggestion) proposalLine {
	sentence := content.Sentences[proposal.Sentence]
	line := proposalLine{
		Sentence: sentence.Seq, Text: sentence.Text, Label: proposal.Label, Probability: proposal.Probability,
		Strength: string(proposal.Strength), Details: map[string]string{},
	}
	for _, reason := range proposal.Reasons {
		line.Reasons = append(line.Reasons, reason.String())
	}
	for _, detail := range proposal.Details {
		if detail.Row == 0 {
			line.Details[detail.Field] = detail.Text
		}
		line.Rows = append(line.Rows, proposedDetail{
			Field: detail.Field, Row: detail.Row, Text: detail.Text, Start: detail.Start, End: detail.End, ISO: detail.ISO,
		})
	}
	return line
}

func printProposal(out io.Writer, line proposalLine, asJSON bool) error {
	if asJSON {
		return jsonLines(out).Encode(line)
	}
	_, err := fmt.Fprintf(out, "%d  %s (%s)  %s\n    because %q\n", line.Sentence, line.Label, line.Strength, line.Text, line.Reasons)
	return err
}
