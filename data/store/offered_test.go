package store_test

import (
	"testing"

	"tradewind/data"
)

// Three quotations offer 20 of A each. What is said of the first depends on what there is, and on what became of the others.
func TestAQuotationSaysWhichOthersOfferTheSameGoods(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	today := data.Date("2026-11-22")
	said := func() string {
		t.Helper()
		o := must[data.Order](t)(st.Orders.Get(ctx, y.orders[0].ID))
		found := must[data.Problems](t)(st.Stock.OfferedTwice(ctx, o, today))
		text := ""
		for _, p := range found {
			text += p.Field + " " + p.Args["Orders"].(string) + ": " + p.Args["Together"].(string) + " of " + p.Args["Left"].(string)
		}
		return text
	}
	change := func(n int, with func(*data.Order)) {
		t.Helper()
		o := must[data.Order](t)(st.Orders.Get(ctx, y.orders[n].ID))
		with(&o)
		must[data.Order](t)(st.Orders.Save(ctx, o))
	}
	expect := func(when, want string) {
		t.Helper()
		if got := said(); got != want {
			t.Errorf("%s it says %q; want %q", when, got, want)
		}
	}
	second, third := y.orders[1].No, y.orders[2].No
	expect("of goods whose stock nobody keeps", "")
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: data.Pieces(50), Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	expect("with 50 for three quotations", "lines.1.quantity "+second+" (20), "+third+" (20): 60 of 50")
	change(2, func(o *data.Order) { o.Lines[0].PreSale, o.Lines[0].Promise = true, "2099-01-10" })
	expect("what a quotation pre-sells is offered too", "lines.1.quantity "+second+" (20), "+third+" (20): 60 of 50")
	change(2, func(o *data.Order) { o.ValidUntil = "2026-11-21" })
	expect("beside one that isn't valid any more", "")
	change(2, func(o *data.Order) { o.ValidUntil, o.Status = "", data.Confirmed })
	expect("beside a confirmed one, whose 20 can't be promised again", "lines.1.quantity "+second+" (20): 40 of 30")
	if err := st.Orders.Archive(ctx, y.orders[1].ID, true); err != nil {
		t.Fatal(err)
	}
	expect("alone", "")
	change(0, func(o *data.Order) { o.Status = data.Confirmed })
	expect("confirmed", "")
}
