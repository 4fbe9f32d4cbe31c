package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"tradewind/data"
)

// move books one movement and adds it to its level and to its article's totals. Its
// value follows from what the goods cost; of a counter-entry m.Value is what its movement added.
func (w *writing) move(ctx context.Context, m data.Movement) error {
	batch, err := w.batchID(ctx)
	if err != nil {
		return err
	}
	change := total{onHand: m.Quantity, kept: keeps(m)}
	if m.Warehouse == data.InTransit {
		change = total{inTransit: m.Quantity}
	}
	if change.value, err = w.valueOf(ctx, m); err != nil {
		return err
	}
	_, err = w.exec(ctx, `INSERT INTO movement (uuid, batch_id, at, person, variant_id, warehouse, lot, expiry, quantity, reason, document, value, reverses, note)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		newUUID(), batch, w.at.UnixMicro(), w.person, m.VariantID, m.Warehouse, m.Lot, string(m.Expiry), int64(m.Quantity),
		string(m.Reason), m.Document, int64(change.value), m.Reverses, m.Note)
	if err != nil {
		return fmt.Errorf("move stock of %s: %w", m.SKU, err)
	}
	var now data.Quantity
	err = w.scan(ctx, `INSERT INTO stock_level (variant_id, warehouse, lot, expiry, quantity) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (variant_id, warehouse, lot, expiry) DO UPDATE SET quantity = quantity + excluded.quantity RETURNING quantity`,
		[]any{m.VariantID, m.Warehouse, m.Lot, string(m.Expiry), int64(m.Quantity)}, &now)
	if err != nil {
		return err
	}
	if m.Quantity < 0 {
		w.stock.drain(m, now-m.Quantity)
	}
	return w.addTotal(ctx, m.VariantID, change)
}

// valueOf returns what a movement adds to the value of stock.
func (w *writing) valueOf(ctx context.Context, m data.Movement) (data.StockValue, error) {
	if m.Reason == data.Transferred { // it only lies elsewhere
		return 0, nil
	}
	var have data.Quantity
	var value data.StockValue
	err := w.scan(ctx, `SELECT on_hand + in_transit, value FROM stock_total WHERE variant_id = ?`, []any{m.VariantID}, &have, &value)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, err
	}
	if m.Reason == data.Reversed {
		return data.Countered(have, value, m.Quantity, m.Value), nil
	}
	if m.Unvalued(value) {
		if m.Cost, err = w.usualCost(ctx, m); err != nil {
			return 0, err
		}
	}
	return data.MovingAverage(have, value, m.Quantity, m.Cost), nil
}

// keeps reports whether a movement shows that the merchant keeps stock of its article: it came in or was counted.
func keeps(m data.Movement) bool {
	switch m.Reason {
	case data.Counted, data.Received, data.Returned, data.Transferred:
		return m.Quantity > 0
	}
	return false
}

// total is what is added to an article's totals.
type total struct {
	onHand, inTransit, reserved, onOrder data.Quantity
	value                                data.StockValue
	kept                                 bool
}

// addTotal adds t to the totals of a variant.
func (w *writing) addTotal(ctx context.Context, variant int64, t total) error {
	w.unmarked.variant(variant)
	_, err := w.exec(ctx, `INSERT INTO stock_total (variant_id, on_hand, in_transit, reserved, on_order, value, kept) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (variant_id) DO UPDATE SET on_hand = on_hand + excluded.on_hand, in_transit = in_transit + excluded.in_transit,
			reserved = reserved + excluded.reserved, on_order = on_order + excluded.on_order, value = value + excluded.value, kept = max(kept, excluded.kept)`,
		variant, int64(t.onHand), int64(t.inTransit), int64(t.reserved), int64(t.onOrder), int64(t.value), t.kept)
	return err
}

// take books goods that leave m's warehouse, m.Quantity below zero, lot by lot: what expires first leaves first, then
// what doesn't expire, and what has expired only when nothing else is left. What no lot holds leaves the goods without
// a lot; [writing.guardStock] sees to it that this is allowed.
func (w *writing) take(ctx context.Context, m data.Movement) error {
	lots, err := w.lots(ctx, m.VariantID, m.Warehouse)
	if err != nil {
		return err
	}
	picked, rest := data.Pick(lots, -m.Quantity, data.DateOf(w.at))
	for _, l := range picked {
		m.Lot, m.Expiry, m.Quantity = l.Lot, l.Expiry, -l.Quantity
		if err := w.move(ctx, m); err != nil {
			return err
		}
	}
	if rest == 0 {
		return nil
	}
	m.Lot, m.Expiry, m.Quantity = "", "", -rest
	return w.move(ctx, m)
}

// lots returns what lies in a warehouse.
func (w *writing) lots(ctx context.Context, variant int64, warehouse string) (list []data.Level, err error) {
	err = eachRow(ctx, w.tx, `SELECT lot, expiry, quantity FROM stock_level WHERE variant_id = ? AND warehouse = ? AND quantity > 0`,
		[]any{variant, warehouse}, func(scan func(...any) error) error {
			var l data.Level
			err := scan(&l.Lot, &l.Expiry, &l.Quantity)
			list = append(list, l)
			return err
		})
	return list, err
}
