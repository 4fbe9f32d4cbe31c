package data_test

import (
	"errors"
	"testing"

	"tradewind/data"

	"pgregory.net/rapid"
)

func TestATotalIsTheWeightedSumToATenth(t *testing.T) {
	card := data.Scorecard{Points: []data.CriterionScore{{Weight: 40, Points: 85}, {Weight: 30, Points: 78}, {Weight: 20, Points: 93}, {Weight: 10, Points: 71}}}
	if got := card.Total().String(); got != "83.1" { // 34 + 23.4 + 18.6 + 7.1
		t.Errorf("total %s; want 83.1", got)
	}
	card = data.Scorecard{Points: []data.CriterionScore{{Weight: 1, Points: 80}, {Weight: 2, Points: 81}}}
	if got := card.Total().String(); got != "80.7" { // 80.666…
		t.Errorf("total %s; want 80.7", got)
	}
	rules := data.Company{}.ScoringRules()
	if rules.PhasesOut(800) || !rules.PhasesOut(799) {
		t.Error("80.0 stays, 79.9 is phased out")
	}
}

func TestATotalLiesBetweenTheLowestAndTheHighestPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low, high := int64(100), int64(0)
		var card data.Scorecard
		for range rapid.IntRange(1, 6).Draw(t, "criteria") {
			p := data.CriterionScore{Weight: rapid.Int64Range(1, 100).Draw(t, "weight"), Points: rapid.Int64Range(0, 100).Draw(t, "points")}
			low, high = min(low, p.Points), max(high, p.Points)
			card.Points = append(card.Points, p)
		}
		if sum := card.Total(); int64(sum) < low*10 || int64(sum) > high*10 {
			t.Fatalf("%+v come to %s", card.Points, sum)
		}
	})
}

func TestPointsThatTheRecordsDontGiveNeedAReason(t *testing.T) {
	rules := data.Company{}.ScoringRules()
	card := rules.NewScorecard("DEHUA", "2026-Q3", data.SupplierFacts{Due: 8, OnTime: 7, Compared: 2, Price: 91})
	var problems data.Problems
	if err := card.Validate(); !errors.As(err, &problems) || len(problems) != 2 { // quality and service aren't judged
		t.Fatalf("a card that nobody judged: %v", err)
	}
	for i := range card.Points {
		if p := &card.Points[i]; p.Points == data.NotJudged {
			p.Points = 90
		}
	}
	if card.Points[1].Points != 88 || card.Points[2].Points != 91 { // 87.5 half up
		t.Errorf("proposed %+v", card.Points)
	}
	if err := card.Validate(); err != nil {
		t.Errorf("as the records say: %v", err)
	}
	card.Points[1].Points = 60
	if err := card.Validate(); !errors.As(err, &problems) || problems[0].Field != "points.2.reason" {
		t.Errorf("without a reason: %v", err)
	}
	card.Points[1].Reason = "one container was held"
	if err := card.Validate(); err != nil {
		t.Errorf("with a reason: %v", err)
	}
}

func TestWeightsMakeUpAHundred(t *testing.T) {
	for _, c := range []struct {
		weights []int64
		good    bool
	}{{[]int64{60, 40}, true}, {[]int64{60, 41}, false}, {[]int64{100}, true}, {nil, true}, {[]int64{100, 0}, false}} {
		var company data.Company
		for i, w := range c.weights {
			company.Scoring.Criteria = append(company.Scoring.Criteria, data.Criterion{Code: string(rune('a' + i)), Weight: w})
		}
		if err := company.Validate(); (err == nil) != c.good {
			t.Errorf("%v: %v", c.weights, err)
		}
	}
}

func TestQuartersKnowTheirDays(t *testing.T) {
	q := data.QuarterOf("2026-11-23")
	if q != "2026-Q4" || q.First() != "2026-10-01" || q.Last() != "2026-12-31" || q.Before() != "2026-Q3" || data.Quarter("2026-Q1").Before() != "2025-Q4" {
		t.Errorf("%s: %s to %s, before it %s", q, q.First(), q.Last(), q.Before())
	}
	for _, bad := range []data.Quarter{"", "2026", "2026-Q5", "2026-Q0", "x026-Q1", "2026Q1xx"} {
		if bad.Valid() {
			t.Errorf("%q is taken for a quarter", bad)
		}
	}
}

func TestOffersAreComparedInOneCurrencyForWhatMustBeBought(t *testing.T) {
	cny, err := data.ParseExchangeRate("7")
	if err != nil {
		t.Fatal(err)
	}
	q := func(n int64) data.Quantity { return data.Quantity(n * 1000) } // thousandths
	p := data.Product{Offers: []data.Offer{
		{PartnerID: 1, Partner: "A", Cost: price("7.00"), Currency: "CNY", LeadDays: 30, MOQ: q(100), Multiple: q(36)},
		{PartnerID: 2, Partner: "B", Cost: price("0.98"), Currency: "USD", LeadDays: 20},
		{PartnerID: 3, Partner: "C", Cost: price("0.50"), Currency: "EUR"},
	}}
	rates := map[data.Currency]data.CostRate{"CNY": {Base: "USD", Rate: cny, Day: "2026-11-20"}, "USD": {}}
	list, err := data.CompareOffers(p, q(50), "USD", rates)
	if err != nil {
		t.Fatal(err)
	}
	a, b, c := list[0], list[1], list[2]
	if a.Buy != q(108) || a.UnitCost.String() != "1" || a.Outlay.String() != "108.00" || a.Cheapest || a.Fastest {
		t.Errorf("A: %+v, unit %v, outlay %v", a, a.UnitCost, a.Outlay)
	}
	if a.Rate != rates["CNY"] || b.Rate != (data.CostRate{}) || c.Rate != (data.CostRate{}) {
		t.Errorf("the rates used are %+v, %+v, %+v", a.Rate, b.Rate, c.Rate)
	}
	if b.Buy != q(50) || !b.Cheapest || !b.Fastest || b.Outlay.String() != "49.00" {
		t.Errorf("B: %+v", b)
	}
	if c.UnitCost != nil || c.Cheapest {
		t.Errorf("C has no rate, yet %+v", c)
	}
}
