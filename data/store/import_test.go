package store_test

import (
	"errors"
	"iter"
	"slices"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// rows gives patches, each from "field", "value" pairs.
func rows(lines ...[]string) iter.Seq2[data.Patch, error] {
	return func(yield func(data.Patch, error) bool) {
		for i, l := range lines {
			p := data.Patch{Row: i + 2, Values: map[string]string{}}
			for j := 0; j < len(l); j += 2 {
				p.Values[l[j]] = l[j+1]
			}
			if !yield(p, nil) {
				return
			}
		}
	}
}

func imported(t testing.TB) func(data.ImportReport, error) data.ImportReport {
	return func(r data.ImportReport, err error) data.ImportReport {
		t.Helper()
		if err = errors.Join(err, r.Problems.Err()); err != nil {
			t.Fatal(err)
		}
		return r
	}
}

func TestTheSameImportTwiceChangesNothing(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	o := store.ImportOptions{Source: "list.xlsx"}
	stocked := func(_ int, v map[string]string) { v["stock"] = "12.5" }
	first := imported(t)(st.Products.Import(ctx, productRows(1200, stocked), o))
	if first.New != 1200 || first.Rows != 1200 || len(first.Created) == 0 || first.Batch == "" {
		t.Errorf("%+v", first)
	}
	before := must[[]data.Product](t)(st.Products.Find(ctx, store.Query{Limit: 1}))
	again := imported(t)(st.Products.Import(ctx, productRows(1200, stocked), o))
	if again.Unchanged != 1200 || again.New+again.Changed != 0 || again.Batch != "" || len(again.Created) != 0 {
		t.Errorf("%+v", again)
	}
	after := must[[]data.Product](t)(st.Products.Find(ctx, store.Query{Limit: 1}))
	if before[0].Version != after[0].Version {
		t.Error("the version was counted up")
	}
	moves := must[[]data.Movement](t)(st.Stock.Movements(ctx, after[0].Variants[0].ID, 9))
	if len(moves) != 1 || moves[0].Quantity != 12500 || moves[0].Reason != data.Counted || moves[0].Document != "list.xlsx" {
		t.Errorf("%+v", moves)
	}
	wellKept(t, st)
}

func TestAnImportWithABadRowWritesNothingAndNamesEveryBadRow(t *testing.T) {
	st := open(t)
	r, err := st.Products.Import(t.Context(), rows(
		[]string{"sku", "A", "supplier", "New Ltd"},
		[]string{"sku", "", "name", "nameless"},
		[]string{"sku", "B", "price", "x"},
		[]string{"sku", "A", "supplier", "New Ltd"},
		[]string{"sku", "A", "supplier", "Other Ltd"},
	), store.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var at []int
	for _, p := range r.Problems {
		at = append(at, p.Row)
	}
	if len(at) != 3 || at[0] != 3 || at[1] != 4 || at[2] != 6 || r.Refused != 3 {
		t.Errorf("rows %v, %+v", at, r)
	}
	if r.Problems[2].Args["Other"] != 2 {
		t.Errorf("the conflict names row %v", r.Problems[2].Args["Other"])
	}
	if n := must[int](t)(st.Partners.Count(t.Context(), store.Query{})); n != 0 {
		t.Errorf("%d suppliers were made", n)
	}
	if n := must[int](t)(st.Products.Count(t.Context(), store.Query{})); n != 0 {
		t.Errorf("%d products were made", n)
	}
}

func TestADryRunSaysWhatWouldBeAndWritesNothing(t *testing.T) {
	st := open(t)
	r := imported(t)(st.Products.Import(t.Context(), productRows(30, nil), store.ImportOptions{DryRun: true}))
	if r.New != 30 || len(r.Sample) != 30 || r.Batch != "" {
		t.Errorf("%+v", r)
	}
	if n := must[int](t)(st.Products.Count(t.Context(), store.Query{})); n != 0 {
		t.Errorf("%d products were made", n)
	}
}

func TestASupplierIsFoundByCodeOrNameBeforeOneIsMade(t *testing.T) {
	st := open(t)
	known := must[data.Partner](t)(st.Partners.Save(t.Context(), data.Partner{Code: "YIWU", Party: data.Party{Name: "Yiwu Cups"}, Roles: []data.Role{data.Supplier}}))
	list := rows([]string{"sku", "A", "supplier", "YIWU"}, []string{"sku", "B", "supplier", "Yiwu Cups"}, []string{"sku", "C", "supplier", "Else"})
	r := imported(t)(st.Products.Import(t.Context(), list, store.ImportOptions{}))
	if len(r.Created) != 1 || r.Created[0] != "Else" {
		t.Error(r.Created)
	}
	for _, sku := range []string{"A", "B"} {
		if p := must[data.Product](t)(st.Products.BySKU(t.Context(), sku)); p.SupplierID != known.ID || p.Supplier != "Yiwu Cups" {
			t.Errorf("%s is from %q", sku, p.Supplier)
		}
	}
	if r := imported(t)(st.Products.Import(t.Context(), list, store.ImportOptions{})); r.Unchanged != 3 {
		t.Errorf("%+v", r)
	}
}

func TestAPartnerThatProductsComeFromIsASupplierToo(t *testing.T) {
	st := open(t)
	must[data.Partner](t)(st.Partners.Save(t.Context(), data.Partner{Code: "YIWU", Party: data.Party{Name: "Yiwu Cups"}, Roles: []data.Role{data.Customer}}))
	imported(t)(st.Products.Import(t.Context(), rows([]string{"sku", "A", "supplier", "YIWU"}), store.ImportOptions{}))
	p := must[data.Partner](t)(st.Partners.ByCode(t.Context(), "YIWU"))
	if !slices.Equal(p.Roles, []data.Role{data.Customer, data.Supplier}) {
		t.Errorf("roles %v", p.Roles)
	}
}

// trade makes a customer and two products.
func trade(t testing.TB, st *store.Store) {
	t.Helper()
	must[data.Partner](t)(st.Partners.Save(t.Context(), data.Partner{Code: "ALFKI", Party: data.Party{Name: "Alfreds"}, Roles: []data.Role{data.Customer}}))
	must[data.Product](t)(st.Products.Save(t.Context(), product("A", "Cup", "杯")))
	must[data.Product](t)(st.Products.Save(t.Context(), product("B", "Pot", "壶")))
}

func orderRows(quantity string) iter.Seq2[data.Patch, error] {
	line := func(no, sku, q string) []string {
		return []string{"order_no", no, "date", "2026-11-01", "customer", "ALFKI", "currency", "USD", "sku", sku, "quantity", q, "unit_price", "2.5", "freight", "10"}
	}
	return rows(line("X-1", "A", quantity), line("X-2", "A", "1"), line("X-1", "A", "7"), line("X-1", "B", "-3"))
}

func TestOrdersAreGroupedAndReimportReplacesLinesWhileUnposted(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	trade(t, st)
	if r := imported(t)(st.Orders.Import(ctx, orderRows("5"), store.ImportOptions{})); r.New != 2 || r.Rows != 4 {
		t.Errorf("%+v", r)
	}
	o := must[data.Order](t)(st.Orders.ByNo(ctx, "X-1"))
	if len(o.Lines) != 3 || o.Lines[0].SKU != "A" || o.Lines[1].Quantity != 7000 || o.Lines[2].Quantity != -3000 || o.Freight != 1000 {
		t.Errorf("%+v", o)
	}
	if r := imported(t)(st.Orders.Import(ctx, orderRows("5"), store.ImportOptions{})); r.Unchanged != 2 {
		t.Errorf("%+v", r)
	}
	if r := imported(t)(st.Orders.Import(ctx, orderRows("6"), store.ImportOptions{})); r.Changed != 1 || r.Unchanged != 1 {
		t.Errorf("%+v", r)
	}
	s := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: "X-1", Lines: []data.ShipmentLine{{Line: 1, Quantity: 6000}}}))
	must[data.Shipment](t)(st.Shipments.Post(ctx, s.ID))
	if r := imported(t)(st.Orders.Import(ctx, orderRows("6"), store.ImportOptions{})); r.Unchanged != 2 {
		t.Errorf("a posted order that is the same: %+v", r)
	}
	r := must[data.ImportReport](t)(st.Orders.Import(ctx, orderRows("8"), store.ImportOptions{}))
	if len(r.Problems) != 1 || r.Problems[0].Key != "problem.posted" || r.Problems[0].Row != 2 {
		t.Errorf("%+v", r)
	}
	wellKept(t, st)
}

