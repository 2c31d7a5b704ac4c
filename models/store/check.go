package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// The areas of [models.Finding] that [Store.Check] looks at.
const (
	areaIntegrity  = "integrity"
	areaSchema     = "schema"
	areaReferences = "foreign_keys"
	areaTexts      = "texts"
	areaOffsets    = "offsets"
	areaHistory    = "history"
	areaDerived    = "derived"
)

// maxFindings ends a check: a file with so much wrong needs its backup.
const maxFindings = 100

// inspector collects what a check finds.
type inspector struct {
	store    *Store
	findings []models.Finding
}

// reportf adds what was found.
//
//locale:format format
func (i *inspector) reportf(area, format string, args ...any) {
	i.findings = append(i.findings, models.Finding{Area: area, Message: models.Textf(format, args...)})
}

// Check looks through the whole project: the pages and indexes of the file,
// its tables, references, each text against its hash and its sentences and
// blocks against the text, and the state of every entity against its history.
// It returns at most about a hundred findings, none for a sound project. It
// reads in pages, so that work goes on meanwhile, and stops between two of
// them when ctx ends. Of a file that a newer version made ([Store.Newer]), tables,
// history and what is derived from others are not looked at: only that version
// knows their rules.
func (s *Store) Check(ctx context.Context) ([]models.Finding, error) {
	i := &inspector{store: s}
	parts := []func(context.Context) error{i.checkFile, i.checkArticles, i.checkParts, i.checkRetired}
	if !s.newer {
		parts = append(parts, i.checkSchema, i.checkHistory, i.checkOrphans, i.checkClock, i.checkDerived)
	}
	for _, part := range parts {
		if err := ctx.Err(); err != nil {
			return i.findings, s.explain(err)
		}
		if len(i.findings) >= maxFindings {
			break
		}
		if err := part(ctx); err != nil {
			return i.findings, err
		}
	}
	return i.findings, nil
}

// wholeSize is the size in bytes up to which the pages of a file are checked
// in one go, which also finds pages that two tables share. A larger file would
// keep changes waiting for seconds and is checked table by table.
const wholeSize = 100 << 20

func (i *inspector) checkFile(ctx context.Context) error {
	parts, err := i.pageChecks(ctx)
	if err != nil {
		return err
	}
	for _, part := range parts {
		if err := ctx.Err(); err != nil {
			return i.store.explain(err)
		}
		err := i.store.read(ctx, func(tx *gorm.DB) error {
			found, err := checkPages(tx, part)
			i.findings = append(i.findings, found...)
			return err
		})
		if err != nil {
			return err
		}
	}
	return i.store.read(ctx, func(tx *gorm.DB) error {
		broken, err := checkReferences(tx)
		i.findings = append(i.findings, broken...)
		return err
	})
}

// pageChecks returns the pragmas that together look at all pages.
func (i *inspector) pageChecks(ctx context.Context) (parts []string, err error) {
	whole := fmt.Sprintf("integrity_check(%d)", maxFindings)
	err = i.store.read(ctx, func(tx *gorm.DB) error {
		size, _, err := first(tx, one[int64], "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
		if err != nil || size <= wholeSize {
			parts = []string{whole}
			return err
		}
		parts, err = collect(tx, one[string], "SELECT 'integrity_check(' || name || ')' FROM sqlite_schema WHERE type = 'table' ORDER BY name")
		return err
	})
	return parts, err
}

// checkReferences runs foreign_key_check.
func checkReferences(tx *gorm.DB) ([]models.Finding, error) {
	type breach struct {
		table, parent string
		row           *int64
		key           int
	}
	list, err := collect(tx, func(r *row, b *breach) error { return r.Scan(&b.table, &b.row, &b.parent, &b.key) },
		`SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check LIMIT ?`, maxFindings)
	if err != nil {
		return nil, fmt.Errorf("foreign_key_check: %w", err)
	}
	var found []models.Finding
	for _, b := range list {
		found = append(found, models.Finding{Area: areaReferences,
			Message: models.Textf("A row of %s refers to a row of %s that is not there.", b.table, b.parent)})
	}
	return found, nil
}

func (i *inspector) checkSchema(ctx context.Context) error {
	return i.store.read(ctx, func(tx *gorm.DB) error {
		steps, err := declared()
		if err != nil {
			return err
		}
		found, err := steps.differences(tx)
		for _, text := range found {
			i.findings = append(i.findings, models.Finding{Area: areaSchema, Message: text})
		}
		return err
	})
}

// checkClock makes sure that the highest version is the one that the next
// change counts from.
func (i *inspector) checkClock(ctx context.Context) error {
	return i.store.read(ctx, func(tx *gorm.DB) error {
		ahead, _, err := first(tx, one[int], `SELECT (SELECT COUNT(*) FROM history h
			WHERE h.version > (SELECT MAX(j.version) FROM projects j)) + (SELECT COUNT(*) FROM received r
			WHERE r.version > (SELECT MAX(j.version) FROM projects j))`)
		if ahead > 0 {
			i.reportf(areaHistory, "%d changes carry a version above the project's clock.", ahead)
		}
		return err
	})
}
