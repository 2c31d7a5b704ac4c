package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"gorm.io/gorm"

	"glossator/models"
)

// change is one action of a user while its transaction is open: it writes
// entities through their codecs and remembers the lines of history, which
// finish writes last.
type change struct {
	tx     *gorm.DB
	by     Actor
	device string
	group  string
	kind   models.EventKind
	undoes string
	at     int64 // milliseconds; the same for all lines of the group
	clock  versions
	events []models.Event
	dirty  bool // something else than an entity was written

	resting map[string]*resting // of a merge and of its undo: what the states rest on
	loose   bool                // the states of some entities rest on more than their last line

	codebook string // its version, which new annotations carry
}

// errUnchanged rolls back a transaction that changed nothing.
var errUnchanged = errors.New("nothing changed")

// write runs fn in one transaction, with its history in the same one. When it
// returns nil, the change is on the disk. Nothing is written unless the path
// still leads to the file that was opened, and nothing is called saved unless
// it does so afterwards.
func (s *Store) write(ctx context.Context, by Actor, kind models.EventKind, fn func(*change) error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.writable(); err != nil {
		return err
	}
	var events []models.Event
	err := s.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		c, err := s.begin(tx, by, kind)
		if err != nil {
			return err
		}
		defer func() { events = c.events }()
		if err := fn(c); err != nil {
			return err
		}
		return c.finish()
	})
	if errors.Is(err, errUnchanged) {
		return nil
	}
	if err != nil {
		s.afterFailure(err)
		return s.explain(err)
	}
	s.library.note(events)
	s.giveWay()
	return s.present()
}

// courtesy is how long a command that works beside others leaves the file free
// after each change. Whoever waits looks every 100 ms at most; a command that
// changes without a pause would keep a window waiting until it gives up.
const courtesy = time.Millisecond

// giveWay lets others write between two changes of a command.
func (s *Store) giveWay() {
	if s.options.Share {
		time.Sleep(courtesy)
	}
}

// writable says why nothing may be written, nil when it may.
func (s *Store) writable() error {
	failed := s.failed.Load()
	switch {
	case s.closed.Load():
		return errClosed()
	case s.options.ReadOnly:
		return models.Errorf(models.CodeReadOnly, "%s is open for reading only; open it for work, or save a copy.", filepath.Base(s.path))
	case failed != nil:
		return *failed
	}
	return s.present()
}

// afterFailure leaves the connection fit for the next change. A COMMIT that
// failed, for lack of space say, may leave the transaction open.
func (s *Store) afterFailure(err error) {
	_ = s.db.Exec("ROLLBACK").Error // fails when nothing is open, which is the usual case
	s.distrust(err)
}

// begin opens the group of history. The first statement of every transaction
// writes the row that names the project: its journal then holds the page with
// the project's UID, by which a stray journal is told from our own
// (open.go). The row also carries the highest version in the file.
func (s *Store) begin(tx *gorm.DB, by Actor, kind models.EventKind) (*change, error) {
	now := s.options.Clock()
	c := &change{
		tx: tx, by: by, device: s.options.DeviceUID, group: newUID(models.PrefixGroup), kind: kind, at: now.UnixMilli(),
	}
	const reserve = `UPDATE projects SET version = CASE WHEN version < ? THEN ? ELSE version + 1 END
		RETURNING version, codebook_version, EXISTS(SELECT 1 FROM heads)`
	row := tx.Raw(reserve, versionAt(now), versionAt(now)).Row()
	if err := row.Scan(&c.clock.reserved, &c.codebook, &c.loose); err != nil {
		return nil, fmt.Errorf("begin: %w", err)
	}
	return c, nil
}

// finish writes the lines of history, and the highest version if more than the
// reserved one was handed out.
func (c *change) finish() error {
	if len(c.events) == 0 && !c.dirty {
		return errUnchanged
	}
	if err := insertEvents(c.tx, c.events); err != nil {
		return err
	}
	if c.clock.last <= c.clock.reserved {
		return nil
	}
	if err := c.tx.Exec("UPDATE projects SET version = ?", c.clock.last).Error; err != nil {
		return fmt.Errorf("keep the clock: %w", err)
	}
	return nil
}

// save writes the state after of an entity and its line of history; before is
// the state that it replaces, empty when the entity was not there.
func (c *change) save(entity models.Entity, uid, before, after string) error {
	return c.saveAsOf(entity, uid, before, after, c.at)
}

// saveAsOf is [change.save] of a state that came about at another time, in
// milliseconds; the line of history has the time of the step all the same.
func (c *change) saveAsOf(entity models.Entity, uid, before, after string, at int64) error {
	mark := stamp{version: c.clock.next(), device: c.device, at: at, fresh: before == ""}
	event := models.Event{
		UID: newUID(models.PrefixEvent), GroupUID: c.group, At: c.at, ActorUID: c.by.AnnotatorUID, DeviceUID: c.device,
		Kind: c.kind, Undoes: c.undoes, Op: operation(before, after), Entity: entity, EntityUID: uid, Version: mark.version,
		Before: before, After: after,
	}
	var err error
	if c.resting == nil {
		event.Parents, err = c.overtake(uid)
	} else {
		mark = c.resting[uid].stamp(after, mark)
	}
	if err != nil {
		return err
	}
	if err := codecs[entity].save(c.tx, uid, after, mark); err != nil {
		return fmt.Errorf("save %s %s: %w", entity, uid, err)
	}
	c.events = append(c.events, event)
	return nil
}

// update loads an entity, lets edit change its snapshot and saves it if that
// made a difference. The error has [models.CodeNotFound] when the entity is
// not there or deleted.
func update[T any](c *change, entity models.Entity, uid string, edit func(*T) error) error {
	before, err := codecs[entity].loadOne(c.tx, uid)
	if err != nil {
		return err
	}
	if before == "" || buried(before) {
		return models.Errorf(models.CodeNotFound, "This %s is no longer in the project; look at the newest state.", models.Term(entity))
	}
	snapshot, err := decode[T](before)
	if err != nil {
		return err
	}
	if err := edit(&snapshot); err != nil {
		return err
	}
	after, err := encode(snapshot)
	if err != nil || after == before {
		return err
	}
	return c.save(entity, uid, before, after)
}

// create saves an entity that was not there.
func create[T any](c *change, entity models.Entity, uid string, snapshot T) error {
	after, err := encode(snapshot)
	if err != nil {
		return err
	}
	return c.save(entity, uid, "", after)
}

// put writes the state of an entity that may have one already. inherit gives
// the new state what it keeps of the old one, such as when it was made.
func put[T any](c *change, entity models.Entity, uid string, state T, inherit func(state *T, old T)) error {
	before, err := codecs[entity].loadOne(c.tx, uid)
	if err != nil {
		return err
	}
	if before != "" {
		old, err := decode[T](before)
		if err != nil {
			return err
		}
		inherit(&state, old)
	}
	after, err := encode(state)
	if err != nil || after == before {
		return err
	}
	return c.save(entity, uid, before, after)
}

// bury deletes an entity: the row stays and is marked.
func (c *change) bury(entity models.Entity, uid string) error {
	before, err := codecs[entity].loadOne(c.tx, uid)
	if err != nil || before == "" || buried(before) {
		return err
	}
	after, err := codecs[entity].bury(before, c.at)
	if err != nil {
		return err
	}
	return c.save(entity, uid, before, after)
}
