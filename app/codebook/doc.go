// Package codebook takes a project's codebook out of the program and back in:
// as JSON with everything, as a table (CSV), and as a codebook of REFI-QDA
// (QDC), which MAXQDA, ATLAS.ti and NVivo read and write. It also says what
// another codebook would change, before anybody changes it.
//
// What a format has no room for stays as the project has it: a table has no
// rules for all labels, a QDC has names, colours and descriptions only.
package codebook
