package moment_test

import (
	"testing"
	"time"

	"glossator/app/ui/moment"
)

func TestText(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("Almaty", 5*60*60)
	now := time.Date(2026, 3, 5, 9, 30, 0, 0, zone)
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{time.Date(2026, 3, 5, 0, 4, 0, 0, zone), "00:04"},
		{time.Date(2026, 3, 4, 19, 30, 0, 0, time.UTC), "00:30"},
		{time.Date(2026, 3, 4, 23, 59, 0, 0, zone), "4 Mar 23:59"},
		{time.Date(2025, 3, 5, 9, 30, 0, 0, zone), "5 Mar 2025"},
	} {
		if got := moment.Text(c.at.UnixMilli(), now); got != c.want {
			t.Errorf("%v is told as %q; want %q", c.at, got, c.want)
		}
	}
}
