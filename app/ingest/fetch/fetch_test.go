package fetch_test

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/ingest/fetch"
	"glossator/models"
)

// serve starts a site on this computer.
func serve(t *testing.T, handler http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

func TestGet(t *testing.T) {
	t.Parallel()
	site := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new?x=1", http.StatusMovedPermanently)
			return
		}
		w.Header().Set("Content-Type", "text/HTML; Charset=windows-1251")
		if _, err := fmt.Fprintf(w, "agent %s, cookies %d", r.UserAgent(), len(r.Cookies())); err != nil {
			t.Error(err)
		}
	})
	got, err := fetch.Get(t.Context(), " "+site+"/old\n")
	want := fetch.Answer{
		Data: []byte("agent " + fetch.Agent + ", cookies 0"), Address: site + "/new?x=1", MediaType: "text/html", Label: "windows-1251",
	}
	if err != nil || string(got.Data) != string(want.Data) || got.Address != want.Address || got.MediaType != want.MediaType || got.Label != want.Label {
		t.Errorf("%v: %+v", err, got)
	}
}

// The version that the program names is the one that it is built as.
func TestAgent(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "FyneApp.toml"))
	if err != nil {
		t.Fatal(err)
	}
	_, version, _ := strings.Cut(fetch.Agent, "/")
	if !strings.Contains(string(data), fmt.Sprintf("Version = %q", version)) {
		t.Errorf("%s is not the version in FyneApp.toml", fetch.Agent)
	}
}

func checkSentence(t *testing.T, name string, err error, code models.Code, word string) {
	t.Helper()
	sentence := models.Explain(err)
	if models.CodeOf(err) != code || !strings.Contains(sentence, word) || !strings.HasSuffix(sentence, ".") ||
		strings.Contains(sentence, "goroutine") || strings.Contains(sentence, "\n") {
		t.Errorf("%s: %q has the code %q, want %q with %q", name, sentence, models.CodeOf(err), code, word)
	}
}

func TestStatuses(t *testing.T) {
	t.Parallel()
	for status, want := range map[int]struct {
		code models.Code
		word string
	}{
		http.StatusNotFound:            {models.CodeNotFound, "no page"},
		http.StatusGone:                {models.CodeNotFound, "taken down"},
		http.StatusUnauthorized:        {models.CodeUnreadable, "log in"},
		http.StatusForbidden:           {models.CodeUnreadable, "browser"},
		http.StatusTooManyRequests:     {models.CodeInput, "slow down"},
		http.StatusNoContent:           {models.CodeEmpty, "nothing"},
		http.StatusBadGateway:          {models.CodeInput, "502"},
		http.StatusTeapot:              {models.CodeInput, "418"},
		http.StatusNotModified:         {models.CodeInput, "304"},
		http.StatusPaymentRequired:     {models.CodeUnreadable, "subscription"},
		http.StatusInternalServerError: {models.CodeInput, "fault of its own"},
	} {
		site := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
		_, err := fetch.Get(t.Context(), site)
		checkSentence(t, http.StatusText(status), err, want.code, want.word)
	}
}

func TestConnections(t *testing.T) {
	t.Parallel()
	untrusted := httptest.NewUnstartedServer(http.NotFoundHandler())
	untrusted.Config.ErrorLog = log.New(io.Discard, "", 0)
	untrusted.StartTLS()
	t.Cleanup(untrusted.Close)
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	plain := serve(t, func(http.ResponseWriter, *http.Request) {})
	circle := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) })
	out := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", "file:///etc/hosts")
		w.WriteHeader(http.StatusFound)
	})
	huge := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "200000000")
		w.WriteHeader(http.StatusOK)
	})
	cut := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		if _, err := io.WriteString(w, "<html>"); err != nil {
			t.Error(err)
		}
	})
	for _, c := range []struct {
		name, address string
		code          models.Code
		word          string
	}{
		{"a certificate of nobody", untrusted.URL, models.CodeInput, "prove"},
		{"no encryption", strings.Replace(plain, "http:", "https:", 1), models.CodeInput, "prove"},
		{"nobody there", gone.URL, models.CodeInput, "reached"},
		{"a circle", circle, models.CodeInput, "circle"},
		{"out of the web", out, models.CodeInput, "out of the web"},
		{"200 MB", huge, models.CodeTooLarge, "100 MB"},
		{"cut short", cut, models.CodeTruncated, "broke off"},
		{"a file", "file:///etc/hosts", models.CodeInvalid, "http://"},
		{"no site", "http:///a", models.CodeInvalid, "http://"},
		{"no address", "crier.example/a", models.CodeInvalid, "http://"},
		{"no address at all", "http://[::1", models.CodeInvalid, "http://"},
	} {
		_, err := fetch.Get(t.Context(), c.address)
		checkSentence(t, c.name, err, c.code, c.word)
	}
}

// A user may stop waiting for a site that does not answer.
func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	released := make(chan struct{})
	site := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
		close(released)
	})
	_, err := fetch.Get(ctx, site)
	checkSentence(t, "cancelled", err, models.CodeCancelled, "stopped")
	<-released
}

// A site that takes longer than the caller gives it.
func TestSlow(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithTimeout(t.Context(), 1)
	defer cancel()
	_, err := fetch.Get(ctx, serve(t, func(http.ResponseWriter, *http.Request) {}))
	checkSentence(t, "slow", err, models.CodeInput, "in time")
}
