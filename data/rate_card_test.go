package data_test

import (
	"strings"
	"testing"

	"tradewind/data"

	"pgregory.net/rapid"
)

// boxed returns n cartons of L×W×H cm and kg each.
func boxed(n int64, sides [3]string, kg string) data.Load {
	l := func(s string) data.Length { return must(data.ParseCentimetres(s)) }
	return data.LoadOf([]data.LoadRun{{Count: n, Box: data.Box{Length: l(sides[0]), Width: l(sides[1]), Height: l(sides[2])}, Gross: must(data.ParseKilograms(kg))}})
}

// measured returns a load of which only the sums are known.
func measured(volume, kg string) data.Load { return data.Load{Volume: dec(volume), Gross: dec(kg)} }

func TestAKilogramPriceChargesForTheChargeableWeight(t *testing.T) {
	small := [3]string{"60", "40", "35"}
	for id, c := range map[string]struct {
		load    data.Load
		divisor int64
		step    string
		want    string // at 1.00 a kilogram
	}{
		"A1": {boxed(12, small, "14.2"), 6000, "0.5", "170.50"}, "A2": {boxed(12, small, "14.2"), 5000, "0.5", "202.00"},
		"A3": {boxed(5, [3]string{"80", "60", "50"}, "18"), 6000, "0.5", "200.00"},
		"A4": {boxed(1, [3]string{"30", "45", "65"}, "14"), 6000, "0.5", "15.00"}, "A5": {boxed(1, [3]string{"30", "45", "65"}, "14"), 6000, "1", "15.00"},
		"A6": {boxed(100, [3]string{"48", "38", "32"}, "9.6"), 6000, "0.5", "973.00"},
		"A7": {boxed(1, [3]string{"50", "40", "30"}, "10.1"), 6000, "0.5", "10.50"}, "A8": {boxed(1, [3]string{"50", "40", "30"}, "10.1"), 6000, "1", "11.00"},
	} {
		card := data.RateCard{Mode: data.Air, Currency: "USD", Basis: data.PerKilogram}
		card.FreightTerms = data.FreightTerms{Price: *price("1"), Divisor: c.divisor, Step: must(data.ParseKilograms(c.step))}
		if got, steps, ok := card.Cost(c.load); !ok || got.String() != c.want || len(steps) != 2 {
			t.Errorf("%s: %s, %v, %v; want %s", id, got, steps, ok, c.want)
		}
	}
}

func TestARevenueTonChargesForTheLargerOfVolumeAndWeight(t *testing.T) {
	card := data.RateCard{Mode: data.Sea, Currency: "USD", Basis: data.PerRevenueTon, FreightTerms: data.FreightTerms{Price: *price("45")}}
	for id, c := range map[string][3]string{
		"L1": {"3.2", "2850", "144.00"}, "L2": {"1.5", "2400", "108.00"}, "L3": {"0.6", "300", "45.00"}, "L4": {"2.451456", "400.4", "110.32"},
		"L5": {"7.008", "7008", "315.36"},
	} {
		if got, _, ok := card.Cost(measured(c[0], c[1])); !ok || got.String() != c[2] {
			t.Errorf("%s: %s, %v; want %s", id, got, ok, c[2])
		}
	}
	card.Basis = data.PerKilogram
	if _, steps, ok := card.Cost(measured("1", "0")); ok || steps[0].Key != "freight.step.no_weight" {
		t.Errorf("the weight isn't known: %v, %v", steps, ok)
	}
	card.Basis = data.PerRevenueTon
	if _, steps, ok := card.Cost(data.Load{}); ok || steps[0].Key != "freight.step.unknown" {
		t.Errorf("nothing is known: %v, %v", steps, ok)
	}
}

func TestContainersArePaidWhole(t *testing.T) {
	card := data.RateCard{Mode: data.Sea, Currency: "USD", Basis: data.PerContainer, FreightTerms: data.FreightTerms{Price: *price("3200"), Usable: 68_000}}
	packing := data.Packing{PcsPerCarton: data.Pieces(20), Carton: data.Box{Length: 5000, Width: 4000, Height: 3000}, CartonGross: 6_500_000}
	for pieces, want := range map[int64]string{1: "3200.00", 22660: "3200.00", 22661: "6400.00"} {
		if got, _, ok := card.Cost(packing.Load(data.Pieces(pieces))); !ok || got.String() != want {
			t.Errorf("%d: %s, %v; want %s", pieces, got, ok, want)
		}
	}
	for kind, c := range map[string]struct {
		load data.Load
		want string
	}{
		"20GP by weight":  {measured("10", "30000"), "6400.00"},
		"20GP by volume":  {measured("28.001", "1"), "6400.00"},
		"20GP fits":       {measured("28", "28130"), "3200.00"},
		"20GP two kinds":  {data.LoadOf([]data.LoadRun{{1, data.Box{Length: 100, Width: 100, Height: 100}, 1}, {2, data.Box{Length: 200, Width: 100, Height: 100}, 1}}), "3200.00"},
		"20GP too large":  {boxed(1, [3]string{"700", "100", "100"}, "5"), ""},
		"99XX is unknown": {measured("1", "1"), ""},
	} {
		card.Container, card.Usable = kind[:4], 0
		if got, _, ok := card.Cost(c.load); ok != (c.want != "") || ok && got.String() != c.want {
			t.Errorf("%s: %s, %v; want %s", kind, got, ok, c.want)
		}
	}
}

