package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"

	"pgregory.net/rapid"
)

// judgedAll returns, by asking of every product, the lists that the marks must find: what is due, what is too much, what has to
// be bought and what is idle.
func judgedAll(ctx context.Context, st *store.Store, today data.Date) (lists [4][]string, err error) {
	var all []data.Product
	if err := st.Products.Each(ctx, func(p data.Product) error { all = append(all, p); return nil }); err != nil {
		return lists, err
	}
	due, err := st.Stock.AlertsOf(ctx, today, all)
	if err != nil {
		return lists, err
	}
	buy, err := st.Stock.ReorderOf(ctx, today, all)
	if err != nil {
		return lists, err
	}
	for _, one := range buy {
		if one.Proposal.Quantity > 0 {
			lists[2] = append(lists[2], one.Proposal.SKU)
		}
	}
	c, err := st.Company.Get(ctx)
	if err != nil {
		return lists, err
	}
	for _, p := range all {
		if len(due[p.ID]) > 0 {
			lists[0] = append(lists[0], p.SKU)
		}
		if data.DueMarkOf(due[p.ID]) >= data.MarkTooMuch {
			lists[1] = append(lists[1], p.SKU)
		}
		i, err := idleBy(ctx, st, p.Variants[0], today, c.Reordering())
		if _, idle := i.Judged(today, c.Reordering()); err == nil && idle {
			lists[3] = append(lists[3], p.SKU)
		} else if err != nil {
			return lists, err
		}
	}
	return lists, nil
}

// idleBy reads an article's pace off its movements.
func idleBy(ctx context.Context, st *store.Store, v data.Variant, today data.Date, rules data.ReorderRules) (i data.Idle, err error) {
	moves, err := st.Stock.Movements(ctx, v.ID, 1000)
	for _, m := range slices.Backward(moves) {
		day := data.DateOf(m.At)
		if i.Since == "" {
			i.Since = day
		}
		i.OnHand += m.Quantity
		if m.Reason == data.Sent {
			i.LastSold = max(i.LastSold, day)
		}
		if (m.Reason == data.Sent || m.Reason == data.Returned) && day >= data.DateOf(today.Time().AddDate(0, 0, 1-int(rules.SalesDays))) {
			i.Sold -= m.Quantity
		}
	}
	return i, err
}

// listed returns the same lists as the screens show them, page by page of two.
func listed(ctx context.Context, st *store.Store, today data.Date) (lists [4][]string, err error) {
	pages := [4]func(store.Query) ([]string, error){}
	for n, find := range []func(context.Context, data.Date, store.Query) ([]data.Product, error){st.Stock.Due, st.Stock.TooMuch} {
		pages[n] = func(q store.Query) (skus []string, err error) {
			found, err := find(ctx, today, q)
			for _, p := range found {
				skus = append(skus, p.SKU)
			}
			return skus, err
		}
	}
	pages[2] = func(q store.Query) (skus []string, err error) {
		found, err := st.Stock.ToReorder(ctx, today, q)
		for _, one := range found {
			skus = append(skus, one.Proposal.SKU)
		}
		return skus, err
	}
	pages[3] = func(q store.Query) (skus []string, err error) {
		found, err := st.Stock.Idle(ctx, today, q)
		for _, one := range found {
			skus = append(skus, one.Goods.SKU)
		}
		return skus, err
	}
	for n, page := range pages {
		for q := (store.Query{Limit: 2}); ; q.After = lists[n][len(lists[n])-1] {
			found, err := page(q)
			if err != nil {
				return lists, err
			}
			lists[n] = append(lists[n], found...)
			if len(found) < q.Limit {
				break
			}
		}
	}
	return lists, nil
}

// shelves is a firm whose articles, thresholds and figures change from day to day.
type shelves struct {
	st   *store.Store
	now  time.Time
	skus []string
	done map[string]int
}

