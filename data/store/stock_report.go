package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"tradewind/data"
)

// LiesAt calls use with what lay where at a moment, by article, warehouse and lot, goods on the way among it. Levels of
// nothing are left out. As of now it reads the sums, of an earlier moment the ledger itself.
func (s Stock) LiesAt(ctx context.Context, at time.Time, use func(data.StockLine) error) error {
	return s.at.readAt(ctx, func(r reader) error {
		from, args, err := linesAt(ctx, r, at)
		if err != nil {
			return err
		}
		return eachRow(ctx, r, `SELECT `+goodsColumns+`, l.warehouse, l.lot, l.expiry, l.quantity, coalesce(t.value, 0)
			FROM `+from+` JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
			WHERE l.quantity <> 0 ORDER BY v.sku, l.warehouse, l.expiry, l.lot`, args, func(scan func(...any) error) error {
			var l data.StockLine
			if err := scan(append(goodsTargets(&l.StockGoods), &l.Warehouse, &l.Lot, &l.Expiry, &l.Quantity, &l.Value)...); err != nil {
				return err
			}
			return use(l)
		})
	})
}

// linesAt names levels l and values t as of a moment: the sums kept, unless something moved since.
func linesAt(ctx context.Context, r reader, at time.Time) (from string, args []any, err error) {
	var newest int64
	err = r.QueryRowContext(ctx, `SELECT at FROM movement ORDER BY id DESC LIMIT 1`).Scan(&newest)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", nil, err
	}
	if newest <= at.UnixMicro() {
		return `stock_level l LEFT JOIN stock_total t ON t.variant_id = l.variant_id`, nil, nil
	}
	return `(SELECT variant_id, warehouse, lot, expiry, sum(quantity) AS quantity FROM movement WHERE at <= ?1 GROUP BY 1, 2, 3, 4) l
		LEFT JOIN (SELECT variant_id, sum(value) AS value FROM movement WHERE at <= ?1 GROUP BY 1) t ON t.variant_id = l.variant_id`,
		[]any{at.UnixMicro()}, nil
}

// goodsColumns are what names an article, of variant v and product p.
const goodsColumns = `v.id, v.sku, iif(v.gtin <> '', v.gtin, p.gtin), p.names, p.unit, p.price, p.currency`

// goodsTargets are where they are read to.
func goodsTargets(g *data.StockGoods) []any {
	return []any{&g.VariantID, &g.SKU, &g.GTIN, textJSON{&g.Name}, &g.Unit, &g.Price, &g.Currency}
}

// MovedBetween calls use with every movement from a moment on and before another, in the order in which they were
// booked, with the article that moved.
func (s Stock) MovedBetween(ctx context.Context, from, until time.Time, use func(data.Movement, data.StockGoods) error) error {
	err := s.at.readAt(ctx, func(r reader) error {
		return eachRow(ctx, r, `SELECT m.id, m.at, m.person, m.warehouse, m.lot, m.expiry, m.quantity, m.reason, m.document, m.value, `+goodsColumns+`
			FROM movement m JOIN variant v ON v.id = m.variant_id JOIN product p ON p.id = v.product_id
			WHERE m.at >= ? AND m.at < ? ORDER BY m.id`, []any{from.UnixMicro(), until.UnixMicro()}, func(scan func(...any) error) error {
			var m data.Movement
			var g data.StockGoods
			err := scan(append([]any{
				&m.ID, utc{&m.At}, &m.Person, &m.Warehouse, &m.Lot, &m.Expiry, &m.Quantity, &m.Reason, &m.Document, &m.Value,
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
