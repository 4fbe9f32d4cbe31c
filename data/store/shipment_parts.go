package store

import (
	"context"
	"slices"
	"strconv"

	"tradewind/data"
)

// findTogether finds the orders and lines that s names, puts their IDs and numbers in, and shares what the orders have beside
// their goods when there are several. The first order is the one that s names itself.
func (w *writing) findTogether(ctx context.Context, s *data.Shipment) error {
	s.Lines = slices.Clone(s.Lines) // the caller's slice stays as it is
	together, wrong, err := w.namedOrders(ctx, s)
	if err != nil || len(wrong) > 0 {
		return orProblems(err, wrong)
	}
	s.OrderID, s.OrderNo = together[0].ID, together[0].No
	for i := range s.Lines {
		if !findLine(together, &s.Lines[i]) {
			wrong.Add("lines."+strconv.Itoa(i+1)+".line", "problem.unknown_line")
			wrong[len(wrong)-1].Args = map[string]any{"Value": s.Lines[i].Line}
		}
		if s.ID == 0 {
			s.Lines[i].ID = 0
		}
	}
	if len(wrong) > 0 {
		return wrong
	}
	if len(together) == 1 {
		s.Parts = nil
		return nil
	}
	if err := data.TravelTogether(together).Err(); err != nil {
		return err
	}
	others, err := w.othersOf(ctx, together, s.ID)
	if err != nil {
		return err
	}
	return s.Share(together, others)
}

// orProblems returns err, else what is wrong.
func orProblems(err error, wrong data.Problems) error {
	if err != nil {
		return err
	}
	return wrong.Err()
}

// namedOrders returns the orders of s: its own, then those its lines name, by number or by the line's record.
func (w *writing) namedOrders(ctx context.Context, s *data.Shipment) (together []data.Order, wrong data.Problems, err error) {
	add := func(field, where string, key any) {
		var found []data.Order
		if found, err = orders.load(ctx, w.tx, where, key); err == nil && len(found) == 0 && field != "" {
			wrong = append(wrong, data.Problem{Field: field, Key: "problem.unknown_order", Args: map[string]any{"Value": key}})
		}
		together = append(together, found...)
	}
	if s.OrderID != 0 {
		add("order_no", `WHERE id = ?`, s.OrderID)
	} else {
		add("order_no", `WHERE order_no = ?`, s.OrderNo)
	}
	for i, l := range s.Lines {
		if err != nil || len(together) == 0 {
			return together, wrong, err
		}
		field := "lines." + strconv.Itoa(i+1) + ".order_no"
		switch {
		case slices.ContainsFunc(together, func(o data.Order) bool { return holds(o, l) }):
		case l.OrderLineID != 0:
			add("", `WHERE id = (SELECT order_id FROM order_line WHERE id = ?)`, l.OrderLineID) // one there isn't is found missing with its line
		default:
			add(field, `WHERE order_no = ?`, l.OrderNo)
		}
	}
	return together, wrong, err
}

// holds reports whether a line of a shipment is of o; one that names nothing is of any.
func holds(o data.Order, l data.ShipmentLine) bool {
	if l.OrderLineID == 0 {
		return l.OrderNo == "" || l.OrderNo == o.No
	}
	return slices.ContainsFunc(o.Lines, func(one data.OrderLine) bool { return one.ID == l.OrderLineID })
}

// findLine puts record, order and number of the order line into a line that gives only the one or the others.
func findLine(together []data.Order, l *data.ShipmentLine) bool {
	for n, o := range together {
		at := l.Line - 1
		if l.OrderLineID != 0 {
			at = slices.IndexFunc(o.Lines, func(one data.OrderLine) bool { return one.ID == l.OrderLineID })
		} else if l.OrderNo != o.No && (n > 0 || l.OrderNo != "") {
			continue
		}
		if at < 0 || at >= len(o.Lines) {
			continue
		}
		l.OrderLineID, l.OrderNo, l.Line = o.Lines[at].ID, "", at+1
		if n > 0 {
			l.OrderNo = o.No
		}
		return true
	}
	return false
}

