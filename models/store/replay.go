package store

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// replayOrder is the order in which history is played: what others refer to
// comes first.
var replayOrder = []models.Entity{
	models.EntityAnnotator, models.EntityLabel, models.EntityCodebook, models.EntityArticle,
	models.EntityBlock, models.EntitySegmentation,
}

// replay brings every entity to the state that its newest line of history
// says, gives those without a line one, and drops the lines of those that are
// lost.
func (r *rescue) replay(ctx context.Context) error {
	order := slices.Clone(replayOrder)
	for _, entity := range slices.Sorted(maps.Keys(codecs)) {
		if !slices.Contains(order, entity) {
			order = append(order, entity)
		}
	}
	return r.store.write(ctx, Actor{}, models.KindImport, func(c *change) error {
		c.dirty = true
		if err := dropBroken(c.tx); err != nil {
			return err
		}
		if err := raiseClock(c); err != nil {
			return err
		}
		for _, entity := range order {
			if err := r.replayEntity(c, entity); err != nil {
				return err
			}
		}
		return nil
	})
}

// raiseClock puts the clock above everything in the file: the row that held it
// may be an old one.
func raiseClock(c *change) error {
	highest, _, err := first(c.tx, one[int64], `SELECT COALESCE(MAX(k.version), 0)
		FROM (SELECT version FROM history UNION ALL SELECT version FROM received) k`)
	if err != nil {
		return err
	}
	c.clock.last = max(c.clock.last, highest)
	return nil
}

// unguarded runs fn while history lets lines go: lines that are damaged, or
// about what is lost, would make the check fail for ever.
func unguarded(tx *gorm.DB, fn func() error) error {
	guards, err := collect(tx, func(r *row, o *object) error { return r.Scan(&o.name, &o.text) },
		"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'history'")
	if err != nil {
		return err
	}
	for _, guard := range guards {
		if err := tx.Exec("DROP TRIGGER " + guard.name).Error; err != nil {
			return fmt.Errorf("open history: %w", err)
		}
	}
	if err := fn(); err != nil {
		return err
	}
	for _, guard := range guards {
		if err := tx.Exec(guard.text).Error; err != nil {
			return fmt.Errorf("close history: %w", err)
		}
	}
	return nil
}

// dropBroken drops lines of history that say nothing any more.
func dropBroken(tx *gorm.DB) error {
	var bad []int64
	for last := int64(0); ; {
		page, err := collect(tx, scanEvent, "SELECT "+eventColumns+" FROM history h WHERE h.seq > ? ORDER BY h.seq LIMIT ?", last, comparedAtOnce)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			break
		}
		for _, e := range page {
			if _, known := codecs[e.Entity]; !known || !json.Valid([]byte(e.After)) || e.Before != "" && !json.Valid([]byte(e.Before)) {
				bad = append(bad, e.Seq)
			}
		}
		last = page[len(page)-1].Seq
	}
	if len(bad) == 0 {
		return nil
	}
	return unguarded(tx, func() error {
		for part := range slices.Chunk(bad, comparedAtOnce) {
			if err := drop(tx, "history WHERE seq IN ?", part); err != nil {
				return err
			}
		}
		return nil
	})
}

// replayEntity plays the history of one kind of entity.
func (r *rescue) replayEntity(c *change, entity models.Entity) error {
	newest, err := newestOf(c.tx, entity)
	if err != nil {
		return err
	}
	var gone []string
	changed := 0
	for _, uid := range slices.Sorted(maps.Keys(newest)) {
		outcome, err := r.replayOne(c, newest[uid])
		if err != nil {
			return err
		}
		switch outcome {
		case replayLost:
			gone = append(gone, uid)
		case replayChanged:
			changed++
		case replaySame:
		}
	}
	if changed > 0 {
		r.losef("%s had another state than history says; what history says was taken.", counted(changed, string(entity)))
	}
	if len(gone) > 0 {
		r.losef("%s could not be brought back: the sentence or article is lost.", counted(len(gone), string(entity)))
	}
	if err := forget(c.tx, gone); err != nil {
		return err
	}
	return r.adoptOrphans(c, entity)
}

