package store_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

func TestWhatLayThereOnADayIsWhatTheLedgerSaidThen(t *testing.T) {
	now := time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "data.db"), store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if _, err := st.Products.Save(t.Context(), data.Product{SKU: "A", Unit: "PCS", GTIN: "4006381333931"}); err != nil {
		t.Fatal(err)
	}
	cost := data.UnitPrice(2_000_000)
	move := func(q int64, house, lot string, why data.Reason) {
		t.Helper()
		m := data.Movement{SKU: "A", Quantity: data.Pieces(q), Warehouse: house, Lot: lot, Reason: why}
		if why == data.Received {
			m.Cost = &cost
		}
		if err := st.Stock.Move(t.Context(), []data.Movement{m}); err != nil {
			t.Fatal(err)
		}
	}
	move(100, "", "L1", data.Received)
	now = now.AddDate(0, 0, 1)
	move(-40, "", "L1", data.WrittenOff)
	move(10, "RTM", "", data.Received)
	now = now.AddDate(0, 0, 1)
	move(-60, "", "L1", data.WrittenOff)
	for days, want := range map[int]string{-1: "", 0: "A/L1 100 200.00", 1: "A/L1 60 140.00, A@RTM/ 10 140.00", 2: "A@RTM/ 10 20.00", 50: "A@RTM/ 10 20.00"} {
		var got []string
		at := time.Date(2026, 3, 1+days, 23, 59, 0, 0, time.UTC)
		err := st.Stock.LiesAt(t.Context(), at, func(l data.StockLine) error {
			place := l.SKU
			if l.Warehouse != "" {
				place += "@" + l.Warehouse
			}
			got = append(got, fmt.Sprintf("%s/%s %s %s", place, l.Lot, l.Quantity, l.Value))
			if l.GTIN != "4006381333931" || l.Unit != "PCS" {
				t.Errorf("the article is %+v", l.StockGoods)
			}
			return nil
		})
		if err != nil || strings.Join(got, ", ") != want {
			t.Errorf("day %d: %v %q; want %q", days, err, strings.Join(got, ", "), want)
		}
	}
	count := 0
	day := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	err = st.Stock.MovedBetween(t.Context(), day, day.AddDate(0, 0, 1), func(m data.Movement, g data.StockGoods) error {
		count++
		if g.SKU != "A" || !strings.Contains("-40 10", m.Quantity.String()) {
			t.Errorf("%+v", m)
		}
		return nil
	})
	if err != nil || count != 2 {
		t.Errorf("%d movements on the second day, %v", count, err)
	}
	if places, err := st.Stock.Places(t.Context()); err != nil || len(places) != 1 || places[0] != "RTM" {
		t.Errorf("places %v, %v", places, err)
	}
}

// What is counted first of an article in a warehouse is opening stock; later counts are counts, and so is a first count of
// goods that were received before.
func TestTheFirstCountOfAnArticleInAWarehouseIsItsOpeningStock(t *testing.T) {
	now := time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "data.db"), store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	a := must[data.Product](t)(st.Products.Save(t.Context(), data.Product{SKU: "A", Unit: "PCS"}))
	book := func(all ...data.Movement) {
		t.Helper()
		now = now.Add(time.Hour)
		for i := range all {
			all[i].SKU = "A"
		}
		if err := st.Stock.Move(t.Context(), all); err != nil {
			t.Fatal(err)
		}
	}
	of := func(q int64, house, lot string, why data.Reason) data.Movement {
		return data.Movement{Quantity: data.Pieces(q), Warehouse: house, Lot: lot, Reason: why}
	}
	book(of(100, "", "L1", data.Counted), of(50, "", "L2", data.Counted))
	book(of(5, "", "L1", data.Counted), of(10, "RTM", "", data.Received))
	book(of(2, "RTM", "", data.Counted), of(7, "HAM", "", data.Counted))
	want := map[string]bool{"100 ": true, "50 ": true, "7 HAM": true}
	list := must[[]data.Movement](t)(st.Stock.Movements(t.Context(), a.Variants[0].ID, 100))
	for _, m := range list {
		if what := m.Quantity.String() + " " + m.Warehouse; m.Opening != want[what] {
			t.Errorf("%s is opening stock: %v", what, m.Opening)
		}
	}
	found := 0
	err = st.Stock.MovedBetween(t.Context(), now.AddDate(0, 0, -1), now.AddDate(0, 0, 1), func(m data.Movement, _ data.StockGoods) error {
		if m.Opening {
			found++
		}
		return nil
	})
	if err != nil || found != 3 || len(list) != 6 {
		t.Errorf("%d of %d movements are opening stock in the report, %v", found, len(list), err)
	}
}