// step changes one thing. What the store refuses it refuses as people may meet it.
func (s *shelves) step(ctx context.Context, d draws) (what string, err error) {
	sku, place := s.skus[d.in("sku", 0, len(s.skus)-1)], []string{"", "RTM"}[d.in("place", 0, 1)]
	q := data.Pieces(int64(d.in("quantity", 1, 60)))
	all := []string{"move", "move", "move", "move", "days pass", "days pass", "product", "threshold", "threshold", "no threshold", "figures", "archive", "undo", "together", "presell", "presell", "reserve"}
	what = all[d.in("what", 0, len(all)-1)]
	switch what {
	case "move":
		m := data.Movement{SKU: sku, Warehouse: place, Quantity: q, Reason: []data.Reason{data.Received, data.Returned, data.Sent}[d.in("reason", 0, 2)]}
		if m.Reason == data.Sent {
			m.Quantity = -q
		} else if d.in("lot", 0, 3) == 0 {
			m.Lot, m.Expiry = "L", data.DateOf(s.now.AddDate(0, d.in("months", 0, 9), 0))
		}
		err = s.st.Stock.Move(ctx, []data.Movement{m})
	case "presell", "reserve":
		err = s.presell(ctx, d, what, sku, q)
	case "days pass":
		s.now = s.now.AddDate(0, 0, d.in("days", 1, 50))
	case "product", "archive":
		err = s.change(ctx, d, what, sku, q)
	case "threshold", "no threshold":
		err = s.threshold(ctx, d, what, sku, place, q)
	case "figures":
		c, e := s.st.Company.Get(ctx)
		if e != nil {
			return what, e
		}
		c.Reorder = data.ReorderRules{SalesDays: int64(d.in("sales days", 5, 60)), LeadDays: int64(d.in("lead days", 0, 90)), DeadDays: int64(d.in("dead days", 5, 60)), SlowDays: int64(d.in("slow days", 0, 200))}
		_, err = s.st.Company.Save(ctx, c)
	case "undo":
		last, e := s.st.Journal.Last(ctx, 4)
		if e != nil || len(last) == 0 {
			return what, e
		}
		one := last[d.in("batch", 0, len(last)-1)]
		if moved, e := s.returned(ctx); e != nil || moved {
			return what, e // what buyers sent back and was taken back counts by rules of its own, tested elsewhere
		}
		err = s.st.Journal.Undo(ctx, one.Batch)
	case "together": // a part that fails after its marks were written leaves those of the rest right
		err = s.st.Atomically(ctx, func(st *store.Store) error {
			if err := st.Stock.Move(ctx, []data.Movement{{SKU: sku, Quantity: q, Reason: data.Received}}); err != nil {
				return err
			}
			_ = st.Atomically(ctx, func(st *store.Store) error {
				if _, err := st.Stock.Due(ctx, data.DateOf(s.now), store.Query{}); err != nil {
					return err
				}
				return data.ErrConflict
			})
			return nil
		})
	}
	return what, err
}

// presell sells an article in advance, or changes an order that did: its quantity, its state, whether it is there at all. Reserve keeps
// goods for one, and may ship what is kept.
func (s *shelves) presell(ctx context.Context, d draws, what, sku string, q data.Quantity) error {
	all, err := s.st.Orders.Find(ctx, store.Query{})
	if err != nil {
		return err
	}
	if len(all) == 0 || what == "presell" && d.in("new", 0, 2) == 0 {
		_, err = s.st.Orders.Save(ctx, data.Order{Customer: "MAKER", Currency: "USD", Status: data.Confirmed, Lines: []data.OrderLine{
			{SKU: sku, Quantity: q, Unit: "PCS", Price: 1_000_000, PreSale: true, Promise: "2099-01-01"},
		}})
		return err
	}
	o := all[d.in("order", 0, len(all)-1)]
	if what == "reserve" {
		if err = s.st.Stock.Reserve(ctx, o.ID, []data.Reservation{{Line: 1, Quantity: q}}); err != nil || d.in("ship", 0, 1) == 0 {
			return err
		}
		sh, err := s.st.Shipments.Save(ctx, data.Shipment{OrderID: o.ID, Lines: []data.ShipmentLine{{Line: 1, Quantity: min(q, o.Lines[0].Quantity)}}})
		if err != nil {
			return err
		}
		_, err = s.st.Shipments.Post(ctx, sh.ID)
		return err
	}
	switch d.in("change", 0, 4) {
	case 0:
		return s.st.Orders.Archive(ctx, o.ID, true)
	case 1:
		o.Status = []data.Status{data.Draft, data.Confirmed, data.Cancelled}[d.in("status", 0, 2)]
	case 2:
		o.Lines[0].PreSale = !o.Lines[0].PreSale
	case 3:
		o.Lines[0].SKU, o.Lines[0].VariantID = sku, 0
	default:
		o.Lines[0].Quantity = q
	}
	_, err = s.st.Orders.Save(ctx, o)
	return err
}

