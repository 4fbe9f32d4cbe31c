package data_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

var usual = data.Company{}.Reordering()

// christmas is a season of 30 days before a day that doesn't move.
func christmas(percent data.Percent) data.Season {
	return data.Season{Code: "christmas", Name: data.Texts{"en": "Christmas"}, Yearly: "12-25", Length: 1, LeadIn: 29, Percent: percent}
}

// arithmetic writes the steps of a proposal.
func arithmetic(p data.Proposal) string {
	var lines []string
	for _, s := range p.Steps {
		lines = append(lines, fmt.Sprintf("%s%s %s", s.Term, s.Code, s.Quantity))
	}
	return strings.Join(lines, ", ")
}

func TestAProposalShowsHowItIsWorkedOut(t *testing.T) {
	calendar := data.NewCalendar([]data.Season{christmas(data.Hundred / 2)}, "2026-11-22", 400)
	got := data.Propose(data.StockNeed{
		Sold: data.Pieces(180), OnHand: data.Pieces(70), OnOrder: data.Pieces(10), Reserved: data.Pieces(25), Safety: data.Pieces(20),
		LeadDays: 45, MOQ: data.Pieces(100), Multiple: data.Pieces(24),
	}, usual, calendar)
	want := "sold 180, daily 2, demand 150, seasonchristmas 30, safety_stock 20, wanted 200, on_hand 70, on_order 10, reserved 25, " +
		"available 55, reorder_line 140, need 145, carton_multiple 168, proposed 168"
	if s := arithmetic(got); s != want || got.Quantity != data.Pieces(168) {
		t.Errorf("%s: %s\nwant %s", got.Quantity, s, want)
	}
}

func TestAboveTheLineNothingIsBought(t *testing.T) {
	for _, tt := range []struct {
		name string
		need data.StockNeed
		want data.Quantity
	}{
		{"nothing is known", data.StockNeed{}, 0},
		{"exactly at the line", data.StockNeed{Sold: data.Pieces(90), OnHand: data.Pieces(30)}, data.Pieces(30)},
		{"a thousandth above it", data.StockNeed{Sold: data.Pieces(90), OnHand: data.Pieces(30) + 1}, 0},
		{"goods on order reach over it", data.StockNeed{Sold: data.Pieces(90), OnOrder: data.Pieces(31)}, 0},
		{"goods on the way count", data.StockNeed{Sold: data.Pieces(90), InTransit: data.Pieces(31)}, 0},
		{"goods kept for orders don't", data.StockNeed{Sold: data.Pieces(90), OnHand: data.Pieces(60), Reserved: data.Pieces(40)}, data.Pieces(40)},
		{"buyers sent more back than they took", data.StockNeed{Sold: data.Pieces(-5), OnHand: data.Pieces(1)}, 0},
		{"more was sent than there was", data.StockNeed{OnHand: data.Pieces(-5)}, data.Pieces(5)},
		{"at the safety stock, nothing sells", data.StockNeed{OnHand: data.Pieces(10), Safety: data.Pieces(10)}, data.Pieces(1)},
		{"the same in cartons", data.StockNeed{OnHand: data.Pieces(10), Safety: data.Pieces(10), Multiple: data.Pieces(12)}, data.Pieces(12)},
		{"the least quantity is raised to cartons", data.StockNeed{OnHand: data.Pieces(-1), MOQ: data.Pieces(50), Multiple: data.Pieces(24)}, data.Pieces(72)},
		{"what was sold in advance is bought", data.StockNeed{OnHand: data.Pieces(100), Reserved: data.Pieces(40), Presold: data.Pieces(90)}, data.Pieces(30)},
		{"sold in advance and on order already", data.StockNeed{OnOrder: data.Pieces(90), Presold: data.Pieces(90)}, 0},
		{"half pieces are bought whole", data.StockNeed{OnHand: -500}, data.Pieces(1)},
	} {
		if got := data.Propose(tt.need, usual, data.Calendar{}); got.Quantity != tt.want {
			t.Errorf("%s: %s, want %s: %s", tt.name, got.Quantity, tt.want, arithmetic(got))
		}
	}
}

