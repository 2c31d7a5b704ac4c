package review_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"glossator/app/review"
	"glossator/models"
)

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	want := bundle()
	got, manifest, err := review.Read(onDisk(t, written(t, want)), review.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("read\n%+v\nwant\n%+v", got, want)
	}
	if manifest.Kind != review.KindReview || manifest.Sender != "Ann" || manifest.Message != "Please\nlook." || manifest.AsOf != 1764000000000 ||
		!strings.HasPrefix(manifest.PackageUID, "pk-") || manifest.ProjectName != want.ProjectName {
		t.Errorf("manifest %+v", manifest)
	}
	if again := written(t, got); !bytes.Equal(again, written(t, want)) {
		t.Error("a package that is read and written is another one")
	}
}

// TestEqualBundlesMakeEqualBytes shuffles what a bundle lists.
func TestEqualBundlesMakeEqualBytes(t *testing.T) {
	t.Parallel()
	want := written(t, bundle())
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 1))
		b := bundle()
		random.Shuffle(len(b.Revisions), reflect.Swapper(b.Revisions))
		random.Shuffle(len(b.Annotators), reflect.Swapper(b.Annotators))
		random.Shuffle(len(b.Labels), reflect.Swapper(b.Labels))
		if got := written(t, b); !bytes.Equal(got, want) {
			t.Fatalf("seed %d makes other bytes", seed)
		}
	}
	b := bundle()
	b.Revisions = b.Revisions[:2]
	_, less, err := readBytes(written(t, b))
	_, all, wrong := readBytes(want)
	if err != nil || wrong != nil || less.PackageUID == all.PackageUID {
		t.Errorf("other content has the name %s too (%v, %v)", less.PackageUID, err, wrong)
	}
}

// TestSummary holds the page for people against what they must find in it.
func TestSummary(t *testing.T) {
	t.Parallel()
	data := written(t, bundle())
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	file, err := archive.Open("summary.html")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := page.ReadFrom(file); err != nil {
		t.Fatal(err)
	}
	for _, says := range []string{
		"Shelters &amp; &lt;promises&gt;", "from Ann", "2025-11-24", "Please\nlook.", "In May, 192 victims received help.", "Value: 192",
		"&lt;b&gt;bold&lt;/b&gt;", "2 sentences, 2 with a label", "@media print",
		"changed", "Statistic (Ann)", "Бен Ә, an edge case", "→ Commitment", "A promise?",
	} {
		if !strings.Contains(page.String(), says) {
			t.Errorf("the summary does not say %q", says)
		}
	}
	for _, fetches := range []string{"<script", "src=", "href=", "url(", "@import"} {
		if strings.Contains(page.String(), fetches) {
			t.Errorf("the summary fetches or runs something: %q", fetches)
		}
	}
	if strings.Count(page.String(), `class="badge"`) != 2 {
		t.Error("a tag that was taken back is shown, or one is missing")
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	good := written(t, bundle())
	for name, tt := range map[string]struct {
		data []byte
		code models.Code
		says string
	}{
		"empty":            {nil, models.CodeEmpty, "empty"},
		"text":             {[]byte("Dear Ben, here are my tags."), models.CodeUnsupported, "not a review package"},
		"another archive":  {repacked(t, good, func(name string, _ []byte) (string, []byte) { return "word/" + name, nil }), models.CodeUnsupported, "not a review package"},
		"newer":            {replaced(t, good, "manifest.json", "glossator-review/1", "glossator-review/2"), models.CodeNewer, "newer version"},
		"another format":   {replaced(t, good, "manifest.json", "glossator-review/1", "other/1"), models.CodeUnsupported, "not a review package"},
		"cut short":        {good[:len(good)-30], models.CodeTruncated, "cut short"},
		"cut to a half":    {good[:len(good)/2], models.CodeTruncated, "cut short"},
		"a changed label":  {replaced(t, good, "revisions.jsonl", "statistic", "commitment"), models.CodeDamaged, "changed after it was made"},
		"a changed page":   {replaced(t, good, "summary.html", "Please", "Do not"), models.CodeDamaged, "changed after it was made"},
		"a missing part":   {repacked(t, good, without("revisions.jsonl")), models.CodeDamaged, "changed after it was made"},
		"an unknown part":  {repacked(t, good, renamed("summary.html", "install.exe")), models.CodeInvalid, "install.exe"},
		"a way out":        {repacked(t, good, renamed("summary.html", "../../.bashrc")), models.CodeInvalid, "leads out of the archive"},
		"a way to Windows": {repacked(t, good, renamed("summary.html", `..\..\start.bat`)), models.CodeInvalid, "leads out of the archive"},
		"an absolute path": {repacked(t, good, renamed("summary.html", "/etc/passwd")), models.CodeInvalid, "leads out of the archive"},
		"a part twice":     {repacked(t, good, renamed("summary.html", "revisions.jsonl")), models.CodeDamaged, "changed after it was made"},
		"a bomb":           {bomb(t), models.CodeTooLarge, "unpacks to more"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, _, err := review.Read(onDisk(t, tt.data), review.DefaultLimits())
			if models.CodeOf(err) != tt.code || !strings.Contains(err.Error(), tt.says) {
				t.Fatalf("%v (%s), want %s and %q", err, models.CodeOf(err), tt.code, tt.says)
			}
			if !strings.HasPrefix(err.Error(), "from Ann.glossreview ") || strings.Contains(err.Error(), "\n") {
				t.Errorf("%q does not name the file in one line", err)
			}
			if len(got.Revisions)+len(got.Articles) > 0 {
				t.Error("something of a bad package came out")
			}
		})
	}
}