// returned reports whether anything was sent back.
func (s *shelves) returned(ctx context.Context) (bool, error) {
	for _, sku := range s.skus {
		p, err := s.st.Products.BySKU(ctx, sku)
		if err != nil {
			return false, err
		}
		moves, err := s.st.Stock.Movements(ctx, p.Variants[0].ID, 1000)
		if err != nil || slices.ContainsFunc(moves, func(m data.Movement) bool { return m.Reason == data.Returned }) {
			return true, err
		}
	}
	return false, nil
}

// change saves an article with other lines, or puts it away or brings it back.
func (s *shelves) change(ctx context.Context, d draws, what, sku string, q data.Quantity) error {
	p, err := s.st.Products.BySKU(ctx, sku)
	if err != nil {
		return err
	}
	if what == "archive" {
		return s.st.Products.Archive(ctx, p.ID, !p.Archived)
	}
	p.SafetyStock, p.MaxStock = q*data.Quantity(d.in("safety", 0, 1)), 2*q*data.Quantity(d.in("most", 0, 1))
	p.Category = []string{"", "Lamps"}[d.in("category", 0, 1)]
	p.Name = data.Texts{"en": fmt.Sprint("Article ", d.in("name", 1, 9))}
	p.SetOffers([]data.Offer{{Partner: "MAKER", LeadDays: int64(d.in("lead", 0, 80))}})
	_, err = s.st.Products.Save(ctx, p)
	return err
}

// threshold saves one, or archives one of those there are.
func (s *shelves) threshold(ctx context.Context, d draws, what, sku, place string, q data.Quantity) error {
	list, err := s.st.Thresholds.All(ctx)
	if err != nil {
		return err
	}
	if what == "no threshold" {
		if len(list) == 0 {
			return nil
		}
		return s.st.Thresholds.Archive(ctx, list[d.in("which", 0, len(list)-1)].ID, true)
	}
	var t data.Threshold
	switch d.in("of", 0, 2) {
	case 0:
		t.SKU = sku
	case 1:
		t.Category = "Lamps"
	}
	if d.in("at", 0, 1) == 1 {
		t.Warehouse = &place
	}
	if days := int64(d.in("days", 0, 90)); days%2 == 0 {
		t.SafetyStock, t.MaxDays = q, days*3
	} else {
		t.SafetyDays, t.MaxStock = days, 3*q
	}
	_, err = s.st.Thresholds.Save(ctx, t)
	return err
}

func TestListsOfStockFindWhatJudgingEveryArticleFinds(t *testing.T) {
	done := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		s := &shelves{now: time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC), skus: []string{"A", "B", "C", "D", "E"}, done: done}
		path := filepath.Join(t.TempDir(), "shelves.db")
		open := func() {
			s.st = must[*store.Store](t)(store.Open(t.Context(), path, store.Options{Now: func() time.Time { return s.now }, Person: "Li"}))
		}
		open()
		defer func() { s.st.Close() }()
		must[data.Company](t)(s.st.Company.Save(t.Context(), data.Company{Reorder: data.ReorderRules{SalesDays: 20, DeadDays: 25, SlowDays: 60}}))
		maker := data.Partner{Code: "MAKER", Roles: []data.Role{data.Supplier}}
		maker.Name = "Maker"
		must[data.Partner](t)(s.st.Partners.Save(t.Context(), maker))
		for _, sku := range s.skus {
			must[data.Product](t)(s.st.Products.Save(t.Context(), product(sku, "Article "+sku, "")))
			if err := s.st.Stock.Move(t.Context(), []data.Movement{{SKU: sku, Quantity: data.Pieces(100), Reason: data.Received}}); err != nil {
				rt.Fatal(err)
			}
		}
		for n := range rapid.IntRange(8, 30).Draw(rt, "steps") {
			what, err := s.step(t.Context(), rapidDraws{rt})
			if err != nil && !refusal(err) {
				rt.Fatalf("%s: %v", what, err)
			}
			if n%5 == 4 { // on another morning
				if err := s.st.Close(); err != nil {
					rt.Fatal(err)
				}
				s.now = s.now.AddDate(0, 0, rapid.IntRange(0, 30).Draw(rt, "nights"))
				open()
			}
			if n%2 == 0 { // on the day itself as often as on another
				days := max(0, rapid.IntRange(-40, 40).Draw(rt, "days after"))
				if n%8 == 0 {
					days = -days
				}
				s.agree(t.Context(), rt, data.DateOf(s.now.AddDate(0, 0, days)), what)
			}
		}
		if report, err := s.st.Backups.Verify(t.Context()); err != nil || len(report.Faults) > 0 {
			rt.Fatalf("verify: %v %v", report.Faults, err)
		}
	})
	t.Logf("found: %v", done)
	for _, list := range []string{"due", "too much", "to buy", "idle"} {
		if done[list] == 0 {
			t.Errorf("nothing was ever in the list of what is %s: the test proves nothing of it", list)
		}
	}
}

