package store

import (
	"context"
	"slices"
	"strings"

	"tradewind/data"
)

// Post books the differences of a stock-take, each as a counted movement that names it, and closes it. Of a lot that moved since
// the books were frozen, what moved stays moved: the new level is what was counted and what came and went since, while
// corrections by other counts are not added twice. Lots that nobody counted stay as they are; with notFound they are
// taken as gone. It gives [data.Problems] when nothing was counted, when differences beyond the tolerance lack a reason, or
// when a level would fall below zero. Goods kept for orders are given free as after any count.
func (s StockTakes) Post(ctx context.Context, no string, notFound bool) (data.StockTakeSum, error) {
	var sum data.StockTakeSum
	err := s.at.write(ctx, "", func(w *writing) error {
		t, err := w.openTake(ctx, no)
		if err != nil {
			return err
		}
		if notFound {
			if err := w.countRest(ctx, t); err != nil {
				return err
			}
		}
		found, err := takeChanges(ctx, w.tx, t, false, data.DateOf(w.at))
		if err != nil {
			return err
		}
		if sum = sumOf(found, t); sum.Counted == 0 {
			return data.Problems{{Key: "problem.stocktake_uncounted", Args: map[string]any{"No": no}}}
		}
		if n := len(sum.Unexplained); n > 0 {
			return data.Problems{{Field: "reason", Key: "problem.stocktake_unexplained", Args: map[string]any{"Differences": n, "SKUs": someOf(sum.Unexplained)}}}
		}
		for _, c := range found {
			if c.change == 0 {
				continue
			}
			if err := w.move(ctx, c.movement(t)); err != nil {
				return err
			}
		}
		t.State = data.TakePosted
		_, err = takes.save(ctx, w, t)
		return err
	})
	return sum, err
}

// someOf names the first few of a list.
func someOf(list []string) string {
	const few = 5
	if len(list) > few {
		return strings.Join(list[:few], ", ") + " …"
	}
	return strings.Join(list, ", ")
}

// countRest writes down that lots which nobody counted weren't found.
func (w *writing) countRest(ctx context.Context, t data.StockTake) error {
	rest, err := takeLines.load(ctx, w.tx, `WHERE take_id = ? AND counted IS NULL ORDER BY id`, t.ID)
	if err != nil {
		return err
	}
	for _, l := range rest {
		none := data.Quantity(0)
		if l.Counted = &none; l.Reason == "" {
			l.Reason = data.NotFound
		}
		if _, err := takeLines.save(ctx, w, l); err != nil {
			return err
		}
	}
	return nil
}

// takeChange is what posting would do to one lot.
type takeChange struct {
	line   data.StockTakeLine
	now    data.Quantity // on the level
	change data.Quantity
	have   data.Quantity // of the article altogether
	value  data.StockValue
	usual  *data.UnitPrice // cost of goods found of which nothing has a value
}

func (c takeChange) movement(t data.StockTake) data.Movement {
	return data.Movement{
		VariantID: c.line.VariantID, SKU: c.line.SKU, Warehouse: t.Warehouse, Lot: c.line.Lot, Expiry: c.line.Expiry,
		Quantity: c.change, Reason: data.Counted, Document: t.No, Usual: c.usual,
	}
}

// physical adds up what came and went of line l of stock-take t since its books were frozen. Corrections of the books are left out: counts,
// and the taking back of what was booked before.
const physical = `SELECT coalesce(sum(m.quantity), 0) FROM movement m
	WHERE m.variant_id = l.variant_id AND m.warehouse = t.warehouse AND m.lot = l.lot AND m.expiry = l.expiry AND m.id > l.after
	AND m.reason <> 'counted' AND (m.reason <> 'reversed' OR EXISTS (
		SELECT 1 FROM journal_batch b JOIN journal_batch ob ON ob.uuid = b.undoes JOIN movement o ON o.batch_id = ob.id
		WHERE b.id = m.batch_id AND o.variant_id = m.variant_id AND o.warehouse = m.warehouse AND o.lot = m.lot AND o.expiry = m.expiry
		AND o.quantity = -m.quantity AND o.id > l.after AND o.reason NOT IN ('counted', 'reversed')))`

