package store_test

import (
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// sampled is a file with a confirmed order of samples that cost 25.00 USD, given back with the first bulk order.
func sampled(t *testing.T) (*store.Store, data.Order) {
	t.Helper()
	st, o := owing(t, "")
	o.Samples = data.Samples{Is: true, FeeBack: true, Courier: "DHL", Tracking: "123"}
	o.Lines[0].Quantity = data.Pieces(20)
	o.Charges = []data.Charge{{Name: "Courier", Minor: 500}}
	return st, must[data.Order](t)(st.Orders.Save(t.Context(), o))
}

// bulk is an order of 100.00 USD.
func bulk(no, credits string) data.Order {
	return data.Order{
		No: no, Date: "2026-11-22", Customer: "LUX", Currency: "USD", CreditsSample: credits,
		Lines: []data.OrderLine{{SKU: "B", Quantity: data.Pieces(100), Unit: "PCS", Price: 1_000_000}},
	}
}

func TestTheFeeOfSamplesIsTakenOffOnce(t *testing.T) {
	st, samples := sampled(t)
	ctx := t.Context()
	total := func(o data.Order) int64 { return must[data.Totals](t)(o.Totals()).Total.Minor }
	first := must[data.Order](t)(st.Orders.Save(ctx, bulk("SO-B1", samples.No)))
	if total(first) != 7500 {
		t.Fatalf("the bulk order comes to %d", total(first))
	}
	if again := must[data.Order](t)(st.Orders.Save(ctx, first)); total(again) != 7500 || len(again.Charges) != 1 {
		t.Errorf("saved again it comes to %d", total(again))
	}
	if _, err := st.Orders.Save(ctx, bulk("SO-B2", samples.No)); problemKey(err) != "problem.sample_fee_taken" {
		t.Errorf("taken off twice: %v", err)
	}
	first = must[data.Order](t)(st.Orders.Get(ctx, first.ID))
	first.CreditsSample = ""
	if back := must[data.Order](t)(st.Orders.Save(ctx, first)); total(back) != 10000 || len(back.Charges) != 0 {
		t.Errorf("given back it comes to %d", total(back))
	}
	second := must[data.Order](t)(st.Orders.Save(ctx, bulk("SO-B2", samples.No)))
	if total(second) != 7500 {
		t.Errorf("another order takes it then: %d", total(second))
	}
	wellKept(t, st)
}

func TestTheFeeOfSamplesIsTheBuyersOwn(t *testing.T) {
	st, samples := sampled(t)
	ctx := t.Context()
	for key, change := range map[string]func(*data.Order){
		"problem.sample_fee_other":  func(o *data.Order) { o.Customer = "OTHER" },
		"problem.sample_fee_sample": func(o *data.Order) { o.Samples.Is = true },
		"problem.unknown_order":     func(o *data.Order) { o.CreditsSample = "NONE" },
		"problem.sample_fee_kept":   func(o *data.Order) { o.CreditsSample = "SO-PLAIN" },
	} {
		if key == "problem.sample_fee_kept" {
			must[data.Order](t)(st.Orders.Save(ctx, bulk("SO-PLAIN", "")))
		}
		o := bulk("SO-B9", samples.No)
		change(&o)
		if _, err := st.Orders.Save(ctx, o); problemKey(err) != key {
			t.Errorf("%s: %v", key, err)
		}
	}
}
