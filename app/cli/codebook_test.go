package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestCodebookGoesOutAndIn takes a codebook out, changes it and takes it over.
func TestCodebookGoesOutAndIn(t *testing.T) {
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	report := write(t, filepath.Join(dir, "report.txt"), []byte(reportText))
	uid := lines[imported](t, must(t, "", "import", "--project", project, "--json", report))[0].Article
	must(t, `{"article":"`+uid+`","sentence":1,"label":"claim"}`+"\n", "tag", "--project", project, "--annotator", "Ann", "-")

	whole := must(t, "", "codebook", "export", "--project", project)
	for _, name := range []string{"c.json", "c.csv", "c.qdc"} {
		path := filepath.Join(dir, name)
		must(t, "", "codebook", "export", "--project", project, "-o", path)
		if again := glossator(t, "", "codebook", "export", "--project", project, "-o", path); again.status != 1 || !strings.Contains(again.words, "exists") {
			t.Errorf("%s: status %d, %q", name, again.status, again.words)
		}
		if same := glossator(t, "", "codebook", "import", "--project", project, path); same.status != 0 || same.out != "" {
			t.Errorf("%s would change %q, status %d", name, same.out, same.status)
		}
	}

	changed := write(t, filepath.Join(dir, "changed.json"), []byte(strings.Replace(whole, "Somebody, or the outlet itself, asserts", "Somebody asserts", 1)))
	look := glossator(t, "", "codebook", "import", "--project", project, changed)
	if look.status != 0 || look.out != "Claim: the definition is another one.\n" || !strings.Contains(look.words, "Nothing was changed") {
		t.Errorf("a look says %q, %q", look.out, look.words)
	}
	if asked := glossator(t, "", "codebook", "import", "--project", project, "--apply", changed); asked.status != 2 || !strings.Contains(asked.words, "claim") {
		t.Errorf("the meaning is not asked for: status %d, %q", asked.status, asked.words)
	}
	done := glossator(t, "", "codebook", "import", "--project", project, "--apply", "--changed", "claim", changed)
	if done.status != 0 || !strings.Contains(done.words, "version 1.1") {
		t.Errorf("status %d, %q", done.status, done.words)
	}
	if now := must(t, "", "codebook", "export", "--project", project); !strings.Contains(now, `"revisions"`) || !strings.Contains(now, "Somebody asserts") {
		t.Errorf("the codebook is %.400s", now)
	}
	if found := glossator(t, "", "check", "--project", project); found.status != 0 {
		t.Errorf("the check says %q", found.out+found.words)
	}
	for _, wrong := range [][]string{
		{"codebook"},
		{"codebook", "export", "--project", project, "--format", "docx"},
		{"codebook", "import", "--project", project},
	} {
		if got := glossator(t, "", wrong...); got.status != 2 {
			t.Errorf("%q: status %d, %q", wrong, got.status, got.words)
		}
	}
	for _, bad := range []string{"{", "", `{"version":"1","labels":[{"key":"a b","name":"x"}]}`} {
		got := glossator(t, bad, "codebook", "import", "--project", project, "-")
		if got.status != 1 || !strings.HasSuffix(strings.TrimSpace(got.words), ".") {
			t.Errorf("%q: status %d, %q", bad, got.status, got.words)
		}
	}
}
