package review

import (
	"strings"

	"glossator/models"
)

// verdictCount is a line of the table of decisions.
type verdictCount struct {
	Word  string
	Count int
}

// decisionView is a decision with the answers to it.
type decisionView struct {
	Verdict   string
	About     string // the label, and whose; empty: the sentence as a whole
	Reviewer  string
	Reason    string
	Result    []string // what stands after it
	Comment   string
	Responses []responseView
}

type responseView struct{ Annotator, Answer, Comment string }

// noLabelHere is the word for a decision that leaves nothing on a sentence.
const noLabelHere = "no label here"

// verdictWords are what the page calls verdicts, in the order of its table.
var verdictWords = []struct {
	verdict models.Verdict
	word    string
}{
	{models.VerdictAccepted, "accepted"},
	{models.VerdictChanged, "changed"},
	{models.VerdictRejected, "rejected"},
	{models.VerdictAdded, "added"},
	{models.VerdictDeferred, "deferred"},
}

// reasonWords are what the page calls reasons.
var reasonWords = map[models.Reason]string{
	models.ReasonSlip:         "a slip",
	models.ReasonGuidelineGap: "a gap in the guidelines",
	models.ReasonAmbiguous:    "ambiguous text",
	models.ReasonEdgeCase:     "an edge case",
	models.ReasonOther:        "another reason",
}

// answerWords are what the page calls answers.
var answerWords = map[models.Answer]string{
	models.AnswerAgree:    "agrees",
	models.AnswerDisagree: "disagrees",
	models.AnswerDiscuss:  "wants to discuss it",
}

// verdicts counts the decisions by verdict.
func (s *scribe) verdicts() []verdictCount {
	var list []verdictCount
	for _, v := range verdictWords {
		count := verdictCount{Word: v.word}
		for _, d := range s.decisions {
			if d.Verdict == v.verdict {
				count.Count++
			}
		}
		if count.Count > 0 {
			list = append(list, count)
		}
	}
	return list
}

func (s *scribe) decision(d state) decisionView {
	view := decisionView{
		Verdict: string(d.Verdict), Reviewer: s.people[d.Reviewer], Reason: reasonWords[d.Reason], Result: s.result(d), Comment: d.Comment,
	}
	if d.Label != "" {
		view.About = s.labelName(d.Label)
	}
	if name := s.people[d.Layer]; name != "" {
		view.About += " (" + name + ")"
	}
	for _, r := range s.responses[d.uid] {
		view.Responses = append(view.Responses, responseView{s.people[r.Annotator], answerWords[r.Answer], r.Comment})
	}
	return view
}

// result says in lines what stands on the sentence after a decision.
func (s *scribe) result(d state) []string {
	labels, err := models.ParseResult(string(d.Result))
	if err != nil || d.Verdict == models.VerdictDeferred {
		return nil
	}
	if len(labels) == 0 && d.Label == "" && d.Layer == "" {
		return []string{noLabelHere}
	}
	var lines []string
	for _, label := range labels {
		details := make([]string, len(label.Details))
		for i, d := range label.Details {
			details[i] = s.fieldName(label.Label, d.Field) + " " + d.Text
		}
		line := "→ " + s.labelName(label.Label)
		if len(details) > 0 {
			line += ": " + strings.Join(details, "; ")
		}
		lines = append(lines, line)
	}
	return lines
}