func TestImportedStockIsACountedLevel(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	trade(t, st)
	list := func(q string) iter.Seq2[data.Patch, error] {
		return rows([]string{"sku", "A", "warehouse", "Ningbo", "lot", "L1", "quantity", q}, []string{"sku", "B", "quantity", "-2"})
	}
	if r := imported(t)(st.Stock.Import(ctx, list("10"), store.ImportOptions{Source: "count.csv"})); r.New != 2 {
		t.Errorf("%+v", r)
	}
	if r := imported(t)(st.Stock.Import(ctx, list("10"), store.ImportOptions{})); r.Unchanged != 2 || r.Batch != "" {
		t.Errorf("%+v", r)
	}
	r := imported(t)(st.Stock.Import(ctx, list("4"), store.ImportOptions{}))
	a := must[data.Product](t)(st.Products.BySKU(ctx, "A")).Variants[0].ID
	moves := must[[]data.Movement](t)(st.Stock.Movements(ctx, a, 9))
	if r.Changed != 1 || len(moves) != 2 || moves[0].Quantity != -6000 {
		t.Errorf("%+v %+v", r, moves)
	}
	levels := must[[]data.Level](t)(st.Stock.Levels(ctx, store.Query{}))
	if len(levels) != 2 || levels[0].Quantity != 4000 || levels[0].Lot != "L1" || levels[1].SKU != "B" {
		t.Errorf("%+v", levels)
	}
	if err := st.Journal.Undo(ctx, r.Batch); err != nil {
		t.Fatal(err)
	}
	if q := must[map[int64]data.Quantity](t)(st.Stock.OnHand(ctx, []int64{a})); q[a] != 10000 {
		t.Errorf("after undo %v", q)
	}
	if bad := must[data.ImportReport](t)(st.Stock.Import(ctx, rows([]string{"sku", "nope", "quantity", "1"}), store.ImportOptions{})); len(bad.Problems) != 1 {
		t.Errorf("%+v", bad)
	}
	wellKept(t, st)
}

