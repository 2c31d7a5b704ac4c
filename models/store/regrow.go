package store

import (
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store/engine"
)

// uidPrefixes tell the tables whose rows have a UID apart.
var uidPrefixes = map[string]models.Prefix{
	"projects": models.PrefixProject, "annotators": models.PrefixAnnotator, "articles": models.PrefixArticle,
	"labels": models.PrefixLabel, "label_fields": models.PrefixField, "codebooks": models.PrefixCodebook,
	"annotations": models.PrefixAnnotation, "readings": models.PrefixReading, "progress": models.PrefixProgress,
	"decisions": models.PrefixDecision, "responses": models.PrefixResponse, "outcomes": models.PrefixOutcome,
	"history": models.PrefixEvent, "received": models.PrefixEvent,
}

// followsFromTexts is a table whose rows look like those of the search index;
// it is made anew when it is missing.
const followsFromTexts = "signatures"

// openPatient opens the copy of a damaged file. Where its list of tables cannot
// be read, or pages of its tables are lost, it gets a new list: what the pages
// hold is known by their rows.
func (r *rescue) openPatient(path string) (*gorm.DB, error) {
	checks := []engine.Pragma{{Name: "cell_size_check", Value: "1", Want: "1"}}
	forest, err := engine.ReadForest(path)
	if err != nil {
		return nil, err
	}
	from, unlisted := engine.Open(path, engine.ReadWrite, checks)
	if unlisted == nil {
		if _, unlisted = objects(from); unlisted == nil && !forest.Broken {
			return from, nil
		}
		if err := engine.Close(from); err != nil {
			return nil, err
		}
	}
	tables, err := regrow(forest)
	if err != nil {
		return nil, err
	}
	if len(tables) == 0 {
		return nil, models.Errorf(models.CodeDamaged,
			"Nothing can be read of this file: neither its list of tables nor any table. Open the last backup.").Because(unlisted)
	}
	if err := engine.GraftTables(path, tables); err != nil {
		return nil, fmt.Errorf("mend the copy: %w", err)
	}
	if unlisted != nil {
		r.losef("The list of tables was damaged; the tables were found again by their rows.")
	}
	if forest.Broken {
		r.losef("Pages of the file are lost; what the others hold was put together.")
	}
	return engine.Open(path, engine.ReadWrite, checks)
}

// regrow makes tables of what was found. A table of several pieces has several
// names, see partOf.
func regrow(forest engine.Forest) ([]engine.Graft, error) {
	plans, err := tablePlans()
	if err != nil {
		return nil, err
	}
	var list []engine.Graft
	pieces := map[string]int{}
	plant := func(p tablePlan, root int64) {
		name := p.name
		if pieces[name]++; pieces[name] > 1 {
			name = fmt.Sprintf("%s%s%d", name, partOf, pieces[name])
		}
		list = append(list, engine.Graft{Name: name, SQL: p.plain(name), Root: root})
	}
	for _, p := range plans {
		if root := forest.Roots[p.name]; root > 0 && !p.keyed {
			plant(p, root)
		}
	}
	for _, tree := range forest.Trees {
		if p, ok := planted(plans, tree); ok {
			plant(p, tree.Root)
		}
	}
	return list, nil
}

// planted returns the table that a tree belongs to: by its name where that is
// known, else by its rows.
func planted(plans []tablePlan, tree engine.Tree) (tablePlan, bool) {
	if tree.Owner == "" {
		return match(plans, tree.Rows)
	}
	at := slices.IndexFunc(plans, func(p tablePlan) bool { return p.name == tree.Owner })
	if at < 0 {
		return tablePlan{}, false
	}
	return plans[at], true
}

// partOf comes between the name of a table and the number of its piece.
const partOf = "_part_"

// tablePlan is what is declared about a table that a recovery copies.
type tablePlan struct {
	name    string
	keyed   bool // it has row numbers
	columns []columnPlan
}

type columnPlan struct {
	name, kind string
	required   bool
	standard   string // what a row that ends before it has, as SQL; empty: NULL
	key        int    // its place in the primary key; 0: none
}

// tablePlans reads the declared tables.
func tablePlans() (plans []tablePlan, err error) {
	steps, err := declared()
	if err != nil {
		return nil, err
	}
	fresh, err := engine.OpenMemory()
	if err != nil {
		return nil, fmt.Errorf("open memory: %w", err)
	}
	defer func() { err = closing(err, fresh) }()
	if err := steps.apply(fresh, 0, steps.version()); err != nil {
		return nil, err
	}
	names, err := salvageable(fresh)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		p := tablePlan{name: name}
		p.keyed, _, err = first(fresh, one[bool], "SELECT wr = 0 FROM pragma_table_list(?)", name)
		if err != nil {
			return nil, err
		}
		p.columns, err = collect(fresh, func(r *row, c *columnPlan) error {
			return r.Scan(&c.name, &c.kind, &c.required, &c.standard, &c.key)
		}, `SELECT name, type, "notnull", COALESCE(dflt_value, ''), pk FROM pragma_table_info(?)`, name)
		if err != nil {
			return nil, err
		}
		plans = append(plans, p)
	}
	return plans, nil
}

// plain is a definition under which the rows are read as they are: without
// rules and without the indexes that some rules need.
func (p tablePlan) plain(name string) string {
	var columns, keys []string
	for _, c := range p.columns {
		text := c.name
		switch {
		case p.numbers(c):
			text += " INTEGER PRIMARY KEY"
		case c.standard != "":
			text += " DEFAULT " + c.standard
		}
		if !p.keyed && c.key > 0 {
			keys = append(keys, c.name)
		}
		columns = append(columns, text)
	}
	if p.keyed {
		return "CREATE TABLE " + name + "(" + strings.Join(columns, ", ") + ")"
	}
	return "CREATE TABLE " + name + "(" + strings.Join(columns, ", ") + ", PRIMARY KEY(" + strings.Join(keys, ", ") + ")) WITHOUT ROWID"
}

// numbers reports whether a column is the number of its row, which stands as
// NULL in the row itself.
func (p tablePlan) numbers(c columnPlan) bool { return p.keyed && c.key == 1 && c.kind == "INTEGER" }

// match returns the one table that all of the rows may be of.
func match(plans []tablePlan, rows [][]engine.Value) (found tablePlan, ok bool) {
	for _, p := range plans {
		if !p.keyed || p.name == followsFromTexts || slices.ContainsFunc(rows, func(row []engine.Value) bool { return !p.fits(row) }) {
			continue
		}
		if ok {
			return tablePlan{}, false
		}
		found, ok = p, true
	}
	return found, ok
}

// storedAs are the classes in which the values of a declared type stand.
var storedAs = map[string][]engine.Kind{
	"INTEGER": {engine.Integer}, "TEXT": {engine.Text}, "BLOB": {engine.Blob}, "REAL": {engine.Real, engine.Integer},
}

// fits reports whether a row may be one of the table.
func (p tablePlan) fits(row []engine.Value) bool {
	if len(row) > len(p.columns) {
		return false
	}
	for i, c := range p.columns {
		switch {
		case i >= len(row):
			if c.required && c.standard == "" {
				return false
			}
		case p.numbers(c):
			if row[i].Kind != engine.Null {
				return false
			}
		case row[i].Kind == engine.Null:
			if c.required {
				return false
			}
		case !slices.Contains(storedAs[c.kind], row[i].Kind):
			return false
		case c.name == "uid" && !strings.HasPrefix(row[i].Text, string(uidPrefixes[p.name])):
			return false
		}
	}
	return true
}
