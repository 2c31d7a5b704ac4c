package store

import (
	"fmt"
	"strings"

	"gorm.io/gorm"
)

// insertRows writes lines of equal length with as few statements as the
// driver handles well: 300 to 600 parameters each. The statement ends in
// "VALUES ".
func insertRows(tx *gorm.DB, statement string, lines [][]any, atOnce int) error {
	for len(lines) > 0 {
		n := min(atOnce, len(lines))
		group := "(" + strings.Repeat("?, ", len(lines[0])-1) + "?)"
		var args []any
		for _, line := range lines[:n] {
			args = append(args, line...)
		}
		if err := tx.Exec(statement+strings.Repeat(group+", ", n-1)+group, args...).Error; err != nil {
			return fmt.Errorf("insert: %w", err)
		}
		lines = lines[n:]
	}
	return nil
}
