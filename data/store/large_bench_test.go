package store_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// large opens a copy of the company that "tradewind demo --size large" makes, by the driver that writes down what it is
// asked, and sqlite3 on a copy of the same.
func large(b *testing.B) (*store.Store, *shell) {
	b.Helper()
	from := os.Getenv("TRADEWIND_LARGE")
	if from == "" {
		b.Skip("TRADEWIND_LARGE names no file made by tradewind demo --size large")
	}
	own := filepath.Join(b.TempDir(), "large.db")
	copyTo(b, from, own)
	recorded()
	back := store.UseDriver("sqlite-recorded")
	defer back()
	st := must[*store.Store](b)(store.Open(b.Context(), own, store.Options{Now: time.Now, Person: "bench"}))
	b.Cleanup(func() {
		if err := st.Close(); err != nil {
			b.Error(err)
		}
	})
	return st, openShell(b, copyForShell(b, own))
}

func copyTo(b *testing.B, from, to string) {
	b.Helper()
	in := must[*os.File](b)(os.Open(from))
	defer in.Close()
	out := must[*os.File](b)(os.Create(to))
	must[int64](b)(io.Copy(out, in))
	if err := out.Close(); err != nil {
		b.Fatal(err)
	}
}

// rounds is how often each question is asked; the first time warms both sides up and isn't counted.
const rounds = 60

// task is something a screen or a command asks of the store. do is asked rounds times, or the task's own number of
// times (a report reads a million rows), for the n-th time with n.
type task struct {
	name   string
	do     func(ctx context.Context, st *store.Store, n int) error
	rounds int
}

// asked is how often the task is measured.
func (t task) asked() int {
	if t.rounds > 0 {
		return t.rounds
	}
	return rounds
}

// BenchmarkLarge measures what lists, searches, saves and stock ask of 100,000 products, 20,000 partners and a million
// movements: how long the store takes, and how long sqlite3 takes for the same statements on a copy of the same file.
func BenchmarkLarge(b *testing.B) {
	st, peer := large(b)
	skus := sampleOf(b, st)
	for _, t := range slices.Concat(listTasks(skus), searchTasks(), stockTasks(skus), libraryTasks(skus), datedTasks(skus), marketTasks(skus), orderTasks(ordersOf(b, st)), reportTasks(), saveTasks(skus)) {
		b.Run(t.name, func(b *testing.B) { measure(b, st, peer, t) })
	}
}

// measure reports the median and the 99th percentile of both sides, and the ratio of the medians.
func measure(b *testing.B, st *store.Store, peer *shell, t task) {
	b.Helper()
	var ours, theirs []time.Duration
	for b.Loop() {
		for n := range t.asked() + 1 {
			var took time.Duration
			asked := recorded().during(func() {
				start := time.Now()
				if err := t.do(b.Context(), st, n); err != nil {
					b.Fatal(err)
				}
				took = time.Since(start)
			})
			for i := range asked {
				asked[i] = forShell(asked[i])
			}
			if other := peer.run(b, asked); n > 0 {
				ours, theirs = append(ours, took), append(theirs, other)
			}
		}
	}
	slices.Sort(ours)
	slices.Sort(theirs)
	median := func(all []time.Duration) float64 { return milliseconds(all[len(all)/2]) }
	b.ReportMetric(median(ours), "ms-median")
	b.ReportMetric(milliseconds(ours[len(ours)*99/100]), "ms-p99")
	b.ReportMetric(median(theirs), "sqlite3-ms-median")
	b.ReportMetric(milliseconds(theirs[len(theirs)*99/100]), "sqlite3-ms-p99")
	b.ReportMetric(median(ours)/median(theirs), "ratio")
	b.ReportMetric(0, "ns/op") // of no meaning: a round is many questions
}

// sampleOf returns the numbers of products from all over the catalogue.
func sampleOf(b *testing.B, st *store.Store) (skus []string) {
	b.Helper()
	n := 0
	err := st.Products.Each(b.Context(), func(p data.Product) error {
		if n++; n%1500 == 1 {
			skus = append(skus, p.SKU)
		}
		return nil
	})
	if err != nil || len(skus) == 0 {
		b.Fatal("no products: ", err)
	}
	return skus
}

