// Package fetch gets one file from the web because a user gave its address.
//
// It says who it is and disguises nothing: a site that wants no programs can
// tell this one by its name. It gets the one address that it is asked for and
// follows no links, so it is a reader and no crawler. It keeps no cookies and
// sends none.
package fetch

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"glossator/models"
)

// Agent is the name by which the program makes itself known, with the version
// that FyneApp.toml states.
const Agent = "Glossator/0.1.0"

// The limits of a request.
const (
	MaxSize      = 100 << 20 // bytes of the answer
	maxRedirects = 10
	timeout      = 30 * time.Second // for all of it
	headTimeout  = 15 * time.Second // until the answer begins
	maxHeader    = 1 << 20          // bytes
)

// Answer is what stands at an address.
type Answer struct {
	Data      []byte
	Address   string // the one that gave it, after redirects
	MediaType string // in lower case, without parameters; may be empty or wrong
	Label     string // the encoding that the server names; may be empty or wrong
}

// Get fetches an address. Only http and https are followed.
//
// The error is a [models.Error] with a sentence that names the address:
// [models.CodeInvalid] for what is no address, [models.CodeNotFound],
// [models.CodeUnreadable] where the site wants a login or refuses,
// [models.CodeTooLarge], [models.CodeTruncated], [models.CodeCancelled] when ctx
// was cancelled, and [models.CodeInput] for faults of the connection and of the
// site.
func Get(ctx context.Context, address string) (Answer, error) {
	target, err := parse(address)
	if err != nil {
		return Answer{}, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, errSlow)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target.String(), nil)
	if err != nil {
		return Answer{}, invalid(address).Because(err)
	}
	request.Header.Set("User-Agent", Agent)
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.9, */*;q=0.5")
	transport := newTransport()
	defer transport.CloseIdleConnections()
	client := http.Client{Transport: transport, CheckRedirect: checkRedirect}
	response, err := client.Do(request)
	if err != nil {
		return Answer{}, unreached(ctx, address, err)
	}
	defer closeRead(response.Body)
	if err := refused(address, response); err != nil {
		return Answer{}, err
	}
	return readAnswer(ctx, address, response)
}

// parse accepts what people paste: an address of the web, with spaces around
// it.
func parse(address string) (*url.URL, error) {
	target, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil:
		return nil, invalid(address).Because(err)
	case target.Scheme != "http" && target.Scheme != "https", target.Hostname() == "":
		return nil, invalid(address)
	}
	target.User = nil // a name and password in an address would be stored with the article
	return target, nil
}

// newTransport returns a transport for one request. It goes through the proxy of
// the system, as browsers do.
func newTransport() *http.Transport {
	return &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    headTimeout,
		ResponseHeaderTimeout:  headTimeout,
		MaxResponseHeaderBytes: maxHeader,
	}
}

func checkRedirect(next *http.Request, before []*http.Request) error {
	switch {
	case next.URL.Scheme != "http" && next.URL.Scheme != "https":
		return errScheme
	case len(before) >= maxRedirects:
		return errCircle
	}
	return nil
}

func readAnswer(ctx context.Context, address string, response *http.Response) (Answer, error) {
	if response.ContentLength > MaxSize {
		return Answer{}, tooLarge(address)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, MaxSize+1))
	switch {
	case len(data) > MaxSize:
		return Answer{}, tooLarge(address)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return Answer{}, models.Errorf(models.CodeTruncated,
			"The connection to %q broke off before all of the page had come; try again.", address).Because(err)
	case err != nil:
		return Answer{}, unreached(ctx, address, err)
	}
	answer := Answer{Data: data, Address: response.Request.URL.String()}
	kind, parameters, err := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if err == nil {
		answer.MediaType, answer.Label = kind, parameters["charset"]
	}
	return answer, nil
}

// closeRead closes a body that was only read: whatever goes wrong now, its
// content has arrived.
func closeRead(body io.Closer) { _ = body.Close() }