// takeChanges works out what posting would do, by article; with notFound lots that nobody counted are taken as gone.
func takeChanges(ctx context.Context, r reader, t data.StockTake, notFound bool, today data.Date) (list []takeChange, err error) {
	err = eachRow(ctx, r, `SELECT l.variant_id, v.sku, l.lot, l.expiry, l.book, l.counted, l.reason, l.words,
			coalesce(k.quantity, 0), iif(l.counted IS NULL, 0, (`+physical+`)), coalesce(s.on_hand + s.in_transit, 0), coalesce(s.value, 0)
		FROM stock_take_line l JOIN stock_take t ON t.id = l.take_id JOIN variant v ON v.id = l.variant_id
		LEFT JOIN stock_level k ON k.variant_id = l.variant_id AND k.warehouse = t.warehouse AND k.lot = l.lot AND k.expiry = l.expiry
		LEFT JOIN stock_total s ON s.variant_id = l.variant_id
		WHERE l.take_id = ? ORDER BY l.variant_id, l.id`, []any{t.ID}, func(scan func(...any) error) error {
		var c takeChange
		var since data.Quantity
		l := &c.line
		err := scan(&l.VariantID, &l.SKU, &l.Lot, &l.Expiry, &l.Book, &l.Counted, &l.Reason, &l.Words, &c.now, &since, &c.have, &c.value)
		switch {
		case l.Counted != nil:
			c.change = *l.Counted + since - c.now
		case notFound:
			none := data.Quantity(0)
			l.Counted, l.Reason, c.change = &none, data.NotFound, -c.now
		}
		list = append(list, c)
		return err
	})
	if err != nil {
		return nil, err
	}
	return list, usualCosts(ctx, r, list, today)
}

// usualCosts looks up what goods cost that were found without a cost.
func usualCosts(ctx context.Context, r reader, list []takeChange, today data.Date) error {
	var unvalued []int64
	for _, c := range list {
		if c.change > 0 {
			unvalued = append(unvalued, c.line.VariantID)
		}
	}
	costs, err := purchaseCosts(ctx, r, slices.Compact(unvalued), today)
	for i, c := range list {
		if cost, known := costs[c.line.VariantID]; known {
			list[i].usual = &cost
		}
	}
	return err
}

// sumOf adds up what posting would do.
func sumOf(list []takeChange, t data.StockTake) (sum data.StockTakeSum) {
	var of int64 // the article whose value is being followed
	var have data.Quantity
	var value data.StockValue
	for _, c := range list {
		sum.Lines++
		if c.line.Counted == nil {
			continue
		}
		sum.Counted++
		if c.change == 0 {
			continue
		}
		if c.line.VariantID != of {
			of, have, value = c.line.VariantID, c.have, c.value
		}
		m := c.movement(t)
		if m.Unvalued(value) {
			m.Cost = m.Usual
		}
		added := data.MovingAverage(have, value, c.change, m.Cost)
		have, value = have+c.change, value+added
		sum.Differences++
		sum.Quantity += c.change
		sum.Value += added
		if !c.line.Explained(c.change, t.Tolerance) {
			sum.Unexplained = append(sum.Unexplained, c.line.SKU)
		}
	}
	return sum
}

// Sum says how far a stock-take has come, and what posting it now would do; of a posted one what it did.
func (s StockTakes) Sum(ctx context.Context, no string, notFound bool) (sum data.StockTakeSum, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		t, err := takes.one(ctx, r, `WHERE stock_take_no = ?`, no)
		if err != nil {
			return err
		}
		if t.State == data.TakeOpen {
			found, err := takeChanges(ctx, r, t, notFound, data.DateOf(s.at.file.now()))
			sum = sumOf(found, t)
			return err
		}
		return r.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM stock_take_line WHERE take_id = ?1),
			(SELECT count(counted) FROM stock_take_line WHERE take_id = ?1),
			count(*), coalesce(sum(m.quantity), 0), coalesce(sum(m.value), 0)
			FROM movement m WHERE m.document = ?2 AND m.document <> '' AND m.reason = 'counted' AND ?3`,
			t.ID, t.No, t.State == data.TakePosted).Scan(&sum.Lines, &sum.Counted, &sum.Differences, &sum.Quantity, &sum.Value)
	})
	return sum, err
}
