package webpage

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"glossator/app/ingest/hypertext"
	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// restored returns the blocks of an article with the headings and lists between
// them that the extractor has lost, such as the headings of the posts of a live
// report. They are taken from the page where nothing else stands between two
// blocks that follow one another in the article. A list of links is a menu.
func restored(blocks, page []manuscript.Block, links map[string]bool) []manuscript.Block {
	at := make(map[string]int, len(blocks))
	for i, block := range blocks {
		if k := key(block.Text); k != "" {
			if _, twice := at[k]; !twice {
				at[k] = i
			}
		}
	}
	lost := map[int][]manuscript.Block{} // by the block that they stand before
	last, from := -1, 0
	for i, block := range page {
		place, kept := at[key(block.Text)]
		if !kept {
			continue
		}
		if last >= 0 && place == last+1 {
			lost[place] = wanted(page[from:i], block, links)
		}
		last, from = max(last, place), i+1
	}
	all := make([]manuscript.Block, 0, len(blocks)+len(page))
	for i, block := range blocks {
		all = append(append(all, lost[i]...), block)
	}
	return all
}

// unglued returns blocks without those that an extractor has glued together of
// several of the page, as it does with all of a short article.
func unglued(blocks, page []manuscript.Block) []manuscript.Block {
	keys := make([]string, len(page))
	known := make(map[string]bool, len(page))
	for i, block := range page {
		keys[i] = key(block.Text)
		known[keys[i]] = true
	}
	var all []manuscript.Block
	for _, block := range blocks {
		if k := key(block.Text); !known[k] {
			if from, to := run(k, keys); to > from+1 {
				all = append(all, page[from:to]...)
				continue
			}
		}
		all = append(all, block)
	}
	return all
}

// run returns the first stretch of keys that together are one.
func run(whole string, keys []string) (from, to int) {
	for from = range keys {
		if keys[from] == "" || !strings.HasPrefix(whole, keys[from]) {
			continue
		}
		rest := whole
		for to = from; to < len(keys) && strings.HasPrefix(rest, keys[to]); to++ {
			rest = rest[len(keys[to]):]
			if rest == "" {
				return from, to + 1
			}
		}
	}
	return 0, 0
}

// wanted returns what belongs to the article of the blocks between two of its
// own: lists, the heading of one, and the heading of what follows.
func wanted(gap []manuscript.Block, next manuscript.Block, links map[string]bool) []manuscript.Block {
	const longestHead, widest = 160, 40 // bytes, blocks
	if len(gap) == 0 || len(gap) > widest {
		return nil
	}
	lists := true
	for _, block := range gap {
		lists = lists && (isItem(block) && !links[key(block.Text)] || isHead(block, longestHead))
	}
	switch last := gap[len(gap)-1]; {
	case lists && (isItem(gap[0]) || len(gap) > 1 && isItem(gap[1])):
		return gap
	case isHead(last, longestHead) && next.Kind == models.BlockParagraph:
		return gap[len(gap)-1:]
	}
	return nil
}

func isItem(block manuscript.Block) bool { return block.Kind == models.BlockListItem }

func isHead(block manuscript.Block, longest int) bool {
	return block.Kind == models.BlockHeading && len(block.Text) <= longest
}

// lined returns the article that stands in the page's linked data line by line,
// where the extractor took it from there and made one paragraph of it.
func (f *facts) lined(blocks []manuscript.Block) []manuscript.Block {
	if len(blocks) != 1 {
		return blocks
	}
	for _, t := range f.linked {
		written, ok := t["articleBody"].(string)
		if !ok || !t.isArticle() || key(written) != key(blocks[0].Text) {
			continue
		}
		text := "<pre>" + html.EscapeString(html.UnescapeString(written)) + "</pre>"
		if lines, err := hypertext.Blocks([]byte(text)); err == nil && len(lines) > 1 {
			return lines
		}
	}
	return blocks
}

// withoutMenu leaves out a menu that an extractor took for the beginning of the
// article: short blocks that are nothing but a link.
func withoutMenu(blocks []manuscript.Block, links map[string]bool) []manuscript.Block {
	const longest, fewest = 60, 2 // bytes, links
	end := 0
	for end < len(blocks) && len(blocks[end].Text) <= longest && !endsSentence(blocks[end].Text) {
		end++
	}
	if end < fewest || end == len(blocks) {
		return blocks
	}
	menu := 0
	for menu < end && links[key(blocks[menu].Text)] {
		menu++
	}
	if menu < fewest {
		return blocks
	}
	return blocks[menu:]
}

// linkTexts returns the texts of the links of a page, as [key] has them.
func linkTexts(doc *html.Node) map[string]bool {
	texts := map[string]bool{}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if isLink(n) {
			texts[key(textOf(n, maxField))] = true
			return
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child)
		}
	}
	walk(doc)
	return texts
}

func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’»)"))
	return strings.ContainsRune(".!?…", last)
}