// TestChangedBytes changes every few bytes of a package one, and cuts it there:
// it is refused in a sentence, or what is read is what was written.
func TestChangedBytes(t *testing.T) {
	t.Parallel()
	const stride = 7 // a prime, so that it falls into step with nothing
	want := bundle()
	good := written(t, want)
	for i := 0; i < len(good); i += stride {
		changed := slices.Clone(good)
		changed[i] ^= 1 << (i % 8)
		got, _, err := readBytes(changed)
		if err == nil && !reflect.DeepEqual(got, want) {
			t.Fatalf("byte %d of %d changes the content", i, len(good))
		}
		if err != nil && models.CodeOf(err) == models.CodeInternal {
			t.Fatalf("byte %d: no sentence: %v", i, err)
		}
		if _, _, err := readBytes(good[:i]); err == nil {
			t.Fatalf("cut at %d of %d it is read", i, len(good))
		}
	}
}

func TestNoFile(t *testing.T) {
	t.Parallel()
	if _, _, err := review.Read(t.TempDir(), review.DefaultLimits()); models.CodeOf(err) != models.CodeIsFolder {
		t.Errorf("a folder: %v", err)
	}
	if _, _, err := review.Read("none.glossreview", review.DefaultLimits()); models.CodeOf(err) != models.CodeNotFound {
		t.Errorf("a missing file: %v", err)
	}
}

// TestRulesOfContent gives packages whose hashes are right and whose content
// breaks a rule: they were made so.
func TestRulesOfContent(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		change func(*models.Bundle)
		says   string
	}{
		"a sentence outside": {func(b *models.Bundle) { b.Articles[0].Sentences[1].EndOff = 1000 }, "in articles.jsonl, line 1 has a sentence outside"},
		"sentences overlap":  {func(b *models.Bundle) { b.Articles[0].Sentences[1].StartOff = 20 }, "over another one"},
		"no paragraph":       {func(b *models.Bundle) { b.Articles[0].Sentences[0].BlockSeq = 7 }, "outside its text"},
		"another text":       {func(b *models.Bundle) { b.Articles[0].Text += "." }, "a text that is not its own"},
		"the same twice":     {func(b *models.Bundle) { b.Revisions = append(b.Revisions, b.Revisions[0]) }, "in revisions.jsonl, line 2 is there twice"},
		"a merge":            {func(b *models.Bundle) { b.Revisions[1].Kind = models.KindMerge }, "does not travel"},
		"an unknown thing":   {func(b *models.Bundle) { b.Revisions[1].Entity = "mood" }, "unknown"},
		"a broken state":     {func(b *models.Bundle) { b.Revisions[1].After = "{" }, "no readable state"},
		"no clock":           {func(b *models.Bundle) { b.Revisions[1].Version = 0 }, "by whom and when"},
		"a nameless person":  {func(b *models.Bundle) { b.Annotators[0].Name = " " }, "in annotators.json, entry 1 has no usable name"},
		"a label called so":  {func(b *models.Bundle) { b.Labels[0].Key = models.NoLabel }, "in codebook.json, entry 1 is a label without a key"},
		"no project":         {func(b *models.Bundle) { b.ProjectUID = "" }, "the project has no id"},
	} {
		b := bundle()
		tt.change(&b)
		_, _, err := readBytes(written(t, b))
		if models.CodeOf(err) != models.CodeInvalid || !strings.Contains(err.Error(), tt.says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", name, err, tt.says)
		}
	}
}

// TestLimits reads a good package under limits that it breaks.
func TestLimits(t *testing.T) {
	t.Parallel()
	data := written(t, bundle())
	for name, change := range map[string]func(*review.Limits){
		"file":  func(l *review.Limits) { l.File = int64(len(data)) - 1 },
		"total": func(l *review.Limits) { l.Total = 2000 },
		"line":  func(l *review.Limits) { l.Line = 100 },
	} {
		limits := review.DefaultLimits()
		change(&limits)
		_, _, err := review.ReadFrom(bytes.NewReader(data), int64(len(data)), "x", limits)
		if models.CodeOf(err) != models.CodeTooLarge {
			t.Errorf("limit of %s: %v", name, err)
		}
	}
}

