package document_test

import (
	"errors"
	"reflect"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

func TestAThawedCopySaysTheSame(t *testing.T) {
	for _, kind := range document.Kinds() {
		p := build(t, sample(), kind)
		b, err := document.Freeze(p)
		if err != nil {
			t.Fatal(err)
		}
		q, err := document.Thaw(b)
		if err != nil {
			t.Fatal(err)
		}
		if d := document.Differences(p, q); d != nil {
			t.Errorf("%s: differs at %v", kind, d)
		}
		again, err := document.Freeze(q)
		if err != nil {
			t.Fatal(err)
		}
		if string(again) != string(b) {
			t.Errorf("%s: frozen again it reads\n%s\nnot\n%s", kind, again, b)
		}
	}
}

func TestDifferencesNameWhatChanged(t *testing.T) {
	src := sample()
	a := build(t, src, data.CommercialInvoice)
	src.Order.Lines[1].Quantity = data.Pieces(700)
	src.Order.Lines = src.Order.Lines[:2]
	b := build(t, src, data.CommercialInvoice)
	b.Revision, b.Marks = 1, append([]string{}, "NORDLICHT", "PO-7788", "BREMEN", "1-UP")
	got := document.Differences(a, b)
	for _, want := range []string{"lines.2.quantity", "lines.2.amount.minor", "lines.3", "marks.3", "totals.total.minor"} {
		if !contains(got, want) {
			t.Errorf("%q isn't among %v", want, got)
		}
	}
	for _, not := range []string{"revision", "lines.1", "seller"} {
		if contains(got, not) {
			t.Errorf("%q is listed but didn't change", not)
		}
	}
	if d := document.Differences(a, a); d != nil {
		t.Errorf("a paper differs from itself at %v", d)
	}
}

func TestACopyOfANewerVersionIsRefused(t *testing.T) {
	if _, err := document.Thaw([]byte(`{"schema":99,"paper":{}}`)); !errors.Is(err, document.ErrNewerCopy) {
		t.Errorf("got %v", err)
	}
}

func contains(list []string, want string) bool {
	for _, s := range list {
		if s == want {
			return true
		}
	}
	return false
}

func build(t testing.TB, src data.Source, kind data.Kind) document.Paper {
	t.Helper()
	p, _, err := document.Build(src, kind, document.BuildOptions{Number: "NO-2026-0001", Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	if reflect.DeepEqual(p, document.Paper{}) {
		t.Fatal("the paper is empty")
	}
	return p
}
