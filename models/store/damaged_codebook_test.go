package store_test

import (
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
	"glossator/models/store/engine"
)

// A codebook that cannot be read is said to be damaged, and what can be read
// of the rest is saved.
func TestDamagedCodebook(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := engine.Open(r.path, engine.ReadWrite, engine.Settings())
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []string{
		`UPDATE labels SET wording = '{"include":["' || char(0) WHERE position = 0`,
		`UPDATE codebooks SET general = '[cut sho'`,
	} {
		if err := db.Exec(step).Error; err != nil {
			t.Fatal(err)
		}
	}
	if err := engine.Close(db); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(r.path, options())
	if err == nil {
		_, err = s.Labels(t.Context())
		t.Cleanup(func() { _ = s.Close() })
	}
	wantCode(t, err, models.CodeDamaged)
	saved, err := store.Recover(t.Context(), r.path, r.path+".saved", options())
	if err != nil || saved.Holding.Articles != 1 {
		t.Fatalf("%+v, %v", saved, err)
	}
	var lost strings.Builder
	for _, loss := range saved.Lost {
		lost.WriteString(loss.String() + "\n")
	}
	if lost := lost.String(); !strings.Contains(lost, "The wording of 1 labels") || !strings.Contains(lost, "The general of 1 codebooks") {
		t.Errorf("lost: %s", lost)
	}
}
