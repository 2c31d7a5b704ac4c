package store

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"
)

// derivedTables are filled by the triggers of the new file.
var derivedTables = map[string]bool{"tallies": true, "coverage": true}

// salvageable lists the tables that a recovery copies, in the order in which
// they were declared: those that others refer to come first.
func salvageable(to *gorm.DB) ([]string, error) {
	names, err := collect(to, one[string], `SELECT s.name FROM sqlite_schema s
		JOIN pragma_table_list l ON l.name = s.name AND l.schema = 'main'
		WHERE l.type = 'table' AND s.name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY s.rowid`)
	if err != nil {
		return nil, fmt.Errorf("list tables: %w", err)
	}
	var list []string
	for _, name := range names {
		if !derivedTables[name] {
			list = append(list, name)
		}
	}
	return list, nil
}

// maxProbes bounds how often one table is asked around its damage, so that a
// file of which nothing is left does not take for ever.
const maxProbes = 50_000

// salvor reads what can be read of one table of a damaged file.
type salvor struct {
	from, to *gorm.DB
	table    string
	source   string // the name of the table, or of a piece of it, in the damaged file
	columns  []string
	probes   int
	saved    int
	refused  int // rows that were read but break a rule of the table: their bytes are wrong
	damaged  bool
}

// salvage copies every row of a table that can be read and that keeps the
// rules of the table, from all pieces of it.
func salvage(ctx context.Context, from, to *gorm.DB, table string) (*salvor, error) {
	v := &salvor{from: from.WithContext(ctx), to: to.WithContext(ctx), table: table}
	pieces := strings.ReplaceAll(table+partOf, "_", "\\_") + "%"
	sources, err := collect(v.from, one[string],
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND (name = ? OR name LIKE ? ESCAPE '\\')", table, pieces)
	if err != nil || len(sources) == 0 {
		v.damaged = true
		return v, ctx.Err()
	}
	for _, v.source = range sources {
		if err := v.copyPiece(ctx); err != nil {
			return v, err
		}
	}
	return v, nil
}

// copyPiece copies the rows of one piece.
func (v *salvor) copyPiece(ctx context.Context) (err error) {
	if v.columns, err = commonColumns(v.from, v.to, v.source, v.table); err != nil || len(v.columns) == 0 {
		v.damaged = true
		return err
	}
	highest, keyed := v.highest()
	if keyed {
		return v.between(ctx, 1, highest)
	}
	// A table without row numbers is read from its start up to the damage, and
	// from its end down to it.
	for _, direction := range []string{"ASC", "DESC"} {
		if _, err := v.read("ORDER BY 1 " + direction); err == nil {
			break
		}
		v.damaged = true
	}
	return ctx.Err()
}

// commonColumns returns the columns that both files have: an older version of
// the program may have made the damaged one.
func commonColumns(from, to *gorm.DB, source, table string) ([]string, error) {
	const question = "SELECT name FROM pragma_table_info(?)"
	want, err := collect(to, one[string], question, table)
	if err != nil {
		return nil, fmt.Errorf("read columns: %w", err)
	}
	have, err := collect(from, one[string], question, source)
	if err != nil {
		return nil, nil //nolint:nilerr // a table that cannot be read is lost, which is reported
	}
	known := map[string]bool{}
	for _, name := range have {
		known[name] = true
	}
	var common []string
	for _, name := range want {
		if known[name] {
			common = append(common, name)
		}
	}
	return common, nil
}

// highest returns the highest row number, or a bound for it when its page is
// damaged. It is false for a table without row numbers.
func (v *salvor) highest() (int64, bool) {
	var without int
	if err := v.to.Raw("SELECT wr FROM pragma_table_list(?)", v.table).Scan(&without).Error; err != nil || without != 0 {
		return 0, false
	}
	var highest int64
	if err := v.from.Raw("SELECT COALESCE(MAX(rowid), 0) FROM " + v.source).Scan(&highest).Error; err == nil {
		return highest, true
	}
	v.damaged = true
	if err := v.from.Raw("SELECT COUNT(*) FROM " + v.source).Scan(&highest).Error; err == nil { // an index may be whole
		return 2 * highest, true
	}
	const leastRow = 16 // bytes
	var bytes int64
	_ = v.from.Raw("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").Scan(&bytes).Error // 0: nothing is asked for
	return bytes / leastRow, true
}

// between copies the rows with numbers from lo to hi. Where reading fails, it
// goes on behind the damage, which it closes in by halves.
func (v *salvor) between(ctx context.Context, lo, hi int64) error {
	if lo > hi || v.probes > maxProbes {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	v.probes++
	last, err := v.read("WHERE rowid BETWEEN ? AND ? ORDER BY rowid", lo, hi)
	if err == nil {
		return nil
	}
	v.damaged = true
	lo = max(lo, last+1)
	if lo >= hi { // this very row is lost
		return nil
	}
	middle := lo + (hi-lo)/2
	if err := v.between(ctx, lo, middle); err != nil {
		return err
	}
	return v.between(ctx, middle+1, hi)
}

// read copies rows until the end or the first that cannot be read, and returns
// the number of the last one. Only then it writes: the rows come in pages of
// the damaged file, which is another connection.
func (v *salvor) read(where string, args ...any) (last int64, err error) {
	number := "rowid"
	if !strings.Contains(where, number) {
		number = "0"
	}
	rows, err := v.from.Raw("SELECT "+number+", "+strings.Join(v.columns, ", ")+" FROM "+v.source+" "+where, args...).Rows()
	if err != nil {
		return 0, fmt.Errorf("read %s: %w", v.table, err)
	}
	defer func() { _ = rows.Close() }()
	values := make([]any, len(v.columns))
	targets := make([]any, 1, len(v.columns)+1)
	targets[0] = &last
	for i := range values {
		targets = append(targets, &values[i])
	}
	insert := "INSERT INTO " + v.table + "(" + strings.Join(v.columns, ", ") + ") VALUES (" +
		strings.Repeat("?, ", len(v.columns)-1) + "?)"
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			return last, fmt.Errorf("scan %s: %w", v.table, err)
		}
		if err := v.to.Exec(insert, values...).Error; err != nil {
			v.refused++ // or read before, from the other end
			continue
		}
		v.saved++
	}
	if err := rows.Err(); err != nil {
		return last, fmt.Errorf("read %s: %w", v.table, err)
	}
	return last, nil
}
