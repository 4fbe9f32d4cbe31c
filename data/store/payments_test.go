package store_test

import (
	"errors"
	"fmt"
	"testing"

	"tradewind/data"
	"tradewind/data/store"

	"pgregory.net/rapid"
)

// owing is a confirmed order of 100.00 USD with a deposit of 30 % and the rest before shipment, its goods in stock.
func owing(t *testing.T, terms string) (*store.Store, data.Order) {
	t.Helper()
	st := shelf(t, map[string]int64{"A": 1000, "B": 1000})
	ctx := t.Context()
	for _, code := range []string{"LUX", "OTHER"} {
		must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: code, Party: data.Party{Name: code}, Roles: []data.Role{data.Customer}}))
	}
	return st, must[data.Order](t)(st.Orders.Save(ctx, data.Order{
		No: "SO-1", Date: "2026-11-01", Customer: "LUX", Currency: "USD", Status: data.Confirmed, PaymentTerms: terms,
		Lines: []data.OrderLine{{SKU: "A", Quantity: data.Pieces(100), Unit: "PCS", Price: 1_000_000}},
	}))
}

func TestGoodsDontLeaveBeforeWhatIsDueBeforeIsPaid(t *testing.T) {
	st, o := owing(t, "30% T/T deposit, 70% T/T before shipment")
	ctx := t.Context()
	half := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(50)}}}))
	_, err := st.Shipments.Post(ctx, half.ID)
	var wrong data.Problems
	if !errors.As(err, &wrong) || wrong[0].Key != "problem.unpaid" || wrong[0].Args["Missing"] != "65.00" {
		t.Fatalf("posted unpaid: %v, %+v", err, wrong)
	}
	must[data.Payment](t)(st.Payments.Book(ctx, data.Payment{Amount: 3000, Allocations: []data.Allocation{{OrderNo: o.No, Minor: 3000}}}))
	if _, err = st.Shipments.Post(ctx, half.ID); problemKey(err) != "problem.unpaid" {
		t.Errorf("posted with the deposit alone: %v", err)
	}
	must[data.Payment](t)(st.Payments.Book(ctx, data.Payment{Amount: 3490, Charges: 10, Allocations: []data.Allocation{{OrderNo: o.No, Minor: 3500}}}))
	must[data.Shipment](t)(st.Shipments.Post(ctx, half.ID)) // 30 deposit + 35 of this half
	rest := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(50)}}}))
	if _, err = st.Shipments.Post(ctx, rest.ID); problemKey(err) != "problem.unpaid" {
		t.Errorf("the second half left unpaid: %v", err)
	}
	gone := must[data.Shipment](t)(st.Shipments.PostUnpaid(ctx, rest.ID, "the buyer is known"))
	if gone.UnpaidReason != "the buyer is known" {
		t.Errorf("the reason is lost: %+v", gone)
	}
	a := must[data.Account](t)(st.Orders.Account(ctx, o.ID))
	if a.Balance.Minor != 3500 || len(a.Parts) != 3 || a.Parts[1].Open().Minor != 0 || a.Parts[2].Open().Minor != 3500 {
		t.Errorf("account %+v", a)
	}
	wellKept(t, st)
}

func TestInstalmentsAreDueByWhatMakesThemDue(t *testing.T) {
	st, o := owing(t, "30% T/T deposit, 70% T/T 30 days after B/L date")
	ctx := t.Context()
	s := data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(40)}}}
	s.Transport.TransportDoc = "2026-11-20"
	must[data.Shipment](t)(st.Shipments.Save(ctx, s))
	a := must[data.Account](t)(st.Orders.Account(ctx, o.ID))
	if len(a.Parts) != 3 || a.Parts[0].Due != "2026-11-01" || a.Parts[1].Due != "2026-12-20" || a.Parts[1].Amount.Minor != 2800 || a.Parts[2].Due != "" || a.Parts[2].Amount.Minor != 4200 {
		t.Errorf("parts %+v", a.Parts)
	}
	if got := a.Parts[0].State("2026-11-02"); got != data.OwedOverdue {
		t.Errorf("the deposit is %s a day later", got)
	}
}

