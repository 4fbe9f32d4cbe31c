package data_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"tradewind/data"

	"pgregory.net/rapid"
)

// offered is a quotation: a lamp, another lamp instead of it, a bulb, a shade on top, a free sample and a mould.
func offered() data.Order {
	line := func(sku string, role data.LineRole, q data.Quantity, price data.UnitPrice) data.OrderLine {
		return data.OrderLine{SKU: sku, VariantID: 1, Role: role, Quantity: q * 1000, Unit: "PCS", Price: price * 1_000_000}
	}
	return data.Order{No: "Q-1", Customer: "LUX", Currency: "USD", Date: "2026-11-24", Status: data.Draft, Lines: []data.OrderLine{
		line("LAMP", data.Ordinary, 100, 6), line("LAMP-B", data.Alternative, 100, 5), line("LAMP-C", data.Alternative, 100, 4),
		line("BULB", data.Ordinary, 10, 2), line("SHADE", data.Optional, 50, 1), line("GIFT", data.FreeSample, 2, 3), line("MOULD", data.Tooling, 1, 300),
	}}
}

func total(t testing.TB, o data.Order) string {
	t.Helper()
	sums, err := o.Totals()
	if err != nil {
		t.Fatal(err)
	}
	return sums.Total.String()
}

func TestWhatTheBuyerHasYetToChooseIsInNoTotal(t *testing.T) {
	o := offered()
	sums, err := o.Totals()
	if err != nil {
		t.Fatal(err)
	}
	if sums.Total.String() != "920.00" { // 600 + 20 + mould 300; the sample is free
		t.Errorf("total %s", sums.Total)
	}
	var amounts []string
	for _, a := range sums.Amounts {
		amounts = append(amounts, a.String())
	}
	if want := []string{"600.00", "500.00", "400.00", "20.00", "50.00", "0.00", "300.00"}; !slices.Equal(amounts, want) {
		t.Errorf("amounts %v, want %v", amounts, want)
	}
	o.Reduction.Percent, o.Discount = data.Hundred/8, 100 // 12.5 % of 920.00 and 1.00
	if got := total(t, o); got != "804.00" {
		t.Errorf("less 12.5 %% and 1.00: %s", got)
	}
}

func TestChoosingPutsAnAlternativeInThePlaceOfItsLine(t *testing.T) {
	o := offered()
	if o.AlternativeTo(2) != 1 || o.AlternativeTo(3) != 1 || o.AlternativeTo(5) != 0 {
		t.Errorf("alternatives to %d, %d, %d", o.AlternativeTo(2), o.AlternativeTo(3), o.AlternativeTo(5))
	}
	o.Status = data.Confirmed
	if wrong := problemsOf(t, o.Validate()); wrong[0].Field != "status" || wrong[0].Args["Lines"] != "2, 3, 5" {
		t.Errorf("an order with open lines was won: %v", wrong)
	}
	won, err := o.Choose([]int{3, 5})
	if err != nil {
		t.Fatal(err)
	}
	var skus []string
	for _, l := range won.Lines {
		skus = append(skus, l.SKU)
	}
	if want := []string{"LAMP-C", "BULB", "SHADE", "GIFT", "MOULD"}; !slices.Equal(skus, want) || total(t, won) != "770.00" || won.Validate() != nil {
		t.Errorf("chose %v, %s, %v", skus, total(t, won), won.Validate())
	}
	if len(o.Lines) != 7 || o.Lines[0].SKU != "LAMP" {
		t.Error("choosing changed the quotation it was given")
	}
	for _, wrong := range [][]int{{2, 3}, {1}, {9}, {0}} {
		if _, err := o.Choose(wrong); err == nil {
			t.Errorf("chose %v", wrong)
		}
	}
	o.Lines = o.Lines[1:2]
	o.Status = data.Draft
	if wrong := problemsOf(t, o.Validate()); wrong[0].Field != "lines.1.role" {
		t.Errorf("an alternative to nothing: %v", wrong)
	}
}

func problemsOf(t *testing.T, err error) data.Problems {
	t.Helper()
	var wrong data.Problems
	if !errors.As(err, &wrong) {
		t.Fatalf("%v isn't a problem", err)
	}
	return wrong
}

func TestOfSeveralDiscountRulesTheOneThatGivesMostSpeaks(t *testing.T) {
	rules := data.QuotingRules{Discounts: append(data.UsualDiscounts(), data.DiscountRule{Tier: "gold", Order: 2, Percent: data.Hundred / 5, From: "2026-12-01", Until: "2026-12-31"})}
	for _, one := range []struct {
		tier string
		nth  int64
		day  data.Date
		want string
	}{
		{"", 1, "2026-11-24", "0"},
		{"silver", 1, "2026-11-24", "10"},
		{"SILVER ", 4, "2026-11-24", "10"},
		{"", 2, "2026-11-24", "15"},
		{"silver", 2, "2026-11-24", "15"},
		{"new", 3, "2026-11-24", "10"},
		{"gold", 2, "2026-12-01", "20"},
		{"gold", 2, "2027-01-01", "15"},
	} {
		if got := rules.DiscountFor(one.tier, one.nth, one.day).Percent.String(); got != one.want {
			t.Errorf("order %d of a %q customer on %s: %s %%, want %s", one.nth, one.tier, one.day, got, one.want)
		}
	}
}