// FuzzRead looks for a package that makes the reader panic, use up the memory,
// or take in what it would not write.
func FuzzRead(f *testing.F) {
	good := written(f, bundle())
	f.Add(good)
	f.Add(good[:len(good)-1])
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Add(replaced(f, good, "manifest.json", `"size": `, `"size": 9`))
	limits := review.Limits{File: 1 << 20, Total: 1 << 20, Line: 1 << 16, Ratio: 100}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, m, err := review.ReadFrom(bytes.NewReader(data), int64(len(data)), "fuzz", limits)
		if err != nil {
			if models.CodeOf(err) == models.CodeInternal {
				t.Fatalf("no sentence: %v", err)
			}
			return
		}
		var out bytes.Buffer
		if _, err := review.Write(&out, b, m); err != nil {
			t.Fatal(err)
		}
		if _, _, err := readBytes(out.Bytes()); err != nil {
			t.Fatalf("what was read is refused when written again: %v", err)
		}
	})
}

// FuzzContent writes parts whose hashes are right, as somebody with bad
// intentions would, and looks for the same.
func FuzzContent(f *testing.F) {
	parts := map[string][]byte{}
	repacked(f, written(f, bundle()), func(name string, content []byte) (string, []byte) {
		parts[name] = content
		return name, content
	})
	f.Add(parts["codebook.json"], parts["annotators.json"], parts["articles.jsonl"], parts["revisions.jsonl"], parts["exposures.jsonl"])
	f.Add([]byte("[]"), []byte("[]"), []byte(""), []byte("{}"), []byte("{}\n{}"))
	f.Fuzz(func(t *testing.T, codebook, annotators, articles, revisions, exposures []byte) {
		changed := map[string][]byte{
			"codebook.json": codebook, "annotators.json": annotators, "articles.jsonl": articles, "revisions.jsonl": revisions,
			"exposures.jsonl": exposures, "summary.html": nil,
		}
		b, m, err := readBytes(vouched(t, changed))
		if err != nil {
			if models.CodeOf(err) == models.CodeInternal || strings.Contains(err.Error(), "\n") {
				t.Fatalf("no sentence: %v", err)
			}
			return
		}
		var out bytes.Buffer
		if _, err := review.Write(&out, b, m); err != nil {
			t.Fatal(err)
		}
		if _, _, err := readBytes(out.Bytes()); err != nil {
			t.Fatalf("what was read is refused when written again: %v", err)
		}
	})
}

// vouched packs parts with a manifest that has their sizes and hashes.
func vouched(tb testing.TB, parts map[string][]byte) []byte {
	tb.Helper()
	m := review.Manifest{Format: "glossator-review/1", Kind: review.KindReview, ProjectUID: "pr-1"}
	names := []string{"codebook.json", "annotators.json", "articles.jsonl", "revisions.jsonl", "exposures.jsonl", "summary.html"}
	for _, name := range names {
		sum := sha256.Sum256(parts[name])
		m.Parts = append(m.Parts, review.Part{Name: name, Size: int64(len(parts[name])), SHA256: hex.EncodeToString(sum[:])})
	}
	manifest, err := json.Marshal(m)
	if err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range append([]string{"manifest.json"}, names...) {
		content := parts[name]
		if name == "manifest.json" {
			content = manifest
		}
		part, err := archive.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := part.Write(content); err != nil {
			tb.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// repacked makes the archive anew with other entries; an empty name leaves one
// out.
func repacked(tb testing.TB, data []byte, change func(name string, content []byte) (string, []byte)) []byte {
	tb.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	for _, file := range archive.File {
		unpacked, err := file.Open()
		if err != nil {
			tb.Fatal(err)
		}
		var content bytes.Buffer
		if _, err := content.ReadFrom(unpacked); err != nil {
			tb.Fatal(err)
		}
		name, changed := change(file.Name, content.Bytes())
		if name == "" {
			continue
		}
		part, err := writer.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := part.Write(changed); err != nil {
			tb.Fatal(err)
		}
	}
	if err := writer.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func replaced(tb testing.TB, data []byte, part, before, after string) []byte {
	tb.Helper()
	return repacked(tb, data, func(name string, content []byte) (string, []byte) {
		if name == part {
			if !bytes.Contains(content, []byte(before)) {
				tb.Fatalf("%s has no %q", part, before)
			}
			content = bytes.Replace(content, []byte(before), []byte(after), 1)
		}
		return name, content
	})
}

func without(part string) func(string, []byte) (string, []byte) { return renamed(part, "") }

func renamed(part, to string) func(string, []byte) (string, []byte) {
	return func(name string, content []byte) (string, []byte) {
		if name == part {
			return to, content
		}
		return name, content
	}
}

// bomb is a package whose revisions unpack to far more than they came in.
func bomb(tb testing.TB) []byte {
	tb.Helper()
	return repacked(tb, written(tb, bundle()), func(name string, content []byte) (string, []byte) {
		if name == "codebook.json" {
			content = bytes.Repeat([]byte(" "), 64<<20)
		}
		return name, content
	})
}