func listTasks(skus []string) []task {
	today := data.DateOf(time.Now())
	return []task{
		{name: "products:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Products.Find(ctx, store.Query{})
			return err
		}},
		{name: "products:page-deep-in-the-list", do: func(ctx context.Context, st *store.Store, n int) error {
			_, err := st.Products.Find(ctx, store.Query{After: skus[n%len(skus)]})
			return err
		}},
		{name: "partners:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Partners.Find(ctx, store.Query{})
			return err
		}},
		{name: "stock:page-with-holdings", do: func(ctx context.Context, st *store.Store, n int) error {
			found, err := st.Products.Find(ctx, store.Query{After: skus[n%len(skus)]})
			if err != nil {
				return err
			}
			if _, err := st.Stock.AlertsOf(ctx, today, found); err != nil {
				return err
			}
			_, err = st.Stock.Holdings(ctx, variantsOf(found))
			return err
		}},
		{name: "alerts:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			found, err := st.Stock.Due(ctx, today, store.Query{})
			if err != nil {
				return err
			}
			_, err = st.Stock.AlertsOf(ctx, today, found)
			return err
		}},
		{name: "alerts:page-deep-in-the-list", do: func(ctx context.Context, st *store.Store, n int) error {
			found, err := st.Stock.Due(ctx, today, store.Query{After: skus[n%len(skus)]})
			if err != nil {
				return err
			}
			_, err = st.Stock.AlertsOf(ctx, today, found)
			return err
		}},
		{name: "alerts:too-much", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Stock.TooMuch(ctx, today, store.Query{})
			return err
		}},
		{name: "reorder:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Stock.ToReorder(ctx, today, store.Query{})
			return err
		}},
		{name: "reorder:page-deep-in-the-list", do: func(ctx context.Context, st *store.Store, n int) error {
			_, err := st.Stock.ToReorder(ctx, today, store.Query{After: skus[n%len(skus)]})
			return err
		}},
		{name: "reorder:a-keystroke", do: func(ctx context.Context, st *store.Store, n int) error {
			typed := keystrokes("bamboo cutting", "保温杯")
			_, err := st.Stock.ToReorder(ctx, today, store.Query{Words: typed[n%len(typed)]})
			return err
		}},
		{name: "dead-stock:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Stock.Idle(ctx, today, store.Query{})
			return err
		}},
		{name: "dead-stock:page-deep-in-the-list", do: func(ctx context.Context, st *store.Store, n int) error {
			_, err := st.Stock.Idle(ctx, today, store.Query{After: skus[n%len(skus)]})
			return err
		}},
	}
}

// keystrokes are what stands in the search box while people type words of the company's goods and customers.
func keystrokes(words ...string) (typed []string) {
	for _, w := range words {
		chars := []rune(w)
		for i := range chars {
			typed = append(typed, string(chars[:i+1]))
		}
	}
	return typed
}

func searchTasks() []task {
	goods := keystrokes("bamboo cutting", "保温杯", "dr-04", "steel 500", "海蓝色 马克杯", "96170")
	firms := keystrokes("nordlicht", "são paulo", "c00123", "buyer")
	return []task{
		{name: "products:a-keystroke", do: func(ctx context.Context, st *store.Store, n int) error {
			_, err := st.Products.Find(ctx, store.Query{Words: goods[n%len(goods)]})
			return err
		}},
		{name: "partners:a-keystroke", do: func(ctx context.Context, st *store.Store, n int) error {
			_, err := st.Partners.Find(ctx, store.Query{Words: firms[n%len(firms)]})
			return err
		}},
	}
}

