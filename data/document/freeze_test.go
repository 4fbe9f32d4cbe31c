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

func TestACopyOfANewerVersionIsRefused(t *testing.T) {
	if _, err := document.Thaw([]byte(`{"schema":99,"paper":{}}`)); !errors.Is(err, document.ErrNewerCopy) {
		t.Errorf("got %v", err)
	}
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
