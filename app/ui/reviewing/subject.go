package reviewing

import (
	"context"
	"slices"

	"glossator/app/ui/locale"
	"glossator/app/workspace"
	"glossator/models"
)

// manyPeople is up to how many annotators every pair is offered; of more, only
// those with the person at work.
const manyPeople = 6

// subject is whose labels are looked at: one layer to check, or several to
// compare.
type subject struct {
	name   string
	layers []string // UIDs
	theirs string   // the layer that is judged unless the reviewer says otherwise
}

// check is a single layer.
func (s subject) check() bool { return len(s.layers) == 1 }

// subjects returns everything that can be looked at. It reads the project: call
// it off the window's goroutine. The second result is the one to begin with: a
// comparison with the person at work where there is something to compare, else
// a layer to check.
func subjects(ctx context.Context, ws *workspace.Workspace) ([]subject, int, error) {
	people, err := withLayer(ctx, ws)
	if err != nil {
		return nil, 0, err
	}
	list := offer(people, ws.Me().UID)
	for i, s := range list {
		counts, err := ws.DifferenceCounts(ctx, models.DifferenceFilter{Layers: s.layers})
		if err != nil {
			return nil, 0, err
		}
		if counts.Total > 0 {
			return list, i, nil
		}
	}
	return list, 0, nil
}

// offer lists the comparisons with the person at work, then the others among
// each other, then the layers to check.
func offer(people []models.Annotator, me string) []subject {
	mine := slices.ContainsFunc(people, func(a models.Annotator) bool { return a.UID == me })
	others := slices.DeleteFunc(slices.Clone(people), func(a models.Annotator) bool { return a.UID == me })
	var list []subject
	for _, other := range others {
		if mine {
			list = append(list, subject{locale.T(textWithMine, other.Name), []string{me, other.UID}, other.UID})
		}
	}
	if len(others) <= manyPeople {
		list = append(list, pairs(others)...)
	}
	for _, other := range others {
		list = append(list, subject{locale.T(textCheckOne, other.Name), []string{other.UID}, other.UID})
	}
	if len(people) > 2 {
		var all []string
		for _, one := range people {
			all = append(all, one.UID)
		}
		list = append(list, subject{locale.T(textEverybody), all, others[len(others)-1].UID})
	}
	return list
}

func pairs(people []models.Annotator) []subject {
	var list []subject
	for i, first := range people {
		for _, second := range people[i+1:] {
			list = append(list, subject{
				locale.T(textTwo, first.Name, second.Name), []string{first.UID, second.UID}, second.UID,
			})
		}
	}
	return list
}

// withLayer returns the people who have labelled something that may be seen, and
// those who have finished an article of such a person without a label.
func withLayer(ctx context.Context, ws *workspace.Workspace) ([]models.Annotator, error) {
	var people, others []models.Annotator
	for _, one := range ws.Annotators() {
		if one.Role == models.RoleGold {
			continue
		}
		labelled, err := holds(ctx, ws, models.DifferenceFilter{Layers: []string{one.UID}, AnnotatorUIDs: []string{one.UID}})
		if err != nil {
			return nil, err
		}
		if labelled {
			people = append(people, one)
		} else {
			others = append(others, one)
		}
	}
	for _, one := range others {
		for _, person := range people {
			both, err := holds(ctx, ws, models.DifferenceFilter{
				Layers:      []string{person.UID, one.UID},
				Comparisons: []models.Comparison{models.Same, models.DetailsDiffer, models.LabelsDiffer},
			})
			if err != nil {
				return nil, err
			}
			if both {
				people = append(people, one)
				break
			}
		}
	}
	return people, nil
}

// holds reports whether a queue has anything in it.
func holds(ctx context.Context, ws *workspace.Workspace, ask models.DifferenceFilter) (bool, error) {
	counts, err := ws.DifferenceCounts(ctx, ask)
	return counts.Total > 0, err
}
