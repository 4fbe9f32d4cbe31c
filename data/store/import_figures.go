package store

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"tradewind/data"
)

// Import puts figures of listings in, whole or not at all. What a week has already is replaced, and the report warns of it, once
// for each week. Markets are known by their codes and names. Figures whose row names no source have the file's name.
func (s ListingFigures) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	in := figuresImport{codes: map[string]string{}, replaced: map[[2]string]int{}}
	report, err := s.at.importRows(ctx, rows, o, func(m *importing, chunk []data.Patch) error {
		if len(in.codes) == 0 {
			if err := in.begin(ctx, m); err != nil {
				return err
			}
		}
		return in.take(ctx, m, chunk)
	}, in.end)
	if err != nil {
		return report, fmt.Errorf("import listing figures: %w", err)
	}
	return report, nil
}

// figuresImport is what an import of figures knows.
type figuresImport struct {
	codes    map[string]string // of markets, by code and names in small letters
	replaced map[[2]string]int // how many figures of a market and week
	today    data.Date
}

// begin learns what markets are called.
func (f *figuresImport) begin(ctx context.Context, m *importing) error {
	saved, err := markets.load(ctx, m.w.tx, `ORDER BY code`)
	for _, one := range data.MarketsWith(saved) {
		for _, name := range one.Name {
			f.codes[strings.ToLower(name)] = one.Code
		}
	}
	for _, one := range data.MarketsWith(saved) { // no name takes a code away
		f.codes[one.Code] = one.Code
	}
	f.today = data.DateOf(m.w.at)
	return err
}

// take deals with some hundred rows: one question for the products, one for the figures there are, then row by row.
func (f *figuresImport) take(ctx context.Context, m *importing, chunk []data.Patch) error {
	products, err := f.products(ctx, m, chunk)
	if err != nil {
		return err
	}
	list, wrong := make([]data.ListingFigures, len(chunk)), make([]data.Problems, len(chunk))
	for i, row := range chunk {
		list[i], wrong[i] = f.read(row, products)
	}
	there, err := f.there(ctx, m, list)
	if err != nil {
		return err
	}
	for i, row := range chunk {
		err := wrong[i].Err()
		if err == nil {
			err = f.put(ctx, m, row, list[i], there)
		}
		if err != nil && !m.refuse(row, err) {
			return fmt.Errorf("row %d: %w", row.Row, err)
		}
	}
	return nil
}

// listed is a product as a file names it.
type listed struct {
	id  int64
	sku string
}

// products returns the products of a chunk by the SKUs of their variants.
func (f *figuresImport) products(ctx context.Context, m *importing, chunk []data.Patch) (map[string]listed, error) {
	found := map[string]listed{}
	holes, args := in(keys(chunk, "sku"))
	err := eachRow(ctx, m.w.tx, `SELECT v.sku, p.id, p.sku FROM variant v JOIN product p ON p.id = v.product_id WHERE v.sku IN `+holes, args,
		func(scan func(...any) error) error {
			var sku string
			var p listed
			err := scan(&sku, &p.id, &p.sku)
			found[sku] = p
			return err
		})
	return found, err
}

// read returns what a row says, of the product and market it means.
func (f *figuresImport) read(row data.Patch, products map[string]listed) (data.ListingFigures, data.Problems) {
	next, problems := row.ListingFigures(data.ListingFigures{})
	sku, market := strings.TrimSpace(next.SKU), strings.TrimSpace(next.Market)
	p, known := products[sku]
	if !known && sku != "" {
		problems = append(problems, data.Problem{Row: row.Row, Field: "sku", Key: "problem.unknown_sku", Args: map[string]any{"Value": sku}})
	}
	code, known := f.codes[strings.ToLower(market)]
	if !known && market != "" {
		problems = append(problems, data.Problem{Row: row.Row, Field: "market", Key: "showcase.problem.market", Args: map[string]any{"Value": market}})
	}
	next.ProductID, next.SKU, next.Market = p.id, p.sku, code
	return next, problems
}

// figuresKey names the figures of a product, market and week.
type figuresKey struct {
	product      int64
	market, week string
}

func keyOfFigures(f data.ListingFigures) figuresKey {
	return figuresKey{f.ProductID, f.Market, string(f.Week)}
}

// there returns the figures that the store has of the products, markets and weeks of a chunk.
func (f *figuresImport) there(ctx context.Context, m *importing, list []data.ListingFigures) (map[figuresKey]*data.ListingFigures, error) {
	found := map[figuresKey]*data.ListingFigures{}
	weeks := map[[2]string][]int64{}
	for _, one := range list {
		at := [2]string{one.Market, string(one.Week)}
		weeks[at] = append(weeks[at], one.ProductID)
	}
	for at, ids := range weeks {
		holes, args := in(ids)
		old, err := listingFigures.load(ctx, m.w.tx, `WHERE market = ? AND week = ? AND product_id IN `+holes, append([]any{at[0], at[1]}, args...)...)
		if err != nil {
			return nil, err
		}
		for i := range old {
			found[keyOfFigures(old[i])] = &old[i]
		}
	}
	return found, nil
}

// put puts the figures of one row in the place of those there are.
func (f *figuresImport) put(ctx context.Context, m *importing, row data.Patch, said data.ListingFigures, there map[figuresKey]*data.ListingFigures) error {
	key := said.SKU + " " + said.Market + " " + string(said.Week)
	if again, err := m.repeated(row, "sku", key, "problem.differs_from_row"); again {
		if err == nil {
			m.done(row, key, data.Unchanged)
		}
		return err
	}
	old := there[keyOfFigures(said)]
	next := said
	if old != nil {
		var problems data.Problems
		if next, problems = row.ListingFigures(*old); len(problems) > 0 {
			return problems
		}
		next.SKU, next.Market, next.Archived = said.SKU, said.Market, false
	}
	if row.Values["source"] == "" && (old == nil || next.Counts != old.Counts) {
		next.Source = m.o.Source
	}
	if err := next.Validate(); err != nil {
		return err
	}
	replaces := old != nil && next.Counts != old.Counts
	changed, err := listingFigures.put(ctx, m.w, old, &next)
	if err != nil {
		return err
	}
	if replaces {
		f.replaced[[2]string{next.Market, string(next.Week)}]++
	}
	what := change(old == nil, changed)
	m.warn(row, what, next.Warnings(f.today))
	m.done(row, key, what)
	return nil
}

// end tells which weeks had figures already that are replaced.
func (f *figuresImport) end(m *importing) error {
	at := make([][2]string, 0, len(f.replaced))
	for key := range f.replaced {
		at = append(at, key)
	}
	slices.SortFunc(at, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	for _, key := range at {
		m.report.Warn("", 0, data.Problem{Field: "week", Key: "showcase.problem.replaced", Args: map[string]any{
			"Market": key[0], "Week": key[1], "Count": f.replaced[key],
		}})
	}
	return nil
}
