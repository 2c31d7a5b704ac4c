package models

import "slices"

// Subset is the annotations that one bar of an insight counts.
// The zero value lets every annotation through.
type Subset struct {
	Published DateRange    // the date of the article
	Source    *string      // the source of the article; nil: any, empty: those without one
	Details   []DetailTest // all of them hold
}

// DateRange is a stretch of dates in ISO 8601 of any precision, which are
// compared as text: "2026-03" until "2026-04" is March, with all its days.
// Until is exclusive; both empty is every date, and none.
type DateRange struct{ From, Until string }

// NoDate is the stretch of those without a date.
func NoDate() DateRange { return DateRange{Until: " "} } // before all digits

// Has reports whether a date lies in the stretch.
func (r DateRange) Has(date string) bool {
	return date >= r.From && (r.Until == "" || date < r.Until)
}

// DetailTest asks for a detail by its wording.
type DetailTest struct {
	Label, Field string   // keys
	Values       []string // one of them is the wording, empty: any
	Lacking      bool     // the annotation has no such detail
}

// Empty reports whether the subset lets every annotation through.
func (s Subset) Empty() bool {
	return s.Published == DateRange{} && s.Source == nil && len(s.Details) == 0
}

// Has reports whether an annotation is one of those of the subset, by its
// article and its details.
func (s Subset) Has(article Article, details []NamedDetail) bool {
	if !s.Published.Has(article.PublishedOn) || (s.Source != nil && *s.Source != article.Source) {
		return false
	}
	for _, wanted := range s.Details {
		found := slices.ContainsFunc(details, func(d NamedDetail) bool {
			return d.Label == wanted.Label && d.Field == wanted.Field &&
				(len(wanted.Values) == 0 || slices.Contains(wanted.Values, d.ValueText))
		})
		if found == wanted.Lacking {
			return false
		}
	}
	return true
}
