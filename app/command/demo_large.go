package command

import (
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"strconv"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// crowd is the size of a company made to be large. The large one is what a trading firm has after years, and what every
// list must be quick with: 100,000 products, 20,000 partners and a million stock movements.
type crowd struct{ products, partners, movements int }

const (
	largeProducts = 100_000
	largeRounds   = 10 // movements for each article, the counted beginning among them
	largeSeed     = 20261122
	largeDays     = 3 * 365 // so many days of trade, the day on which it is made the last
)

// crowdOf reads --size: large, or a number of products.
func crowdOf(text string) (crowd, error) {
	n := largeProducts
	if text != "large" {
		var err error
		if n, err = strconv.Atoi(text); err != nil || n < 1 || n > 10*largeProducts {
			return crowd{}, usage("command.usage.choice", "Word", text, "Choices", "large, 1 … 1000000")
		}
	}
	return crowd{n, (n + 4) / 5, n * largeRounds}, nil
}

// demoLarge makes a company of many records in a new data file: the same one every time, but for the days, of which the last is
// the one on which it is made. It makes no papers.
func (s *session) demoLarge() error {
	size, err := crowdOf(s.call.option("size"))
	if err != nil {
		return err
	}
	db := s.call.option("db")
	if db == "" {
		return usage("command.usage.required", "Option", "--db", "Usage", syntax("tradewind demo --size large --db FILE"))
	}
	if _, err := os.Stat(db); err == nil {
		return in(db, refuse("command.failed.exists"))
	} else if !errors.Is(err, os.ErrNotExist) {
		return in(db, unreadable(err))
	}
	if err := s.makeFolder(db); err != nil {
		return err
	}
	now, clock := s.Now, s.Now().UTC().AddDate(0, 0, -largeDays)
	s.Now = func() time.Time { return clock } // the records tell of the days on which they would have been made
	defer func() { s.Now = now }()
	return s.withStore(db, func(st *store.Store) error {
		if err := s.largeRecords(st, size); err != nil {
			return err
		}
		trade, err := s.largeTrade(st, size, &clock)
		if err != nil {
			return err
		}
		clock = trade.until
		library, err := s.largeLibrary(trade)
		if err != nil {
			return err
		}
		if s.call.on("json") {
			return s.json(map[string]any{
				"file": db, "products": size.products, "partners": size.partners, "movements": size.movements,
				"orders": trade.orders, "purchase_orders": trade.purchases, "certificates": library.certificates, "listing_figures": library.figures,
			})
		}
		s.say("command.demo.large", "File", db, "Products", size.products, "Partners", size.partners, "Movements", size.movements,
			"Orders", trade.orders, "Purchases", trade.purchases)
		return nil
	})
}

// largeRecords brings the partners and products in, as files of them would come.
func (s *session) largeRecords(st *store.Store, size crowd) error {
	if _, err := st.Company.Save(s.ctx, data.Company{Party: data.Party{Name: "Ningbo Harbour Trading Co., Ltd."}, Currency: "USD"}); err != nil {
		return fmt.Errorf("large company: %w", err)
	}
	random := rand.New(rand.NewPCG(largeSeed, 1)) //nolint:gosec // the same company each time, no secret
	for _, one := range []struct {
		rows iter.Seq2[data.Patch, error]
		take func(iter.Seq2[data.Patch, error]) (data.ImportReport, error)
	}{
		{patches(size.partners, random, largePartner), func(rows iter.Seq2[data.Patch, error]) (data.ImportReport, error) {
			return st.Partners.Import(s.ctx, rows, store.ImportOptions{Source: "demo", Progress: s.counter()})
		}},
		{patches(size.products, random, largeProduct), func(rows iter.Seq2[data.Patch, error]) (data.ImportReport, error) {
			return st.Products.Import(s.ctx, rows, store.ImportOptions{Source: "demo", Progress: s.counter()})
		}},
	} {
		report, err := one.take(one.rows)
		if err == nil {
			err = report.Problems.Err()
		}
		if err != nil {
			return fmt.Errorf("large company: %w", err)
		}
	}
	return nil
}

// patches gives n rows as make has them.
func patches(n int, random *rand.Rand, row func(*rand.Rand, int) map[string]string) iter.Seq2[data.Patch, error] {
	return func(yield func(data.Patch, error) bool) {
		for i := range n {
			if !yield(data.Patch{Row: i + 2, Values: row(random, i)}, nil) {
				return
			}
		}
	}
}
