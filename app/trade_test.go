package app

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/documents"
	"tradewind/screens/orders"
)

// traded is the path of a file with a firm, an article, a buyer and an order, and the order's number.
func traded(t *testing.T) (path, no string) {
	t.Helper()
	path = filled(t)
	st, err := store.Open(t.Context(), path, store.Options{Now: time.Now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = st.Close() }()
	if _, err := st.Partners.Save(t.Context(), data.Partner{Code: "CASA", Party: data.Party{Name: "Casa S.L."}, Language: "en+zh"}); err != nil {
		t.Fatal(err)
	}
	o, err := st.Orders.Save(t.Context(), data.Order{
		Customer: "CASA", Currency: "EUR", Lines: []data.OrderLine{{SKU: "CUP-01", Quantity: data.Pieces(5), Unit: "PCS", Price: 1_000_000}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return path, o.No
}

func TestTheVeryPageStandsBesideTheForm(t *testing.T) {
	path, no := traded(t)
	w := start(t, path, "en")
	w.Open("documents", no)
	if _, ok := w.current().(*documents.Screen); !ok {
		t.Fatalf("shows %T", w.current())
	}
	if got := texts(w); !strings.Contains(got, "Page 1 of 1") || !strings.Contains(got, "Casa S.L.") {
		t.Errorf("shows %q", got)
	}
}

func TestAnOrderLeadsToItsPapersAndBackToItsField(t *testing.T) {
	path, no := traded(t)
	w := start(t, path, "zh")
	w.Open("orders", no)
	tap(t, w, "单据")
	if s, ok := w.current().(*documents.Screen); !ok || s.Chosen() != no {
		t.Fatalf("shows %T", w.current())
	}
	w.OpenAt("orders", no, "lines.1.quantity")
	s, ok := w.current().(*orders.Screen)
	if !ok || s.Chosen() != no {
		t.Fatalf("shows %T", w.current())
	}
	if entry, ok := w.win.Canvas().Focused().(interface{ SelectedText() string }); !ok || entry == nil {
		t.Errorf("the keyboard is in %T", w.win.Canvas().Focused())
	}
}

func TestWithoutAPrinterASentenceSaysSo(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("TMPDIR", t.TempDir())
	var bad data.Problems
	if err := printPaper(context.Background(), []byte("%PDF"), "quotation-1.pdf"); !errors.As(err, &bad) || bad[0].Key != "paper.problem.no_printer" {
		t.Errorf("got %v", err)
	}
}
