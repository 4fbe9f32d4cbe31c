package data

import (
	"fmt"
	"slices"
	"testing"
)

func TestAWeekIsItsISONumberOrItsMondayAndNothingElse(t *testing.T) {
	for text, want := range map[string]Week{
		"2026-W47": "2026-W47", "2026W47": "2026-W47", "2026-11-16": "2026-W47", "2020-W53": "2020-W53", "2024-12-30": "2025-W01",
	} {
		if got, err := ParseWeek(text); err != nil || got != want {
			t.Errorf("%s: %s, %v", text, got, err)
		}
	}
	for _, text := range []string{"2026-11-18", "2026-W54", "2026-W00", "2025-W53", "47", "", "2026-W7"} {
		if got, err := ParseWeek(text); err == nil {
			t.Errorf("%q is read as %s", text, got)
		}
	}
	if w := Week("2026-W01"); w.Monday() != "2025-12-29" || w.Sunday() != "2026-01-04" || w.Add(-1) != "2025-W52" || w.Add(53) != "2027-W01" {
		t.Errorf("%s to %s, %s, %s", w.Monday(), w.Sunday(), w.Add(-1), w.Add(53))
	}
}

func TestRatesCompareExactlyWhereFloatsCannot(t *testing.T) {
	less, more := Ratio{333_333_333_333_333_332, 1_000_000_000_000_000_000}, Ratio{333_333_333_333_333_333, 1_000_000_000_000_000_000}
	if less.Compare(more) != -1 || more.Compare(less) != 1 || (Ratio{2, 6}).Compare(Ratio{1, 3}) != 0 {
		t.Error("rates that differ in the last digit, or don't differ, are mixed up")
	}
	if (Ratio{0, 0}).Compare(Ratio{0, 9}) != -1 || (Ratio{0, 9}).Compare(Ratio{}) != 1 || (Ratio{}).Compare(Ratio{}) != 0 {
		t.Error("a rate of nothing isn't the least")
	}
	if d, known := (Ratio{1, 3}).Percent(); !known || d.StringFixed(2) != "33.33" {
		t.Error(d, known)
	}
}

// stood returns a showcase of the rules' places, of standings made from orders, inquiries and clicks.
func stood(places int64, in ...Standing) *Showcase {
	r := ShowcaseRules{Places: places}.WithDefaults()
	s := &Showcase{Rules: r, Today: "2026-11-23"}
	for _, p := range in {
		p.Ranked = r.Enough(p.Counts)
		s.Places = append(s.Places, p)
	}
	return s
}

// listing is a product that stands in the showcase since a day ("" for a candidate).
func listing(sku string, since Date, orders, inquiries, clicks int64) Standing {
	c := Counts{Orders: orders, Inquiries: inquiries, Clicks: clicks, Exposures: 100 * clicks}
	return Standing{SKU: sku, ProductID: int64(sku[0]), Since: since, Counts: c, Ranked: ShowcaseRules{}.WithDefaults().Enough(c)}
}

// said writes proposals as "A>B why".
func said(s *Showcase) (list []string) {
	for _, one := range s.Swaps {
		out, in := "-", "-"
		if one.Out != nil {
			out = one.Out.SKU
		}
		if one.In != nil {
			in = one.In.SKU
		}
		list = append(list, fmt.Sprintf("%s>%s %s", out, in, one.Why))
	}
	return list
}

func TestOneLuckyClickDoesNotWin(t *testing.T) {
	s := stood(1, listing("A", "2026-11-01", 2, 10, 100))
	lucky := listing("L", "", 1, 1, 1)
	if s.Rules.Enough(lucky.Counts) || s.Rules.Better(lucky, s.Places[0]) || s.Rules.Compare(lucky, s.Places[0]) != 1 {
		t.Error("an order from the only inquiry beats two from ten")
	}
	if !s.Rules.Better(listing("B", "", 3, 10, 100), s.Places[0]) || s.Rules.Better(listing("B", "", 2, 10, 100), s.Places[0]) {
		t.Error("a better rate must win, an equal one must not")
	}
	if !s.Rules.Better(listing("B", "", 2, 10, 90), s.Places[0]) {
		t.Error("of equal orders per inquiry the higher inquiry rate must win")
	}
}

func TestAProposalFillsFreePlacesAndChangesTheWeakestForABetter(t *testing.T) {
	s := stood(4, listing("A", "2026-11-01", 5, 10, 100), listing("B", "2026-11-01", 1, 10, 100), listing("C", "2026-11-20", 0, 10, 100))
	s.Propose([]Standing{listing("X", "", 9, 10, 100), listing("Y", "", 4, 10, 100), listing("Z", "", 0, 10, 100)})
	if got := said(s); !slices.Equal(got, []string{"->X free", "B>Y weaker"}) {
		t.Errorf("%v; C had no week yet, Z is no better than A", got)
	}
}

func TestWhatMustGoGoesEvenWithoutAnotherAndTooManyGoFromTheWeakEnd(t *testing.T) {
	red := listing("R", "2026-11-22", 9, 10, 100)
	red.Red = &Finding{Grade: Red}
	gone := listing("G", "2026-11-22", 9, 10, 100)
	gone.Archived = true
	s := stood(2, red, gone, listing("A", "2026-11-22", 5, 10, 100), listing("B", "2026-11-22", 1, 10, 100), listing("C", "2026-11-22", 2, 10, 100))
	s.Propose([]Standing{listing("X", "", 9, 10, 100)})
	if got := said(s); !slices.Equal(got, []string{"R>- red", "G>- archived", "B>- over"}) {
		t.Error(got)
	}
}

func TestAProductWithTooFewFiguresStaysUntilItHadAllTheWeeks(t *testing.T) {
	few := func(since Date) *Showcase { return stood(1, listing("F", since, 0, 1, 10)) }
	for since, want := range map[Date][]string{"2026-10-27": nil, "2026-10-26": {"F>X few"}} {
		s := few(since)
		s.Propose([]Standing{listing("X", "", 1, 10, 100)})
		if got := said(s); !slices.Equal(got, want) {
			t.Errorf("since %s: %v", since, got)
		}
	}
}

func TestRotationAndFiguresAreDueByTheirDays(t *testing.T) {
	for _, one := range []struct {
		rotated Date
		to      Week
		turn    bool
		figures bool
	}{
		{"", "", true, true}, {"2026-11-17", "2026-W47", false, false}, {"2026-11-16", "2026-W46", true, true}, {"2026-11-22", "2026-W46", false, true},
	} {
		s := Showcase{Rules: ShowcaseRules{}.WithDefaults(), Today: "2026-11-23", Rotated: one.rotated, To: one.to}
		if s.SetDue(); s.DueTurn != one.turn || s.DueFigures != one.figures {
			t.Errorf("%+v: %v %v", one, s.DueTurn, s.DueFigures)
		}
	}
}
