package store

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"tradewind/data"
)

// Import puts the rows of a product list into the catalogue, whole or not at all: with problems, which the report
// carries, nothing is written. Rows that change nothing leave no trace. A supplier that isn't known by code or name is
// created; a stock value is a counted level and posts the difference.
func (s Products) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	suppliers := map[string]int64{}
	report, err := s.at.importRows(ctx, rows, o, func(m *importing, chunk []data.Patch) error {
		return m.takeProducts(ctx, chunk, suppliers)
	}, nothing)
	if err != nil {
		return report, fmt.Errorf("import products: %w", err)
	}
	return report, nil
}

// takeProducts deals with some hundred rows: one question for the products there are, then row by row.
func (m *importing) takeProducts(ctx context.Context, chunk []data.Patch, suppliers map[string]int64) error {
	holes, args := in(keys(chunk, "sku"))
	list, err := products.load(ctx, m.w.tx, `WHERE sku IN `+holes, args...)
	if err != nil {
		return err
	}
	there := make(map[string]*data.Product, len(list))
	for i := range list {
		there[list[i].SKU] = &list[i]
	}
	for _, row := range chunk {
		if err := m.takeProduct(ctx, row, there, suppliers); err != nil && !m.refuse(row, err) {
			return fmt.Errorf("row %d: %w", row.Row, err)
		}
	}
	return nil
}

// takeProduct deals with one row.
func (m *importing) takeProduct(ctx context.Context, row data.Patch, there map[string]*data.Product, suppliers map[string]int64) error {
	sku := strings.TrimSpace(row.Values["sku"])
	if _, ok := row.Values[data.VariantOf]; ok {
		return m.takeVariant(ctx, row)
	}
	if again, err := m.saidBefore(row, sku, sku); again {
		return err
	}
	old := there[sku]
	var next data.Product
	if old != nil {
		next = *old
		next.Variants = slices.Clone(old.Variants)
	}
	next, problems := row.Product(next, m.home)
	counted, hasStock, wrong := row.Stock()
	if problems = append(problems, wrong...); len(problems) > 0 {
		return problems
	}
	if err := next.Validate(); err != nil {
		return err
	}
	next.Archived = false // what a list brings is sold
	if err := m.findSupplier(ctx, old, &next, suppliers); err != nil {
		return err
	}
	ownVariant(&next)
	if own := row.Attributes(); own != nil {
		next.Variants[0].Attributes = own
	}
	changed, err := products.put(ctx, m.w, old, &next)
	if err != nil {
		return err
	}
	if hasStock {
		moved, err := m.countRow(ctx, next, 0, counted)
		if changed = changed || moved; err != nil {
			return err
		}
	}
	what := change(old == nil, changed)
	m.warn(row, what, next.Warnings(), row.ProductWarnings(), stockWarnings(hasStock, counted))
	m.done(row, sku, what)
	return nil
}

// saidBefore deals with a row about the article sku, kept under key, that repeats or contradicts an earlier one.
func (m *importing) saidBefore(row data.Patch, key, sku string) (again bool, err error) {
	if sku == "" {
		return false, nil
	}
	if again, err = m.repeated(row, "sku", key, "problem.differs_from_row"); again && err == nil {
		m.done(row, sku, data.Unchanged)
	}
	return again, err
}

// stockWarnings reports what looks wrong with a level that a product row states.
func stockWarnings(stated bool, counted data.Quantity) data.Problems {
	if !stated {
		return nil
	}
	warnings := data.Level{Quantity: counted}.Warnings()
	for i := range warnings {
		warnings[i].Field = "stock"
	}
	return warnings
}

// usualCost returns what a product costs to buy, in the company's currency, nil when that isn't known.
func (m *importing) usualCost(ctx context.Context, p data.Product) (*data.UnitPrice, error) {
	if p.Cost == nil || p.CostCurrency == m.home {
		return p.Cost, nil
	}
	if !m.rated[p.CostCurrency] {
		found, err := costRates(ctx, m.w.tx, []data.Currency{p.CostCurrency}, data.DateOf(m.w.at))
		if err != nil {
			return nil, err
		}
		maps.Copy(m.rates, found)
		m.rated[p.CostCurrency] = true
	}
	return costAt(m.rates, *p.Cost, p.CostCurrency), nil
}

// change names what became of a record.
func change(isNew, changed bool) data.Change {
	switch {
	case isNew:
		return data.New
	case changed:
		return data.Changed
	}
	return data.Unchanged
}

// findSupplier finds the partner that the file calls supplier, or makes it, and brings the offers in line with it.
func (m *importing) findSupplier(ctx context.Context, old, next *data.Product, suppliers map[string]int64) error {
	if next.Supplier == "" || old != nil && next.Supplier == old.Supplier {
		return m.w.settleOffers(ctx, next)
	}
	id := suppliers[next.Supplier]
	if id == 0 {
		if id = m.w.partnerID(ctx, next.Supplier); id == 0 {
			made, err := m.makeSupplier(ctx, next.Supplier)
			if err != nil {
				return err
			}
			id = made
		} else if err := m.w.makeItSupplier(ctx, id); err != nil {
			return err
		}
		suppliers[strings.Clone(next.Supplier)] = id
	}
	next.SupplierID = id
	if old != nil && old.SupplierID == id {
		next.Supplier = old.Supplier // the file knows it by its code
	}
	return m.w.settleOffers(ctx, next)
}

// makeSupplier creates a supplier of which only the name is known.
func (m *importing) makeSupplier(ctx context.Context, name string) (int64, error) {
	p := data.Partner{Party: data.Party{Name: name}, Roles: []data.Role{data.Supplier}}
	if err := checkPartner(ctx, m.w, nil, &p); err != nil {
		return 0, err
	}
	if err := p.Validate(); err != nil {
		return 0, err
	}
	_, err := partners.put(ctx, m.w, nil, &p)
	m.report.Created = append(m.report.Created, strings.Clone(name))
	return p.ID, err
}
