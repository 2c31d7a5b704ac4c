package ingest

import (
	"bytes"
	"context"
	"iter"
	"path"
	"strconv"
	"strings"

	"glossator/app/ingest/container"
	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// maxNesting is how many archives may stand inside one another: an archive in
// an archive is a habit, one in that is a trap.
const maxNesting = 2

// aside are the endings of files that lie beside saved pages and documents and
// hold no article. They are passed over in silence; other files that cannot be
// read are reported.
var aside = map[string]bool{
	".css": true, ".js": true, ".map": true, ".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".svg": true,
	".webp": true, ".avif": true, ".ico": true, ".woff": true, ".woff2": true, ".ttf": true, ".otf": true, ".mp4": true, ".mp3": true,
}

// readZIP yields the document that a ZIP file is, or the articles in it.
func readZIP(ctx context.Context, from source, data []byte) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		file, err := container.Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			yield(models.Document{}, manuscript.Named(from.subject, err))
			return
		}
		kind, isDocument := recognisePackage(file)
		if !isDocument {
			unpack(ctx, from, file)(yield)
			return
		}
		doc, err := guarded(format{read: func(from source, _ []byte) (models.Document, error) {
			return kind.open(from, file)
		}}, from, data)
		if err == nil {
			doc = from.keep(doc, data)
		}
		yield(doc, err)
	}
}

// unpack yields the articles of the files in an archive, one file at a time. A
// file that cannot be read does not stop the rest.
func unpack(ctx context.Context, from source, file *container.Container) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		if from.nesting++; from.nesting > maxNesting {
			yield(models.Document{}, models.Errorf(models.CodeUnsupported,
				"%s is an archive in an archive in an archive; unpack it and import what is in it.", from.subject))
			return
		}
		found := false
		for _, name := range file.Names() {
			if isAside(name) {
				continue
			}
			found = true
			if stopped(ctx, from, yield) || !from.member(ctx, name, file, yield) {
				return
			}
		}
		if !found {
			yield(models.Document{}, models.Errorf(models.CodeEmpty,
				"%s holds no articles; there is nothing to read in it.", from.subject))
		}
	}
}

// member yields the articles of one file of an archive. It reports false when
// no more are wanted.
func (from source) member(ctx context.Context, name string, file *container.Container, yield func(models.Document, error) bool) bool {
	inside := source{name: name, subject: strconv.Quote(name) + " in " + from.subject, nesting: from.nesting}
	data, err := file.Read(name)
	if err != nil {
		return yield(models.Document{}, manuscript.Named(inside.subject, err))
	}
	for doc, err := range each(ctx, inside, data) {
		if !yield(doc, err) {
			return false
		}
	}
	return true
}

// isAside reports whether a file of an archive is hidden, left there by an
// operating system, or of those that lie beside pages.
func isAside(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" || part == "Thumbs.db" || part == "desktop.ini" {
			return true
		}
	}
	return aside[strings.ToLower(path.Ext(name))]
}
