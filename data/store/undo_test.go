package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

func lastBatch(t testing.TB, st *store.Store) string {
	t.Helper()
	return must[[]store.Entry](t)(st.Journal.Last(t.Context(), 1))[0].Batch
}

func TestUndoRestoresAcrossARestartAndCanBeUndoneItself(t *testing.T) {
	path := filepath.Join(t.TempDir(), "undo.db")
	st := openAt(t, path)
	ctx := t.Context()
	p := must[data.Product](t)(st.Products.Save(ctx, product("A", "Cup", "杯")))
	p.SKU, p.Name = "A2", data.Texts{"en": "Mug"}
	must[data.Product](t)(st.Products.Save(ctx, p))
	batch := lastBatch(t, st)

	again := openAt(t, path)
	if err := again.Journal.Undo(ctx, batch); err != nil {
		t.Fatal(err)
	}
	got := must[data.Product](t)(again.Products.BySKU(ctx, "A"))
	if got.Name["zh"] != "杯" || got.Version != 3 || got.Variants[0].ID != p.Variants[0].ID {
		t.Errorf("%+v", got)
	}
	if err := again.Journal.Undo(ctx, batch); !errors.Is(err, data.ErrConflict) {
		t.Errorf("undone twice: %v", err)
	}
	if err := again.Journal.Undo(ctx, lastBatch(t, again)); err != nil {
		t.Fatal(err)
	}
	if redone := must[data.Product](t)(again.Products.BySKU(ctx, "A2")); redone.Name["en"] != "Mug" {
		t.Errorf("%+v", redone)
	}
	wellKept(t, again)
}

func TestARecordInThePlaceOfOneTakenBackForGoodHasAJournalOfItsOwn(t *testing.T) {
	st := open(t)
	must[data.Product](t)(st.Products.Save(t.Context(), product("A", "Cup", "杯")))
	for range 3 { // taken back, brought back, taken back
		if err := st.Journal.Undo(t.Context(), lastBatch(t, st)); err != nil {
			t.Fatal(err)
		}
	}
	must[data.Product](t)(st.Products.Save(t.Context(), product("B", "Mug", "马克杯")))
	wellKept(t, st)
}

func TestUndoRefusesWhatWasChangedSince(t *testing.T) {
	st := open(t)
	p := must[data.Product](t)(st.Products.Save(t.Context(), product("A", "Cup", "杯")))
	batch := lastBatch(t, st)
	p.Brand = "later"
	must[data.Product](t)(st.Products.Save(t.Context(), p))
	if err := st.Journal.Undo(t.Context(), batch); !errors.Is(err, data.ErrConflict) {
		t.Error(err)
	}
	if got := must[data.Product](t)(st.Products.BySKU(t.Context(), "A")); got.Brand != "later" {
		t.Error("it was undone all the same")
	}
}

func TestUndoOfAnImportTakesAwayWhatNothingUsesAndArchivesTheRest(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	r := imported(t)(st.Products.Import(ctx, rows(
		[]string{"sku", "A", "supplier", "New Ltd", "stock", "5"}, []string{"sku", "B", "supplier", "New Ltd"}), store.ImportOptions{Source: "f"}))
	if err := st.Journal.Undo(ctx, r.Batch); err != nil {
		t.Fatal(err)
	}
	a := must[data.Product](t)(st.Products.BySKU(ctx, "A"))
	if !a.Archived {
		t.Error("a product with a ledger must stay, archived")
	}
	if q := must[map[int64]data.Quantity](t)(st.Stock.OnHand(ctx, []int64{a.Variants[0].ID})); q[a.Variants[0].ID] != 0 {
		t.Error(q)
	}
	if _, err := st.Products.BySKU(ctx, "B"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("B is still there: %v", err)
	}
	if n := must[int](t)(st.Products.Count(ctx, store.Query{})); n != 0 {
		t.Errorf("%d live products", n)
	}
	wellKept(t, st)
	if err := st.Journal.Undo(ctx, lastBatch(t, st)); err != nil { // redo
		t.Fatal(err)
	}
	b := must[data.Product](t)(st.Products.BySKU(ctx, "B"))
	if b.Supplier != "New Ltd" || len(b.Variants) != 1 {
		t.Errorf("%+v", b)
	}
	if q := must[map[int64]data.Quantity](t)(st.Stock.OnHand(ctx, []int64{a.Variants[0].ID})); q[a.Variants[0].ID] != 5000 {
		t.Error(q)
	}
	wellKept(t, st)
}

func TestEveryKindIsTakenBackInOneBatch(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	err := st.Atomically(ctx, func(in *store.Store) error {
		o := ordered(t, in)
		must[data.Shipment](t)(in.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: 1000}}}))
		must[data.Rate](t)(in.Rates.Save(ctx, data.Rate{Date: "2026-11-20", Base: "USD", Quote: "CNY", Rate: 7}))
		must[data.Company](t)(in.Company.Save(ctx, data.Company{Party: data.Party{Name: "We"}}))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(must[[]store.Entry](t)(st.Journal.Last(ctx, 9))); n != 1 {
		t.Errorf("%d batches", n)
	}
	if err := st.Journal.Undo(ctx, lastBatch(t, st)); err != nil {
		t.Fatal(err)
	}
	report := must[store.Report](t)(st.Backups.Verify(ctx))
	for _, kind := range []string{"product", "partner", "sales_order", "shipment", "rate"} {
		if report.Records[kind] != 0 {
			t.Errorf("%d %s left", report.Records[kind], kind)
		}
	}
	if err := st.Journal.Undo(ctx, lastBatch(t, st)); err != nil {
		t.Fatal(err)
	}
	must[data.Source](t)(st.Source(ctx, "SH-2026-0001"))
	wellKept(t, st)
}
