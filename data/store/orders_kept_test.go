package store_test

import (
	"testing"

	"tradewind/data"
)

func TestAnOrderIsNotCalledShippedWhileGoodsAreKeptForIt(t *testing.T) {
	st := shelf(t, map[string]int64{"A": 10})
	ctx := t.Context()
	p := must[data.Product](t)(st.Products.BySKU(ctx, "A"))
	buyer := must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: "LUX", Party: data.Party{Name: "Lux"}, Roles: []data.Role{data.Customer}}))
	o := must[data.Order](t)(st.Orders.Save(ctx, data.Order{No: "SO-1", CustomerID: buyer.ID, Currency: "USD", Status: data.Confirmed, Lines: []data.OrderLine{{SKU: "A", VariantID: p.Variants[0].ID, Quantity: data.Pieces(6), Unit: "PCS"}}}))
	if err := st.Stock.Reserve(ctx, o.ID, []data.Reservation{{Line: 1, Quantity: data.Pieces(6)}}); err != nil {
		t.Fatal(err)
	}
	o.Status = data.Shipped
	if _, err := st.Orders.Save(ctx, o); problemKey(err) != "problem.kept_not_shipped" {
		t.Errorf("saved as shipped: %v", err)
	}
	if h := holding(t, st, p.Variants[0].ID); h.Reserved != data.Pieces(6) {
		t.Errorf("%s are kept; want 6", h.Reserved)
	}
	if err := st.Stock.Reserve(ctx, o.ID, []data.Reservation{{Line: 1}}); err != nil {
		t.Fatal(err)
	}
	must[data.Order](t)(st.Orders.Save(ctx, o)) // one that keeps nothing, as from another program
	wellKept(t, st)
}
