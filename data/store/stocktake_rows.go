package store

import (
	"context"

	"tradewind/data"
)

// TakeQuery asks for a page of the lines of a stock-take. After is the ID of the last line of the page before.
type TakeQuery struct {
	Words string // looked for in SKU, barcode number, names and lot
	Only  TakeOnly
	After int64
	Limit int // 0 gives all
}

// TakeOnly chooses lines by how they were counted.
type TakeOnly int

// The choices.
const (
	AllLines TakeOnly = iota
	UncountedLines
	DifferentLines
)

// Rows returns the lines of a stock-take, in the order of their articles; what was found beside them comes last.
func (s StockTakes) Rows(ctx context.Context, take int64, q TakeQuery) (list []data.StockTakeRow, err error) {
	err = s.EachRow(ctx, take, q, func(row data.StockTakeRow) error {
		list = append(list, row)
		return nil
	})
	return list, err
}

// EachRow calls use with the lines that [StockTakes.Rows] returns, one after the other.
func (s StockTakes) EachRow(ctx context.Context, take int64, q TakeQuery, use func(data.StockTakeRow) error) error {
	where, args := `WHERE l.take_id = ? AND l.id > ?`, []any{take, q.After}
	switch q.Only {
	case AllLines:
	case UncountedLines:
		where += ` AND l.counted IS NULL`
	case DifferentLines:
		where += ` AND l.counted <> l.book`
	}
	for _, t := range searchFor(0, Query{Words: q.Words}, false).terms {
		where += ` AND instr(folded(v.sku || ' ' || v.gtin || ' ' || p.gtin || ' ' || p.names || ' ' || l.lot), ?) > 0`
		args = append(args, t)
	}
	limit := -1
	if q.Limit > 0 {
		limit = q.Limit
	}
	return s.at.readAt(ctx, func(r reader) error {
		return eachRow(ctx, r, `SELECT l.id, l.uuid, l.version, l.changed_at, l.changed_by, l.take_id, l.lot, l.expiry, l.book, l.counted, l.reason, l.words, l.after, `+goodsColumns+`
			FROM stock_take_line l JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id `+where+` ORDER BY l.id LIMIT ?`,
			append(args, limit), func(scan func(...any) error) error {
				var row data.StockTakeRow
				l := &row.StockTakeLine
				err := scan(append([]any{
					&l.ID, &l.UUID, &l.Version, utc{&l.ChangedAt}, &l.ChangedBy, &l.TakeID, &l.Lot, &l.Expiry, &l.Book, &l.Counted, &l.Reason, &l.Words, &l.After,
				}, goodsTargets(&row.Goods)...)...)
				if err != nil {
					return err
				}
				l.VariantID, l.SKU = row.Goods.VariantID, row.Goods.SKU
				return use(row)
			})
	})
}
