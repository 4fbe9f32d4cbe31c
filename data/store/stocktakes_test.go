package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"tradewind/data"
	"tradewind/data/store"

	"pgregory.net/rapid"
)

// shelf is a file with articles A, B and C, of which so many lie in the main warehouse.
func shelf(t *testing.T, pieces map[string]int64) *store.Store {
	t.Helper()
	st := openAt(t, filepath.Join(t.TempDir(), "data.db"))
	cost := data.UnitPrice(2_500_000)
	for _, sku := range []string{"A", "B", "C"} {
		p := product(sku, "Cup "+sku, "杯"+sku)
		p.Category = "cups " + sku
		must[data.Product](t)(st.Products.Save(t.Context(), p))
		if n := pieces[sku]; n != 0 {
			m := data.Movement{SKU: sku, Quantity: data.Pieces(n), Reason: data.Received, Cost: &cost}
			if err := st.Stock.Move(t.Context(), []data.Movement{m}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return st
}

// pieces is a count of whole pieces.
func pieces(n int64) *data.Quantity { q := data.Pieces(n); return &q }

// counted writes a count down, with a reason where one is named.
func counted(t *testing.T, st *store.Store, no, sku string, n int64, why data.CountReason) {
	t.Helper()
	c := data.StockTakeCount{Code: sku, Counted: pieces(n), Reason: &why}
	if _, err := st.StockTakes.Count(t.Context(), no, []data.StockTakeCount{c}, ""); err != nil {
		t.Fatal(err)
	}
}

// lies writes what lies where: "A 5, B 3".
func lies(t *testing.T, st *store.Store) string {
	t.Helper()
	var all []string
	for _, l := range must[[]data.Level](t)(st.Stock.Levels(t.Context(), store.Query{Limit: 100})) {
		if l.Quantity != 0 {
			all = append(all, strings.TrimSuffix(fmt.Sprintf("%s%s %s", l.SKU, strings.TrimSuffix("/"+l.Lot, "/"), l.Quantity), " "))
		}
	}
	return strings.Join(all, ", ")
}

func problemKey(err error) string {
	var wrong data.Problems
	if errors.As(err, &wrong) {
		return wrong[0].Key
	}
	return fmt.Sprint(err)
}

func TestAStockTakeBooksItsDifferences(t *testing.T) {
	st := shelf(t, map[string]int64{"A": 10, "B": 20, "C": 30})
	take := must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{}))
	if !strings.HasPrefix(take.No, "ST-") || take.State != data.TakeOpen || take.Scope.Kind != data.ScopeAll {
		t.Errorf("%+v", take)
	}
	if _, err := st.StockTakes.Post(t.Context(), take.No, false); problemKey(err) != "problem.stocktake_uncounted" {
		t.Errorf("nothing counted: %v", err)
	}
	counted(t, st, take.No, "A", 8, "")
	counted(t, st, take.No, "B", 20, "")
	if _, err := st.StockTakes.Post(t.Context(), take.No, false); problemKey(err) != "problem.stocktake_unexplained" {
		t.Errorf("a difference without a reason: %v", err)
	}
	counted(t, st, take.No, "A", 8, data.OtherReason)
	if _, err := st.StockTakes.Post(t.Context(), take.No, false); problemKey(err) != "problem.stocktake_unexplained" {
		t.Errorf("own words that aren't there: %v", err)
	}
	counted(t, st, take.No, "A", 8, data.Damaged)
	sum := must[data.StockTakeSum](t)(st.StockTakes.Sum(t.Context(), take.No, false))
	if sum.Lines != 3 || sum.Counted != 2 || sum.Differences != 1 || sum.Quantity != data.Pieces(-2) || sum.Value != -5_000_000 {
		t.Errorf("posting would do %+v", sum)
	}
	did := must[data.StockTakeSum](t)(st.StockTakes.Post(t.Context(), take.No, false))
	if after := must[data.StockTakeSum](t)(st.StockTakes.Sum(t.Context(), take.No, false)); did.Quantity != sum.Quantity || after.Value != sum.Value || after.Differences != 1 {
		t.Errorf("posting did %+v, and says now that it did %+v", did, after)
	}
	if got := lies(t, st); got != "A 8, B 20, C 30" {
		t.Errorf("there lie %s: what nobody counted stays", got)
	}
	p := must[data.Product](t)(st.Products.BySKU(t.Context(), "A"))
	if m := must[[]data.Movement](t)(st.Stock.Movements(t.Context(), p.Variants[0].ID, 1)); m[0].Document != take.No || m[0].Reason != data.Counted {
		t.Errorf("the movement says %+v", m[0])
	}
	for name, err := range map[string]error{
		"post": func() error { _, err := st.StockTakes.Post(t.Context(), take.No, false); return err }(),
		"drop": st.StockTakes.Drop(t.Context(), take.No),
		"count": func() error {
			_, err := st.StockTakes.Count(t.Context(), take.No, []data.StockTakeCount{{Code: "A", Add: 1000}}, "")
			return err
		}(),
	} {
		if problemKey(err) != "problem.stocktake_closed" {
			t.Errorf("%s of a posted one: %v", name, err)
		}
	}
	noFaults(t, st)
}

// noFaults fails the test when the file's records disagree.
func noFaults(t *testing.T, st *store.Store) {
	t.Helper()
	if r := must[store.Report](t)(st.Backups.Verify(t.Context())); len(r.Faults) > 0 {
		t.Errorf("faults: %v", r.Faults)
	}
}

func TestAStockTakeAndItsPostingAreTakenBack(t *testing.T) {
	st := shelf(t, map[string]int64{"A": 10, "B": 20})
	take := must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{}))
	counted(t, st, take.No, "A", 8, data.LostGoods)
	count := must[[]store.Entry](t)(st.Journal.Last(t.Context(), 1))[0].Batch
	must[data.StockTakeSum](t)(st.StockTakes.Post(t.Context(), take.No, true))
	if got := lies(t, st); got != "A 8" {
		t.Errorf("what wasn't found is gone: %s", got)
	}
	if err := st.Journal.Undo(t.Context(), count); !errors.Is(err, data.ErrConflict) && !errors.Is(err, data.ErrPosted) {
		t.Errorf("a count of a posted stock-take was taken back: %v", err)
	}
	last := must[[]store.Entry](t)(st.Journal.Last(t.Context(), 1))
	if err := st.Journal.Undo(t.Context(), last[0].Batch); err != nil {
		t.Fatal(err)
	}
	take = must[data.StockTake](t)(st.StockTakes.ByNo(t.Context(), take.No))
	if got := lies(t, st); got != "A 10, B 20" || take.State != data.TakeOpen {
		t.Errorf("after taking the posting back: %s, %s", got, take.State)
	}
	rows := must[[]data.StockTakeRow](t)(st.StockTakes.Rows(t.Context(), take.ID, store.TakeQuery{Only: store.UncountedLines}))
	if len(rows) != 1 || rows[0].SKU != "B" || rows[0].Reason != "" {
		t.Errorf("uncounted again: %+v", rows)
	}
	must[data.StockTakeSum](t)(st.StockTakes.Post(t.Context(), take.No, false))
	if got := lies(t, st); got != "A 8, B 20" {
		t.Errorf("posted again: %s", got)
	}
	other := must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{}))
	last = must[[]store.Entry](t)(st.Journal.Last(t.Context(), 1))
	if err := st.Journal.Undo(t.Context(), last[0].Batch); err != nil {
		t.Fatal(err)
	}
	if _, err := st.StockTakes.ByNo(t.Context(), other.No); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("the opening was taken back, but %v", err)
	}
	other = must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{Scope: data.StockTakeScope{Kind: data.ScopeCategory, Value: "cups A"}}))
	last = must[[]store.Entry](t)(st.Journal.Last(t.Context(), 1))
	counted(t, st, other.No, "C", 1, "") // nobody expected it: a line of its own
	if err := st.Journal.Undo(t.Context(), last[0].Batch); !errors.Is(err, data.ErrConflict) {
		t.Errorf("an opening after which more was found was taken back: %v", err)
	}
	noFaults(t, st)
}