func TestPartnersAndRatesImportTwiceWithoutATrace(t *testing.T) {
	st := open(t)
	people := rows([]string{"code", "ALFKI", "name", "Alfreds", "country", "DE"}, []string{"name", "张三贸易"}, []string{"name", "李四贸易"})
	prices := rows([]string{"date", "2026-11-20", "base", "USD", "quote", "CNY", "rate", "7.1234"}, []string{"date", "2026-11-21", "base", "USD", "quote", "CNY", "rate", "7.2"})
	for i, want := range []data.ImportReport{{New: 3}, {Unchanged: 3}} {
		if r := imported(t)(st.Partners.Import(t.Context(), people, store.ImportOptions{})); r.New != want.New || r.Unchanged != want.Unchanged {
			t.Errorf("partners, time %d: %+v", i, r)
		}
	}
	for i, want := range []data.ImportReport{{New: 2}, {Unchanged: 2}} {
		if r := imported(t)(st.Rates.Import(t.Context(), prices, store.ImportOptions{})); r.New != want.New || r.Unchanged != want.Unchanged {
			t.Errorf("rates, time %d: %+v", i, r)
		}
	}
	if r := must[data.Rate](t)(st.Rates.On(t.Context(), "USD", "CNY", "2026-12-31")); r.Rate.String() != "7.2" {
		t.Error(r)
	}
	if _, err := st.Rates.On(t.Context(), "USD", "CNY", "2026-11-19"); !errors.Is(err, data.ErrNotFound) {
		t.Error(err)
	}
}