func TestAWrongPaymentIsTakenBackByACounterEntry(t *testing.T) {
	st, o := owing(t, "")
	ctx := t.Context()
	p := must[data.Payment](t)(st.Payments.Book(ctx, data.Payment{Amount: 12000, Allocations: []data.Allocation{{OrderNo: o.No, Minor: 10000}}}))
	if credit := must[map[data.Currency]int64](t)(st.Payments.Credit(ctx, o.CustomerID)); credit["USD"] != 2000 {
		t.Errorf("what no order has: %v", credit)
	}
	must[data.Payment](t)(st.Payments.Book(ctx, data.Payment{Kind: data.PayMoved, Customer: "LUX", Currency: "USD", Allocations: []data.Allocation{{Minor: -500, Credited: -500}, {OrderNo: o.No, Minor: 500}}}))
	if _, err := st.Payments.Reverse(ctx, p.No, "", "bounced"); problemKey(err) != "problem.no_credit" {
		t.Errorf("taken back though its credit was used: %v", err)
	}
	must[data.Payment](t)(st.Payments.Book(ctx, data.Payment{Kind: data.PayMoved, Customer: "LUX", Currency: "USD", Allocations: []data.Allocation{{Minor: 500, Credited: 500}, {OrderNo: o.No, Minor: -500}}}))
	c := must[data.Payment](t)(st.Payments.Reverse(ctx, p.No, "", "bounced"))
	if c.Amount != -12000 || c.Reverses != p.No {
		t.Errorf("counter-entry %+v", c)
	}
	if _, err := st.Payments.Reverse(ctx, p.No, "", "again"); problemKey(err) != "problem.reversed_already" {
		t.Errorf("taken back twice: %v", err)
	}
	if a := must[data.Account](t)(st.Orders.Account(ctx, o.ID)); a.Paid.Minor != 0 {
		t.Errorf("paid %v after all was taken back", a.Paid)
	}
	wellKept(t, st)
}

func TestMoneyOfOneCustomerDoesntPayAnother(t *testing.T) {
	st, o := owing(t, "")
	_, err := st.Payments.Book(t.Context(), data.Payment{Customer: "OTHER", Currency: "USD", Amount: 100, Allocations: []data.Allocation{{OrderNo: o.No, Minor: 100}}})
	if problemKey(err) != "problem.other_customer" {
		t.Errorf("got %v", err)
	}
	_, err = st.Payments.Book(t.Context(), data.Payment{Kind: data.PayRefunded, Customer: "LUX", Currency: "USD", Amount: -100, Note: "x", Allocations: []data.Allocation{{OrderNo: o.No, Minor: -100}}})
	if problemKey(err) != "problem.paid_below_nothing" {
		t.Errorf("a refund of what was never paid: %v", err)
	}
}

func TestAPaymentInAnotherCurrencySaysWhatItPays(t *testing.T) {
	st, o := owing(t, "")
	ctx := t.Context()
	p := data.Payment{Currency: "EUR", Amount: 9000, Allocations: []data.Allocation{{OrderNo: o.No, Minor: 9000}}}
	if _, err := st.Payments.Book(ctx, p); problemKey(err) != "problem.credited" {
		t.Errorf("without what it pays: %v", err)
	}
	p.Allocations[0].Credited = 10000
	must[data.Payment](t)(st.Payments.Book(ctx, p))
	if a := must[data.Account](t)(st.Orders.Account(ctx, o.ID)); a.Balance.Minor != 0 {
		t.Errorf("balance %v", a.Balance)
	}
}

func TestWhateverIsOrderedSplitAndPaidAddsUp(t *testing.T) {
	currencies := []data.Currency{"USD", "EUR", "JPY", "KWD"}
	terms := []string{"30% T/T deposit, 70% T/T before shipment", "T/T 30/70", "20% deposit, 30% before shipment, 50% O/A 60 days after B/L date", "L/C at sight", "33.333% deposit, 66.667% against copy of B/L", ""}
	rapid.Check(t, func(t *rapid.T) {
		o := data.Order{No: "R", Date: "2026-11-01", Currency: rapid.SampledFrom(currencies).Draw(t, "currency"), PaymentTerms: rapid.SampledFrom(terms).Draw(t, "terms")}
		o.Freight, o.Insurance, o.Discount = rapid.Int64Range(0, 99999).Draw(t, "freight"), rapid.Int64Range(0, 999).Draw(t, "insurance"), rapid.Int64Range(0, 50).Draw(t, "discount")
		o.Reduction.Percent = data.Percent(rapid.SampledFrom([]int64{0, 0, 3_330_000, 10_000_000}).Draw(t, "off"))
		for i := range rapid.IntRange(1, 5).Draw(t, "lines") {
			o.Lines = append(o.Lines, data.OrderLine{
				ID: int64(i + 1), VariantID: int64(i + 1), Quantity: data.Quantity(rapid.Int64Range(1, 500_000).Draw(t, "quantity")),
				Price: data.UnitPrice(rapid.Int64Range(1, 99_999_999).Draw(t, "price")), Discount: data.Percent(rapid.Int64Range(0, 20_000_000).Draw(t, "discount")),
				Role: rapid.SampledFrom([]data.LineRole{"", "", "", data.FreeSample, data.Tooling}).Draw(t, "role"),
			})
		}
		total, err := o.Totals()
		if err != nil {
			t.Fatal(err)
		}
		sent := splitUp(t, o)
		sum := int64(0)
		for _, s := range sent {
			v, err := s.ValueOf(o)
			if err != nil {
				t.Fatal(err)
			}
			sum += v.Minor
		}
		left := o.Remainder(sent)
		for i, l := range o.Lines {
			shipped := data.Quantity(0)
			for _, s := range sent {
				for _, one := range s.Lines {
					if one.Line == i+1 {
						shipped += one.Quantity
					}
				}
			}
			for _, one := range left {
				if one.Line == i+1 {
					shipped += one.Quantity
				}
			}
			if shipped != l.Quantity {
				t.Fatalf("line %d: shipped and left are %s of %s", i+1, shipped, l.Quantity)
			}
		}
		if len(left) == 0 && sum != total.Total.Minor {
			t.Fatalf("invoices come to %d of %d", sum, total.Total.Minor)
		}
		credited := creditedUp(t, o, sent)
		paid := rapid.Int64Range(0, total.Total.Minor+100).Draw(t, "paid")
		a, err := o.Account(data.AccountFacts{Shipments: sent, Paid: paid, Credited: credited})
		if err != nil {
			t.Fatal(err)
		}
		owed, settled := int64(0), int64(0)
		for _, p := range a.Parts {
			owed, settled = owed+p.Amount.Minor, settled+p.Paid.Minor
		}
		if owed != total.Total.Minor-credited || settled != paid || a.Balance.Minor != owed-paid {
			t.Fatalf("instalments %d of %d, paid %d of %d, balance %v", owed, total.Total.Minor, settled, paid, a.Balance)
		}
	})
}

