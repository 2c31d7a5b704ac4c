package webpage_test

import (
	"strings"
	"testing"
)

// filler is prose around what a case is about, so that there is an article.
const filler = "<p>" + prose + "</p><p>The mayor promised two more shelters by the end of next year, and a report in March.</p>"

// What pages are made of that extractors read badly: the blocks that must be
// there, each on a line of its own.
func TestShapesOfPages(t *testing.T) {
	t.Parallel()
	page := func(body string) string {
		return `<html><head><title>Shelter opens</title></head><body><article><h1>Shelter opens</h1>` + body + `</article></body></html>`
	}
	cases := []struct{ name, page, want string }{
		{"a space inside a link", page(filler + `<p>According to <a href="/r">the report </a>of the council, <b>192 </b>families came.</p>`),
			"According to the report of the council, 192 families came."},
		{"a space between two elements", page(filler + `<p><b>By March:</b> <em>two shelters</em> <b>and</b> <em>a report on both of them.</em></p>`),
			"By March: two shelters and a report on both of them."},
		{"two line breaks", page(`<div>` + prose + `<br><br>Last year 192 families came.<br> <br>The rest is history, said the mayor.</div>`),
			"Last year 192 families came."},
		{"the posts of a live report", page(filler + `<section><time>18:30</time><h2>Dam holds</h2><p>The dam above the town was stable on Tuesday evening, it said.</p>` +
			`</section><section><time>12:10</time><h2>Minister visits</h2><p>She promised five million from the fund before the end of the month.</p></section>`),
			"Minister visits"},
		{"a list of few words", page(filler + `<h2>Who pays</h2><ol><li>the county;</li><li>the ministry.</li></ol><p>` + prose + `</p>`), "the ministry."},
		{"the mark of a note", page(filler + `<p>Rents rose by 7.4%.<sup><a href="#n1">1</a></sup> The council will look at them in the spring.</p>`),
			"Rents rose by 7.4%.[1] The council will look at them in the spring."},
		{"linked data only", `<html><head><title>Budget</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Budget",` +
			`"articleBody":"The council approved the budget on Monday.\n\nThe mayor promised two shelters by 2027."}</script></head><body></body></html>`,
			"The mayor promised two shelters by 2027."},
	}
	for _, c := range cases {
		got := "\n" + all(read(t, c.page))
		if strings.Count(got, "\n"+c.want+"\n") != 1 {
			t.Errorf("%s: %q is not there once in\n%s", c.name, c.want, got)
		}
	}
}

func TestMenuIsNoArticle(t *testing.T) {
	t.Parallel()
	page := read(t, `<html><head><title>Statement</title></head><body><table><tr><td><a href=1>Home</a><br><br><a href=2>News</a></td><td><b>Statement</b>`+
		`<br><br>`+prose+`<br><br>Since 2021, 47 journalists have been detained, the union says.</td></tr></table></body></html>`)
	if got := all(page); strings.Contains(got, "Home") || !strings.Contains(got, "47 journalists") {
		t.Errorf("got\n%s", got)
	}
}
