package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"tradewind/data"
)

// Payments keeps the money of customers. A payment is booked once and never changed; a wrong one is reversed.
type Payments struct{ at place }

// paymentRows is what reading payments needs to know of their tables.
var paymentRows = &kind[data.Payment]{
	name: "payment", table: "payment",
	record: func(p *data.Payment) *data.Record { return &p.Record },
	columns: func(p *data.Payment) []column {
		return []column{
			{"payment_no", &p.No},
			{"kind", &p.Kind},
			{"date", &p.Date},
			{"customer_id", reference{&p.CustomerID}},
			{"currency", &p.Currency},
			{"amount", &p.Amount},
			{"charges", &p.Charges},
			{"written_off", &p.WrittenOff},
			{"rate", &p.Rate},
			{"account", &p.Account},
			{"reference", &p.Reference},
			{"note", &p.Note},
			{"reverses", &p.Reverses},
		}
	},
	hidden: func(p *data.Payment) []*int64 {
		ids := []*int64{&p.CustomerID}
		for i := range p.Allocations {
			ids = append(ids, &p.Allocations[i].OrderID)
		}
		return ids
	},
	fill: fillPayments,
}

// payments describes the payment's tables and rules.
var payments = func() *kind[data.Payment] {
	k := *paymentRows
	k.check, k.keep = checkPayment, keepAllocations
	k.posted = func(context.Context, reader, *data.Payment) (bool, error) { return true, nil }
	return &k
}()

// Book books a payment and returns it as stored: its customer and orders are found by code and number, its number is the next of the
// series, and what no order has is the customer's credit. It gives [data.Problems] when p breaks a rule, among them that neither an order
// nor the customer's credit may be left with less than nothing.
func (s Payments) Book(ctx context.Context, p data.Payment) (data.Payment, error) {
	p.Record = data.Record{}
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		p, err = payments.save(ctx, w, p)
		return err
	})
	return p, err
}

// Reverse takes a payment back by a counter-entry of the day, with its reason, and returns that.
func (s Payments) Reverse(ctx context.Context, no string, day data.Date, reason string) (c data.Payment, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		p, err := payments.one(ctx, w.tx, `WHERE payment_no = ?`, no)
		if err != nil {
			return err
		}
		if p.Kind == data.PayReversed {
			return data.Problems{{Field: "number", Key: "problem.reverse_reversal", Args: map[string]any{"No": no}}}
		}
		by, err := payments.load(ctx, w.tx, `WHERE reverses = ?`, no)
		if err != nil {
			return err
		}
		if len(by) > 0 {
			return data.Problems{{Field: "number", Key: "problem.reversed_already", Args: map[string]any{"No": no, "By": by[0].No}}}
		}
		c, err = payments.save(ctx, w, p.Counter(cmp.Or(day, data.DateOf(w.at)), reason))
		return err
	})
	return c, err
}

// ByNo returns the payment with this number, or [data.ErrNotFound].
func (s Payments) ByNo(ctx context.Context, no string) (data.Payment, error) {
	return payments.get(ctx, s.at, `WHERE payment_no = ?`, no)
}

// OfOrder returns the payments that count for an order, by day and number.
func (s Payments) OfOrder(ctx context.Context, orderID int64) (list []data.Payment, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = payments.load(ctx, r, `WHERE id IN (SELECT payment_id FROM payment_allocation WHERE order_id = ?) ORDER BY date, id`, orderID)
		return err
	})
	return list, err
}

// OfCustomer returns the payments of a customer between two days ("" is no bound), by day and number.
func (s Payments) OfCustomer(ctx context.Context, customerID int64, from, to data.Date) (list []data.Payment, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = payments.load(ctx, r, `WHERE customer_id = ? AND date >= ? AND (? = '' OR date <= ?) ORDER BY date, id`,
			customerID, string(from), string(to), string(to))
		return err
	})
	return list, err
}