// creditedUp takes goods and amounts off the invoices of what was sent, up to all that they bill, and returns what that comes to. No invoice
// is credited for more than it bills; once all of its goods are, just what it bills beside them is left.
func creditedUp(t *rapid.T, o data.Order, sent []data.Shipment) (sum int64) {
	for k := range sent {
		s := &sent[k]
		billed, err := s.ValueOf(o)
		if err != nil {
			t.Fatal(err)
		}
		var notes []data.CreditNote
		left := map[int]data.Quantity{}
		for _, l := range s.Lines {
			left[l.Line] += l.Quantity
		}
		add := func(n data.CreditNote) {
			n.Currency, n.Reason = o.Currency, "broken"
			if err := n.Settle([]data.Order{o}, s, notes); err != nil {
				return // nothing, or more than is left: refused, and checked below
			}
			for _, l := range n.Lines {
				left[l.Line] -= l.Quantity
			}
			notes = append(notes, n)
			sum += n.Total()
		}
		for range rapid.IntRange(0, 2).Draw(t, "notes") {
			n := data.CreditNote{Amount: rapid.Int64Range(0, max(billed.Minor, 0)).Draw(t, "amount") * rapid.Int64Range(0, 1).Draw(t, "beside")}
			for _, l := range s.Lines {
				if part := data.Quantity(rapid.Int64Range(0, int64(left[l.Line])).Draw(t, "credited")); part > 0 && rapid.Bool().Draw(t, "line") {
					n.Lines = append(n.Lines, data.CreditLine{Line: l.Line, Quantity: part})
				}
			}
			add(n)
		}
		before := int64(0)
		for _, n := range notes {
			before += n.Total()
		}
		if before > max(billed.Minor, 0) {
			t.Fatalf("%d of an invoice of %d are credited", before, billed.Minor)
		}
		if rapid.Bool().Draw(t, "all") && before < billed.Minor {
			add(data.CreditNote{Amount: billed.Minor - before})
			over := data.CreditNote{Currency: o.Currency, Reason: "more", Amount: 1}
			if err := over.Settle([]data.Order{o}, s, notes); err == nil {
				t.Fatal("more than all is credited")
			}
		}
	}
	return sum
}

// splitUp sends an order in up to four shipments; all of it, or some.
func splitUp(t *rapid.T, o data.Order) (sent []data.Shipment) {
	n := rapid.IntRange(0, 4).Draw(t, "shipments")
	whole := rapid.Bool().Draw(t, "whole")
	for k := range n {
		s := data.Shipment{No: fmt.Sprintf("SH-%d", k), OrderNo: o.No}
		for _, l := range o.Remainder(sent) {
			if k < n-1 || !whole {
				l.Quantity = data.Quantity(rapid.Int64Range(0, int64(l.Quantity)).Draw(t, "part"))
			}
			if l.Quantity != 0 {
				s.Lines = append(s.Lines, l)
			}
		}
		if len(s.Lines) == 0 {
			continue
		}
		if err := s.Share([]data.Order{o}, sent); err != nil {
			t.Fatal(err)
		}
		sent = append(sent, s)
	}
	return sent
}
