package store

import (
	"context"
	"fmt"
	"strings"

	"tradewind/data"
)

// Find returns a page of documents of kind ("" every kind), the newest first, without their frozen copies. Words are
// parts of the document's, the order's or the shipment's number or of the customer's code or name. Every revision
// stands by itself, so a number can't say where a page ended: After is the UUID of the last document of the page before.
func (s Documents) Find(ctx context.Context, q Query, kind data.Kind) (list []data.Issued, err error) {
	where, args := `WHERE 1 = 1`, []any{}
	if kind != "" {
		where, args = where+` AND i.kind = ?`, append(args, string(kind))
	}
	if q.After != "" {
		where += ` AND (i.date, i.number, i.revision) < (SELECT date, number, revision FROM issued WHERE uuid = ?)`
		args = append(args, q.After)
	}
	for _, t := range strings.Fields(fold(q.Words)) {
		where += ` AND instr(folded(i.number || ' ' || o.order_no || ' ' || coalesce(h.shipment_no, '') || ' ' ||
			coalesce(p.code || ' ' || p.name || ' ' || p.name_local, '')), ?) > 0`
		args = append(args, t)
	}
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = issued(ctx, r, false, where+` ORDER BY i.date DESC, i.number DESC, i.revision DESC LIMIT ?`, append(args, q.limit())...)
		return err
	})
	return list, err
}

// ofOrder picks what was issued of an order, be it with others that its goods travelled with.
const ofOrder = `WHERE i.order_id = ? OR i.shipment_id IN (SELECT p.shipment_id FROM shipment_part p WHERE p.order_id = ?)
	ORDER BY i.kind, i.year, i.serial, i.revision`

// Of returns everything that was issued of an order and of shipments with its goods, by kind, number and revision, without frozen copies.
func (s Documents) Of(ctx context.Context, orderID int64) (list []data.Issued, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = issued(ctx, r, false, ofOrder, orderID, orderID)
		return err
	})
	return list, err
}

// ByNumber returns one revision of a document with its frozen copy, or [data.ErrNotFound]; -1 takes the newest.
func (s Documents) ByNumber(ctx context.Context, number string, revision int) (doc data.Issued, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		doc, err = oneIssued(ctx, r, `WHERE i.number = ? AND (? < 0 OR i.revision = ?) ORDER BY i.revision DESC LIMIT 1`,
			number, revision, revision)
		return err
	})
	return doc, err
}

// oneIssued returns the document that where selects.
func oneIssued(ctx context.Context, r reader, where string, args ...any) (data.Issued, error) {
	list, err := issued(ctx, r, true, where, args...)
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("document %v: %w", args, data.ErrNotFound)
	}
	if err != nil {
		return data.Issued{}, err
	}
	return list[0], nil
}

// issued returns the documents i that where selects, with or without their frozen copies.
func issued(ctx context.Context, r reader, frozen bool, where string, args ...any) ([]data.Issued, error) {
	copied := map[bool]string{false: `NULL`, true: `i.frozen`}[frozen]
	rows, err := r.QueryContext(ctx, `SELECT i.id, i.uuid, i.kind, i.number, i.revision, i.order_id, o.order_no, i.shipment_id,
			h.shipment_no, i.date, i.language, i.issued_at, i.issued_by, `+copied+`, i.hash, i.changes, i.part, v.reason
		FROM issued i JOIN sales_order o ON o.id = i.order_id LEFT JOIN shipment h ON h.id = i.shipment_id
		LEFT JOIN partner p ON p.id = o.customer_id LEFT JOIN issued_void v ON v.number = i.number `+where, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []data.Issued
	for rows.Next() {
		var d data.Issued
		err := rows.Scan(&d.ID, &d.UUID, &d.Kind, &d.Number, &d.Revision, &d.OrderID, &d.OrderNo, reference{&d.ShipmentID},
			optional{&d.ShipmentNo}, &d.Date, &d.Language, utc{&d.IssuedAt}, &d.IssuedBy, &d.Frozen, &d.Hash, textJSON{&d.Changes}, &d.Part, optional{&d.Voided})
		if err != nil {
			return nil, err
		}
		list = append(list, d)
	}
	return list, rows.Err()
}
