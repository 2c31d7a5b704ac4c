package folder_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"glossator/app/ui/folder"
	"glossator/models"
)

// TestShow has scripts stand in for the program of the desktop.
func TestShow(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("other systems have other programs")
	}
	for name, want := range map[string]struct {
		script string
		code   models.Code
	}{
		"shown":             {`echo "$1" >"$0.said"`, ""},
		"closed with 1":     {`echo "$1" >"$0.said"; exit 1`, ""},
		"no file manager":   {`exit 3`, models.CodeUnsupported},
		"it fails":          {`exit 4`, models.CodeUnsupported},
		"no program at all": {"", models.CodeUnsupported},
	} {
		t.Run(name, func(t *testing.T) {
			bin := t.TempDir()
			t.Setenv("PATH", bin)
			program := filepath.Join(bin, "xdg-open")
			if want.script != "" {
				if err := os.WriteFile(program, []byte("#!/bin/sh\n"+want.script+"\n"), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			path := filepath.Join(t.TempDir(), "two words – тест", "export.csv")
			err := folder.Show(path)
			if models.CodeOf(err) != want.code {
				t.Fatalf("%v, want the code %q", err, want.code)
			}
			if err != nil {
				if said := models.Explain(err); !strings.Contains(said, "export.csv") || !strings.HasSuffix(said, ".") {
					t.Errorf("it says %q", said)
				}
				return
			}
			said, err := os.ReadFile(program + ".said")
			if err != nil || strings.TrimSpace(string(said)) != filepath.Dir(path) {
				t.Errorf("it was given %q, %v", said, err)
			}
		})
	}
}
