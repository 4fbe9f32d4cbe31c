package command

import (
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"strconv"

	"tradewind/data"
	"tradewind/data/store"
)

// crowd is the size of a company made to be large. The large one is what a trading firm has after years, and what every
// list must be quick with: 100,000 products, 20,000 partners and a million stock movements.
type crowd struct{ products, partners, movements int }

const (
	largeProducts = 100_000
	largeRounds   = 10 // movements of each article, the counted beginning among them
	largeSeed     = 20261122
	movesAtOnce   = 10_000 // of one transaction
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

// demoLarge makes a company of many records in a new data file: the same one every time. It makes no papers.
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
	return s.withStore(db, func(st *store.Store) error {
		if err := s.largeRecords(st, size); err != nil {
			return err
		}
		if err := s.largeLedger(st, size); err != nil {
			return err
		}
		if s.call.on("json") {
			return s.json(map[string]any{"file": db, "products": size.products, "partners": size.partners, "movements": size.movements})
		}
		s.say("command.demo.large", "File", db, "Products", size.products, "Partners", size.partners, "Movements", size.movements)
		return nil
	})
}

// largeRecords brings the partners and products in, as files of them would come.
func (s *session) largeRecords(st *store.Store, size crowd) error {
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

// largeLedger books the movements after the counted beginning: purchases come in, goods go to the overseas warehouse and
// to marketplaces, some break, some come back.
func (s *session) largeLedger(st *store.Store, size crowd) error {
	ids, err := largeVariants(s, st)
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(largeSeed, 2)) //nolint:gosec // the same company each time, no secret
	done, bar := 0, s.bar(size.movements-size.products)
	for round := 1; round < largeRounds; round++ {
		for from := 0; from < len(ids); from += movesAtOnce {
			part := ids[from:min(from+movesAtOnce, len(ids))]
			moves := make([]data.Movement, len(part))
			for i, id := range part {
				moves[i] = largeMove(random, id, from+i, round)
			}
			if err := st.Stock.Move(s.ctx, moves); err != nil {
				return fmt.Errorf("large company's stock: %w", err)
			}
			done += len(moves)
			bar(done)
		}
	}
	return nil
}

// largeVariants returns the articles by SKU.
func largeVariants(s *session, st *store.Store) (ids []int64, err error) {
	err = st.Products.Each(s.ctx, func(p data.Product) error {
		ids = append(ids, p.Variants[0].ID)
		return nil
	})
	return ids, err
}

// largeMove is one movement of an article. What goes never exceeds what the rounds before brought.
func largeMove(random *rand.Rand, id int64, i, round int) data.Movement {
	cost := data.UnitPrice(200_000 + random.IntN(9_000_000))
	m := data.Movement{
		VariantID: id, Quantity: data.Quantity(50+random.IntN(400)) * 1000, Reason: data.Received, Cost: &cost,
		Document: fmt.Sprintf("PO-2025-%05d", i/20*9+round),
	}
	switch round {
	case 2, 5:
		m.Warehouse = [3]string{"RTM", "LAX", "DXB"}[i%3]
	case 3, 6, 8:
		m.Quantity, m.Reason, m.Cost = -data.Quantity(1+random.IntN(16))*1000, data.WrittenOff, nil
		m.Document = fmt.Sprintf("QC-2025-%04d", i/50)
	case 7:
		m.Quantity, m.Reason, m.Cost = data.Quantity(1+random.IntN(5))*1000, data.Returned, nil
		m.Document = fmt.Sprintf("RMA-2025-%05d", i/10)
	}
	return m
}
