package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

func TestALongDryRunKeepsNobodyFromWritingAndLeavesNothing(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	ctx := t.Context()
	st := open(t)
	imported(t)(st.Products.Import(ctx, productRows(10, nil), store.ImportOptions{}))
	other := must[*store.Store](t)(store.Open(ctx, st.Path(), store.Options{Now: clock(), Person: "Wang", Wait: 1}))
	defer other.Close()
	saved := 0
	report := must[data.ImportReport](t)(st.Products.Import(ctx, productRows(3000, nil), store.ImportOptions{DryRun: true, Progress: func(done int) {
		if done == 1500 {
			must[data.Product](t)(other.Products.Save(ctx, product("MEANWHILE", "Cup", "杯")))
			must[data.Product](t)(st.Products.Save(ctx, product("MEANWHILE-2", "Cup", "杯")))
			saved++
		}
	}}))
	if saved != 1 || report.Rows != 3000 || report.New != 2990 || report.Unchanged != 10 {
		t.Errorf("saved %d, %+v", saved, report)
	}
	if n := must[int](t)(st.Products.Count(ctx, store.Query{})); n != 12 {
		t.Errorf("%d products", n)
	}
	if left := must[[]string](t)(filepath.Glob(filepath.Join(os.TempDir(), "*"))); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestACancelledUndoLeavesEverythingAsItWas(t *testing.T) {
	st := open(t)
	r := imported(t)(st.Products.Import(t.Context(), productRows(1200, nil), store.ImportOptions{}))
	ctx, cancel := context.WithCancel(t.Context())
	most := 0
	err := st.Journal.UndoTelling(ctx, r.Batch, func(done, total int) {
		if most = max(most, total); done > 500 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || most < 1200 {
		t.Errorf("%v, told of %d records", err, most)
	}
	if n := must[int](t)(st.Products.Count(t.Context(), store.Query{})); n != 1200 {
		t.Errorf("%d products", n)
	}
	if err := st.Journal.Undo(t.Context(), r.Batch); err != nil {
		t.Error(err)
	}
	wellKept(t, st)
}
