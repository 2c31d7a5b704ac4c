package incoming

import (
	"strings"
	"testing"
)

func TestWhatSpreadsheetsReshapeStays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		before, after string
		same          bool
	}{
		{"0001", "1", true}, {"1e5", "100000", true}, {"12,345", "12345", true}, {"1 920,5", "1920.5", true}, {"true", "TRUE", true},
		{"2025-06-01", "01.06.2025", true}, {"a\abell", "a\ufffdbell", true},
		{strings.Repeat("я", 40_000), strings.Repeat("я", 32_766) + "…", true}, {"long", "lo…", false},
		{"20", "30", false}, {"0001", "", false}, {"", "1", false}, {"soon", "later", false}, {"true", "false", false},
		{"May", "MAY", false}, {"2025-06-01", "2025-06-02", false},
	} {
		if got := reshaped(c.before, c.after); got != c.same {
			t.Errorf("reshaped(%q, %q) = %v", c.before, c.after, got)
		}
	}
}