// agree fails the test unless the lists of a day are those that judging every article gives.
func (s *shelves) agree(ctx context.Context, t *rapid.T, today data.Date, after string) {
	want, err := judgedAll(ctx, s.st, today)
	if err != nil {
		t.Fatalf("judge all: %v", err)
	}
	got, err := listed(ctx, s.st, today)
	if err != nil {
		t.Fatalf("lists: %v", err)
	}
	for n, name := range []string{"due", "too much", "to buy", "idle"} {
		s.done[name] += len(got[n])
		if !slices.Equal(got[n], want[n]) {
			t.Fatalf("after %s, on %s: %s is %v; judged one by one %v", after, today, name, got[n], want[n])
		}
	}
}

func TestAnArticleThatListsDoNotFindIsAFault(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	st := openAt(t, path)
	watched(t, st, "A", data.Pieces(5), 0, data.Level{Quantity: data.Pieces(3)})
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	run(t, path, `UPDATE search SET due = 0 WHERE code = 'A'`)
	st = openAt(t, path)
	report := must[store.Report](t)(st.Backups.Verify(t.Context()))
	if len(report.Faults) != 1 || report.Faults[0] != (store.Fault{Key: "fault.due", What: "A"}) {
		t.Errorf("verify: %+v; want that lists of stock don't find A", report.Faults)
	}
}

func TestOpeningAFileOnANewDayJudgesItUnlessSomebodyWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "morning.db")
	st := openAt(t, path)
	watched(t, st, "A", data.Pieces(5), 0, data.Level{Quantity: data.Pieces(3)})
	changes := len(must[[]store.Entry](t)(st.Journal.Last(t.Context(), 100)))
	db := must[*sql.DB](t)(sql.Open("sqlite", path))
	defer db.Close()
	judged := func() (since data.Date) {
		if err := db.QueryRowContext(t.Context(), `SELECT since FROM stock_judged`).Scan(&since); err != nil {
			t.Fatal(err)
		}
		return since
	}
	openIn := func(days int) *store.Store {
		later := must[*store.Store](t)(store.Open(t.Context(), path, store.Options{
			Now: func() time.Time { return clock()().AddDate(0, 0, days) }, Person: "Li", Wait: time.Millisecond,
		}))
		t.Cleanup(func() { later.Close() })
		return later
	}
	first := judged()
	openIn(10)
	if want := data.DateOf(first.Time().AddDate(0, 0, 10)); judged() != want {
		t.Errorf("ten days later sales count since %s, want %s", judged(), want)
	}
	if err := st.Atomically(t.Context(), func(inside *store.Store) error {
		if _, err := inside.Products.Save(t.Context(), product("B", "Beaker", "")); err != nil {
			return err
		}
		openIn(20)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	again := openIn(20)
	if want := data.DateOf(first.Time().AddDate(0, 0, 20)); judged() != want {
		t.Errorf("twenty days later sales count since %s, want %s", judged(), want)
	}
	if now := len(must[[]store.Entry](t)(again.Journal.Last(t.Context(), 100))); now != changes+1 {
		t.Errorf("the journal has %d changes, want those %d and the save of B", now, changes)
	}
}
