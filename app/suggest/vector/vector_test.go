package vector_test

import (
	"math"
	"slices"
	"testing"

	"glossator/app/suggest/rule"
	"glossator/app/suggest/vector"
)

func of(text string) vector.Vector {
	s := rule.Read(text, "en")
	return vector.Of(s, rule.Judge(s))
}

func TestVectorIsSortedAndOfUnitLength(t *testing.T) {
	t.Parallel()
	v := of("The ministry will open three shelters and the shelters will stay open.")
	sum := 0.0
	for i, f := range v {
		if i > 0 && f.ID <= v[i-1].ID {
			t.Fatalf("feature %d stands behind %d", f.ID, v[i-1].ID)
		}
		if f.ID > vector.ClaimScore {
			sum += float64(f.Value) * float64(f.Value)
		}
	}
	const tolerance = 1e-5
	if math.Abs(sum-1) > tolerance {
		t.Errorf("squared length %v", sum)
	}
}

func TestNumbersShareAFeature(t *testing.T) {
	t.Parallel()
	words := vector.Words(rule.Read("It rose to 30%.", "en"))
	if !slices.Equal(words, vector.Words(rule.Read("It rose to 45%.", "en"))) {
		t.Errorf("got %q", words)
	}
}

func TestCosine(t *testing.T) {
	t.Parallel()
	a := of("The ministry will open three shelters.")
	const tolerance = 1e-5
	if c := vector.Cosine(a, a); math.Abs(c-1) > tolerance {
		t.Errorf("a sentence and itself: %v", c)
	}
	if c := vector.Cosine(a, of("Why do so many women stay silent?")); c > 0.2 {
		t.Errorf("two unlike sentences: %v", c)
	}
}