// Find returns a page of payments, the newest first. Words are parts of their number, their reference, the customer's code or name or
// an order's number; After is the number of the last payment of the page before.
func (s Payments) Find(ctx context.Context, q Query) (list []data.Payment, err error) {
	where, args := `WHERE 1 = 1`, []any{}
	if q.After != "" {
		where += ` AND (date, id) < (SELECT date, id FROM payment WHERE payment_no = ?)`
		args = append(args, q.After)
	}
	for _, t := range searchFor(0, q, false).terms {
		where += ` AND instr(folded(payment_no || ' ' || reference || ' ' || note || ' ' || currency || ' ' ||
			(SELECT p.code || ' ' || p.name || ' ' || p.name_local FROM partner p WHERE p.id = customer_id) || ' ' ||
			coalesce((SELECT group_concat(o.order_no, ' ') FROM payment_allocation a JOIN sales_order o ON o.id = a.order_id WHERE a.payment_id = payment.id), '')), ?) > 0`
		args = append(args, t)
	}
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = payments.load(ctx, r, where+` ORDER BY date DESC, id DESC LIMIT ?`, append(args, q.limit())...)
		return err
	})
	return list, err
}

// Credit returns what a customer paid that no order has yet, by currency in minor units; nothing where there is none.
func (s Payments) Credit(ctx context.Context, customerID int64) (credit map[data.Currency]int64, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		credit, err = creditOf(ctx, r, customerID)
		return err
	})
	return credit, err
}

func creditOf(ctx context.Context, r reader, customerID int64) (map[data.Currency]int64, error) {
	credit := map[data.Currency]int64{}
	err := eachRow(ctx, r, `SELECT p.currency, sum(a.amount) FROM payment p JOIN payment_allocation a ON a.payment_id = p.id
		WHERE p.customer_id = ? AND a.order_id IS NULL GROUP BY 1 HAVING sum(a.amount) <> 0`, []any{customerID}, func(scan func(...any) error) error {
		var c data.Currency
		var sum int64
		err := scan(&c, &sum)
		credit[c] = sum
		return err
	})
	return credit, err
}

// checkPayment finds the orders and the customer and gives the number. A payment that is there is posted.
func checkPayment(ctx context.Context, w *writing, old, p *data.Payment) error {
	if old != nil {
		return fmt.Errorf("payment %s: %w", old.No, data.ErrPosted)
	}
	if wrong, err := w.findPaid(ctx, p); err != nil || len(wrong) > 0 {
		return orProblems(err, wrong)
	}
	if p.Kind == "" {
		p.Kind = data.PayReceived
	}
	if p.Date == "" {
		p.Date = data.DateOf(w.at)
	}
	if p.Kind != data.PayMoved && p.Kind != data.PayReversed {
		p.Rest()
	}
	if p.No != "" {
		return nil
	}
	var err error
	p.No, err = w.nextFree(ctx, data.PaymentKind, p.Date.Year(), `SELECT 1 FROM payment WHERE payment_no = ?`)
	return err
}

// findPaid finds what p names: the orders, whose currency an allocation in the payment's own needn't repeat, and the customer, which is
// the orders'.
func (w *writing) findPaid(ctx context.Context, p *data.Payment) (wrong data.Problems, err error) {
	if p.CustomerID == 0 && p.Customer != "" {
		if p.CustomerID = w.partnerID(ctx, p.Customer); p.CustomerID == 0 {
			wrong = append(wrong, data.Problem{Field: "customer", Key: "problem.unknown_customer", Args: map[string]any{"Value": p.Customer}})
		}
	}
	p.Allocations = slices.Clone(p.Allocations)
	for i := range p.Allocations {
		a := &p.Allocations[i]
		if a.OrderNo == "" && a.OrderID == 0 {
			if a.Credited == 0 {
				a.Credited = a.Minor
			}
			continue
		}
		problem, err := w.findPaidOrder(ctx, p, a)
		if err != nil {
			return wrong, err
		}
		if problem.Key != "" {
			problem.Field = "allocations." + strconv.Itoa(i+1) + ".order_no"
			wrong = append(wrong, problem)
		}
	}
	return wrong, nil
}

