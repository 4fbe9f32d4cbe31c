package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"tradewind/data"
)

// LiesAt calls use with what lay where at a moment, by article, warehouse and lot, goods on the way among it. Levels of
// nothing are left out. As of now it reads the sums, of an earlier moment the ledger itself, along an index that has it
// in this order: neither sorts the whole.
func (s Stock) LiesAt(ctx context.Context, at time.Time, use func(data.StockLine) error) error {
	return s.at.readAt(ctx, func(r reader) error {
		var newest int64
		err := r.QueryRowContext(ctx, `SELECT at FROM movement ORDER BY id DESC LIMIT 1`).Scan(&newest)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		query, args, lay := layThen, []any{at.UnixMicro()}, laid{use: use}
		if newest <= at.UnixMicro() {
			query, args, lay.whole = liesNow, nil, true
		}
		if err := eachLine(ctx, r, query, args, lay.line); err != nil {
			return err
		}
		return lay.article()
	})
}

// What lies where with its article's value, and what lay where with what it adds to that value, of levels of nothing too.
const (
	liesNow = `SELECT ` + goodsColumns + `, l.warehouse, l.lot, l.expiry, l.quantity, coalesce(t.value, 0)
		FROM variant v CROSS JOIN product p ON p.id = v.product_id CROSS JOIN stock_level l ON l.variant_id = v.id
		LEFT JOIN stock_total t ON t.variant_id = v.id
		WHERE l.quantity <> 0 ORDER BY v.sku, l.warehouse, l.lot, l.expiry`
	layThen = `SELECT ` + goodsColumns + `, m.warehouse, m.lot, m.expiry, sum(m.quantity), sum(m.value)
		FROM variant v CROSS JOIN product p ON p.id = v.product_id CROSS JOIN movement m INDEXED BY movement_place ON m.variant_id = v.id
		WHERE m.at <= ? GROUP BY v.sku, m.warehouse, m.expiry, m.lot ORDER BY v.sku, m.warehouse, m.expiry, m.lot`
)

// eachLine reads lines. Those of an article follow each other, and share what it is called.
func eachLine(ctx context.Context, r reader, query string, args []any, use func(data.StockLine) error) error {
	var name lastTexts
	return eachRow(ctx, r, query, args, func(scan func(...any) error) error {
		var l data.StockLine
		to := goodsTargets(&l.StockGoods)
		to[nameColumn] = &name
		if err := scan(append(to, &l.Warehouse, &l.Lot, &l.Expiry, &l.Quantity, &l.Value)...); err != nil {
			return err
		}
		l.Name = name.texts
		return use(l)
	})
}

// lastTexts reads texts that may be the same as those of the row before.
type lastTexts struct {
	json  string
	texts data.Texts
}

// Scan reads JSON.
func (n *lastTexts) Scan(v any) error {
	if s, ok := v.(string); ok && s == n.json {
		return nil
	}
	var next data.Texts
	if err := (textJSON{&next}).Scan(v); err != nil {
		return err
	}
	n.json, _ = v.(string)
	n.texts = next
	return nil
}

// laid holds the lines of an article back until they are in order and its value is added up.
type laid struct {
	use   func(data.StockLine) error
	whole bool // a line has the article's value, not its part
	lines []data.StockLine
	value data.StockValue
}

// line takes a line with its part of the value.
func (l *laid) line(next data.StockLine) error {
	if len(l.lines) > 0 && l.lines[0].VariantID != next.VariantID {
		if err := l.article(); err != nil {
			return err
		}
	}
	if l.lines = append(l.lines, next); l.whole {
		l.value = next.Value
	} else {
		l.value += next.Value
	}
	return nil
}

// article hands out the lines of an article that aren't empty.
func (l *laid) article() error {
	slices.SortFunc(l.lines, func(a, b data.StockLine) int {
		return cmp.Or(cmp.Compare(a.Warehouse, b.Warehouse), cmp.Compare(a.Expiry, b.Expiry), cmp.Compare(a.Lot, b.Lot))
	})
	for _, one := range l.lines {
		if one.Value = l.value; one.Quantity == 0 {
			continue
		}
		if err := l.use(one); err != nil {
			return err
		}
	}
	l.lines, l.value = l.lines[:0], 0
	return nil
}

// goodsColumns are what names an article, of variant v and product p; nameColumn is the place of its name.
const goodsColumns = `v.id, v.sku, iif(v.gtin <> '', v.gtin, p.gtin), p.names, p.unit, p.price, p.currency`

const nameColumn = 3

// goodsTargets are where they are read to.
func goodsTargets(g *data.StockGoods) []any {
	return []any{&g.VariantID, &g.SKU, &g.GTIN, textJSON{&g.Name}, &g.Unit, &g.Price, &g.Currency}
}

// MovedBetween calls use with every movement from a moment on and before another, in the order in which they were
// booked, with the article that moved.
func (s Stock) MovedBetween(ctx context.Context, from, until time.Time, use func(data.Movement, data.StockGoods) error) error {
	err := s.at.readAt(ctx, func(r reader) error {
		return eachRow(ctx, r, `SELECT m.id, m.at, m.person, m.warehouse, m.lot, m.expiry, m.quantity, m.reason, m.document, m.value, `+openingStock+`, `+goodsColumns+`
			FROM movement m JOIN variant v ON v.id = m.variant_id JOIN product p ON p.id = v.product_id
			WHERE m.at >= ? AND m.at < ? ORDER BY m.id`, []any{from.UnixMicro(), until.UnixMicro()}, func(scan func(...any) error) error {
			var m data.Movement
			var g data.StockGoods
			err := scan(append([]any{
				&m.ID, utc{&m.At}, &m.Person, &m.Warehouse, &m.Lot, &m.Expiry, &m.Quantity, &m.Reason, &m.Document, &m.Value, &m.Opening,
			}, goodsTargets(&g)...)...)
			if err != nil {
				return err
			}
			m.VariantID, m.SKU = g.VariantID, g.SKU
			return use(m, g)
		})
	})
	if err != nil {
		return fmt.Errorf("movements: %w", err)
	}
	return nil
}

// Places returns the codes of all places where goods may lie but the main one: warehouses with a record, those where
// anything was booked, and the way between them.
func (s Stock) Places(ctx context.Context) (list []string, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		return each(ctx, r, `SELECT code FROM warehouse WHERE archived = 0 AND code <> ''
			UNION SELECT DISTINCT warehouse FROM stock_level WHERE warehouse <> '' ORDER BY 1`, func(code string) { list = append(list, code) })
	})
	return list, err
}