func TestGoodsThatMoveWhileTheyAreCountedStayMoved(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		st := shelf(t, map[string]int64{"A": 50})
		defer st.Close()
		take := must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{}))
		want := rapid.Int64Range(30, 70).Draw(rt, "counted")
		found := want
		for range rapid.IntRange(0, 5).Draw(rt, "moves") {
			n := rapid.Int64Range(1, 4).Draw(rt, "pieces")
			switch rapid.IntRange(0, 3).Draw(rt, "what") {
			case 0: // comes in
				rt.Log("in", n)
				want += n
				if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: "A", Quantity: data.Pieces(n), Reason: data.Received}}); err != nil {
					rt.Fatal(err)
				}
			case 1: // leaves
				want -= n
				if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: "A", Quantity: data.Pieces(-n), Reason: data.WrittenOff}}); err != nil {
					rt.Fatal(err)
				}
			case 2: // another count corrects the books meanwhile: nothing moved
				if err := st.Stock.Count(t.Context(), []data.Level{{SKU: "A", Quantity: data.Pieces(40 + n)}}, "other"); err != nil {
					rt.Fatal(err)
				}
			case 3: // comes in by mistake, and is taken back
				if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: "A", Quantity: data.Pieces(n), Reason: data.Received}}); err != nil {
					rt.Fatal(err)
				}
				last := must[[]store.Entry](t)(st.Journal.Last(t.Context(), 1))
				if err := st.Journal.Undo(t.Context(), last[0].Batch); err != nil {
					rt.Fatal(err)
				}
			}
		}
		counted(t, st, take.No, "A", found, data.Miscounted)
		must[data.StockTakeSum](t)(st.StockTakes.Post(t.Context(), take.No, false))
		if got := lies(t, st); got != fmt.Sprintf("A %d", want) {
			rt.Fatalf("there lie %s; want %d: what was counted and what moved since", got, want)
		}
	})
}

