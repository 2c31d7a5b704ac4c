package export

import "glossator/app/codebook"

// urn is the IRI of a thing (RFC 9562, section 4), see [codebook.GUID].
func urn(names ...string) string { return "urn:uuid:" + codebook.GUID(names...) }
