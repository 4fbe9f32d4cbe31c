package store

import (
	"context"
	"math"
	"math/bits"
	"time"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// ExpiryQuery asks for lots by the day on which they expire.
type ExpiryQuery struct {
	Words string    // all of them must match the product
	Until data.Date // the last day of expiry that is listed; "": all
	Month string    // of one month only: "2026-11"
	After int       // so many were on the pages before
	Limit int       // 0: all
}

// conditions returns what q asks of level l and of the product that v belongs to.
func (q ExpiryQuery) conditions() (string, []any) {
	days, args := q.days()
	goods, more := q.goods()
	return days + ` AND ` + goods, append(args, more...)
}

// days returns what q asks of level l.
func (q ExpiryQuery) days() (string, []any) {
	where, args := `l.expiry <> '' AND l.quantity > 0`, []any(nil)
	if q.Until != "" {
		where, args = where+` AND l.expiry <= ?`, append(args, string(q.Until))
	}
	if q.Month != "" {
		where, args = where+` AND l.expiry >= ? AND l.expiry <= ?`, append(args, q.Month+"-01", q.Month+"-31")
	}
	return where, args
}

// goods returns what q asks of the product that v belongs to.
func (q ExpiryQuery) goods() (string, []any) {
	if q.Words == "" {
		return `EXISTS (SELECT 1 FROM product WHERE id = v.product_id AND archived = 0)`, nil
	}
	tests, more := searchFor(products.number, Query{Words: q.Words}, false).tests()
	return `EXISTS (SELECT 1 FROM search WHERE kind = ? AND record = v.product_id AND` + tests + `)`, append([]any{products.number}, more...)
}

// Expiring returns the lots that q asks for, by the day on which they expire, with the days left and their part of the
// article's value at moving average cost. Those that have expired come first; goods on the way are among them.
func (s Stock) Expiring(ctx context.Context, today data.Date, q ExpiryQuery) (list []data.ExpiringLot, err error) {
	where, args := q.conditions()
	limit := q.Limit
	if limit <= 0 {
		limit = math.MaxInt32
	}
	err = s.at.readAt(ctx, func(r reader) error {
		return eachRow(ctx, r, `SELECT `+goodsColumns+`, l.warehouse, l.lot, l.expiry, l.quantity,
			coalesce(t.on_hand + t.in_transit, 0), coalesce(t.value, 0)
			FROM stock_level l INDEXED BY stock_level_expiry JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
			LEFT JOIN stock_total t ON t.variant_id = l.variant_id WHERE `+where+`
			ORDER BY l.expiry, l.variant_id, l.warehouse, l.lot LIMIT ? OFFSET ?`, append(args, limit, q.After), func(scan func(...any) error) error {
			var one data.ExpiringLot
			var have data.Quantity
			var worth data.StockValue
			l := &one.Level
			if err := scan(append(goodsTargets(&one.Goods), &l.Warehouse, &l.Lot, &l.Expiry, &l.Quantity, &have, &worth)...); err != nil {
				return err
			}
			l.VariantID, l.SKU = one.Goods.VariantID, one.Goods.SKU
			one.Days = int(l.Expiry.Time().Sub(today.Time()) / (24 * time.Hour))
			one.Value = partOf(worth, l.Quantity, have)
			list = append(list, one)
			return nil
		})
	})
	return list, err
}

// partOf is what a part of an article is worth, rounded half up to the millionth.
func partOf(worth data.StockValue, part, whole data.Quantity) data.StockValue {
	if whole <= 0 {
		return 0
	}
	if high, low := bits.Mul64(uint64(max(worth, 0)), uint64(max(part, 0))); worth >= 0 && part >= 0 && high < uint64(whole) {
		n, rest := bits.Div64(high, low, uint64(whole))
		if n < math.MaxInt64 {
			return data.StockValue(n + (2*rest)/uint64(whole)) // the rest is less than the whole, which is less than half of what fits
		}
	}
	return data.StockValue(decimal.NewFromInt(int64(worth)).Mul(part.Decimal()).Div(whole.Decimal()).Round(0).IntPart())
}

// ExpiryCalendar adds up what expires in each month: what has expired by today stands under its own month. What there is of each
// article is read once, its lots from an index alone: all lots there are may be among it.
func (s Stock) ExpiryCalendar(ctx context.Context, q ExpiryQuery) (months []data.ExpiryMonth, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		whole, err := worthOfLots(ctx, r, q)
		if err != nil {
			return err
		}
		where, args := q.days()
		return eachRow(ctx, r, `SELECT l.variant_id, substr(l.expiry, 1, 7), l.quantity FROM stock_level l INDEXED BY stock_level_expiry
			WHERE `+where+` ORDER BY l.expiry`, args, func(scan func(...any) error) error {
			var variant int64
			var month string
			var lot data.Quantity
			if err := scan(&variant, &month, &lot); err != nil {
				return err
			}
			of, wanted := whole[variant]
			if !wanted {
				return nil
			}
			if len(months) == 0 || months[len(months)-1].Month != month {
				months = append(months, data.ExpiryMonth{Month: month})
			}
			last := &months[len(months)-1]
			last.Lots++
			worth := partOf(of.worth, lot, of.have)
			if last.Value += worth; worth == 0 {
				last.Unvalued++
			}
			return nil
		})
	})
	return months, err
}

// held is how much there is of an article and what that is worth.
type held struct {
	have  data.Quantity
	worth data.StockValue
}

// worthOfLots returns what there is of each variant that q asks for and that has lots which expire.
func worthOfLots(ctx context.Context, r reader, q ExpiryQuery) (map[int64]held, error) {
	found := map[int64]held{}
	product, args := q.goods()
	err := eachRow(ctx, r, `SELECT v.id, coalesce(t.on_hand + t.in_transit, 0), coalesce(t.value, 0)
		FROM (SELECT DISTINCT variant_id FROM stock_level INDEXED BY stock_level_expiry WHERE expiry <> '' AND quantity > 0) l
		CROSS JOIN variant v ON v.id = l.variant_id LEFT JOIN stock_total t ON t.variant_id = v.id WHERE `+product, args, func(scan func(...any) error) error {
		var variant int64
		var one held
		err := scan(&variant, &one.have, &one.worth)
		found[variant] = one
		return err
	})
	return found, err
}
