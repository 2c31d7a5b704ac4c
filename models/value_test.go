package models_test

import (
	"math"
	"strings"
	"testing"

	"glossator/models"
)

func TestParseNumber(t *testing.T) {
	t.Parallel()
	read := map[string]float64{
		"192": 192, " 192 ": 192, "0": 0, "-5": -5, "+5": 5, "\u22125": -5,
		"1,234.5": 1234.5, "1 234,5": 1234.5, "1.234,5": 1234.5, "1'234.5": 1234.5, "1\u2019234,5": 1234.5,
		"1\u00a0234\u00a0567": 1234567, "12\u202f345,67": 12345.67,
		"1,234": 1234, "0,234": 0.234, "12,5": 12.5, "1234,567": 1234.567, "1 234,567": 1234.567,
		"1.234": 1.234, "1.234.567": 1234567, "1,234,567": 1234567, "1,234,567.89": 1234567.89,
		"30%": 30, "30 %": 30, "12,5 %": 12.5, ".5": 0.5, ",5": 0.5,
	}
	for written, want := range read {
		got, err := models.ParseNumber(written)
		if err != nil || got != want {
			t.Errorf("ParseNumber(%q) = %v, %v; want %v", written, got, err, want)
		}
	}
	for _, written := range []string{
		"", " ", "-", "%", "many", "2 million", "12 34", "1,23,456", "1.2.3", "1,2,3", "5.", "5,", "1.234,5,6",
		"1 234 56", "--5", "1e5", "NaN", "Inf", "0x10", "1_000", "\u0661\u0662", "1,234 567", "5 5", ".", ",", "1..2",
		strings.Repeat("9", 400),
	} {
		if got, err := models.ParseNumber(written); models.CodeOf(err) != models.CodeInvalid {
			t.Errorf("ParseNumber(%q) = %v, %v; want it refused", written, got, err)
		}
	}
}

func TestParseDate(t *testing.T) {
	t.Parallel()
	read := map[string]string{
		"2030": "2030", " 2030 ": "2030", "2030-06": "2030-06", "2030-06-15": "2030-06-15",
		"15.06.2030": "2030-06-15", "5.6.2030": "2030-06-05", "06.2030": "2030-06", "29.02.2024": "2024-02-29",
		"2025-Q3": "2025-07/2025-09", "2025 q1": "2025-01/2025-03", "Q4 2025": "2025-10/2025-12",
		"2024-01/2024-06": "2024-01/2024-06", "2024/2026": "2024/2026", "2024\u20132026": "2024/2026",
		"2024 - 2026": "2024/2026", "01.02.2024\u201315.03.2024": "2024-02-01/2024-03-15",
		"2025-Q1/2025-Q2": "2025-01/2025-06", "2024-05/2024": "2024-05/2024", "2024/2024": "2024",
		"../2030": "../2030", "2024-05/..": "2024-05/..",
	}
	for written, want := range read {
		got, err := models.ParseDate(written)
		if err != nil || got != want {
			t.Errorf("ParseDate(%q) = %q, %v; want %q", written, got, err, want)
		}
	}
	for _, written := range []string{
		"", "soon", "by the end of the year", "30.02.2024", "2024-13", "2024-00", "2024-02-30", "15/06/2030", "06/15/2030",
		"2026/2024", "2024-06/2024-01", "../..", "2024/", "/2024", "99", "0099", "2025-Q5", "15.06.30", "2024-1-5", "0.2024",
	} {
		if got, err := models.ParseDate(written); models.CodeOf(err) != models.CodeInvalid {
			t.Errorf("ParseDate(%q) = %q, %v; want it refused", written, got, err)
		}
	}
}

func TestReadDetailKeepsTheWording(t *testing.T) {
	t.Parallel()
	number := models.Field{ID: 7, Type: models.FieldNumber}
	detail, err := models.ReadDetail(number, 2, " 1 234,5 ")
	if err != nil || detail.ValueText != "1 234,5" || detail.ValueNum == nil || *detail.ValueNum != 1234.5 {
		t.Errorf("a number was read as %+v, %v", detail, err)
	}
	if detail.FieldID != 7 || detail.N != 2 {
		t.Errorf("the detail belongs to field %d, row %d", detail.FieldID, detail.N)
	}
	detail, err = models.ReadDetail(number, 0, "some forty")
	if models.CodeOf(err) != models.CodeInvalid || detail.ValueText != "some forty" || detail.ValueNum != nil {
		t.Errorf("a wording without a number was read as %+v, %v", detail, err)
	}
	detail, err = models.ReadDetail(models.Field{Type: models.FieldDate}, 0, "by spring")
	if models.CodeOf(err) != models.CodeInvalid || detail.ValueText != "by spring" || detail.ValueISO != "" {
		t.Errorf("a wording without a date was read as %+v, %v", detail, err)
	}
}

func TestReadDetailOfClosedLists(t *testing.T) {
	t.Parallel()
	choice := models.Field{Type: models.FieldChoice, Options: `["action","outcome"]`}
	for written, fine := range map[string]bool{"action": true, "outcome": true, "deed": false, "": true} {
		if _, err := models.ReadDetail(choice, 0, written); (err == nil) != fine {
			t.Errorf("the choice %q gave %v", written, err)
		}
	}
	for written, fine := range map[string]bool{"true": true, "false": true, "perhaps": false} {
		if _, err := models.ReadDetail(models.Field{Type: models.FieldBool}, 0, written); (err == nil) != fine {
			t.Errorf("the yes or no %q gave %v", written, err)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"1,234.5", "1 234,5", "-.5", "30%", "1'000", "0,1", "9.9.9"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, written string) {
		number, err := models.ParseNumber(written)
		if err != nil {
			return
		}
		if math.IsNaN(number) || math.IsInf(number, 0) {
			t.Fatalf("%q was read as %v", written, number)
		}
		again, err := models.ParseNumber(models.FormatNumber(number))
		if err != nil || again != number {
			t.Fatalf("%q is %v, written %q and read back as %v, %v", written, number, models.FormatNumber(number), again, err)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"2030", "15.06.2030", "2025-Q3", "2024-01/2024-06", "../2030"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, written string) {
		iso, err := models.ParseDate(written)
		if err != nil {
			return
		}
		again, err := models.ParseDate(iso)
		if err != nil || again != iso {
			t.Fatalf("%q is %q, which was read back as %q, %v", written, iso, again, err)
		}
	})
}
