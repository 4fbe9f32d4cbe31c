package app

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

func TestBeforeGoodsAreTakenBackTheirQuantityIsNamed(t *testing.T) {
	w := start(t, filled(t), "en")
	m := data.Movement{SKU: "CUP-01", Quantity: data.Pieces(7), Reason: data.Received}
	if err := w.store.Stock.Move(t.Context(), []data.Movement{m}); err != nil {
		t.Fatal(err)
	}
	w.Undo()
	if q := w.host.Question(); q == nil || !strings.Contains(q.Text, "stock of CUP-01: +7") {
		t.Errorf("the question doesn't name the goods: %+v", q)
	}
}

func TestAChangeOfManyIsNotCalledAnImport(t *testing.T) {
	w := start(t, filled(t), "en")
	for source, want := range map[string]string{"Change many": "Change many: 5 records", "/home/li/goods.csv": "5 records imported from goods.csv"} {
		if got := w.named(t.Context(), store.Entry{Source: source, Records: 5}); got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}

func TestTakingANumberBackDoesNotComplainThatItIsGone(t *testing.T) {
	w := start(t, filled(t), "en")
	w.Open("products", "CUP-01")
	p, err := w.store.Products.BySKU(t.Context(), "CUP-01")
	if err != nil {
		t.Fatal(err)
	}
	p.SKU = "OTHER"
	if len(p.Variants) > 0 {
		p.Variants[0].SKU = "OTHER"
	}
	if _, err := w.store.Products.Save(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	w.Open("products", "OTHER")
	w.Undo()
	w.host.Question().Tap("Take it back")
	if q := w.host.Question(); q != nil {
		t.Errorf("asks or complains: %q %q", q.Title, q.Text)
	}
	if _, err := w.store.Products.BySKU(t.Context(), "CUP-01"); err != nil {
		t.Error(err)
	}
}
