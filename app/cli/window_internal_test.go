package cli

import (
	"slices"
	"testing"
)

// TestAProjectAmongTheFilesIsOpened keeps what a desktop does with a project
// file apart from what it does with an article.
func TestAProjectAmongTheFilesIsOpened(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name     string
		flag     string
		given    []string
		project  string
		articles []string
	}{
		{name: "nothing"},
		{name: "a project", given: []string{"work.glossator"}, project: "work.glossator"},
		{name: "capitals", given: []string{"WORK.GLOSSATOR"}, project: "WORK.GLOSSATOR"},
		{name: "with articles", given: []string{"a.txt", "work.glossator", "b.html"}, project: "work.glossator",
			articles: []string{"a.txt", "b.html"}},
		{name: "by the flag", flag: "work.glossator", given: []string{"a.txt"}, project: "work.glossator", articles: []string{"a.txt"}},
	} {
		project, articles, err := (&session{project: tt.flag}).sorted(tt.given)
		if err != nil || project != tt.project || !slices.Equal(articles, tt.articles) {
			t.Errorf("%s: project %q, articles %q, %v; want %q, %q", tt.name, project, articles, err, tt.project, tt.articles)
		}
	}
}
