package likeness

import "slices"

// cellsAtMost bounds the table of a comparison. Of longer texts only what
// stands before and after their first and last difference counts as the same.
const cellsAtMost = 1 << 20

// Differences returns the words of each text that the other one does not have
// at that place, by a longest common subsequence of words. Words that stand
// beside one another make one place.
func Differences(a, b string) (inA, inB []Place) {
	wordsA, wordsB := Words(a), Words(b)
	head := 0
	for head < min(len(wordsA), len(wordsB)) && wordsA[head].Text == wordsB[head].Text {
		head++
	}
	restA, restB := wordsA[head:], wordsB[head:]
	for len(restA) > 0 && len(restB) > 0 && restA[len(restA)-1].Text == restB[len(restB)-1].Text {
		restA, restB = restA[:len(restA)-1], restB[:len(restB)-1]
	}
	sameA, sameB := make([]bool, len(restA)), make([]bool, len(restB))
	if len(restA)*len(restB) <= cellsAtMost {
		align(restA, restB, sameA, sameB)
	}
	return places(restA, sameA), places(restB, sameB)
}

// align marks the words of a longest common subsequence.
func align(a, b []Word, sameA, sameB []bool) {
	wide := len(b) + 1
	longest := make([]int32, (len(a)+1)*wide) // of the ends that begin at a word of each
	for i, one := range slices.Backward(a) {
		for j, other := range slices.Backward(b) {
			cell := &longest[i*wide+j]
			if one.Text == other.Text {
				*cell = longest[(i+1)*wide+j+1] + 1
				continue
			}
			*cell = max(longest[(i+1)*wide+j], longest[i*wide+j+1])
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Text == b[j].Text:
			sameA[i], sameB[j] = true, true
			i, j = i+1, j+1
		case longest[(i+1)*wide+j] >= longest[i*wide+j+1]:
			i++
		default:
			j++
		}
	}
}

// places joins the words that are not the same.
func places(words []Word, same []bool) []Place {
	var all []Place
	for i, word := range words {
		switch {
		case same[i]:
		case i > 0 && !same[i-1]:
			all[len(all)-1].End = word.End
		default:
			all = append(all, word.Place)
		}
	}
	return all
}
