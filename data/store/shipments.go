package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"tradewind/data"
)

// Shipments keeps the goods of orders that travel together.
type Shipments struct{ at place }

// shipmentRows is what reading shipments needs to know of their tables, also while one is being checked.
var shipmentRows = &kind[data.Shipment]{
	number: 4, name: "shipment", table: "shipment", code: "shipment_no",
	record: func(s *data.Shipment) *data.Record { return &s.Record },
	columns: func(s *data.Shipment) []column {
		return []column{
			{"shipment_no", &s.No},
			{"order_id", &s.OrderID},
			{"date", &s.Date},
			{"transport", textJSON{&s.Transport}},
			{"marks", &s.Marks},
			{"cartons", textJSON{&s.Cartons}},
			{"containers", textJSON{&s.Containers}},
			{"pallets", &s.Pallets},
			{"freight", &s.Freight},
			{"insurance", &s.Insurance},
			{"discount", &s.Discount},
			{"charges", textJSON{&s.Charges}},
			{"warehouse", &s.Warehouse},
			{"posted", &s.Posted},
			{"unpaid_reason", &s.UnpaidReason},
			{"carrier", textJSON{&s.Carrier}},
		}
	},
	hidden: func(s *data.Shipment) []*int64 {
		ids := []*int64{&s.OrderID}
		for i := range s.Lines {
			ids = append(ids, &s.Lines[i].ID, &s.Lines[i].OrderLineID)
		}
		for i := range s.Parts {
			ids = append(ids, &s.Parts[i].OrderID)
		}
		return ids
	},
	fill: fillShipments,
}

// shipments describes the shipment's tables and rules.
var shipments = func() *kind[data.Shipment] {
	k := *shipmentRows
	k.used = `SELECT 1 FROM issued i WHERE i.shipment_id = ?`
	k.check, k.keep, k.discard, k.entry = checkShipment, keepShipment, discardShipment, shipmentEntry
	k.posted = func(_ context.Context, _ reader, s *data.Shipment) (bool, error) { return s.Posted, nil }
	return &k
}()

// shipmentEntry is what finds a shipment: its numbers, its order's customer, its ship and containers.
func shipmentEntry(ctx context.Context, r reader, s *data.Shipment) (entry, error) {
	var order, code, name string
	err := r.QueryRowContext(ctx, `SELECT o.order_no, p.code, p.name FROM sales_order o LEFT JOIN partner p ON p.id = o.customer_id
		WHERE o.id = ?`, s.OrderID).Scan(&order, optional{&code}, optional{&name})
	if err != nil {
		return entry{}, err
	}
	words := []string{order, code, name, s.Transport.TransportDocNo, s.Transport.Vessel}
	for _, p := range s.Parts {
		words = append(words, p.OrderNo)
	}
	for _, c := range s.Containers {
		words = append(words, c.No)
	}
	e := searchable(s.No, words...)
	e.key = string(s.Date) + " " + e.key
	return e, nil
}

// Find returns a page of shipments, the newest first, before them the one whose number was typed. After is the number of the
// last one of the page before.
func (s Shipments) Find(ctx context.Context, q Query) ([]data.Shipment, error) {
	return shipments.find(ctx, s.at, q, true)
}

// Count counts the shipments that q's words match.
func (s Shipments) Count(ctx context.Context, q Query) (int, error) {
	return shipments.count(ctx, s.at, q)
}

// OfOrder returns the live shipments with goods of an order, or of any of several, by number.
func (s Shipments) OfOrder(ctx context.Context, orderIDs ...int64) (list []data.Shipment, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = shipmentsOf(ctx, r, orderIDs...)
		return err
	})
	return list, err
}

// shipmentsOf returns the live shipments with goods of any of these orders, by number.
func shipmentsOf(ctx context.Context, r reader, orderIDs ...int64) ([]data.Shipment, error) {
	holes, args := in(orderIDs)
	return shipmentRows.load(ctx, r, `WHERE id IN (SELECT p.shipment_id FROM shipment_part p WHERE p.order_id IN `+holes+`) AND archived = 0
		ORDER BY shipment_no`, args...)
}

// Get returns the shipment with id, or [data.ErrNotFound].
func (s Shipments) Get(ctx context.Context, id int64) (data.Shipment, error) {
	return shipments.get(ctx, s.at, `WHERE id = ?`, id)
}

// ByNo returns the shipment with this number, or [data.ErrNotFound].
func (s Shipments) ByNo(ctx context.Context, no string) (data.Shipment, error) {
	return shipments.get(ctx, s.at, `WHERE shipment_no = ?`, no)
}

// Save writes sh and returns it as stored; an empty number is taken from the series. An order without an ID is looked up
// by its number, a line by the number of the order line. It gives [data.Problems] when sh breaks a rule or sends more
// than was ordered, [data.ErrConflict] when sh isn't the newest version and [data.ErrPosted] when it is posted.
func (s Shipments) Save(ctx context.Context, sh data.Shipment) (data.Shipment, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		sh, err = shipments.save(ctx, w, sh)
		return err
	})
	return sh, err
}

// Archive takes a shipment out of the lists and of what its order has shipped, or brings it back. A posted one gives
// [data.ErrPosted].
func (s Shipments) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error {
		now, err := shipments.byID(ctx, w.tx, id)
		if err == nil && now.Posted {
			err = fmt.Errorf("shipment %s: %w", now.No, data.ErrPosted)
		}
		if err != nil {
			return err
		}
		return shipments.archive(ctx, w, id, archived)
	})
}