// findPaidOrder finds the order of an allocation, and says what is wrong with it.
func (w *writing) findPaidOrder(ctx context.Context, p *data.Payment, a *data.Allocation) (data.Problem, error) {
	o, err := w.paidOrder(ctx, *a)
	if errors.Is(err, data.ErrNotFound) {
		return data.Problem{Key: "problem.unknown_order", Args: map[string]any{"Value": a.OrderNo}}, nil
	}
	if err != nil {
		return data.Problem{}, err
	}
	if a.OrderID = o.ID; a.Credited == 0 && (o.Currency == p.Currency || p.Currency == "") {
		a.Credited = a.Minor
	}
	p.Currency = cmp.Or(p.Currency, o.Currency)
	if p.CustomerID == 0 {
		p.CustomerID = o.CustomerID
	}
	if o.CustomerID != p.CustomerID {
		return data.Problem{Key: "problem.other_customer", Args: map[string]any{"No": o.No}}, nil
	}
	return data.Problem{}, nil
}

// paidOrder returns the order of an allocation.
func (w *writing) paidOrder(ctx context.Context, a data.Allocation) (data.Order, error) {
	if a.OrderID != 0 {
		return orders.byID(ctx, w.tx, a.OrderID)
	}
	return orders.one(ctx, w.tx, `WHERE order_no = ?`, a.OrderNo)
}

// keepAllocations writes what a payment counts for, and refuses to leave an order or the customer with less than nothing.
func keepAllocations(ctx context.Context, w *writing, _, p *data.Payment) error {
	for i, a := range p.Allocations {
		_, err := w.exec(ctx, `INSERT INTO payment_allocation (payment_id, position, order_id, amount, credited) VALUES (?, ?, ?, ?, ?)`,
			p.ID, i, reference{&a.OrderID}, a.Minor, a.Credited)
		if err != nil {
			return err
		}
	}
	var wrong data.Problems
	for i, a := range p.Allocations {
		if a.OrderID == 0 {
			continue
		}
		paid, err := paidFor(ctx, w.tx, a.OrderID)
		if err != nil {
			return err
		}
		if paid < 0 {
			wrong = append(wrong, data.Problem{Field: "allocations." + strconv.Itoa(i+1) + ".amount", Key: "problem.paid_below_nothing", Args: map[string]any{"No": a.OrderNo}})
		}
	}
	credit, err := creditOf(ctx, w.tx, p.CustomerID)
	if err != nil {
		return err
	}
	if credit[p.Currency] < 0 {
		before := credit[p.Currency]
		for _, a := range p.Allocations {
			if a.OrderID == 0 {
				before -= a.Minor
			}
		}
		wrong = append(wrong, data.Problem{Field: "allocations", Key: "problem.no_credit", Args: map[string]any{
			"Currency": string(p.Currency), "Credit": data.Money{Minor: before, Currency: p.Currency}.String(),
		}})
	}
	return wrong.Err()
}

// paidFor returns what payments count for an order, in minor units of its currency.
func paidFor(ctx context.Context, r reader, orderID int64) (sum int64, err error) {
	err = r.QueryRowContext(ctx, `SELECT coalesce(sum(credited), 0) FROM payment_allocation WHERE order_id = ?`, orderID).Scan(&sum)
	return sum, err
}

// fillPayments reads the allocations and the customers' codes.
func fillPayments(ctx context.Context, r reader, found []*data.Payment) error {
	at := make(map[int64]*data.Payment, len(found))
	var customers []int64
	for _, p := range found {
		at[p.ID] = p
		customers = append(customers, p.CustomerID)
	}
	labels, err := partnerLabels(ctx, r, customers)
	if err != nil {
		return err
	}
	for _, p := range found {
		p.Customer = labels[p.CustomerID].code
	}
	for part := range chunks(sortedKeys(at), maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT a.payment_id, coalesce(a.order_id, 0), coalesce(o.order_no, ''), coalesce(o.currency, ''), a.amount, a.credited
			FROM payment_allocation a LEFT JOIN sales_order o ON o.id = a.order_id WHERE a.payment_id IN `+holes+` ORDER BY a.payment_id, a.position`,
			args, func(scan func(...any) error) error {
				var id int64
				var a data.Allocation
				err := scan(&id, &a.OrderID, &a.OrderNo, &a.Currency, &a.Minor, &a.Credited)
				at[id].Allocations = append(at[id].Allocations, a)
				return err
			})
		if err != nil {
			return err
		}
	}
	return nil
}
