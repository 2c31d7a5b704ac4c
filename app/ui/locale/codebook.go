package locale

// Codebook returns a text of the built-in codebook, such as the name of a
// label, in the user's language. A text that the project's own codebook says
// otherwise stays as it is.
func Codebook(text string) string {
	if translated, ok := current().codebook[text]; ok {
		return translated
	}
	return text
}
