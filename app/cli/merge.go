package cli

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

// mergeOptions are what the flags of merge say.
type mergeOptions struct {
	annotator string
	same      []string
	other     []string
	dryRun    bool
	begin     bool
	blind     bool
	asJSON    bool
}

func mergeCommand(s *session) *cobra.Command {
	var o mergeOptions
	cmd := &cobra.Command{
		Use:   "merge PROJECT FILE ...",
		Short: "Take in a colleague's work: packages, project files or tables of annotations",
		Long: "Everything is added as layers, decisions and responses of those who made them; nothing here is overwritten.\n" +
			"The same file twice changes nothing. Before a merge a copy of the project is kept. Two people of one name\n" +
			"are told apart with --same-person THEIRS=HERE or --other-person THEIRS, by name or ID.",
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			files, err := s.projectFirst(given, 1)
			if err != nil {
				return err
			}
			merge := func(ws *workspace.Workspace) error { return s.mergeAll(cmd.Context(), ws, files, o) }
			if o.begin {
				return s.withinNew(cmd.Context(), o.annotator, merge)
			}
			return s.within(cmd.Context(), app.Shared, o.annotator, merge)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.annotator, "annotator", "", "who takes it in, by `NAME`")
	flags.StringSliceVar(&o.same, "same-person", nil, "a person of the file is a person here: `THEIRS=HERE`")
	flags.StringSliceVar(&o.other, "other-person", nil, "a person of the file is somebody else of the same name: `THEIRS`")
	flags.BoolVar(&o.dryRun, "dry-run", false, "only say what would happen")
	flags.BoolVar(&o.begin, "new", false, "make the project when it is not there")
	flags.BoolVar(&o.blind, "blind", false, "hide the labels of others on its articles until the annotator has finished them")
	flags.BoolVar(&o.asJSON, "json", false, "one JSON object per file")
	return cmd
}

// mergedLine is the contract of merge --json.
type mergedLine struct {
	File          string          `json:"file"`
	Kind          string          `json:"kind"` // project, package or table
	Sender        string          `json:"sender"`
	Message       string          `json:"message,omitempty"`
	DryRun        bool            `json:"dry_run"`
	Step          string          `json:"step"` // empty: nothing was changed
	Added         int             `json:"added"`
	Changed       int             `json:"changed"`
	Removed       int             `json:"removed"`
	Identical     int             `json:"identical"`
	Conflicts     int             `json:"conflicts"`
	Unmatched     int             `json:"unmatched"`
	Articles      int             `json:"articles"`
	Decisions     int             `json:"decisions"`
	Responses     int             `json:"responses"`
	Revisions     int             `json:"revisions"`
	Layers        []mergedLayer   `json:"layers"`
	UnmatchedRows []unmatchedLine `json:"unmatched_rows"`
	SameNames     []sameName      `json:"same_names"`
	UnknownLabels []string        `json:"unknown_labels"`
	Notices       []string        `json:"notices"`
}

type mergedLayer struct {
	Annotator   string         `json:"annotator"`
	AnnotatorID string         `json:"annotator_id"`
	New         bool           `json:"new"`
	Labels      map[string]int `json:"labels"`
	Finished    int            `json:"finished"`
}

type unmatchedLine struct {
	Article   string `json:"article"`
	Sentence  string `json:"sentence"`
	Label     string `json:"label"`
	Annotator string `json:"annotator"`
	Reason    string `json:"reason"`
}

type sameName struct {
	Name   string `json:"name"`
	Theirs string `json:"theirs"`
	Here   string `json:"here"`
}

// mergeAll merges file by file; the first that cannot be merged ends it, and
// those before it stay merged.
func (s *session) mergeAll(ctx context.Context, ws *workspace.Workspace, files []string, o mergeOptions) error {
	for _, file := range files {
		parcel, err := ws.LookInto(ctx, file)
		if err != nil {
			return err
		}
		parcel.Blind = o.blind
		same, err := o.people(ws, parcel)
		if err != nil {
			return err
		}
		report, err := mergeOne(ctx, ws, parcel, same, o.dryRun)
		if err != nil {
			return explainClash(file, report, err)
		}
		line := lineOfMerge(parcel, report, o.dryRun)
		if err := s.buffered(func(out io.Writer) error { return printMerge(out, line, o.asJSON) }); err != nil {
			return err
		}
	}
	return nil
}

func mergeOne(
	ctx context.Context, ws *workspace.Workspace, parcel workspace.Parcel, same map[string]string, dry bool,
) (models.MergeReport, error) {
	if dry {
		return ws.PreviewMerge(ctx, parcel, same)
	}
	return ws.Merge(ctx, parcel, same)
}