func TestANewQuotationTakesTheRulesAndAnotherDiscountNeedsAReason(t *testing.T) {
	o, rules := offered(), data.QuotingRules{ValidDays: 30, LeadTime: "25 days", PaymentTerms: "T/T", Discounts: data.UsualDiscounts()}
	o.Propose(rules, data.Partner{Tier: "silver", PaymentTerms: "30% deposit"}, 1)
	if o.ValidUntil != "2026-12-24" || o.LeadTime != "25 days" || o.PaymentTerms != "30% deposit" || o.Reduction.Percent != data.Hundred/10 || o.Proposed.Tier != "silver" {
		t.Errorf("%s, %s, %s, %+v", o.ValidUntil, o.LeadTime, o.PaymentTerms, o.Reduction)
	}
	if err := o.Validate(); err != nil {
		t.Error(err)
	}
	o.Reduction.Percent = data.Hundred / 4
	if wrong := problemsOf(t, o.Validate()); wrong[0].Field != "discount_reason" {
		t.Errorf("%v", wrong)
	}
	o.Reduction.Reason = "fair in Hanover"
	if err := o.Validate(); err != nil {
		t.Error(err)
	}
	o.ProposeDiscount(data.DiscountRule{Order: 2, Percent: data.Hundred * 15 / 100})
	if o.Reduction.Percent != data.Hundred/4 {
		t.Error("a discount with a reason was overwritten")
	}
}

func TestTheClockOfAnInquiryStopsAtTheFirstQuotation(t *testing.T) {
	asked := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	o, rules := offered(), data.QuotingRules{}
	if _, runs := rules.ReplyClock(o, time.Time{}, asked); runs {
		t.Error("a clock without an inquiry")
	}
	o.AskedAt = asked
	if c, runs := rules.ReplyClock(o, time.Time{}, asked.Add(45*time.Minute)); !runs || c.Left != 15*time.Minute || c.Late(rules.Reply()) {
		t.Errorf("%+v, %v", c, runs)
	}
	if c, _ := rules.ReplyClock(o, time.Time{}, asked.Add(61*time.Minute)); c.Left != -time.Minute || !c.Late(rules.Reply()) {
		t.Errorf("%+v", c)
	}
	if c, _ := rules.ReplyClock(o, asked.Add(59*time.Minute), asked.Add(time.Hour*99)); c.Took != 59*time.Minute || c.Late(rules.Reply()) {
		t.Errorf("%+v", c)
	}
	if o.Status = data.Lost; true {
		if _, runs := rules.ReplyClock(o, time.Time{}, asked.Add(time.Hour*99)); runs {
			t.Error("nobody waits for a quotation that was lost")
		}
	}
}

// TestTotalsAndSharesAgree: whatever the roles and discounts, the total is what the counted lines come to less the discount,
// and part shipments carry all of the discount between them.
func TestTotalsAndSharesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := data.Order{Currency: rapid.SampledFrom([]data.Currency{"USD", "JPY", "KWD"}).Draw(t, "currency")}
		for range rapid.IntRange(1, 6).Draw(t, "lines") {
			o.Lines = append(o.Lines, data.OrderLine{
				Role:     rapid.SampledFrom(data.LineRoles()).Draw(t, "role"),
				Quantity: data.Quantity(rapid.Int64Range(2, 5_000).Draw(t, "quantity")) * 1000,
				Price:    data.UnitPrice(rapid.Int64Range(0, 99_999_999).Draw(t, "price")),
				Discount: data.Percent(rapid.Int64Range(0, int64(data.Hundred)).Draw(t, "discount")),
			})
		}
		o.Discount = rapid.Int64Range(0, 9_999).Draw(t, "off")
		o.Reduction.Percent = data.Percent(rapid.Int64Range(0, int64(data.Hundred)).Draw(t, "percent"))
		sums, err := o.Totals()
		if err != nil {
			t.Fatal(err)
		}
		var counted int64
		for i, a := range sums.Amounts {
			if !o.Lines[i].Role.Open() {
				counted += a.Minor
			}
		}
		if counted != sums.Goods.Minor || sums.Goods.Minor-sums.Discount.Minor != sums.Total.Minor {
			t.Fatalf("%+v", sums)
		}
		var shipments []data.Shipment
		part := data.Shipment{}
		for i, l := range o.Lines {
			if !l.Role.Open() {
				part.Lines = append(part.Lines, data.ShipmentLine{Line: i + 1, Quantity: l.Quantity / 2})
			}
		}
		var shared int64
		for _, lines := range [][]data.ShipmentLine{part.Lines, o.Remainder([]data.Shipment{part})} {
			sh := data.Shipment{Lines: lines}
			if err := sh.ShareExtras(o, shipments); err != nil {
				t.Fatal(err)
			}
			shipments, shared = append(shipments, sh), shared+sh.Discount
		}
		if len(part.Lines) > 0 && shared != sums.Discount.Minor {
			t.Fatalf("shipments share %d of %d", shared, sums.Discount.Minor)
		}
	})
}
