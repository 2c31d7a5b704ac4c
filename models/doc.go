// Package models is the language of the problem: the nouns of a Glossator
// project, what makes them valid, how they are asked for, and the errors that
// people read. It imports the standard library only, so that every other
// package can speak it.
//
// Offsets are Unicode code points into an article's text, from 0, end
// exclusive. Times are milliseconds since 1970 in UTC. Every entity has two
// identities: ID, an integer that is valid inside one project file only, and
// UID, a stable letter-prefixed text that travels (see [Prefix]).
package models
