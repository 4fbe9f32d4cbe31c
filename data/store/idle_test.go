package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

func TestDeadStockIsListedWithItsValue(t *testing.T) {
	now := time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
	st := openWhile(t, &now)
	for _, sku := range []string{"A", "B", "C", "D"} {
		must[data.Product](t)(st.Products.Save(t.Context(), product(sku, "Cup "+sku, "")))
		cost := data.UnitPrice(2_500_000)
		if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: sku, Quantity: data.Pieces(100), Reason: data.Received, Cost: &cost}}); err != nil {
			t.Fatal(err)
		}
	}
	sold(t, st, "A", "", 40)
	now = time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
	sold(t, st, "B", "", 90) // 10 are left
	sold(t, st, "C", "", 1)  // 99 last for 8910 days
	watched(t, st, "E", 0, 0, data.Level{Quantity: data.Pieces(3)})
	var got []string
	q := store.Query{Limit: 1}
	for {
		page, err := st.Stock.Idle(t.Context(), "2026-11-22", q)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range page {
			got = append(got, fmt.Sprintf("%s %v %s %s %s %d", i.Goods.SKU, i.Dead, i.OnHand, i.Value, i.LastSold, i.Lasts))
			q.After = i.Goods.SKU
		}
		if len(page) < q.Limit {
			break
		}
	}
	if s := strings.Join(got, ", "); s != "A true 60 150.00 2026-01-05 -1, C false 99 247.50 2026-11-20 8910, D true 100 250.00  -1" {
		t.Errorf("idle: %s", s)
	}
}

func TestLotsAreListedByTheDayOnWhichTheyExpire(t *testing.T) {
	st := open(t)
	for _, sku := range []string{"A", "B"} {
		must[data.Product](t)(st.Products.Save(t.Context(), product(sku, "Cup "+sku, "")))
	}
	cost := data.UnitPrice(2_000_000)
	in := func(sku, lot string, q int64, expiry data.Date) data.Movement {
		return data.Movement{SKU: sku, Lot: lot, Quantity: data.Pieces(q), Expiry: expiry, Reason: data.Received, Cost: &cost}
	}
	err := st.Stock.Move(t.Context(), []data.Movement{
		in("A", "L1", 10, "2027-01-15"), in("B", "L2", 5, "2026-11-01"), in("A", "L3", 1, "2027-01-02"), in("A", "", 7, ""), in("B", "L4", 2, "2028-01-01"),
	})
	if err != nil {
		t.Fatal(err)
	}
	list := func(q store.ExpiryQuery) string {
		t.Helper()
		found, err := st.Stock.Expiring(t.Context(), "2026-11-22", q)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range found {
			got = append(got, fmt.Sprintf("%s %s %d %s", e.Level.SKU, e.Level.Lot, e.Days, e.Value))
		}
		return strings.Join(got, ", ")
	}
	for want, q := range map[string]store.ExpiryQuery{
		"B L2 -21 10.00, A L3 41 2.00, A L1 54 20.00, B L4 405 4.00": {},
		"B L2 -21 10.00, A L3 41 2.00, A L1 54 20.00":                {Until: "2027-01-15"},
		"A L3 41 2.00, A L1 54 20.00":                                {Month: "2027-01"},
		"B L2 -21 10.00, B L4 405 4.00":                              {Words: "cup b"},
		"A L3 41 2.00":                                               {After: 1, Limit: 1},
	} {
		if got := list(q); got != want {
			t.Errorf("%+v: %s; want %s", q, got, want)
		}
	}
	months, err := st.Stock.ExpiryCalendar(t.Context(), store.ExpiryQuery{Until: "2027-12-31"})
	if s := fmt.Sprint(months); err != nil || s != "[{2026-11 1 0 10.00} {2027-01 2 0 22.00}]" {
		t.Errorf("months: %s, %v", s, err)
	}
}
