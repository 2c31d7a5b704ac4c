package workspace

import (
	"slices"

	"glossator/models"
)

// The functions below make the usual decisions about a sentence as a whole;
// reason and comment may be set on what they return.

// AcceptLayer takes what a layer has.
func AcceptLayer(d models.Difference, layerUID string) models.DecisionInput {
	return models.DecisionInput{SentenceID: d.Sentence.ID, LayerUID: layerUID, Verdict: models.VerdictAccepted}
}

// RejectLayer takes nothing of what a layer has.
func RejectLayer(d models.Difference, layerUID string, reason models.Reason, comment string) models.DecisionInput {
	return models.DecisionInput{
		SentenceID: d.Sentence.ID, LayerUID: layerUID, Verdict: models.VerdictRejected, Reason: reason, Comment: comment,
	}
}

// ChangeTo puts labels in place of what a layer has, or adds them where no
// layer has any.
func ChangeTo(d models.Difference, layerUID string, labels []models.ResultLabel) models.DecisionInput {
	in := models.DecisionInput{SentenceID: d.Sentence.ID, LayerUID: layerUID, Verdict: models.VerdictChanged, Labels: labels}
	if !slices.ContainsFunc(d.Layers, func(l models.DifferenceLayer) bool { return len(l.Annotations) > 0 }) {
		in.Verdict, in.LayerUID = models.VerdictAdded, ""
	}
	return in
}

// NoLabelHere says that the sentence holds nothing to tag.
func NoLabelHere(d models.Difference) models.DecisionInput {
	return models.DecisionInput{SentenceID: d.Sentence.ID, Verdict: models.VerdictAccepted}
}

// Defer leaves a sentence for later.
func Defer(d models.Difference, comment string) models.DecisionInput {
	return models.DecisionInput{SentenceID: d.Sentence.ID, Verdict: models.VerdictDeferred, Comment: comment}
}

// LabelsOf returns what a layer has on a sentence in the form of a decision, to
// begin a change with.
func LabelsOf(layer models.DifferenceLayer) []models.ResultLabel {
	labels := make([]models.ResultLabel, 0, len(layer.Annotations))
	for _, a := range layer.Annotations {
		label := models.ResultLabel{Label: a.Label}
		for _, d := range a.Details {
			label.Details = append(label.Details, models.ResultDetail{Field: d.Field, N: d.N, Text: d.ValueText})
		}
		labels = append(labels, label)
	}
	return labels
}