func TestTakingBackAReceiptOfBeforeCorrectsTheBooksAlone(t *testing.T) {
	st := shelf(t, map[string]int64{"A": 50})
	if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: "A", Quantity: data.Pieces(10), Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	wrong := must[[]store.Entry](t)(st.Journal.Last(t.Context(), 1))[0].Batch
	take := must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{}))
	if err := st.Journal.Undo(t.Context(), wrong); err != nil { // the goods never came
		t.Fatal(err)
	}
	counted(t, st, take.No, "A", 50, "")
	if sum := must[data.StockTakeSum](t)(st.StockTakes.Post(t.Context(), take.No, false)); sum.Differences != 0 || lies(t, st) != "A 50" {
		t.Errorf("%+v, %s", sum, lies(t, st))
	}
}

func TestAScopeChoosesTheGoods(t *testing.T) {
	st := shelf(t, map[string]int64{"A": 10, "B": 20})
	maker := must[data.Partner](t)(st.Partners.Save(t.Context(), data.Partner{Code: "MILL", Party: data.Party{Name: "Cup Mill"}, Roles: []data.Role{data.Supplier}}))
	p := must[data.Product](t)(st.Products.BySKU(t.Context(), "B"))
	p.SupplierID = maker.ID
	must[data.Product](t)(st.Products.Save(t.Context(), p))
	done := must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{}))
	counted(t, st, done.No, "A", 10, "")
	must[data.StockTakeSum](t)(st.StockTakes.Post(t.Context(), done.No, false))
	if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: "A", Quantity: 1000, Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	for want, scope := range map[string]data.StockTakeScope{
		"A B":   {},
		"A B C": {Kind: data.ScopeAll, Empty: true},
		"A":     {Kind: data.ScopeCategory, Value: "CUPS a"},
		"B":     {Kind: data.ScopeSupplier, Value: "mill"},
		"B ":    {Kind: data.ScopeSearch, Value: "杯B"},
		"A ":    {Kind: data.ScopeMoved},
		"A B ":  {Kind: data.ScopeMoved, Since: "2020-01-01"},
	} {
		take := must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{Scope: scope}))
		var got []string
		for _, row := range must[[]data.StockTakeRow](t)(st.StockTakes.Rows(t.Context(), take.ID, store.TakeQuery{})) {
			got = append(got, row.SKU)
		}
		if strings.Join(got, " ") != strings.TrimSpace(want) {
			t.Errorf("%+v has %v; want %s", scope, got, want)
		}
	}
	if _, err := st.StockTakes.Open(t.Context(), data.StockTake{Scope: data.StockTakeScope{Kind: data.ScopeCategory, Value: "spoons"}}); problemKey(err) != "problem.stocktake_empty" {
		t.Errorf("nothing matches: %v", err)
	}
	if _, err := st.StockTakes.Open(t.Context(), data.StockTake{Scope: data.StockTakeScope{Kind: "half"}}); problemKey(err) != "problem.not_one_of" {
		t.Errorf("no such scope: %v", err)
	}
}

