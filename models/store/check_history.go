package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// comparedAtOnce is how many entities are compared with their history in one
// go; so many parameters one question has.
const comparedAtOnce = 400

// checkHistory compares every entity that history knows with the state that
// its newest line left it in.
func (i *inspector) checkHistory(ctx context.Context) error {
	last := ""
	for len(i.findings) < maxFindings {
		page, err := i.newestStates(ctx, last)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, entity := range slices.Sorted(maps.Keys(codecs)) {
			if err := i.compare(ctx, entity, page); err != nil {
				return err
			}
		}
		last = page[len(page)-1].EntityUID
	}
	return nil
}

// newestStates returns the newest line of the next entities: the one with the
// highest version, and of two with the same one the later device's.
func (i *inspector) newestStates(ctx context.Context, after string) (page []models.Event, err error) {
	if err := ctx.Err(); err != nil {
		return nil, i.store.explain(err)
	}
	err = i.store.read(ctx, func(tx *gorm.DB) error {
		page, err = collect(tx, scanEvent, "SELECT "+eventColumns+` FROM (SELECT DISTINCT entity_uid AS uid FROM history WHERE entity_uid > ?
			ORDER BY entity_uid LIMIT ?) e JOIN history h ON h.seq = (SELECT m.seq FROM history m WHERE m.entity_uid = e.uid
			ORDER BY m.version DESC, m.device_uid DESC LIMIT 1) ORDER BY h.entity_uid`, after, comparedAtOnce)
		return err
	})
	return page, err
}

// compare looks at the entities of one kind in a page.
func (i *inspector) compare(ctx context.Context, entity models.Entity, page []models.Event) error {
	want := make(map[string]string)
	for _, e := range page {
		if e.Entity == entity {
			want[e.EntityUID] = e.After
		}
	}
	if len(want) == 0 {
		return nil
	}
	return i.store.read(ctx, func(tx *gorm.DB) error {
		uids := slices.Sorted(maps.Keys(want))
		got, err := codecs[entity].load(tx, uids)
		if err != nil {
			return err
		}
		for _, uid := range uids {
			if !codecs[entity].same(got[uid], want[uid]) {
				i.reportf(areaHistory, "The %s %s is not in the state that its history says.", models.Term(entity), uid)
			}
		}
		return nil
	})
}

// checkOrphans looks for entities without a history.
func (i *inspector) checkOrphans(ctx context.Context) error {
	for _, entity := range slices.Sorted(maps.Keys(codecs)) {
		last := ""
		for len(i.findings) < maxFindings && codecs[entity].uids != "" {
			next, orphans, err := i.orphans(ctx, codecs[entity], last)
			if err != nil {
				return err
			}
			for _, uid := range orphans {
				i.reportf(areaHistory, "The %s %s has no history.", models.Term(entity), uid)
			}
			if next == "" {
				break
			}
			last = next
		}
	}
	return nil
}

// orphans returns those of the next entities that have no history, and where
// the following question starts, empty at the end.
func (i *inspector) orphans(ctx context.Context, c codec, after string) (next string, without []string, err error) {
	if err := ctx.Err(); err != nil {
		return "", nil, i.store.explain(err)
	}
	err = i.store.read(ctx, func(tx *gorm.DB) error {
		uids, err := collect(tx, one[string], c.uids, after, comparedAtOnce)
		if err != nil || len(uids) == 0 {
			return err
		}
		known, err := collect(tx, one[string], "SELECT DISTINCT entity_uid FROM history WHERE entity_uid IN ?", uids)
		if err != nil {
			return fmt.Errorf("look up history: %w", err)
		}
		next = uids[len(uids)-1]
		for _, uid := range uids {
			if !slices.Contains(known, uid) {
				without = append(without, uid)
			}
		}
		return nil
	})
	return next, without, err
}
