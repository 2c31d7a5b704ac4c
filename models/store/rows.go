package store

import (
	"database/sql"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"glossator/models/store/engine"
)

// row is one row of an answer, as the standard library reads it. Scanning
// straight into fields takes half the time of reading models by reflection.
type row = sql.Rows

// collect runs a query and reads all its rows. Queries that can grow have a
// LIMIT or a key range: the driver cannot stop a SELECT once it runs.
func collect[T any](tx *gorm.DB, scan func(*row, *T) error, query string, args ...any) (list []T, err error) {
	rows, err := tx.Raw(query, args...).Rows()
	if err != nil {
		return nil, fmt.Errorf("query: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var item T
		if err := scan(rows, &item); err != nil {
			return nil, fmt.Errorf("scan: %w", err)
		}
		list = append(list, item)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	return list, nil
}

// first runs a query for at most one row and reports whether there was one.
func first[T any](tx *gorm.DB, scan func(*row, *T) error, query string, args ...any) (T, bool, error) {
	list, err := collect(tx, scan, query, args...)
	if err != nil || len(list) == 0 {
		var none T
		return none, false, err
	}
	return list[0], true, nil
}

// one scans a row of a single column.
func one[T any](r *row, v *T) error { return r.Scan(v) }

// closing closes db and joins what went wrong to err.
func closing(err error, db *gorm.DB) error { return errors.Join(err, engine.Close(db)) }