func TestAScanAddsOneToTheArticlesCount(t *testing.T) {
	st := shelf(t, map[string]int64{"A": 10})
	p := must[data.Product](t)(st.Products.BySKU(t.Context(), "A"))
	p.GTIN = "4006381333931"
	must[data.Product](t)(st.Products.Save(t.Context(), p))
	take := must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{}))
	scan := func(code, lot string) (data.StockTakeLine, error) {
		lines, err := st.StockTakes.Count(t.Context(), take.No, []data.StockTakeCount{{Code: code, Lot: lot, Add: 1000}}, "")
		if err != nil {
			return data.StockTakeLine{}, err
		}
		return lines[0], nil
	}
	for n := int64(1); n <= 3; n++ {
		if l, err := scan("4006381333931", ""); err != nil || *l.Counted != data.Pieces(n) {
			t.Fatalf("scan %d: %+v %v", n, l, err)
		}
	}
	if _, err := scan("4006381333932", ""); problemKey(err) != "problem.unknown_barcode" {
		t.Errorf("nobody has this barcode: %v", err)
	}
	if l, err := scan("B", ""); err != nil || l.Book != 0 || *l.Counted != 1000 {
		t.Errorf("goods that nobody expected: %+v %v", l, err)
	}
	if l, err := scan("A", "L7"); err != nil || l.Book != 0 || l.Lot != "L7" {
		t.Errorf("a lot that nobody expected: %+v %v", l, err)
	}
	if _, err := scan("A", ""); problemKey(err) == "problem.stocktake_lots" {
		t.Errorf("the goods without a lot are meant: %v", err)
	}
	p = must[data.Product](t)(st.Products.BySKU(t.Context(), "C"))
	p.GTIN = "4006381333931"
	must[data.Product](t)(st.Products.Save(t.Context(), p))
	if _, err := scan("4006381333931", ""); problemKey(err) != "problem.barcode_of_several" {
		t.Errorf("two articles have it: %v", err)
	}
	noFaults(t, st)
}

func TestTwoPeopleCountAndOnePosts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data.db")
	first := openAt(t, path)
	must[data.Product](t)(first.Products.Save(t.Context(), product("A", "Cup", "")))
	if err := first.Stock.Move(t.Context(), []data.Movement{{SKU: "A", Quantity: data.Pieces(100), Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	take := must[data.StockTake](t)(first.StockTakes.Open(t.Context(), data.StockTake{}))
	var wg sync.WaitGroup
	for range 2 {
		st := openAt(t, path)
		wg.Go(func() {
			for range 40 {
				why := data.LostGoods
				if _, err := st.StockTakes.Count(t.Context(), take.No, []data.StockTakeCount{{Code: "A", Add: 1000, Reason: &why}}, ""); err != nil {
					t.Errorf("scan: %v", err)
				}
			}
		})
	}
	wg.Wait()
	var mu sync.Mutex
	posted := 0
	for range 2 {
		st := openAt(t, path)
		wg.Go(func() {
			_, err := st.StockTakes.Post(t.Context(), take.No, false)
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				posted++
			} else if problemKey(err) != "problem.stocktake_closed" {
				t.Errorf("post: %v", err)
			}
		})
	}
	wg.Wait()
	if got := lies(t, first); posted != 1 || got != "A 80" {
		t.Errorf("posted %d times, there lie %s; want once, 80", posted, got)
	}
	noFaults(t, first)
}

func TestACountGivesFreeWhatIsKeptBeyondIt(t *testing.T) {
	st := shelf(t, map[string]int64{"A": 10})
	must[data.Partner](t)(st.Partners.Save(t.Context(), data.Partner{Code: "K", Party: data.Party{Name: "Kunde"}, Roles: []data.Role{data.Customer}}))
	o := must[data.Order](t)(st.Orders.Save(t.Context(), data.Order{Customer: "K", Currency: "USD", Lines: []data.OrderLine{{SKU: "A", Quantity: 10_000, Unit: "PCS"}}}))
	if _, err := st.Stock.ReserveAll(t.Context(), o.ID, ""); err != nil {
		t.Fatal(err)
	}
	take := must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{}))
	counted(t, st, take.No, "A", 7, data.LostGoods)
	must[data.StockTakeSum](t)(st.StockTakes.Post(t.Context(), take.No, false))
	if kept := must[[]data.Reservation](t)(st.Stock.Reservations(t.Context(), o.ID)); len(kept) != 1 || kept[0].Quantity != data.Pieces(7) {
		t.Errorf("kept: %+v; want 7", kept)
	}
	noFaults(t, st)
}
