// Package reviewing is check mode: a reviewer walks from one difference between
// two layers to the next, decides what shall stand, and says why. Around the
// text, which stays that of the reading page, it puts a bar with the filter and
// the progress, the list of articles with what is open in them, and a panel with
// what the layers say and what was decided.
//
// The page follows the cursor of the workspace: the difference on show is that
// of the current sentence, whichever way the cursor came there. A decision is
// always about what is on show; a key that comes while another one is at work
// does nothing. No layer changes here: a decision stands beside them.
//
// Two more pages belong to it: [Responses] shows an annotator what reviewers
// decided about the own layer, and [Forks] lets a person choose where one thing
// was changed on two machines.
package reviewing