func stockTasks(skus []string) []task {
	article := func(ctx context.Context, st *store.Store, n int) (int64, error) {
		p, err := st.Products.BySKU(ctx, skus[n%len(skus)])
		if err != nil {
			return 0, err
		}
		return p.Variants[0].ID, nil
	}
	return []task{
		{name: "stock:lots-of-an-article", do: func(ctx context.Context, st *store.Store, n int) error {
			id, err := article(ctx, st, n)
			if err != nil {
				return err
			}
			_, err = st.Stock.LevelsOf(ctx, []int64{id})
			return err
		}},
		{name: "stock:movements-of-an-article", do: func(ctx context.Context, st *store.Store, n int) error {
			id, err := article(ctx, st, n)
			if err != nil {
				return err
			}
			_, err = st.Stock.Movements(ctx, id, 50)
			return err
		}},
		{name: "stock:a-page-at-a-past-date", do: func(ctx context.Context, st *store.Store, n int) error {
			found, err := st.Products.Find(ctx, store.Query{After: skus[n%len(skus)]})
			if err != nil {
				return err
			}
			_, err = st.Stock.HoldingsAt(ctx, variantsOf(found), time.Now().AddDate(0, 0, -1))
			return err
		}},
	}
}

// ordersOf returns the numbers of orders from all over the list; of a company made before there were any, one that isn't there.
func ordersOf(b *testing.B, st *store.Store) (numbers []string) {
	b.Helper()
	for q := (store.Query{Limit: 250}); ; q.After = numbers[len(numbers)-1] {
		page := must[[]data.Order](b)(st.Orders.Find(b.Context(), q))
		if len(page) == 0 {
			break
		}
		numbers = append(numbers, page[len(page)-1].No)
	}
	if len(numbers) == 0 {
		b.Fatal("no orders: make the large company anew")
	}
	return numbers
}

func orderTasks(numbers []string) []task {
	typed := keystrokes("nordlicht", "SO-2025-01", "home chicago", "dr-00")
	saved := 0
	return []task{
		{name: "orders:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Orders.Find(ctx, store.Query{})
			return err
		}},
		{name: "orders:page-deep-in-the-list", do: func(ctx context.Context, st *store.Store, n int) error {
			_, err := st.Orders.Find(ctx, store.Query{After: numbers[n%len(numbers)]})
			return err
		}},
		{name: "orders:a-keystroke", do: func(ctx context.Context, st *store.Store, n int) error {
			_, err := st.Orders.Find(ctx, store.Query{Words: typed[n%len(typed)]})
			return err
		}},
		{name: "save:an-order", do: func(ctx context.Context, st *store.Store, n int) error {
			o, err := st.Orders.ByNo(ctx, numbers[n%len(numbers)])
			if err != nil {
				return err
			}
			saved++
			o.ID, o.UUID, o.No, o.Version, o.Status = 0, "", "", 0, data.Draft
			for i := range o.Lines {
				o.Lines[i].ID, o.Lines[i].UUID = 0, ""
			}
			o.BuyerOrderNo = fmt.Sprint("PO ", saved)
			_, err = st.Orders.Save(ctx, o)
			return err
		}},
	}
}

func saveTasks(skus []string) []task {
	saved := 0 // so that no save finds what it would write
	return []task{
		{name: "save:a-product", do: func(ctx context.Context, st *store.Store, n int) error {
			p, err := st.Products.BySKU(ctx, skus[n%len(skus)])
			if err != nil {
				return err
			}
			saved++
			p.Brand = fmt.Sprint("Brand ", saved)
			_, err = st.Products.Save(ctx, p)
			return err
		}},
		{name: "save:a-receipt-of-20-articles", do: func(ctx context.Context, st *store.Store, n int) error {
			var moves []data.Movement
			for i := range 20 {
				moves = append(moves, data.Movement{
					SKU: skus[(n+i)%len(skus)], Quantity: data.Pieces(10), Reason: data.Received, Document: fmt.Sprint("PO-", n),
				})
			}
			return st.Stock.Move(ctx, moves)
		}},
	}
}

func variantsOf(list []data.Product) (ids []int64) {
	for _, p := range list {
		for _, v := range p.Variants {
			ids = append(ids, v.ID)
		}
	}
	return ids
}
