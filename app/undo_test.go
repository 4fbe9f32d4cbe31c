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
