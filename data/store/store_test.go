package store_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// clock gives a time that moves on by a second each time it is asked.
func clock() func() time.Time {
	now := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	return func() time.Time { now = now.Add(time.Second); return now }
}

// open returns an empty store on a new file.
func open(t testing.TB) *store.Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "data # 1%.db"))
}

// openAt opens the file at path.
func openAt(t testing.TB, path string) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), path, store.Options{Now: clock(), Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return st
}

func product(sku, en, zh string) data.Product {
	price := data.UnitPrice(3_250_000)
	return data.Product{SKU: sku, Name: data.Texts{"en": en, "zh": zh}, Unit: "PCS", Price: &price, Currency: "USD", HSCode: "732393"}
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestASavedProductIsFoundByItsCodeAndByOneChineseCharacter(t *testing.T) {
	st := open(t)
	saved := must[data.Product](t)(st.Products.Save(t.Context(), product("KB-001", "Thermos cup", "不锈钢保温杯")))
	must[data.Product](t)(st.Products.Save(t.Context(), product("TX-001", "Knife", "刀具")))
	for _, words := range []string{"kb", "KB-001", "杯", "保温", "THERMOS", "mos", "不锈钢 cup", "7323 杯", "b-0"} {
		found := must[[]data.Product](t)(st.Products.Find(t.Context(), store.Query{Words: words}))
		if len(found) != 1 || found[0].UUID != saved.UUID {
			t.Errorf("%q found %d", words, len(found))
		}
	}
}

func TestAWriteThatWaitsTooLongForAnotherProgramSaysSo(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "busy.db")
	one := openAt(t, path)
	other := must[*store.Store](t)(store.Open(ctx, path, store.Options{Now: clock(), Person: "Wang", Wait: 20 * time.Millisecond}))
	err := one.Atomically(ctx, func(*store.Store) error {
		_, err := other.Products.Save(ctx, product("A", "Cup", "杯"))
		if !errors.Is(err, store.ErrBusy) {
			t.Errorf("saved while another program writes: %v", err)
		}
		_, err = other.Products.Find(ctx, store.Query{})
		return err // reading goes on
	})
	if err != nil {
		t.Error(err)
	}
	must[data.Product](t)(other.Products.Save(ctx, product("A", "Cup", "杯")))
	if err := other.Close(); err != nil {
		t.Error(err)
	}
}