// othersOf returns the live shipments of any of the orders, without the one with this ID.
func (w *writing) othersOf(ctx context.Context, together []data.Order, id int64) ([]data.Shipment, error) {
	ids := make([]int64, len(together))
	for i, o := range together {
		ids[i] = o.ID
	}
	list, err := shipmentsOf(ctx, w.tx, ids...)
	return slices.DeleteFunc(list, func(s data.Shipment) bool { return s.ID == id }), err
}

// ordersOf returns the orders that a shipment has goods of, its first one first.
func ordersOf(ctx context.Context, r reader, sh data.Shipment) ([]data.Order, error) {
	ids := []int64{sh.OrderID}
	for i := 1; i < len(sh.Parts); i++ {
		ids = append(ids, sh.Parts[i].OrderID)
	}
	return orders.byIDs(ctx, r, ids)
}

// keepParts writes what each order has in s.
func (w *writing) keepParts(ctx context.Context, s *data.Shipment) error {
	for i, no := range s.OrderNos() {
		p := s.Part(no)
		_, err := w.exec(ctx, `INSERT INTO shipment_part (shipment_id, position, order_id, discount, freight, insurance, charges) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			s.ID, i, p.OrderID, p.Discount, p.Freight, p.Insurance, textJSON{&p.Charges})
		if err != nil {
			return err
		}
	}
	return nil
}

// fillParts reads the parts of the shipments in part that have several orders.
func fillParts(ctx context.Context, r reader, at map[int64]*data.Shipment, part []int64) error {
	holes, args := in(part)
	return eachRow(ctx, r, `SELECT p.shipment_id, p.order_id, o.order_no, p.discount, p.freight, p.insurance, p.charges
		FROM shipment_part p JOIN sales_order o ON o.id = p.order_id
		WHERE p.shipment_id IN (SELECT m.shipment_id FROM shipment_part m WHERE m.position = 1 AND m.shipment_id IN `+holes+`)
		ORDER BY p.shipment_id, p.position`, args, func(scan func(...any) error) error {
		var id int64
		var p data.ShipmentPart
		err := scan(&id, &p.OrderID, &p.OrderNo, &p.Discount, &p.Freight, &p.Insurance, textJSON{&p.Charges})
		at[id].Parts = append(at[id].Parts, p)
		return err
	})
}

// companionsShown is how many orders are offered to travel with a shipment; words find the others.
const companionsShown = 50

// Companion is an order whose goods can travel with another's, with what belongs to it.
type Companion struct {
	Order     data.Order
	Shipments []data.Shipment // with goods of it
	Left      []data.ShipmentLine
	Products  map[int64]data.Product // by variant
}

// Companions returns the confirmed orders of the same buyer that have goods left and can travel with o (see [data.TravelTogether]), the
// newest first. Words are parts of their numbers or of the buyer's.
func (s Orders) Companions(ctx context.Context, o data.Order, words string) (list []Companion, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		found, err := orders.load(ctx, r, `WHERE customer_id = ? AND id <> ? AND status = ? AND archived = 0
			AND (instr(folded(order_no), ?) > 0 OR instr(folded(buyer_order_no), ?) > 0) ORDER BY date DESC, order_no DESC LIMIT ?`,
			o.CustomerID, o.ID, string(data.Confirmed), fold(words), fold(words), companionsShown)
		if err != nil {
			return err
		}
		for _, one := range found {
			if len(data.TravelTogether([]data.Order{o, one})) > 0 {
				continue
			}
			c := Companion{Order: one}
			if c.Shipments, err = shipmentsOf(ctx, r, one.ID); err != nil {
				return err
			}
			if c.Left = one.Remainder(c.Shipments); len(c.Left) == 0 {
				continue
			}
			if c.Products, err = byVariant(ctx, r, one.Variants()); err != nil {
				return err
			}
			list = append(list, c)
		}
		return nil
	})
	return list, err
}
