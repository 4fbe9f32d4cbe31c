package store_test

import (
	"errors"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

func TestOneMovementIsTakenBackOnce(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	must[data.Product](t)(st.Products.Save(ctx, product("A", "Article A", "货品")))
	cost := data.UnitPrice(2_000_000)
	for _, m := range []data.Movement{{SKU: "A", Quantity: 100_000, Reason: data.Received, Cost: &cost}, {SKU: "A", Quantity: 7_000, Reason: data.Received}} {
		if err := st.Stock.Move(ctx, []data.Movement{m}); err != nil {
			t.Fatal(err)
		}
	}
	variant := must[data.Product](t)(st.Products.BySKU(ctx, "A")).Variants[0].ID
	moved := func() []data.Movement { return must[[]data.Movement](t)(st.Stock.Movements(ctx, variant, 20)) }
	first := moved()[1]
	onHand := func() data.Quantity {
		return must[map[int64]data.Holding](t)(st.Stock.Holdings(ctx, []int64{variant}))[variant].OnHand
	}
	if err := st.Stock.TakeBack(ctx, first.UUID, "wrong parcel"); err != nil || onHand() != 7_000 {
		t.Fatalf("%v, %s are there", err, onHand())
	}
	if m := moved(); m[0].Reverses != first.UUID || m[0].Note != "wrong parcel" || m[0].Quantity != -100_000 || !m[2].Taken || m[1].Taken {
		t.Errorf("movements %+v", m)
	}
	var wrong data.Problems
	if err := st.Stock.TakeBack(ctx, first.UUID, ""); !errors.As(err, &wrong) || wrong[0].Key != "stock.back.gone" || onHand() != 7_000 {
		t.Errorf("a second time: %v, %s are there", err, onHand())
	}
	if err := st.Stock.TakeBack(ctx, moved()[0].UUID, ""); !errors.As(err, &wrong) || wrong[0].Key != "stock.back.not_alone" {
		t.Errorf("a counter-entry: %v", err)
	}
	last := func() string { return must[[]store.Entry](t)(st.Journal.Last(ctx, 1))[0].Batch }
	batch := last()
	if err := st.Journal.Undo(ctx, batch); err != nil || onHand() != 107_000 || moved()[3].Taken {
		t.Fatalf("undone: %v, %s are there", err, onHand())
	}
	if err := st.Journal.Undo(ctx, last()); err != nil || onHand() != 7_000 || !moved()[4].Taken {
		t.Errorf("done again: %v, %s are there", err, onHand())
	}
	if err := st.Stock.TakeBack(ctx, first.UUID, ""); err == nil {
		t.Error("taken back twice")
	}
}

func TestGoodsThatLeftAreNotTakenBack(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	must[data.Product](t)(st.Products.Save(ctx, product("A", "Article A", "货品")))
	for _, m := range []data.Movement{{SKU: "A", Quantity: 100_000, Reason: data.Received}, {SKU: "A", Quantity: -60_000, Reason: data.WrittenOff}} {
		if err := st.Stock.Move(ctx, []data.Movement{m}); err != nil {
			t.Fatal(err)
		}
	}
	variant := must[data.Product](t)(st.Products.BySKU(ctx, "A")).Variants[0].ID
	m := must[[]data.Movement](t)(st.Stock.Movements(ctx, variant, 20))
	var wrong data.Problems
	if err := st.Stock.TakeBack(ctx, m[1].UUID, ""); !errors.As(err, &wrong) || wrong[0].Key != "problem.stock_short" {
		t.Errorf("what left already: %v", err)
	}
	if err := st.Stock.TakeBack(ctx, m[0].UUID, ""); err != nil {
		t.Error(err)
	}
	if err := st.Stock.TakeBack(ctx, m[1].UUID, ""); err != nil {
		t.Errorf("once it is back: %v", err)
	}
}

func TestABatchOfWhichPartWasTakenBackIsNotUndone(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	must[data.Product](t)(st.Products.Save(ctx, product("A", "Article A", "货品")))
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: 5_000, Reason: data.Received}, {SKU: "A", Quantity: 9_000, Lot: "L", Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	batch := must[[]store.Entry](t)(st.Journal.Last(ctx, 1))[0].Batch
	variant := must[data.Product](t)(st.Products.BySKU(ctx, "A")).Variants[0].ID
	if err := st.Stock.TakeBack(ctx, must[[]data.Movement](t)(st.Stock.Movements(ctx, variant, 20))[0].UUID, ""); err != nil {
		t.Fatal(err)
	}
	if err := st.Journal.Undo(ctx, batch); !errors.Is(err, data.ErrConflict) {
		t.Errorf("undone: %v", err)
	}
}