// people reads who is who: UIDs in the file to UIDs here.
func (o mergeOptions) people(ws *workspace.Workspace, parcel workspace.Parcel) (map[string]string, error) {
	same := map[string]string{}
	for _, pair := range o.same {
		theirs, here, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, usageError{fmt.Errorf("--same-person is THEIRS=HERE, not %q", pair)}
		}
		from, err := annotatorBy(parcel.People, theirs, parcel.Path)
		if err != nil {
			return nil, err
		}
		if same[from], err = annotatorBy(ws.Annotators(), here, "this project"); err != nil {
			return nil, err
		}
	}
	for _, theirs := range o.other {
		uid, err := annotatorBy(parcel.People, theirs, parcel.Path)
		if err != nil {
			return nil, err
		}
		same[uid] = uid
	}
	return same, nil
}

// explainClash says how two people of one name are told apart.
func explainClash(file string, report models.MergeReport, err error) error {
	if len(report.SameNames) == 0 {
		return err
	}
	c := report.SameNames[0]
	return models.Errorf(models.CodeConflict,
		"%s has a person called %q (%s), and so has this project (%s). Say whether they are the same: --same-person %s=%s or --other-person %s.",
		file, c.Name, c.Theirs, c.Ours, c.Theirs, c.Ours, c.Theirs).Because(err)
}

// unmatchedReasons are the reasons in words.
var unmatchedReasons = map[models.UnmatchedReason]string{
	models.UnmatchedLabel:    "the codebook here has no such label",
	models.UnmatchedField:    "the label here has no such detail",
	models.UnmatchedArticle:  "the article is not here",
	models.UnmatchedSentence: "the article is cut into other sentences here, and no one of them fits",
}

func lineOfMerge(p workspace.Parcel, r models.MergeReport, dry bool) mergedLine {
	line := mergedLine{
		File: p.Path, Kind: string(p.Kind), Sender: p.Sender, Message: p.Message, DryRun: dry, Step: r.Group,
		Added: r.Added, Changed: r.Changed, Removed: r.Removed, Identical: r.Identical, Conflicts: r.Conflicts, Unmatched: r.Unmatched,
		Articles: r.Articles, Decisions: r.Decisions, Responses: r.Responses, Revisions: r.Revisions,
		Layers: []mergedLayer{}, UnmatchedRows: []unmatchedLine{}, SameNames: []sameName{}, UnknownLabels: r.UnknownLabels, Notices: []string{},
	}
	for _, l := range r.Layers {
		line.Layers = append(line.Layers, mergedLayer{l.Name, l.AnnotatorUID, l.New, l.Labels, l.Finished})
	}
	for _, u := range r.UnmatchedRows {
		reason := unmatchedReasons[u.Reason]
		switch {
		case p.Kind == workspace.ParcelTable && u.Detail != "":
			reason = u.Detail // a sentence
		case u.Detail != "":
			reason += " (" + u.Detail + ")"
		}
		line.UnmatchedRows = append(line.UnmatchedRows, unmatchedLine{u.ArticleTitle, u.Sentence, u.Label, u.Annotator, reason})
	}
	for _, c := range r.SameNames {
		line.SameNames = append(line.SameNames, sameName{c.Name, c.Theirs, c.Ours})
	}
	for _, notice := range p.Notices {
		line.Notices = append(line.Notices, notice.String())
	}
	return line
}

func printMerge(out io.Writer, line mergedLine, asJSON bool) error {
	if asJSON {
		return jsonLines(out).Encode(line)
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s: %d annotations added, %d changed, %d removed, %d here already, %d in two versions, %d unmatched; "+
		"%d new articles, %d decisions, %d responses\n", line.File, line.Added, line.Changed, line.Removed, line.Identical, line.Conflicts,
		line.Unmatched, line.Articles, line.Decisions, line.Responses)
	for _, l := range line.Layers {
		fmt.Fprintf(&text, "  layer of %s: %s, %d articles finished\n", l.Annotator, spellCounts(l.Labels), l.Finished)
	}
	for _, u := range line.UnmatchedRows {
		fmt.Fprintf(&text, "  not merged: %s of %s on %q in %q: %s\n", u.Label, u.Annotator, u.Sentence, u.Article, u.Reason)
	}
	for _, c := range line.SameNames {
		fmt.Fprintf(&text, "  two people are called %s: %s there, %s here\n", c.Name, c.Theirs, c.Here)
	}
	for _, notice := range line.Notices {
		fmt.Fprintf(&text, "  %s\n", notice)
	}
	switch {
	case line.DryRun:
		text.WriteString("  nothing was changed: this was a dry run\n")
	case line.Step == "":
		text.WriteString("  nothing was new\n")
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// spellCounts writes counts per label in the order of their keys.
func spellCounts(counts map[string]int) string {
	if len(counts) == 0 {
		return "no labels"
	}
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%s %d", key, counts[key]))
	}
	return strings.Join(parts, ", ")
}
