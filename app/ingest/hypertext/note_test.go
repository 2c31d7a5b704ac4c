package hypertext_test

import (
	"testing"

	"glossator/app/ingest/hypertext"
)

func TestNotes(t *testing.T) {
	t.Parallel()
	blocks, err := hypertext.Blocks([]byte(`<p>Rents rose.<a href="#n" epub:type="noteref"><sup>1</sup></a> They fell.</p>` +
		`<p>Statistics office.<a href="#m" role="doc-backlink">back</a></p><p>See <a href="/x">the report</a>.</p>`))
	if err != nil || len(blocks) != 3 || blocks[0].Text != "Rents rose.[1] They fell." || blocks[1].Text != "Statistics office." ||
		blocks[2].Text != "See the report." {
		t.Errorf("%+v, %v", blocks, err)
	}
}
