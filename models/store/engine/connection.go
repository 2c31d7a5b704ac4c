package engine

import (
	"database/sql"
	"errors"
	"fmt"

	"github.com/glebarez/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// MinVersion is the oldest SQLite that may be linked in: older ones have known
// faults that corrupt files (the WAL reset before 3.51.3, the rollback of
// multi-file transactions before 3.53.4).
const MinVersion = "3.54.1"

// Open opens the file at path on one connection and verifies the pragmas. It
// creates nothing unless mode is [Create]. The error is the driver's or has a
// code of models; [Explain] makes a sentence of it.
func Open(path string, mode Mode, pragmas []Pragma) (*gorm.DB, error) {
	dsn, err := address(path, mode, pragmas)
	if err != nil {
		return nil, err
	}
	return connect(dsn, pragmas)
}

// OpenMemory opens an empty database that lives in memory.
func OpenMemory() (*gorm.DB, error) { return connect(":memory:", nil) }

// connect opens one connection only: SQLite has one writer anyway, and a
// second connection would have a cache and settings of its own. The pool is
// made here and not by the dialect, which leaks it when the first query fails.
func connect(dsn string, pragmas []Pragma) (*gorm.DB, error) {
	pool, err := sql.Open(sqlite.DriverName, dsn)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	pool.SetMaxOpenConns(1)
	pool.SetMaxIdleConns(1)
	pool.SetConnMaxLifetime(0)
	db, err := gorm.Open(&sqlite.Dialector{Conn: pool}, &gorm.Config{
		Logger: logger.Discard, SkipDefaultTransaction: true, TranslateError: true,
	})
	if err == nil {
		err = verify(db, pragmas)
	}
	if err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	return db, nil
}

// Close closes the connection.
func Close(db *gorm.DB) error {
	pool, err := db.DB()
	if err != nil {
		return fmt.Errorf("reach the connection: %w", err)
	}
	if err := pool.Close(); err != nil {
		return fmt.Errorf("close database: %w", err)
	}
	return nil
}

// Version returns the version of the SQLite that is linked in.
func Version(db *gorm.DB) (string, error) {
	var version string
	if err := db.Raw("SELECT sqlite_version()").Scan(&version).Error; err != nil {
		return "", fmt.Errorf("ask for the engine's version: %w", err)
	}
	return version, nil
}
