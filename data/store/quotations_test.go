package store_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

func TestTheNthOrderOfACustomerTakesItsDiscount(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	c := must[data.Company](t)(st.Company.Get(ctx))
	c.Quoting = data.QuotingRules{Discounts: data.UsualDiscounts(), ValidDays: 15}
	must[data.Company](t)(st.Company.Save(ctx, c))
	customer := y.orders[0].CustomerID
	won := y.orders[0]
	won.Status = data.Confirmed
	must[data.Order](t)(st.Orders.Save(ctx, won))
	o := must[data.Order](t)(st.Orders.Propose(ctx, data.Order{CustomerID: customer, Date: "2026-11-24"}))
	if o.Reduction.Percent.String() != "15" || o.Proposed.Order != 2 || o.ValidUntil != "2026-12-09" {
		t.Errorf("the second order of a customer: %+v until %s", o.Reduction, o.ValidUntil)
	}
	if n := must[int64](t)(st.Orders.Nth(ctx, customer, won.ID)); n != 1 {
		t.Errorf("the first order is number %d", n)
	}
}

func TestALostQuotationIsDatedFoundByItsStateAndOpenedAgain(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	o := y.orders[0]
	o.Status = data.Lost
	var wrong data.Problems
	if _, err := st.Orders.Save(ctx, o); !errors.As(err, &wrong) || wrong[0].Field != "outcome.reason" {
		t.Fatalf("lost without a reason: %v", err)
	}
	o.Outcome.Reason = "too late"
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	if o.Outcome.Date == "" {
		t.Error("nobody knows when it was lost")
	}
	found := must[[]data.Order](t)(st.Orders.Find(ctx, store.Query{Words: "#lost"}))
	if len(found) != 1 || found[0].No != o.No {
		t.Errorf("#lost finds %d", len(found))
	}
	o.Status = data.Draft
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	if (o.Outcome != data.Outcome{}) || len(must[[]data.Order](t)(st.Orders.Find(ctx, store.Query{Words: "#lost"}))) != 0 {
		t.Errorf("opened again: %+v", o.Outcome)
	}
}

func TestAnInquiryWaitsUntilItsFirstQuotation(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	o := y.orders[0]
	o.AskedAt = time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	if waiting := must[[]data.Order](t)(st.Orders.Unanswered(ctx)); len(waiting) != 1 || !waiting[0].AskedAt.Equal(o.AskedAt) {
		t.Fatalf("waiting: %v", waiting)
	}
	_, _, err := st.Documents.Issue(ctx, store.IssueRequest{Kind: data.Quotation, OrderID: o.ID, Language: "en"},
		func(number string, _ int, _ data.Date) ([]byte, error) { return []byte(number), nil })
	if err != nil {
		t.Fatal(err)
	}
	first := must[map[int64]time.Time](t)(st.Orders.FirstQuoted(ctx, []int64{o.ID, y.orders[1].ID}))
	if len(must[[]data.Order](t)(st.Orders.Unanswered(ctx))) != 0 || len(first) != 1 || first[o.ID].Before(o.AskedAt) {
		t.Errorf("answered %v", first)
	}
}

func TestOpenLinesAndChargesNeedNoStock(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	o := y.orders[0]
	sku := o.Lines[0].SKU
	variant := o.Lines[0].VariantID
	o.Lines = slices.Clone(o.Lines)
	o.Lines = append(o.Lines, data.OrderLine{SKU: sku, Role: data.Alternative, Quantity: 1000, Unit: "PCS"}, data.OrderLine{SKU: sku, Role: data.Tooling, Quantity: 7000, Unit: "PCS"})
	o.Lines[0].Quantity = 20_000
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	won, err := o.Choose(nil)
	if err != nil {
		t.Fatal(err)
	}
	won.Status, won.RequiredDate = data.Confirmed, "2099-01-01"
	won = must[data.Order](t)(st.Orders.Save(ctx, won))
	supply := must[data.Supply](t)(st.Stock.Supply(ctx, 0, []int64{variant}, "2026-11-24"))
	days := supply.Articles[variant].Outlook.Days
	if left := days[len(days)-1].Left; len(won.Lines) != len(o.Lines)-1 || left != -20_000 {
		t.Errorf("%s left of %d lines", left, len(won.Lines))
	}
}

func TestPastedCodesAreSKUsBarcodesAndTheCustomersNumbers(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	p := must[data.Product](t)(st.Products.BySKU(ctx, "A"))
	p.GTIN = "4006381333931"
	p.BuyerItemNames = []data.BuyerItemNo{{PartnerID: y.orders[0].CustomerID, ItemNo: "HB 77"}}
	must[data.Product](t)(st.Products.Save(ctx, p))
	rows := must[[]data.Recognised](t)(st.Products.Recognise(ctx, "a\t10\n4006381333931\t20\nHB 77 x 30\nZZZ 5", y.orders[0].CustomerID))
	var got []string
	for _, r := range rows {
		for _, sku := range r.SKUs() {
			got = append(got, sku+" "+r.Quantity.String())
		}
	}
	if !slices.Equal(got, []string{"A 10", "A 20", "A 30"}) || len(rows) != 4 || rows[3].Found() {
		t.Errorf("%v of %d rows", got, len(rows))
	}
	if others := must[[]data.Recognised](t)(st.Products.Recognise(ctx, "HB 77 x 30", 0)); others[0].Found() {
		t.Error("another customer's number was taken")
	}
}

func TestToolingIsInvoicedWithTheGoodsAndTakesNothingFromStock(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: 50_000, Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	o := y.orders[0]
	o.Lines = []data.OrderLine{{SKU: "A", Quantity: 20_000, Unit: "PCS", Price: 1_000_000}, {SKU: "A", Role: data.Tooling, Quantity: 1000, Unit: "PCS", Price: 300_000_000}}
	o.Status = data.Confirmed
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	sh := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: o.Remainder(nil)}))
	must[data.Shipment](t)(st.Shipments.Post(ctx, sh.ID))
	left := must[map[int64]data.Quantity](t)(st.Stock.OnHand(ctx, []int64{o.Lines[0].VariantID}))
	if got := left[o.Lines[0].VariantID]; got != 30_000 || len(sh.Lines) != 2 {
		t.Errorf("%s left after a shipment of %d lines", got, len(sh.Lines))
	}
	if after := must[data.Order](t)(st.Orders.Get(ctx, o.ID)); after.Status != data.Shipped {
		t.Errorf("the order is %s", after.Status)
	}
	wellKept(t, st)
}
