package engine

import "testing"

func TestLocatorKeepsThePath(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"/home/a/p.db":         "file:/home/a/p.db",
		"/home/a?b#c%d/e f.db": "file:/home/a%3Fb%23c%25d/e%20f.db",
		"/дом/p.db":            "file:/%D0%B4%D0%BE%D0%BC/p.db",
		"C:/Users/a/p.db":      "file:/C:/Users/a/p.db",
		"//server/share/p.db":  "file:////server/share/p.db",
	} {
		if got := locator(path); got != want {
			t.Errorf("%s became %s, want %s", path, got, want)
		}
	}
}
