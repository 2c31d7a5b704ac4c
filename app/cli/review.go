package cli

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

func reviewCommand(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Send work to a colleague, decide about differences, answer decisions",
		Long: "The way of a review: the author sends (review send), the reviewer takes it in (merge), goes through\n" +
			"the differences (review list, accept, reject, change, none) and sends back (review answer); the author\n" +
			"takes that in (merge) and answers (review responses, respond). The gold layer is exported with gold.",
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, command := range []func(*session) *cobra.Command{
		sendCommand, answerCommand, listCommand, acceptCommand, rejectCommand, changeCommand, noneCommand, deferCommand,
		identicalCommand, decideCommand, responsesCommand, respondCommand,
	} {
		cmd.AddCommand(command(s))
	}
	return cmd
}

// projectFirst takes the project from the first argument unless --project has
// named it, and returns the other arguments: files, want at least.
func (s *session) projectFirst(given []string, want int) ([]string, error) {
	if s.project == "" && len(given) > 0 {
		s.project, given = given[0], given[1:]
	}
	if len(given) < want {
		return nil, usageError{errors.New("which file? Give the project and the file")}
	}
	return given, nil
}

// sendOptions are what the flags of review send and review answer say.
type sendOptions struct {
	annotator string
	articles  []string
	layers    []string
	message   string
	overwrite bool
	asJSON    bool
}

func (o *sendOptions) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&o.annotator, "annotator", "", "who sends it, by `NAME`")
	flags.StringSliceVar(&o.articles, "article", nil, "only these articles, by `ID`")
	flags.StringSliceVar(&o.layers, "layer", nil, "these annotators' layers, by name or `ID`")
	flags.StringVar(&o.message, "message", "", "a few words to go with it")
	flags.BoolVar(&o.overwrite, "overwrite", false, "replace the file when it is there already")
	flags.BoolVar(&o.asJSON, "json", false, "as one JSON object")
}

func sendCommand(s *session) *cobra.Command {
	var options sendOptions
	cmd := &cobra.Command{
		Use:   "send PROJECT FILE [--annotator NAME]",
		Short: "Write the annotator's layer to a package for a colleague",
		Args:  args(cobra.RangeArgs(1, 2)),
		RunE: func(cmd *cobra.Command, given []string) error {
			return s.send(cmd.Context(), given, workspace.PackageReview, options)
		},
	}
	options.flags(cmd)
	return cmd
}

func answerCommand(s *session) *cobra.Command {
	var options sendOptions
	cmd := &cobra.Command{
		Use:   "answer PROJECT FILE [--annotator NAME]",
		Short: "Write decisions, comments and responses to a package that goes back",
		Args:  args(cobra.RangeArgs(1, 2)),
		RunE: func(cmd *cobra.Command, given []string) error {
			return s.send(cmd.Context(), given, workspace.PackageAnswer, options)
		},
	}
	options.flags(cmd)
	return cmd
}

// sentLine is the contract of review send --json and review answer --json.
type sentLine struct {
	Path        string `json:"path"`
	Package     string `json:"package"`
	Kind        string `json:"kind"`
	Articles    int    `json:"articles"`
	Annotations int    `json:"annotations"`
	Decisions   int    `json:"decisions"`
	Responses   int    `json:"responses"`
	Revisions   int    `json:"revisions"`
	Bytes       int64  `json:"bytes"`
}

func (s *session) send(ctx context.Context, given []string, kind workspace.PackageKind, o sendOptions) error {
	files, err := s.projectFirst(given, 1)
	if err != nil {
		return err
	}
	return s.within(ctx, app.Shared, o.annotator, func(ws *workspace.Workspace) error {
		layers, err := layersOf(ws, o.layers)
		if err != nil {
			return err
		}
		sent, err := ws.Send(ctx, files[0], o.overwrite,
			workspace.Sending{Kind: kind, Layers: layers, Articles: o.articles, Message: o.message})
		if err != nil {
			return err
		}
		c := sent.Contents
		if !o.asJSON {
			s.sayf("%d articles, %d annotations, %d decisions and %d responses written to %s.\n",
				c.Articles, c.Annotations, c.Decisions, c.Responses, sent.Path)
			return nil
		}
		return s.buffered(func(out io.Writer) error {
			return jsonLines(out).Encode(sentLine{
				Path: sent.Path, Package: sent.Manifest.PackageUID, Kind: string(kind), Articles: c.Articles, Annotations: c.Annotations,
				Decisions: c.Decisions, Responses: c.Responses, Revisions: c.Revisions, Bytes: sent.Bytes,
			})
		})
	})
}

// layersOf finds annotators by UID or name. The error has models.CodeNotFound
// for an unknown one, models.CodeConflict for a name that two people have.
func layersOf(ws *workspace.Workspace, wanted []string) ([]string, error) {
	var uids []string
	for _, name := range wanted {
		uid, err := annotatorBy(ws.Annotators(), name, "this project")
		if err != nil {
			return nil, err
		}
		uids = append(uids, uid)
	}
	return uids, nil
}

// annotatorBy finds the UID of a person among people by UID or name; where says
// in the sentence where they are.
func annotatorBy(people []models.Annotator, wanted, where string) (string, error) {
	var found []string
	for _, person := range people {
		if person.UID == wanted {
			return wanted, nil
		}
		if person.Name == wanted {
			found = append(found, person.UID)
		}
	}
	switch len(found) {
	case 0:
		return "", models.Errorf(models.CodeNotFound, "Nobody in %s is called %q; 'glossator stats' lists the annotators.", where, wanted)
	case 1:
		return found[0], nil
	}
	return "", models.Errorf(models.CodeConflict, "Several people in %s are called %q; give the ID of one: %s.",
		where, wanted, strings.Join(found, ", "))
}

// needAnnotator refuses a command whose author must be said: a decision of the
// wrong person is worse than none.
func needAnnotator(name string) error {
	if name == "" {
		return usageError{errors.New("who decides? Give --annotator NAME")}
	}
	return nil
}
