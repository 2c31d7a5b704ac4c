package review

import "glossator/models"

// notPackage refuses a file that is something else.
func notPackage(file string) *models.Error {
	return models.Errorf(models.CodeUnsupported,
		"%s is not a review package; choose a file that a colleague sent from Glossator, with the ending %s.", file, Extension)
}

// truncated refuses a package without its end.
func truncated(file string) *models.Error {
	return models.Errorf(models.CodeTruncated,
		"%s is cut short; it may not have arrived whole. Nothing was read: copy or download it again.", file)
}

// damaged refuses a package that does not keep what its manifest says.
func damaged(file string) *models.Error {
	return models.Errorf(models.CodeDamaged,
		"%s was damaged or changed after it was made; nothing was read. Ask the sender for it again.", file)
}

// swollen refuses a package above the limits.
func swollen(file string) *models.Error {
	return models.Errorf(models.CodeTooLarge,
		"%s unpacks to more than a review package may hold; nothing was read. Ask the sender for fewer articles at a time.", file)
}

// strange refuses a package with a part that no package of this format has.
func strange(file, part string) *models.Error {
	return models.Errorf(models.CodeInvalid,
		"%s holds a file that no review package has (%q); nothing was read. Ask the sender for it again.", file, part)
}

// escaping refuses a package that would write outside its folder if somebody
// unpacked it.
func escaping(file, part string) *models.Error {
	return models.Errorf(models.CodeInvalid,
		"%s holds a path that leads out of the archive (%q); nothing was read. Do not unpack it, and ask the sender what it is.", file, part)
}

// senseless refuses content that has the right hashes and breaks a rule.
func senseless(file, part, reason string) *models.Error {
	return models.Errorf(models.CodeInvalid,
		"%s cannot be used: in %s, %s. Nothing was read; ask the sender for it again.", file, part, reason)
}
