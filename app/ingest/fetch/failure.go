package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"

	"glossator/models"
)

// Reasons to give up that are our own.
var (
	errSlow   = errors.New("took too long")
	errCircle = errors.New("too many redirects")
	errScheme = errors.New("redirect out of the web")
)

func invalid(address string) *models.Error {
	return models.Errorf(models.CodeInvalid,
		"%q is not the address of a web page; it has to begin with http:// or https://.", address)
}

func tooLarge(address string) *models.Error {
	const megabyte = 1 << 20
	return models.Errorf(models.CodeTooLarge,
		"What stands at %q is larger than %d MB, the most that can be read.", address, MaxSize/megabyte)
}

// byHand is what to do about a page that only a browser gets.
const byHand = "open the page in a browser, save it and import the file."

// refusals are what a site says instead of a page, by the status of HTTP (RFC
// 9110, section 15). The sentences take the address.
//
//locale:texts sentence
var refusals = map[int]struct {
	code     models.Code
	sentence string
}{
	http.StatusNotFound:          {models.CodeNotFound, "There is no page at %q; check the address."},
	http.StatusGone:              {models.CodeNotFound, "The page at %q has been taken down; look for a copy in a web archive."},
	http.StatusUnauthorized:      {models.CodeUnreadable, "The site of %q asks to log in; " + byHand},
	http.StatusPaymentRequired:   {models.CodeUnreadable, "The site of %q asks for a subscription; " + byHand},
	http.StatusForbidden:         {models.CodeUnreadable, "The site of %q does not serve programs; " + byHand},
	http.StatusNotAcceptable:     {models.CodeUnreadable, "The site of %q does not serve programs; " + byHand},
	http.StatusTooManyRequests:   {models.CodeInput, "The site of %q asks to slow down; wait a few minutes and try again."},
	http.StatusProxyAuthRequired: {models.CodeUnreadable, "The proxy on the way to %q asks to log in; ask whoever runs your network."},
	http.StatusUnavailableForLegalReasons: {
		models.CodeUnreadable,
		"The page at %q is blocked for legal reasons where you are; look for a copy in a web archive.",
	},
}

// refused returns the sentence for an answer that is no page, nil for a page.
func refused(address string, response *http.Response) error {
	status := response.StatusCode
	if refusal, ok := refusals[status]; ok {
		return models.Errorf(refusal.code, refusal.sentence, address)
	}
	switch {
	case status == http.StatusNoContent, status == http.StatusResetContent:
		return models.Errorf(models.CodeEmpty, "The site of %q sends nothing for it; check the address.", address)
	case status >= http.StatusInternalServerError:
		return models.Errorf(models.CodeInput, "The site of %q has a fault of its own (%d); try again later.", address, status)
	case status >= http.StatusMultipleChoices:
		return models.Errorf(models.CodeInput, "The site of %q answers with %d and no page; "+byHand, address, status)
	}
	return nil
}

// attempt is a try to reach an address that failed.
type attempt struct {
	address string
	err     error
}

// say makes the sentence about the attempt; it takes the address.
//
//locale:format sentence
func (a attempt) say(code models.Code, sentence string) *models.Error {
	return models.Errorf(code, sentence, a.address).Because(a.err)
}

// unreached turns an error of the connection into a sentence.
func unreached(ctx context.Context, address string, err error) *models.Error {
	failed := attempt{address, err}
	switch {
	case errors.Is(err, errCircle):
		return failed.say(models.CodeInput, "The site of %q sends the reader in a circle; "+byHand)
	case errors.Is(err, errScheme):
		return failed.say(models.CodeInput, "The page at %q leads out of the web; "+byHand)
	case errors.Is(ctx.Err(), context.Canceled):
		return failed.say(models.CodeCancelled, "Fetching %q was stopped.")
	case isTimeout(ctx, err):
		return failed.say(models.CodeInput, "The site of %q did not answer in time; try again later.")
	case isUntrusted(err):
		return failed.say(models.CodeInput,
			"The site of %q cannot prove that it is the one it claims to be, so nothing was read; check the address and the clock of this computer.")
	}
	if _, ok := errors.AsType[*net.DNSError](err); ok {
		return failed.say(models.CodeNotFound, "The site of %q was not found; check the address and the connection to the internet.")
	}
	return failed.say(models.CodeInput, "The site of %q could not be reached; check the connection to the internet and try again.")
}

func isTimeout(ctx context.Context, err error) bool {
	if ctx.Err() != nil {
		return true
	}
	failure, ok := errors.AsType[net.Error](err)
	return ok && failure.Timeout()
}

// isUntrusted reports whether the encryption failed: a certificate that is not
// trusted, has run out or names another site, or no encryption at all.
func isUntrusted(err error) bool {
	_, unverified := errors.AsType[*tls.CertificateVerificationError](err)
	_, alert := errors.AsType[tls.AlertError](err)
	_, authority := errors.AsType[x509.UnknownAuthorityError](err)
	return unverified || errors.Is(err, http.ErrSchemeMismatch) || alert || authority
}
