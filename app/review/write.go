package review

import (
	"archive/zip"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"glossator/models"
)

// Write writes a package of a bundle to w. Of the manifest it takes Kind,
// Sender and Message, and returns it completed. Equal bundles and manifests
// make equal bytes, in whatever order the bundle lists its things. The error is
// one of w.
func Write(w io.Writer, b models.Bundle, m Manifest) (Manifest, error) {
	b = sorted(b)
	m = describe(b, m)
	parts, err := render(b, m)
	if err != nil {
		return m, err
	}
	m = vouch(m, parts)
	manifest, err := encode(m)
	if err != nil {
		return m, err
	}
	archive := zip.NewWriter(w)
	if err := pack(archive, manifestPart, manifest, m.AsOf); err != nil {
		return m, err
	}
	for i, name := range contentParts {
		if err := pack(archive, name, parts[i], m.AsOf); err != nil {
			return m, err
		}
	}
	if err := archive.Close(); err != nil {
		return m, fmt.Errorf("write the end of the package: %w", err)
	}
	return m, nil
}

// sorted returns the bundle in an order that rests on its content alone.
// Articles stand as they came into the sender's project.
func sorted(b models.Bundle) models.Bundle {
	b.Labels = slices.SortedFunc(slices.Values(b.Labels), func(x, y models.Label) int {
		return cmp.Or(cmp.Compare(x.Position, y.Position), strings.Compare(x.Key, y.Key))
	})
	b.Annotators = slices.SortedFunc(slices.Values(b.Annotators), func(x, y models.Annotator) int { return strings.Compare(x.UID, y.UID) })
	b.Articles = slices.SortedFunc(slices.Values(b.Articles), func(x, y models.BundleArticle) int {
		return cmp.Or(cmp.Compare(x.Article.CreatedAt, y.Article.CreatedAt), strings.Compare(x.Article.UID, y.Article.UID))
	})
	b.Revisions = slices.SortedFunc(slices.Values(b.Revisions), older)
	b.Exposures = slices.SortedFunc(slices.Values(b.Exposures), func(x, y models.BundleExposure) int {
		return cmp.Or(strings.Compare(x.ArticleUID, y.ArticleUID), cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End),
			strings.Compare(x.AnnotatorUID, y.AnnotatorUID), strings.Compare(x.LayerUID, y.LayerUID), cmp.Compare(x.SeenAt, y.SeenAt))
	})
	return b
}

// older orders revisions by their clock, see [models.Event].
func older(x, y models.Event) int {
	return cmp.Or(cmp.Compare(x.Version, y.Version), strings.Compare(x.DeviceUID, y.DeviceUID), strings.Compare(x.UID, y.UID))
}

// describe fills in what the manifest says about the bundle.
func describe(b models.Bundle, m Manifest) Manifest {
	m.Format = formatOf(Version)
	m.ProjectUID, m.ProjectName, m.CodebookVersion = b.ProjectUID, b.ProjectName, b.CodebookVersion
	m.AsOf = 0
	for _, revision := range b.Revisions {
		m.AsOf = max(m.AsOf, revision.At)
	}
	return m
}

// vouch lists the parts with their hashes. The package is named by the hash of
// those that carry work: the summary says the same in other words.
func vouch(m Manifest, parts [][]byte) Manifest {
	m.Parts = make([]Part, len(parts))
	work := sha256.New()
	for i, name := range contentParts {
		sum := sha256.Sum256(parts[i])
		m.Parts[i] = Part{Name: name, Size: int64(len(parts[i])), SHA256: hex.EncodeToString(sum[:])}
		if name != summaryPart {
			work.Write(sum[:])
		}
	}
	const idBytes = 16
	m.PackageUID = prefixPackage + hex.EncodeToString(work.Sum(nil)[:idBytes])
	return m
}

// render makes the parts in the order of contentParts.
func render(b models.Bundle, m Manifest) ([][]byte, error) {
	codebook, err := encode(mapped(b.Labels, formOfLabel))
	if err != nil {
		return nil, err
	}
	annotators, err := encode(mapped(b.Annotators, formOfAnnotator))
	if err != nil {
		return nil, err
	}
	articles, err := encodeLines(b.Articles, formOfArticle)
	if err != nil {
		return nil, err
	}
	revisions, err := encodeLines(b.Revisions, formOfRevision)
	if err != nil {
		return nil, err
	}
	exposures, err := encodeLines(b.Exposures, formOfExposure)
	if err != nil {
		return nil, err
	}
	summary, err := summarize(b, m)
	return [][]byte{codebook, annotators, articles, revisions, exposures, summary}, err
}

func mapped[T, U any](list []T, form func(T) U) []U {
	forms := make([]U, len(list))
	for i, item := range list {
		forms[i] = form(item)
	}
	return forms
}

// encode writes JSON as people read it.
func encode(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(value); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return out.Bytes(), nil
}

// encodeLines writes one JSON object per line.
func encodeLines[T, U any](list []T, form func(T) U) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	for _, item := range list {
		if err := encoder.Encode(form(item)); err != nil {
			return nil, fmt.Errorf("write a line of JSON: %w", err)
		}
	}
	return out.Bytes(), nil
}

// pack adds one part to the archive. A ZIP cannot name a time before 1980.
func pack(archive *zip.Writer, name string, content []byte, asOf int64) error {
	modified := time.UnixMilli(asOf).UTC()
	if earliest := time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC); modified.Before(earliest) {
		modified = earliest
	}
	part, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: modified})
	if err != nil {
		return fmt.Errorf("add %s to the package: %w", name, err)
	}
	if _, err := part.Write(content); err != nil {
		return fmt.Errorf("write %s of the package: %w", name, err)
	}
	return nil
}
