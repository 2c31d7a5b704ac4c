package mhtml_test

import (
	"errors"
	"strings"
	"testing"

	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/mhtml"
	"glossator/models"
)

const page = "<html><head><meta charset=3D\"utf-8\"></head><body><p>Caf=C3=A9 opens, a long line that is =\nwrapped.</p></body></html>"

const archive = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://crier.example/a\r\nSubject: Shelter\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--B--\"\r\n\r\n\r\n" +
	"----B--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://crier.example/i.png\r\n\r\niVBORw0KGgo=\r\n" +
	"----B--\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <root@mhtml>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://crier.example/frame\r\n\r\n" +
	page + "\r\n" +
	"----B--\r\nContent-Type: text/html\r\nContent-ID: <ad@mhtml>\r\n\r\n<html><body>An advertisement</body></html>\r\n" +
	"----B----\r\n"

func TestOpen(t *testing.T) {
	t.Parallel()
	unix := strings.ReplaceAll(archive, "\r\n", "\n")
	started := strings.Replace(archive, "type=\"text/html\";", "type=\"text/html\"; start=\"<ad@mhtml>\";", 1)
	cut, _, _ := strings.Cut(archive, "</body>")
	single := "MIME-Version: 1.0\nContent-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: base64\nContent-Location: http://a.example/\n\nPGh0bWw+PHA+QQ==\n"
	cases := []struct{ name, data, holds, address, label string }{
		{"Chromium", archive, "<p>Caf\xC3\xA9 opens, a long line that is wrapped.</p>", "https://crier.example/a", "utf-8"},
		{"line feeds", unix, "a long line that is wrapped", "https://crier.example/a", "utf-8"},
		{"blank lines in front", "\r\n\r\n" + archive, "a long line", "https://crier.example/a", "utf-8"},
		{"a start", started, "An advertisement", "https://crier.example/a", ""},
		{"cut short", cut, "a long line that is wrapped", "https://crier.example/a", "utf-8"},
		{"one part", single, "<html><p>A", "http://a.example/", "windows-1251"},
	}
	for _, c := range cases {
		if !mhtml.Is([]byte(c.data)) {
			t.Errorf("%s: not recognised", c.name)
		}
		root, err := mhtml.Open([]byte(c.data))
		if err != nil || !strings.Contains(string(root.Page), c.holds) || root.Address != c.address || root.Label != c.label {
			t.Errorf("%s: %v: %q, %q, %s", c.name, err, root.Address, root.Label, root.Page)
		}
	}
}

func TestIsNot(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", "Title: A shelter\n\nThe MIME-Version: 1.0 of it is multipart/related.", "The town opened it.",
		"Subject: A letter\nFrom: Ana\n\nDear Ben", "MIME-Version: 1.0\nContent-Type: text/plain\n\nDear Ben",
	} {
		if mhtml.Is([]byte(text)) {
			t.Errorf("%q is no archive", text)
		}
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		data string
		code models.Code
	}{
		{"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/plain\n\nText\n--b--\n", models.CodeEmpty},
		{"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", models.CodeEmpty},
		{"MIME-Version: 1.0\nbroken\n\nx", models.CodeDamaged},
		{"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!!", models.CodeDamaged},
	} {
		_, err := mhtml.Open([]byte(c.data))
		if fault, ok := errors.AsType[*manuscript.Fault](err); !ok || fault.Code != c.code {
			t.Errorf("%q: %v", c.data, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(archive))
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/related; boundary=b\n\n--b--"))
	f.Fuzz(func(t *testing.T, data []byte) {
		mhtml.Is(data)
		root, err := mhtml.Open(data)
		if err == nil {
			if root.Page == nil {
				t.Error("no page and no error")
			}
			return
		}
		if _, ok := errors.AsType[*manuscript.Fault](err); !ok {
			t.Errorf("an error without a sentence: %v", err)
		}
	})
}
