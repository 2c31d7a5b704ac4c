package workspace

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"glossator/app/likeness"
	"glossator/models"
	"glossator/models/store"
)

// Like is an article that an imported one is nearly the same as.
type Like struct {
	Article     models.Article
	SameAddress bool    // both are from the same address of the web
	Share       float64 // of what the two texts have together, how much is in both; from 0 to 1, estimated
}

// Text says which article it is, in one sentence.
func (l Like) Text() models.Text {
	if l.SameAddress {
		return models.Textf("An article from the same address is in the project already: “%s”.", l.Article.Title)
	}
	const percent = 100
	return models.Textf("It is nearly the same as “%s”, which is in the project already: %d %% of the two texts agree.",
		l.Article.Title, int(l.Share*percent))
}

// resemblances finds the articles of the project that a text is like. It is
// filled at the first import and kept for the next.
type resemblances struct {
	index      *likeness.Index
	signatures map[int64]likeness.Signature
	last       int64 // the highest id that was read
}

// unsignedAtOnce is how many articles of an earlier version get a signature in
// one transaction.
const unsignedAtOnce = 100

// sign makes the signature of an article's body: share bars and the like are
// the same on all pages of a site.
func sign(text string, blocks []models.Block) likeness.Signature {
	walk := runeWalk{text: text}
	var body strings.Builder
	for _, block := range blocks {
		from, to := walk.byteAt(block.StartOff), walk.byteAt(block.EndOff)
		if !block.Apart() {
			body.WriteString(text[from:to])
			body.WriteByte('\n')
		}
	}
	return likeness.Shingles(body.String(), likeness.ArticleWidth).Signature()
}

// findLike looks for articles that the imported ones are nearly the same as,
// also among themselves.
func (w *Workspace) findLike(ctx context.Context, report []Imported, drafts []models.Draft) error {
	if err := w.catchUp(ctx, report); err != nil {
		return err
	}
	known, err := w.knownAddresses(ctx, drafts)
	if err != nil {
		return err
	}
	for i := range report {
		if report[i].Duplicate {
			continue
		}
		like, err := w.likeOf(ctx, report[i].Article, drafts[i], known)
		if err != nil {
			return err
		}
		report[i].Like = like
		if signature, ok := likeness.ParseSignature(drafts[i].Signature); ok {
			w.alike.add(report[i].Article.ID, signature)
		}
	}
	return nil
}

// likeOf finds the article that one is nearly the same as: the one from the
// same address, else the one whose text has the most in common with it.
func (w *Workspace) likeOf(
	ctx context.Context, article models.Article, draft models.Draft, known map[string]models.Article,
) (*Like, error) {
	signature, signed := likeness.ParseSignature(draft.Signature)
	if other, ok := known[addressKey(draft.URL)]; ok && other.ID != article.ID && other.ID < article.ID {
		return &Like{Article: other, SameAddress: true, Share: signature.Resemblance(w.alike.signatures[other.ID])}, nil
	}
	if !signed {
		return nil, nil //nolint:nilnil // nothing is like a text without a word
	}
	shares := w.alike.near(signature, article.ID)
	if len(shares) == 0 {
		return nil, nil //nolint:nilnil // most articles are like no other
	}
	ids := make([]int64, 0, len(shares))
	for id := range shares {
		ids = append(ids, id)
	}
	live, err := w.store.LiveArticles(ctx, ids)
	if err != nil || len(live) == 0 {
		return nil, err
	}
	best := slices.MaxFunc(live, func(a, b models.Article) int {
		return int(shares[a.ID]*likeness.Functions) - int(shares[b.ID]*likeness.Functions)
	})
	return &Like{Article: best, Share: shares[best.ID]}, nil
}

func (r *resemblances) add(id int64, signature likeness.Signature) {
	if _, known := r.signatures[id]; known {
		return
	}
	r.index.Add(id, signature)
	r.signatures[id] = signature
	r.last = max(r.last, id)
}

// near returns how like the texts are that count as nearly the same, by their
// ids, but for the text itself.
func (r *resemblances) near(signature likeness.Signature, self int64) map[int64]float64 {
	shares := map[int64]float64{}
	for _, id := range r.index.Near(signature) {
		if share := signature.Resemblance(r.signatures[id]); id != self && share >= likeness.Threshold {
			shares[id] = share
		}
	}
	return shares
}

