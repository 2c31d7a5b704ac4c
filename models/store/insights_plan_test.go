package store

import (
	"strings"
	"testing"
)

// The questions of insights and of the consistency check go through a stretch of
// a project at a time: each begins at a key, and what it joins is found by one.
func TestStretchesAreFoundByKey(t *testing.T) {
	t.Parallel()
	db := emptySchema(t)
	for name, query := range map[string]string{
		"coded": selectCoded, "coded rows": selectCodedRows, "details": selectDetailsOf, "standing labels": selectStandingLabels,
	} {
		plan, err := planOf(db, query)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, line := range plan {
			if table, scans := strings.CutPrefix(line, "SCAN "); scans && table != "l" {
				t.Errorf("%s looks at every row: %s", name, strings.Join(plan, "; "))
			}
		}
	}
}