func TestACouriersTableTakesTheFirstRowThatReaches(t *testing.T) {
	card := data.RateCard{Mode: data.Courier, Currency: "CNY", Basis: data.ByTable}
	card.Rows = []data.FreightRow{{500_000, *price("168")}, {1_000_000, *price("205")}, {5_000_000, *price("390.5")}}
	for kg, want := range map[string]string{"0.1": "168.00", "0.5": "168.00", "0.501": "205.00", "1.2": "390.50", "5": "390.50", "5.1": ""} {
		if got, _, ok := card.Cost(measured("0", kg)); ok != (want != "") || ok && got.String() != want {
			t.Errorf("%s kg: %s, %v; want %s", kg, got, ok, want)
		}
	}
	card.Price = *price("72")
	if got, steps, ok := card.Cost(measured("0.03", "5.1")); !ok || got.String() != "462.50" || steps[1].Figures["Further"] != "1" {
		t.Errorf("a kilogram beyond: %s, %v, %v", got, steps, ok) // 0.03 m³ ÷ 5000 = 6 kg
	}
	card.MinPrice = *price("500")
	if got, _, ok := card.Cost(measured("0", "1")); !ok || got.String() != "500.00" {
		t.Errorf("the least charge: %s, %v", got, ok)
	}
}

func TestMoreGoodsNeverCostLessFreight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		way := rapid.SampledFrom(data.FreightWays()).Draw(t, "way")
		card := data.RateCard{Mode: rapid.SampledFrom([]data.Mode{data.Sea, data.Air, data.Courier}).Draw(t, "mode"), Currency: "USD", Basis: way}
		card.Price = data.UnitPrice(rapid.Int64Range(1, 1e9).Draw(t, "price"))
		if way == data.ByTable {
			card.Rows = []data.FreightRow{{1_000_000, *price("10")}, {9_000_000, *price("20")}}
		}
		packing := data.Packing{PcsPerCarton: data.Pieces(rapid.Int64Range(1, 50).Draw(t, "pieces")), CartonGross: data.Weight(rapid.Int64Range(1e6, 3e7).Draw(t, "gross"))}
		packing.Carton = data.Box{Length: 5000, Width: 4000, Height: data.Length(rapid.Int64Range(100, 6000).Draw(t, "height"))}
		n, more := rapid.Int64Range(1, 100_000).Draw(t, "n"), rapid.Int64Range(0, 1000).Draw(t, "more")
		less, _, ok := card.Cost(packing.Load(data.Pieces(n)))
		dearer, _, also := card.Cost(packing.Load(data.Pieces(n + more)))
		if !ok || !also || dearer.Minor < less.Minor {
			t.Fatalf("%d cost %s, %d cost %s (%v, %v)", n, less, n+more, dearer, ok, also)
		}
	})
}

func TestARateCardThatCantBeUsedIsRefused(t *testing.T) {
	good := data.RateCard{Code: "A", Carrier: "C", Mode: data.Sea, Currency: "USD", Basis: data.PerKilogram, FreightTerms: data.FreightTerms{Price: 1}}
	if err := good.Validate(); err != nil {
		t.Fatal(err)
	}
	for want, spoil := range map[string]func(*data.RateCard){
		"code: problem.required":                        func(c *data.RateCard) { c.Code = "" },
		"mode: problem.required":                        func(c *data.RateCard) { c.Mode = "" },
		"mode: problem.unknown_mode":                    func(c *data.RateCard) { c.Mode = "boat" },
		"currency: problem.unknown_currency":            func(c *data.RateCard) { c.Currency = "RMB" },
		"valid_until: problem.ends_before_start":        func(c *data.RateCard) { c.ValidFrom, c.ValidUntil = "2026-02-01", "2026-01-01" },
		"basis: problem.not_one_of":                     func(c *data.RateCard) { c.Basis = "boat" },
		"price: problem.not_positive":                   func(c *data.RateCard) { c.Price = 0 },
		"minimum_kg: problem.negative":                  func(c *data.RateCard) { c.MinKg = -1 },
		"container: freight.problem.container":          func(c *data.RateCard) { c.Basis, c.Container = data.PerContainer, "60XX" },
		"rows: problem.required":                        func(c *data.RateCard) { c.Basis = data.ByTable },
		"rows.2.up_to_kg: freight.problem.weight_twice": func(c *data.RateCard) { c.Basis, c.Rows = data.ByTable, []data.FreightRow{{1, 1}, {1, 2}} },
		"rows.1.price: problem.not_positive":            func(c *data.RateCard) { c.Basis, c.Rows = data.ByTable, []data.FreightRow{{1, 0}} },
	} {
		c := good
		spoil(&c)
		if err := c.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %s", err, want)
		}
	}
	if c := (data.RateCard{ValidFrom: "2026-01-01", ValidUntil: "2026-01-31"}); !c.ValidOn("2026-01-31") || c.ValidOn("2026-02-01") || c.ValidOn("2025-12-31") {
		t.Error("the last day holds, the days around don't")
	}
}
