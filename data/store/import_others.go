package store

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"tradewind/data"
)

// Import puts the rows of an address list in, whole or not at all, as [Products.Import] does. A row without a code is
// matched by its name.
func (s Partners) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	report, err := s.at.importRows(ctx, rows, o, func(m *importing, chunk []data.Patch) error {
		for _, row := range chunk {
			if err := m.takePartner(ctx, row); err != nil && !m.refuse(row, err) {
				return fmt.Errorf("row %d: %w", row.Row, err)
			}
		}
		return nil
	}, nothing)
	if err != nil {
		return report, fmt.Errorf("import partners: %w", err)
	}
	return report, nil
}

// takePartner deals with one row.
func (m *importing) takePartner(ctx context.Context, row data.Patch) error {
	field := "code"
	key, where := strings.TrimSpace(row.Values[field]), `WHERE code = ?`
	if key == "" {
		field = "name"
		key, where = strings.TrimSpace(row.Values[field]), `WHERE name = ? ORDER BY archived, id LIMIT 1`
	}
	if key != "" {
		if again, err := m.repeated(row, field, field+"\x00"+key, "problem.differs_from_row"); again {
			if err == nil {
				m.done(row, key, data.Unchanged)
			}
			return err
		}
	}
	list, err := partners.load(ctx, m.w.tx, where, key)
	if err != nil {
		return err
	}
	if len(list) > 0 {
		return m.mergePartner(ctx, row, &list[0], field == "name")
	}
	return m.mergePartner(ctx, row, nil, field == "name")
}

// mergePartner puts a row into the partner it is about; nil: it is new. unnamed says that the row has no code.
func (m *importing) mergePartner(ctx context.Context, row data.Patch, old *data.Partner, unnamed bool) (err error) {
	var next data.Partner
	if old != nil {
		next = *old
	}
	next, problems, read := row.Partner(next)
	if len(problems) > 0 {
		return problems
	}
	next.Archived = false
	if old == nil && unnamed { // the code made from the name may be another's
		if next.Code, err = m.w.freeCode(ctx, next.Name); err != nil {
			return err
		}
	}
	next.Settle()
	if err := next.Validate(); err != nil {
		return err
	}
	changed, err := partners.put(ctx, m.w, old, &next)
	if err == nil {
		what := change(old == nil, changed)
		m.warn(row, what, read)
		err = m.warnPartner(ctx, row, what, next)
		m.done(row, next.Code, what)
	}
	return err
}

// warnPartner keeps what looks wrong with a partner that is new or changed, by itself and beside others; partners of
// earlier rows count.
func (m *importing) warnPartner(ctx context.Context, row data.Patch, what data.Change, p data.Partner) error {
	if what == data.Unchanged {
		return nil
	}
	list, err := alike(ctx, m.w.tx, p)
	m.warn(row, what, doubts(p, list))
	return err
}

// Import puts dated rates in, whole or not at all. A rate of a day that has one already replaces it.
func (s Rates) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	report, err := s.at.importRows(ctx, rows, o, func(m *importing, chunk []data.Patch) error {
		for _, row := range chunk {
			if err := m.takeRate(ctx, row); err != nil && !m.refuse(row, err) {
				return fmt.Errorf("row %d: %w", row.Row, err)
			}
		}
		return nil
	}, nothing)
	if err != nil {
		return report, fmt.Errorf("import rates: %w", err)
	}
	return report, nil
}

// takeRate deals with one row.
func (m *importing) takeRate(ctx context.Context, row data.Patch) error {
	next, problems := row.Rate()
	if len(problems) > 0 {
		return problems
	}
	if err := next.Validate(); err != nil {
		return err
	}
	key := strings.Join([]string{string(next.Date), string(next.Base), string(next.Quote)}, " ")
	if again, err := m.repeated(row, "date", key, "problem.differs_from_row"); again {
		if err == nil {
			m.done(row, key, data.Unchanged)
		}
		return err
	}
	list, err := rates.load(ctx, m.w.tx, `WHERE base = ? AND quote = ? AND date = ?`, string(next.Base), string(next.Quote), string(next.Date))
	if err != nil {
		return err
	}
	var old *data.Rate
	if len(list) > 0 {
		old = &list[0]
	}
	changed, err := rates.put(ctx, m.w, old, &next)
	if err == nil {
		what := change(old == nil, changed)
		m.warn(row, what, next.Warnings())
		m.done(row, key, what)
	}
	return err
}

// Import posts counted levels, whole or not at all: each movement is the difference to what the ledger says, so the
// same file twice moves nothing.
func (s Stock) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	report, err := s.at.importRows(ctx, rows, o, func(m *importing, chunk []data.Patch) error {
		for _, row := range chunk {
			if err := m.takeLevel(ctx, row); err != nil && !m.refuse(row, err) {
				return fmt.Errorf("row %d: %w", row.Row, err)
			}
		}
		return nil
	}, nothing)
	if err != nil {
		return report, fmt.Errorf("import stock: %w", err)
	}
	return report, nil
}

// takeLevel deals with one row.
func (m *importing) takeLevel(ctx context.Context, row data.Patch) error {
	l, problems := row.Level()
	if len(problems) > 0 {
		return problems
	}
	if l.VariantID = m.w.variantID(ctx, l.SKU); l.VariantID == 0 {
		return data.Problems{{Field: "sku", Key: "problem.unknown_sku", Args: map[string]any{"Value": l.SKU}}}
	}
	key := strings.Join([]string{l.SKU, l.Warehouse, l.Lot, string(l.Expiry)}, "\x00")
	if again, err := m.repeated(row, "sku", key, "problem.counted_twice"); again {
		if err == nil {
			m.done(row, l.SKU, data.Unchanged)
		}
		return err
	}
	var moved, known bool
	err := m.w.guarded(ctx, "quantity", func() (err error) {
		moved, known, err = m.w.count(ctx, l, m.o.Source)
		return err
	})
	if err == nil {
		what := change(moved && !known, moved)
		m.warn(row, what, l.Warnings())
		m.done(row, l.SKU, what)
	}
	return err
}
