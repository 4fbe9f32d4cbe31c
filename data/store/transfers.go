package store

import (
	"context"
	"fmt"

	"tradewind/data"
)

// transferTaken asks whether a transfer has a number already.
const transferTaken = `SELECT 1 FROM transfer WHERE transfer_no = ?`

// Transfer sends goods from one warehouse to another and returns the transfer with its number. They lie in
// [data.InTransit] until [Stock.Arrive]. A line without a lot takes what expires first. It gives [data.Problems] when
// the goods aren't there or are kept for orders.
func (s Stock) Transfer(ctx context.Context, t data.StockTransfer) (sent data.StockTransfer, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		if err := w.findTransferLines(ctx, &t); err != nil {
			return err
		}
		if err := w.insertTransfer(ctx, &t); err != nil {
			return err
		}
		for _, l := range t.Lines {
			m := data.Movement{
				VariantID: l.VariantID, SKU: l.SKU, Warehouse: t.From, Lot: l.Lot, Expiry: l.Expiry,
				Quantity: -l.Quantity, Reason: data.Transferred, Document: t.No,
			}
			if err := w.depart(ctx, m); err != nil {
				return err
			}
		}
		sent, err = transferBy(ctx, w.tx, t.No)
		return err
	})
	return sent, err
}

// findTransferLines checks a transfer before it is sent.
func (w *writing) findTransferLines(ctx context.Context, t *data.StockTransfer) error {
	wrong := t.Problems()
	for i := range t.Lines {
		l := &t.Lines[i]
		if l.VariantID == 0 {
			l.VariantID = w.variantID(ctx, l.SKU)
		}
		if l.VariantID == 0 {
			wrong = append(wrong, unknownSKU(i, l.SKU))
		}
	}
	return wrong.Err()
}

// unknownSKU says that the i-th row names an article that isn't there.
func unknownSKU(i int, sku string) data.Problem {
	return data.Problem{Field: field(i, "sku"), Key: "problem.unknown_sku", Args: map[string]any{"Value": sku}}
}