// replayOutcome is what became of one entity.
type replayOutcome int

const (
	replaySame    replayOutcome = iota // it is, or is again, as history says
	replayChanged                      // it was there in another state
	replayLost                         // what it stands on is lost
)

// replayOne brings one entity to the state of its newest line of history.
func (r *rescue) replayOne(c *change, e models.Event) (replayOutcome, error) {
	codec := codecs[e.Entity]
	is, err := codec.loadOne(c.tx, e.EntityUID)
	if err != nil || is != "" && codec.same(is, e.After) {
		return replaySame, err
	}
	if is == "" && e.Entity == models.EntityArticle { // its text is lost, or heal would have found it
		return replayLost, nil
	}
	mark := stamp{version: e.Version, device: e.DeviceUID, at: e.At, fresh: is == ""}
	err = savepoint(c.tx, func() error { return codec.save(c.tx, e.EntityUID, e.After, mark) })
	if err != nil && is == "" {
		return replayLost, nil // that it cannot be brought back is the outcome
	}
	// What history does not say, such as another text, the table is right about.
	if err := r.adopt(c, e.Entity, e.EntityUID, e.After); err != nil {
		return replaySame, err
	}
	if is != "" && !retold(is, e.After) {
		return replayChanged, nil
	}
	return replaySame, nil
}

// retold reports whether two snapshots are of an article whose text was healed
// to another one, which has been told.
func retold(is, was string) bool {
	one, err := decode[articleSnapshot](is)
	other, wrong := decode[articleSnapshot](was)
	return err == nil && wrong == nil && one.TextSHA256 != other.TextSHA256
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// savepoint runs fn as a whole or not at all inside the transaction.
func savepoint(tx *gorm.DB, fn func() error) error {
	return tx.Transaction(func(*gorm.DB) error { return fn() })
}

// newestOf returns the newest line of each entity of one kind.
func newestOf(tx *gorm.DB, entity models.Entity) (map[string]models.Event, error) {
	lines, err := collect(tx, scanEvent, "SELECT "+eventColumns+
		" FROM history h WHERE h.entity = ? ORDER BY h.version, h.device_uid", entity)
	if err != nil {
		return nil, err
	}
	newest := make(map[string]models.Event)
	for _, e := range lines {
		newest[e.EntityUID] = e
	}
	return newest, nil
}

// adopt writes a line of history for a state that the newest one does not say.
func (r *rescue) adopt(c *change, entity models.Entity, uid, before string) error {
	is, err := codecs[entity].loadOne(c.tx, uid)
	if err != nil || is == "" || before != "" && codecs[entity].same(is, before) {
		return err
	}
	c.events = append(c.events, models.Event{
		UID: newUID(models.PrefixEvent), GroupUID: c.group, At: c.at, DeviceUID: c.device, Kind: c.kind,
		Op: operation(before, is), Entity: entity, EntityUID: uid, Version: c.clock.next(), Before: before, After: is,
	})
	return nil
}

// adoptOrphans gives entities without a history a first line.
func (r *rescue) adoptOrphans(c *change, entity models.Entity) error {
	if codecs[entity].uids == "" {
		return nil
	}
	for last := ""; ; {
		uids, err := collect(c.tx, one[string], codecs[entity].uids, last, comparedAtOnce)
		if err != nil || len(uids) == 0 {
			return err
		}
		known, err := collect(c.tx, one[string], "SELECT DISTINCT entity_uid FROM history WHERE entity_uid IN ?", uids)
		if err != nil {
			return err
		}
		for _, uid := range uids {
			if !slices.Contains(known, uid) {
				if err := r.adopt(c, entity, uid, ""); err != nil {
					return err
				}
			}
		}
		last = uids[len(uids)-1]
	}
}

// forget drops the history of what is lost.
func forget(tx *gorm.DB, uids []string) error {
	if len(uids) == 0 {
		return nil
	}
	return unguarded(tx, func() error {
		for part := range slices.Chunk(uids, comparedAtOnce) {
			if err := drop(tx, "history WHERE entity_uid IN ?", part); err != nil {
				return err
			}
		}
		return nil
	})
}