// TestProposalsKeepTheirPromises holds for any figures: never less than needed, at least the least quantity, whole
// cartons, nothing when there is enough, and the lines add up as shown.
func TestProposalsKeepTheirPromises(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	q := func(most int64) data.Quantity { return data.Quantity(random.Int64N(most)) }
	for range 20_000 {
		n := data.StockNeed{
			Sold: q(900_000) - 50_000, OnHand: q(400_000) - 20_000, InTransit: q(3) * 1000, OnOrder: q(90_000), Reserved: q(90_000), Presold: q(2) * q(90_000),
			Safety: q(2) * q(50_000), LeadDays: random.Int64N(120), MOQ: q(2) * q(300_000), Multiple: q(3) * q(60_000),
		}
		rules := data.ReorderRules{SalesDays: 1 + random.Int64N(365), LeadDays: 30, CoverDays: random.Int64N(90)}
		season := christmas(data.Percent(random.Int64N(3) * 50_000_000))
		p := data.Propose(n, rules, data.NewCalendar([]data.Season{season}, "2026-11-22", 220))
		by := map[data.ReorderTerm]data.Quantity{}
		for _, s := range p.Steps {
			by[s.Term] += s.Quantity
		}
		enough := by[data.TermAvailable] > by[data.TermLine]
		short := by[data.TermWanted] - by[data.TermAvailable]
		switch {
		case by[data.TermDemand]+by[data.TermSeason]+by[data.TermSafety] != by[data.TermWanted],
			by[data.TermOnHand]+by[data.TermInTransit]+by[data.TermOnOrder]-by[data.TermReserved]-by[data.TermPresold] != by[data.TermAvailable] || by[data.TermPresold] != n.Presold,
			by[data.TermProposed] != p.Quantity:
			t.Fatalf("doesn't add up: %+v: %s", n, arithmetic(p))
		case enough && p.Quantity != 0:
			t.Fatalf("there is enough: %+v: %s", n, arithmetic(p))
		case !enough && p.Quantity < short:
			t.Fatalf("less than needed: %+v: %s", n, arithmetic(p))
		case p.Quantity > 0 && p.Quantity < n.MOQ:
			t.Fatalf("less than the supplier sells: %+v: %s", n, arithmetic(p))
		case p.Quantity > 0 && n.Multiple > 0 && p.Quantity%n.Multiple != 0:
			t.Fatalf("no whole cartons: %+v: %s", n, arithmetic(p))
		case p.Quantity > 0 && n.Multiple == 0 && n.MOQ == 0 && p.Quantity-data.Pieces(1) > max(short, 0):
			t.Fatalf("more than a unit too much: %+v: %s", n, arithmetic(p))
		}
		exact := decimal.NewFromInt(int64(max(n.Sold, 0))).Mul(decimal.NewFromInt(rules.CoverDays + max(n.LeadDays, 1))).Div(decimal.NewFromInt(rules.SalesDays))
		if n.LeadDays > 0 && decimal.NewFromInt(int64(by[data.TermDemand])).LessThan(exact.Floor()) {
			t.Fatalf("the demand is cut: %+v: %s, exactly %s", n, arithmetic(p), exact)
		}
	}
}

func TestTheLargestQuantitiesStayInBounds(t *testing.T) {
	most := data.Quantity(1<<63 - 1)
	p := data.Propose(data.StockNeed{Sold: most, OnHand: -most, Reserved: most, Safety: most, MOQ: most, Multiple: data.Pieces(7)}, usual, data.Calendar{})
	if p.Quantity != most {
		t.Errorf("%s: %s", p.Quantity, arithmetic(p))
	}
}

func TestTheMostOfSeveralSeasonsHolds(t *testing.T) {
	seasons := []data.Season{
		christmas(data.Hundred / 2),
		{Code: "sale", Dates: []data.Date{"2026-11-27"}, Length: 4, LeadIn: 2, Percent: data.Hundred},
		{Code: "gone", Yearly: "12-01", Length: 30, Percent: 3 * data.Hundred, Record: data.Record{Archived: true}},
	}
	c := data.NewCalendar(seasons, "2026-11-22", 40)
	// 2026-11-23 to 2027-01-01: Christmas from 11-26 to 12-25 but for the sale from 11-25 to 11-30.
	if got := fmt.Sprint(c.Within(40)); got != "[25 6 0]" {
		t.Errorf("days of the seasons: %s", got)
	}
	if got := fmt.Sprint(c.Within(4)); got != "[0 2 0]" {
		t.Errorf("of the next four: %s", got)
	}
	if s := (data.Season{Yearly: "01-03", Length: 1, LeadIn: 10}); !s.Holds("2026-12-30") || s.Holds("2026-12-23") || s.Holds("2027-01-04") {
		t.Error("a season over the turn of the year")
	}
	if s := (data.Season{Yearly: "02-29", Length: 1}); !s.Holds("2028-02-29") || !s.Holds("2027-02-28") || s.Holds("2028-02-28") {
		t.Error("a leap day")
	}
}

