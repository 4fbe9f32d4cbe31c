package store_test

import (
	"fmt"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// watched saves an article with its lines and how much of it lies where.
func watched(t *testing.T, st *store.Store, sku string, safety, most data.Quantity, levels ...data.Level) data.Product {
	t.Helper()
	p := product(sku, "Cup "+sku, "")
	p.SafetyStock, p.MaxStock = safety, most
	p, err := st.Products.Save(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	for i := range levels {
		levels[i].SKU = sku
	}
	if err := st.Stock.Count(t.Context(), levels, "first"); err != nil {
		t.Fatal(err)
	}
	return p
}

// alerts writes what is due on 2026-11-22, page by page of two products.
func alerts(t *testing.T, st *store.Store, words string) string {
	t.Helper()
	var got []string
	q := store.Query{Words: words, Limit: 2}
	for {
		found, err := st.Stock.Due(t.Context(), "2026-11-22", q)
		if err != nil {
			t.Fatal(err)
		}
		due, err := st.Stock.AlertsOf(t.Context(), "2026-11-22", found)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range found {
			if len(due[p.ID]) == 0 {
				t.Errorf("%s is listed with nothing due", p.SKU)
			}
			for _, a := range due[p.ID] {
				got = append(got, fmt.Sprintf("%s %s%s", p.SKU, a.Step, a.Lot.Lot))
			}
			q.After = p.SKU
		}
		if len(found) < q.Limit {
			return strings.Join(got, ", ")
		}
	}
}

func TestWhatIsDueIsFoundInTheOrderOfTheList(t *testing.T) {
	st := open(t)
	watched(t, st, "E", 5_000, 0)
	watched(t, st, "D", 0, 5_000, data.Level{Quantity: 3_000}, data.Level{Warehouse: "RTM", Quantity: 2_001})
	watched(t, st, "C", 1_000, 9_000, data.Level{Quantity: 5_000})
	watched(t, st, "B", 1_000, 0, data.Level{Quantity: 1_000, Lot: "L1", Expiry: "2027-02-20"}, data.Level{Quantity: 0, Lot: "L2", Expiry: "2026-11-30"})
	watched(t, st, "A", 0, 0, data.Level{Quantity: 1_000, Lot: "L3", Expiry: "2027-02-21"})
	gone := watched(t, st, "F", 5_000, 0)
	if err := st.Products.Archive(t.Context(), gone.ID, true); err != nil {
		t.Fatal(err)
	}
	if got, want := alerts(t, st, ""), "B safety-stock, B expiryL1, D overstock, E safety-stock"; got != want {
		t.Errorf("due: %s; want %s", got, want)
	}
	if got, want := alerts(t, st, "cup e"), "E safety-stock"; got != want {
		t.Errorf("due of the words: %s; want %s", got, want)
	}
	c, err := st.Company.Get(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c.ExpiryDays = 91
	if _, err := st.Company.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if got, want := alerts(t, st, "a"), "A expiryL3"; got != want {
		t.Errorf("due with a notice of 91 days: %s; want %s", got, want)
	}
}