// catchUp reads the signatures of articles that came into the project since,
// but for those of the report, which are to be compared one after the other.
func (w *Workspace) catchUp(ctx context.Context, report []Imported) error {
	if w.alike.index == nil {
		w.alike = resemblances{index: likeness.NewIndex(), signatures: map[int64]likeness.Signature{}}
		if err := w.signAll(ctx); err != nil {
			return err
		}
	}
	fresh := make(map[int64]bool, len(report))
	for _, item := range report {
		if !item.Duplicate {
			fresh[item.Article.ID] = true
		}
	}
	for after := w.alike.last; ; {
		list, err := w.store.Signatures(ctx, after)
		if err != nil || len(list) == 0 {
			return err
		}
		for _, stored := range list {
			after = stored.ArticleID
			if signature, ok := likeness.ParseSignature(stored.Data); ok && !fresh[stored.ArticleID] {
				w.alike.add(stored.ArticleID, signature)
			}
		}
	}
}

// signAll gives the articles of an earlier version of the program their
// signatures, once.
func (w *Workspace) signAll(ctx context.Context) error {
	for after := int64(0); ; {
		articles, err := w.store.Unsigned(ctx, after, unsignedAtOnce)
		if err != nil || len(articles) == 0 {
			return err
		}
		list := make([]store.Signature, 0, len(articles))
		for _, article := range articles {
			after = article.ID
			content, err := w.store.Content(ctx, article.UID)
			if err != nil {
				return err
			}
			if signature := sign(content.Text, content.Blocks); !signature.Empty() {
				list = append(list, store.Signature{ArticleID: article.ID, Data: signature.Bytes()})
			}
		}
		if err := w.store.PutSignatures(ctx, list); err != nil {
			return err
		}
	}
}

// knownAddresses finds the articles of the project from the addresses of
// drafts, the oldest of each.
func (w *Workspace) knownAddresses(ctx context.Context, drafts []models.Draft) (map[string]models.Article, error) {
	var forms []string
	for _, draft := range drafts {
		forms = append(forms, addressForms(draft.URL)...)
	}
	known := map[string]models.Article{}
	for part := range slices.Chunk(forms, addressesAtOnce) {
		list, err := w.store.ArticlesAt(ctx, part)
		if err != nil {
			return nil, err
		}
		for _, article := range list {
			key := addressKey(article.URL)
			if before, ok := known[key]; !ok || article.ID < before.ID {
				known[key] = article
			}
		}
	}
	return known, nil
}

// addressesAtOnce is how many addresses one question has.
const addressesAtOnce = 400

// tracking are the parameters by which sites count where readers come from.
// They begin with one of these and do not change the page.
var tracking = []string{"utm_", "fbclid", "gclid", "yclid", "mc_cid", "mc_eid"}

// addressKey returns what two addresses of one page have in common: no scheme,
// no "www.", no fragment, no slash at the end, no parameters for tracking.
// Empty: it is the address of a site and not of a page, or none at all.
func addressKey(address string) string {
	parsed, err := url.Parse(strings.TrimSpace(address))
	if err != nil || parsed.Hostname() == "" {
		return ""
	}
	query := parsed.Query()
	for name := range query {
		if slices.ContainsFunc(tracking, func(mark string) bool { return strings.HasPrefix(name, mark) }) {
			query.Del(name)
		}
	}
	page := strings.TrimRight(parsed.EscapedPath(), "/")
	if rest := query.Encode(); rest != "" {
		page += "?" + rest
	}
	if page == "" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(parsed.Host), "www.") + page
}

// addressForms returns the ways in which the address of one page is written.
func addressForms(address string) []string {
	key := addressKey(address)
	if key == "" {
		return nil
	}
	forms := []string{address}
	path, query, asks := strings.Cut(key, "?")
	if asks {
		query = "?" + query
	}
	for _, scheme := range []string{"https://", "http://"} {
		for _, host := range []string{"", "www."} {
			for _, end := range []string{"", "/"} {
				forms = append(forms, scheme+host+path+end+query)
			}
		}
	}
	return forms
}