func TestASeasonNeedsDaysAndAPlausiblePercentage(t *testing.T) {
	good := christmas(data.Hundred)
	if err := good.Validate(); err != nil {
		t.Errorf("a good one: %v", err)
	}
	for want, change := range map[string]func(*data.Season){
		"code": func(s *data.Season) { s.Code = " " }, "yearly": func(s *data.Season) { s.Yearly = "25.12." },
		"dates": func(s *data.Season) { s.Dates = []data.Date{"2026-12-25"} }, "days": func(s *data.Season) { s.Length = 0 },
		"lead_in_days": func(s *data.Season) { s.LeadIn = 4000 }, "percent": func(s *data.Season) { s.Percent = -data.Hundred },
		"market": func(s *data.Season) { s.Market = "XX" },
	} {
		s := good
		change(&s)
		if err := s.Validate(); err == nil || !strings.Contains(err.Error(), ":"+want+":") {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func TestThresholdsHoldFromTheNarrowestToTheWidest(t *testing.T) {
	main, yiwu := "", "Yiwu"
	ts := data.NewThresholds([]data.Threshold{
		{SafetyDays: 30},
		{Category: "Lamps", SafetyStock: data.Pieces(7), MaxStock: data.Pieces(500)},
		{ProductID: 1, Warehouse: &yiwu, SafetyStock: data.Pieces(40)},
		{Warehouse: &yiwu, MaxDays: 90},
		{Warehouse: &main, SafetyStock: data.Pieces(9), Record: data.Record{Archived: true}},
	}, 90)
	lamp := data.Product{Record: data.Record{ID: 1}, Category: "Lamps"}
	other := data.Product{Record: data.Record{ID: 2}, Category: "Cups"}
	own := data.Product{Record: data.Record{ID: 3}, Category: "Lamps", SafetyStock: data.Pieces(3)}
	for _, tt := range []struct {
		name string
		got  data.StockLines
		want string
	}{
		{"of the category", ts.OfAll(lamp, data.Pieces(90), true), "{7 500}"},
		{"of all, as days of sales rounded up", ts.OfAll(other, data.Pieces(10), true), "{4 0}"},
		{"of all, nothing sold", ts.OfAll(other, 0, true), "{0 0}"},
		{"its own goes before", ts.OfAll(own, data.Pieces(90), true), "{3 500}"},
		{"no default for what isn't kept", ts.OfAll(lamp, data.Pieces(90), false), "{0 0}"},
		{"in a warehouse", ts.In(lamp, "Yiwu", data.Pieces(8), true), "{40 8}"},
		{"where it never lay", ts.In(lamp, "Yiwu", 0, false), "{40 0}"},
		{"another one where it never lay", ts.In(other, "Yiwu", data.Pieces(8), false), "{0 0}"},
		{"an archived one", ts.In(lamp, "", 0, true), "{0 0}"},
	} {
		if got := fmt.Sprintf("{%s %s}", tt.got.Safety, tt.got.Max); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	var got []string
	for _, a := range ts.HouseAlerts(lamp, []data.HouseStock{{Warehouse: "", Here: 0}, {Warehouse: "Yiwu", Here: data.Pieces(40)}}) {
		got = append(got, fmt.Sprintf("%s %s %s of %s", a.Step, *a.Warehouse, a.OnHand, a.Line))
	}
	if s := strings.Join(got, ", "); s != "safety-stock Yiwu 40 of 40" {
		t.Errorf("alerts: %s", s)
	}
}

func TestAThresholdSaysOneThingOfOneGroup(t *testing.T) {
	way := data.InTransit
	for want, one := range map[string]data.Threshold{
		"category": {SKU: "A", Category: "B", SafetyStock: 1}, "safety_stock": {SKU: "A"}, "warehouse": {Warehouse: &way, MaxStock: 1},
		"safety_days": {SafetyStock: 1, SafetyDays: 1}, "max_days": {MaxDays: 5000}, "max_stock": {MaxStock: -1},
	} {
		if err := one.Validate(); err == nil || !strings.Contains(err.Error(), ":"+want+":") {
			t.Errorf("%s: %v", want, err)
		}
	}
}
