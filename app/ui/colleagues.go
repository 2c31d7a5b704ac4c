package ui

import (
	"context"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"

	"glossator/app/ui/locale"
	"glossator/app/ui/merging"
	"glossator/app/ui/overlay"
	"glossator/app/ui/picking"
	"glossator/app/ui/reviewing"
	"glossator/app/ui/status"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts about the work of colleagues.
const (
	textLooking      = "Looking into %s"
	textMergingCount = "Taking in the work of %s: %s of %s"
	textMerging      = "Taking in the work of %s"
	textMerged       = "%s of %s added; they are shown now."
	textHidden       = "%s of %s added; in each article they stay hidden until you finish it."
	textKnown        = "Nothing new came in."
	textCameIn       = "%s came in; your own labels are as they were."
	textNewsIn       = "What is new in “%s” came in."
	textUndoMerge    = "Undo import"
	textOpenWork     = "Open the work of a colleague"
	textOpenIt       = "Open"
	textCheckThem    = "Check them"
	textSeeDecisions = "See the decisions"
	textSeeAnswers   = "See the answers"
	textConflict     = "“%s” is a second version of this project: two computers changed it. Nothing is lost when you add it."
	textConflicts    = "“%s” and %s more are second versions of this project: several computers changed it. Nothing is lost when you add them."
	textLookAtIt     = "Look at it…"
	textWhoseFile    = "Whose labels are in “%s”?"
	textMineBack     = "Mine, coming back"
	textColleagues   = "A colleague's"
	textOtherFile    = "What is “%s” for?"
	textOpenAsOne    = "Open it in place of this project"
	textTakeLabels   = "Add its labels to this project"
	textNoForks      = "Nothing has two versions."
)

// packageExtensions end the names of files that may hold labels of a colleague.
var packageExtensions = []string{workspace.PackageExtension, projectExtension, ".csv", ".xlsx", ".zip", ".json", ".jsonl", ".qdpx"}

// colleagues is how the labels of others come beside one's own.
type colleagues struct {
	*bench

	projects  Projects
	gate      *gate
	scene     *scene
	responses *responses
	tagging   *tagging
}

// ask asks for the file with the labels of a colleague.
func (c *colleagues) ask() {
	if c.cannotWrite() != "" {
		return
	}
	page := picking.New(c.projects.Folder(), c.work.Reads, c.over.Canvas(), picking.Actions{
		Add: func(paths []string, _ string) { c.lookInto(paths[0]) }, Closed: c.over.Gone,
		One: &picking.One{Title: locale.T(textOpenWork), Agree: locale.T(textOpenIt), Extensions: packageExtensions},
	})
	c.over.Show(page.Modal())
	c.over.Focus(page.List())
}

// lookInto reads the file of a colleague and shows what it holds.
func (c *colleagues) lookInto(path string) {
	if c.cannotWrite() != "" {
		return
	}
	ws := c.desk.ws
	c.flush()
	c.busily(c.work.Long, locale.T(textLooking, filepath.Base(path)), func(wanted context.Context) (func(), error) {
		parcel, err := ws.LookInto(wanted, path)
		if err != nil {
			return nil, err
		}
		return func() {
			c.strip.Dismiss()
			c.show(ws, parcel)
		}, nil
	})
}

func (c *colleagues) show(ws *workspace.Workspace, parcel workspace.Parcel) {
	if !c.shows(ws) {
		return
	}
	letters := badges(ws.Labels())
	c.over.Put(merging.Show(ws, c.work.Reads, c.over.Window(), parcel, merging.Actions{
		Merge: c.merge, Closed: c.over.Gone, Badge: func(label models.Label) string { return letters[label.Key] },
	}))
}

// merge takes a parcel in and tells what came.
func (c *colleagues) merge(parcel workspace.Parcel, same map[string]string) {
	ws := c.desk.ws
	var names []string
	for _, one := range parcel.People {
		names = append(names, one.Name)
	}
	whose := strings.Join(names, ", ")
	parcel.Progress = c.telling(func(done, total string) string { return locale.T(textMergingCount, whose, done, total) })
	c.busily(c.work.Actions, locale.T(textMerging, whose), func(wanted context.Context) (func(), error) {
		report, err := ws.Merge(wanted, parcel, same)
		if err != nil {
			return nil, err
		}
		return func() { c.merged(parcel, report) }, nil
	})
}

func (c *colleagues) merged(parcel workspace.Parcel, report models.MergeReport) {
	if report.Group == "" {
		c.strip.Show(status.Message{Text: locale.T(textKnown), Transient: true})
		return
	}
	message := status.Message{
		Text: c.told(parcel, report), Action: locale.T(textUndoMerge), Run: func() { c.tagging.undoMerge(report.Group) },
	}
	switch {
	case parcel.Blind:
	case report.Decisions > 0:
		message.Second, message.RunSecond = locale.T(textSeeDecisions), c.responses.show
	case report.Responses > 0:
		message.Second, message.RunSecond = locale.T(textSeeAnswers), c.scene.checkDisputed
	case report.Added+report.Changed > 0:
		message.Second, message.RunSecond = locale.T(textCheckThem), c.scene.startChecking
	}
	c.strip.Show(message)
}

// told says what a merge has brought: labels, with whose they are, decisions and
// answers.
func (c *colleagues) told(parcel workspace.Parcel, report models.MergeReport) string {
	var names, parts []string
	for _, layer := range report.Layers {
		if layer.AnnotatorUID != c.desk.ws.Me().UID {
			names = append(names, layer.Name)
		}
	}
	labels, whose := locale.N(report.Added, "%s label", "%s labels", locale.Number(report.Added)), strings.Join(names, ", ")
	switch {
	case report.Added == 0 || whose == "":
	case parcel.Blind:
		parts = append(parts, locale.T(textHidden, labels, whose))
	default:
		parts = append(parts, locale.T(textMerged, labels, whose))
	}
	if report.Decisions > 0 {
		decisions := locale.N(report.Decisions, "%s decision", "%s decisions", locale.Number(report.Decisions))
		parts = append(parts, locale.T(textCameIn, decisions))
	}
	if report.Responses > 0 {
		parts = append(parts, locale.N(report.Responses, "%s answer came in.", "%s answers came in.", locale.Number(report.Responses)))
	}
	if len(parts) == 0 {
		parts = append(parts, locale.T(textNewsIn, filepath.Base(parcel.Path)))
	}
	return strings.Join(parts, " ")
}

// findCopies looks beside the project for the copies that a program for keeping
// folders in step makes when two computers changed it.
func (c *colleagues) findCopies(ws *workspace.Workspace) {
	c.work.Reads.Do(func(context.Context) (func(), error) {
		found, err := ws.ConflictCopies()
		if err != nil {
			slog.Warn("the folder of the project could not be listed", "cause", err)
		}
		return func() { c.offerCopy(ws, found) }, nil
	})
}

func (c *colleagues) offerCopy(ws *workspace.Workspace, found []string) {
	if len(found) == 0 || !c.shows(ws) || c.cannotWrite() != "" {
		return
	}
	text := locale.T(textConflict, filepath.Base(found[0]))
	if more := len(found) - 1; more > 0 {
		text = locale.T(textConflicts, filepath.Base(found[0]), locale.Number(more))
	}
	c.strip.Show(status.Message{Text: text, Action: locale.T(textLookAtIt), Run: func() { c.lookInto(found[0]) }})
}

// dropLabels takes files that hold labels and no articles; it reports whether
// it took them.
func (c *colleagues) dropLabels(paths []string) bool {
	at := slices.IndexFunc(paths, func(path string) bool { return strings.EqualFold(filepath.Ext(path), workspace.PackageExtension) })
	if at >= 0 && c.cannotWrite() == "" {
		c.lookInto(paths[at])
		return true
	}
	at = slices.IndexFunc(paths, func(path string) bool { return strings.EqualFold(filepath.Ext(path), projectExtension) })
	if at < 0 {
		return false
	}
	if c.cannotWrite() != "" {
		c.gate.openFile(paths[at])
		return true
	}
	c.over.Ask(programName, locale.T(textOtherFile, filepath.Base(paths[at])),
		overlay.Answer{Text: locale.T(textTakeLabels), Run: func() { c.lookInto(paths[at]) }},
		overlay.Answer{Text: locale.T(textOpenAsOne), Run: func() { c.gate.openFile(paths[at]) }})
	return true
}

// showForks shows the things that were changed on two machines.
func (c *colleagues) showForks() {
	ws := c.desk.ws
	c.work.Reads.Do(func(ctx context.Context) (func(), error) {
		forks, err := ws.Forks(ctx)
		if err != nil {
			return nil, err
		}
		return func() {
			if len(forks) == 0 {
				c.strip.Show(status.Message{Text: locale.T(textNoForks), Transient: true})
				return
			}
			c.over.Put(reviewing.ShowForks(forks, c.over.Canvas(), ws.Me().UID, func(fork models.Fork, revision string) {
				c.work.Change(func(ctx context.Context) error { return ws.SettleFork(ctx, fork.EntityUID, revision) })
			}, c.over.Gone))
		}, nil
	})
}