// insertTransfer gives the transfer its number and writes its head.
func (w *writing) insertTransfer(ctx context.Context, t *data.StockTransfer) (err error) {
	if t.Date == "" {
		t.Date = data.DateOf(w.at)
	}
	if t.No == "" {
		t.No, err = w.nextFree(ctx, data.TransferKind, t.Date.Year(), transferTaken)
	} else if used, e := w.exists(ctx, transferTaken, t.No); e != nil || used {
		err = data.Problems{{Field: "transfer_no", Key: "problem.taken"}}
	}
	if err != nil {
		return err
	}
	batch, err := w.batchID(ctx)
	if err != nil {
		return err
	}
	_, err = w.exec(ctx, `INSERT INTO transfer (uuid, batch_id, at, person, transfer_no, from_warehouse, to_warehouse, date, expected, note)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		newUUID(), batch, w.at.UnixMicro(), w.person, t.No, t.From, t.To, string(t.Date), string(t.Expected), t.Note)
	return err
}

// depart books goods out of their warehouse and onto the way, lot by lot.
func (w *writing) depart(ctx context.Context, m data.Movement) error {
	parts := []data.Level{{Lot: m.Lot, Expiry: m.Expiry, Quantity: -m.Quantity}}
	if m.Lot == "" && m.Expiry == "" {
		lots, err := w.lots(ctx, m.VariantID, m.Warehouse)
		if err != nil {
			return err
		}
		picked, rest := data.Pick(lots, -m.Quantity, data.DateOf(w.at))
		if parts = picked; rest > 0 {
			parts = append(parts, data.Level{Quantity: rest})
		}
	}
	for _, l := range parts {
		m.Lot, m.Expiry, m.Quantity = l.Lot, l.Expiry, -l.Quantity
		if err := w.move(ctx, m); err != nil {
			return err
		}
		way := m
		way.Warehouse, way.Quantity = data.InTransit, l.Quantity
		if err := w.move(ctx, way); err != nil {
			return err
		}
	}
	return nil
}

// Arrive books what arrived of a transfer in the warehouse it went to; an article without a lot arrives from what is on
// the way, by lot. With done, what is still on the way is written off: nothing more will come. It gives [data.Problems]
// when more arrives than is on the way.
func (s Stock) Arrive(ctx context.Context, no string, got []data.StockTransferLine, done bool) (t data.StockTransfer, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		t, err = transferBy(ctx, w.tx, no)
		if err != nil {
			return err
		}
		var wrong data.Problems
		for i, l := range got {
			rest, err := w.arriveLine(ctx, &t, l)
			if err != nil {
				return err
			}
			if rest != 0 {
				wrong = append(wrong, data.Problem{Field: field(i, "quantity"), Key: "problem.more_than_sent", Args: map[string]any{
					"SKU": l.SKU, "Transfer": no, "Open": (l.Quantity - rest).String(),
				}})
			}
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		if done {
			err = w.writeOffRest(ctx, t)
		}
		if err == nil {
			t, err = transferBy(ctx, w.tx, no)
		}
		return err
	})
	return t, err
}

// arriveLine takes got off the way, from the lines of t that match it, and returns what none of them has.
func (w *writing) arriveLine(ctx context.Context, t *data.StockTransfer, got data.StockTransferLine) (rest data.Quantity, err error) {
	if rest = got.Quantity; rest < 0 {
		return rest, nil
	}
	for i := range t.Lines {
		l := &t.Lines[i]
		same := l.SKU == got.SKU && (got.Lot == "" && got.Expiry == "" || l.Lot == got.Lot && l.Expiry == got.Expiry)
		part := min(rest, l.Open)
		if !same || part <= 0 {
			continue
		}
		rest, l.Open = rest-part, l.Open-part
		if err := w.offTheWay(ctx, *t, *l, part, data.Transferred); err != nil {
			return rest, err
		}
		here := data.Movement{
			VariantID: l.VariantID, SKU: l.SKU, Warehouse: t.To, Lot: l.Lot, Expiry: l.Expiry, Quantity: part,
			Reason: data.Transferred, Document: t.No,
		}
		if err := w.move(ctx, here); err != nil {
			return rest, err
		}
	}
	return rest, nil
}

// offTheWay books goods that are no longer on the way.
func (w *writing) offTheWay(ctx context.Context, t data.StockTransfer, l data.StockTransferLine, part data.Quantity, why data.Reason) error {
	return w.move(ctx, data.Movement{
		VariantID: l.VariantID, SKU: l.SKU, Warehouse: data.InTransit, Lot: l.Lot, Expiry: l.Expiry, Quantity: -part,
		Reason: why, Document: t.No,
	})
}

// writeOffRest writes off what is still on the way.
func (w *writing) writeOffRest(ctx context.Context, t data.StockTransfer) error {
	for _, l := range t.Lines {
		if l.Open == 0 {
			continue
		}
		if err := w.offTheWay(ctx, t, l, l.Open, data.WrittenOff); err != nil {
			return err
		}
	}
	return nil
}

// TransferByNo returns a transfer, or [data.ErrNotFound].
func (s Stock) TransferByNo(ctx context.Context, no string) (t data.StockTransfer, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		t, err = transferBy(ctx, r, no)
		return err
	})
	return t, err
}

// Transfers returns the newest transfers; open leaves out those of which all has arrived.
func (s Stock) Transfers(ctx context.Context, open bool, limit int) (list []data.StockTransfer, err error) {
	where := `1 = 1`
	if open {
		where = `(SELECT coalesce(sum(quantity), 0) FROM movement m WHERE m.document = transfer_no AND m.document <> '' AND m.warehouse = '` + data.InTransit + `') > 0`
	}
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = transfersWhere(ctx, r, where+` ORDER BY id DESC LIMIT ?`, limit)
		return err
	})
	return list, err
}

// OnTheWayWith returns the transfers on which anything of a variant is still on the way, the newest first.
func (s Stock) OnTheWayWith(ctx context.Context, variant int64) (list []data.StockTransfer, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = transfersWhere(ctx, r, `transfer_no IN (SELECT document FROM movement WHERE variant_id = ? AND warehouse = '`+data.InTransit+`'
			GROUP BY document HAVING sum(quantity) > 0) ORDER BY id DESC`, variant)
		return err
	})
	return list, err
}

// transferBy returns the transfer with a number.
func transferBy(ctx context.Context, r reader, no string) (data.StockTransfer, error) {
	list, err := transfersWhere(ctx, r, `transfer_no = ?`, no)
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("transfer %s: %w", no, data.ErrNotFound)
	}
	if err != nil {
		return data.StockTransfer{}, err
	}
	return list[0], nil
}

// transfersWhere reads transfers with their lines.
func transfersWhere(ctx context.Context, r reader, where string, args ...any) ([]data.StockTransfer, error) {
	rows, err := r.QueryContext(ctx, `SELECT uuid, transfer_no, at, person, from_warehouse, to_warehouse, date, expected, note
		FROM transfer WHERE `+where, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []data.StockTransfer
	for rows.Next() {
		var t data.StockTransfer
		if err := rows.Scan(&t.UUID, &t.No, utc{&t.At}, &t.Person, &t.From, &t.To, &t.Date, &t.Expected, &t.Note); err != nil {
			return nil, err
		}
		list = append(list, t)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for i := range list {
		if list[i].Lines, err = transferLines(ctx, r, list[i].No); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// transferLines reads what the ledger says of a transfer: what went onto the way and what is still there. What a
// counter-entry took back was never sent.
func transferLines(ctx context.Context, r reader, no string) ([]data.StockTransferLine, error) {
	rows, err := r.QueryContext(ctx, `SELECT m.variant_id, v.sku, m.lot, m.expiry,
			sum(CASE WHEN m.quantity > 0 AND m.reason = ?1 THEN m.quantity ELSE 0 END), sum(m.quantity)
		FROM movement m JOIN variant v ON v.id = m.variant_id WHERE m.document = ?2 AND m.document <> '' AND m.warehouse = ?3
		GROUP BY m.variant_id, m.lot, m.expiry ORDER BY min(m.id)`, string(data.Transferred), no, data.InTransit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []data.StockTransferLine
	for rows.Next() {
		var l data.StockTransferLine
		if err := rows.Scan(&l.VariantID, &l.SKU, &l.Lot, &l.Expiry, &l.Quantity, &l.Open); err != nil {
			return nil, err
		}
		list = append(list, l)
	}
	return list, rows.Err()
}
