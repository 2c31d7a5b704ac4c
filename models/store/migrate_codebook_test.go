package store

import (
	"testing"

	"glossator/models/store/engine"
)

// TestOlderCodebookMovesToItsLabels brings a project of the time before step 5
// up to date: its codebook stood as JSON beside the labels.
func TestOlderCodebookMovesToItsLabels(t *testing.T) {
	t.Parallel()
	steps, err := declared()
	if err != nil {
		t.Fatal(err)
	}
	db, err := engine.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = engine.Close(db) }()
	const moved = 5
	if err := steps.apply(db, 0, moved-1); err != nil {
		t.Fatal(err)
	}
	err = db.Exec(`INSERT INTO projects(id, uid, name, codebook_version, created_at, version) VALUES(1, 'pr-7', 'Old', '1.0', 1, 9);
		INSERT INTO labels(uid, project_id, key, name, position, version, created_at) VALUES('lb-1', 1, 'claim', 'Claim', 0, 9, 1), ('lb-2', 1, 'own', 'Own', 1, 9, 1);
		INSERT INTO label_fields(uid, label_id, key, name, type, required, repeats, position, version) VALUES('fd-1', 1, 'link', 'Link', 'text', 0, 1, 0, 9);
		INSERT INTO meta(key, value) VALUES('codebook', '{"version":"1.0","general":["Read first."],"labels":[{"key":"claim","badge":"L",
		"include":["a","b"],"exclude":null,"fields":[{"key":"link","type":"text","repeats":true,"group":"rows","hint":"Where."}]}]}')`).Error
	if err != nil {
		t.Fatal(err)
	}
	if err := steps.apply(db, moved-1, steps.version()); err != nil {
		t.Fatal(err)
	}
	labels, err := loadLabels(db, []string{"lb-1", "lb-2"})
	claim := labels["lb-1"]
	if err != nil || claim.Badge != "L" || len(claim.Include) != 2 || len(claim.Fields) != 1 || claim.Fields[0].Group != "rows" || claim.Fields[0].Hint != "Where." {
		t.Errorf("the label has %+v, %v", claim, err)
	}
	book, err := loadCodebooks(db, []string{codebookUID("pr-7")})
	if rules := book["cb-7"]; err != nil || rules.Version != "1.0" || len(rules.General) != 1 || len(rules.TieBreaks) != 0 {
		t.Errorf("the rules are %+v, %v", rules, err)
	}
	if kept, _, err := first(db, one[int], "SELECT COUNT(*) FROM meta"); err != nil || kept != 0 {
		t.Errorf("%d notes are left, %v", kept, err)
	}
}
