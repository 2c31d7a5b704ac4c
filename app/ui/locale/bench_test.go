package locale_test

import (
	"testing"

	"glossator/app/ui/locale"
)

// BenchmarkUse is what a start in another language costs.
func BenchmarkUse(b *testing.B) {
	defer func() {
		if err := locale.Use("en"); err != nil {
			b.Error(err)
		}
	}()
	for b.Loop() {
		if err := locale.Use("kk"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCounted is what a row of a list costs that says a number.
func BenchmarkCounted(b *testing.B) {
	if err := locale.Use("ru"); err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := locale.Use("en"); err != nil {
			b.Error(err)
		}
	}()
	for b.Loop() {
		_ = locale.N(12_345, "%s article", "%s articles", locale.Number(12_345))
	}
}