// checkShipment finds the order and its lines, gives the number, and guards what is posted.
func checkShipment(ctx context.Context, w *writing, old, s *data.Shipment) error {
	if old != nil && old.Posted {
		return fmt.Errorf("shipment %s: %w", old.No, data.ErrPosted)
	}
	if s.Posted {
		return data.Problems{{Field: "posted", Key: "problem.post_apart"}}
	}
	if err := w.findTogether(ctx, s); err != nil {
		return err
	}
	if old != nil {
		keepShipmentLines(old, s)
		return nil
	}
	if s.Date == "" {
		s.Date = data.DateOf(w.at)
	}
	var err error
	if s.No == "" {
		s.No, err = w.nextFree(ctx, data.ShipmentKind, s.Date.Year(), `SELECT 1 FROM shipment WHERE shipment_no = ?`)
	}
	return err
}

// keepShipmentLines gives lines that come without an ID, as from JSON, that of the old line for the same order line.
func keepShipmentLines(old, next *data.Shipment) {
	at := map[int64]int64{}
	for _, l := range old.Lines {
		at[l.OrderLineID] = l.ID
	}
	for _, l := range next.Lines {
		if l.ID != 0 {
			delete(at, l.OrderLineID)
		}
	}
	for i := range next.Lines {
		if l := &next.Lines[i]; l.ID == 0 {
			l.ID = at[l.OrderLineID]
			delete(at, l.OrderLineID)
		}
	}
}

// keepShipment writes the lines and refuses to ship more than was ordered.
func keepShipment(ctx context.Context, w *writing, old, next *data.Shipment) error {
	if old != nil {
		if err := discardShipment(ctx, w, []int64{next.ID}); err != nil {
			return err
		}
	}
	for i := range next.Lines {
		l := &next.Lines[i]
		r, err := w.exec(ctx, `INSERT INTO shipment_line (id, shipment_id, position, order_line_id, quantity) VALUES (?, ?, ?, ?, ?)`,
			reference{&l.ID}, next.ID, i, l.OrderLineID, int64(l.Quantity))
		if err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
		if l.ID, err = r.LastInsertId(); err != nil {
			return err
		}
	}
	if err := w.keepParts(ctx, next); err != nil {
		return err
	}
	for _, no := range next.OrderNos() {
		if err := atShipmentLines(next, no, w.checkShipped(ctx, next.Part(no).OrderID)); err != nil {
			return err
		}
	}
	return nil
}

// atShipmentLines puts problems about lines of the order to the shipment's own lines of the same goods.
func atShipmentLines(s *data.Shipment, orderNo string, err error) error {
	var wrong data.Problems
	if !errors.As(err, &wrong) {
		return err
	}
	for i := range wrong {
		n := slices.IndexFunc(s.Lines, func(l data.ShipmentLine) bool {
			return l.Line == wrong[i].Args["Line"] && (l.OrderNo == orderNo || l.OrderNo == "" && orderNo == s.OrderNo)
		})
		if n >= 0 {
			wrong[i].Field = "lines." + strconv.Itoa(n+1) + ".quantity"
		}
	}
	return wrong
}

// discardShipment takes away the lines and the orders' parts.
func discardShipment(ctx context.Context, w *writing, ids []int64) error {
	holes, args := in(ids)
	if _, err := w.exec(ctx, `DELETE FROM shipment_line WHERE shipment_id IN `+holes, args...); err != nil {
		return err
	}
	_, err := w.exec(ctx, `DELETE FROM shipment_part WHERE shipment_id IN `+holes, args...)
	return err
}

// fillShipments reads the lines and the orders' numbers.
func fillShipments(ctx context.Context, r reader, found []*data.Shipment) error {
	at := make(map[int64]*data.Shipment, len(found))
	for _, s := range found {
		at[s.ID] = s
	}
	for part := range chunks(sortedKeys(at), maxHoles) {
		if err := fillShipmentPart(ctx, r, at, part); err != nil {
			return err
		}
	}
	return nil
}

// fillShipmentPart does so for a few hundred.
func fillShipmentPart(ctx context.Context, r reader, at map[int64]*data.Shipment, part []int64) error {
	holes, args := in(part)
	rows, err := r.QueryContext(ctx, `SELECT s.id, o.order_no, coalesce(l.id, 0), coalesce(l.order_line_id, 0),
			coalesce(n.position, 0) + 1, coalesce(l.quantity, 0), coalesce((SELECT m.order_no FROM sales_order m WHERE m.id = n.order_id AND m.id <> s.order_id), '')
		FROM shipment s JOIN sales_order o ON o.id = s.order_id
		LEFT JOIN shipment_line l ON l.shipment_id = s.id LEFT JOIN order_line n ON n.id = l.order_line_id
		WHERE s.id IN `+holes+` ORDER BY s.id, l.position`, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var no string
		var l data.ShipmentLine
		if err := rows.Scan(&id, &no, &l.ID, &l.OrderLineID, &l.Line, &l.Quantity, &l.OrderNo); err != nil {
			return err
		}
		at[id].OrderNo = no
		if l.ID != 0 {
			at[id].Lines = append(at[id].Lines, l)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return fillParts(ctx, r, at, part)
}
