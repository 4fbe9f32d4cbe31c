package store

import (
	"context"
	"fmt"

	"tradewind/data"
)

// creditNotes describes the credit note's tables. A note is posted with its paper, in one transaction.
var creditNotes = &kind[data.CreditNote]{
	name: "credit-note", table: "credit_note",
	record: func(n *data.CreditNote) *data.Record { return &n.Record },
	columns: func(n *data.CreditNote) []column {
		return []column{
			{"order_id", reference{&n.OrderID}},
			{"shipment_id", reference{&n.ShipmentID}},
			{"invoice_no", &n.InvoiceNo},
			{"invoice_date", &n.Invoiced},
			{"date", &n.Date},
			{"currency", &n.Currency},
			{"lines", textJSON{&n.Lines}},
			{"amount", &n.Amount},
			{"reason", &n.Reason},
		}
	},
	hidden: func(n *data.CreditNote) []*int64 {
		ids := []*int64{&n.OrderID, &n.ShipmentID}
		for i := range n.Shares {
			ids = append(ids, &n.Shares[i].OrderID)
		}
		return ids
	},
	keep:   keepCreditNote,
	fill:   fillCreditNotes,
	posted: func(context.Context, reader, *data.CreditNote) (bool, error) { return true, nil },
}

// CreditRequest says what is taken off an invoice.
type CreditRequest struct {
	InvoiceNo string
	Date      data.Date // "" takes today
	Language  string    // "" takes the invoice's
	Lines     []data.CreditLine
	Amount    int64 // beside the lines, minor units of the invoice's currency
	Reason    string
}

// Credit takes something off an issued commercial invoice, and issues the credit note's paper, which freeze makes of the source with
// the note in it. It gives [data.ErrNotFound] for a number that is no invoice's, and [data.Problems] for a void one and as
// [data.CreditNote.Settle] does.
func (s Documents) Credit(ctx context.Context, q CreditRequest, freeze func(src data.Source, number string, date data.Date) ([]byte, error)) (doc data.Issued, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		n, src, err := w.newCreditNote(ctx, &q)
		if err != nil {
			return err
		}
		if _, err := creditNotes.put(ctx, w, nil, &n); err != nil {
			return err
		}
		src.CreditNote = &n
		request := IssueRequest{Kind: data.CreditNoteKind, OrderID: n.OrderID, ShipmentID: n.ShipmentID, Date: n.Date, Language: q.Language, Part: n.UUID}
		doc, err = w.issueNew(ctx, src.Order, request, func(number string, _ int, date data.Date) ([]byte, error) { return freeze(src, number, date) })
		return err
	})
	return doc, err
}

// newCreditNote works out what a request takes off which order.
func (w *writing) newCreditNote(ctx context.Context, q *CreditRequest) (n data.CreditNote, src data.Source, err error) {
	invoice, err := oneIssued(ctx, w.tx, `WHERE i.number = ? AND i.kind = ? ORDER BY i.revision DESC LIMIT 1`, q.InvoiceNo, string(data.CommercialInvoice))
	if err != nil {
		return n, src, err
	}
	if invoice.Voided != "" {
		return n, src, data.Problems{{Field: "number", Key: "problem.void", Args: map[string]any{"Number": invoice.Number, "Reason": invoice.Voided}}}
	}
	if q.Language == "" {
		q.Language = invoice.Language
	}
	origin := invoice.OrderNo
	if invoice.ShipmentNo != "" {
		origin = invoice.ShipmentNo
	}
	if src, err = source(ctx, w.tx, origin); err != nil {
		return n, src, err
	}
	n = data.CreditNote{
		OrderID: invoice.OrderID, ShipmentID: invoice.ShipmentID, InvoiceNo: invoice.Number, Invoiced: invoice.Date, Date: q.Date,
		Currency: src.Order.Currency, Lines: q.Lines, Amount: q.Amount, Reason: q.Reason,
	}
	if n.Date == "" {
		n.Date = data.DateOf(w.at)
	}
	before, err := creditNotes.load(ctx, w.tx, `WHERE invoice_no = ? AND `+creditHolds, invoice.Number)
	if err != nil {
		return n, src, err
	}
	return n, src, src.Credit(&n, before)
}

// creditHolds picks the credit notes whose paper isn't void.
const creditHolds = `NOT EXISTS (SELECT 1 FROM issued i JOIN issued_void v ON v.number = i.number WHERE i.part = credit_note.uuid)`

// CreditNotes returns the credit notes that hold of an order, by day, with what they take off.
func (s Documents) CreditNotes(ctx context.Context, orderID int64) (list []data.CreditNote, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = creditNotes.load(ctx, r, `WHERE id IN (SELECT credit_id FROM credit_share WHERE order_id = ?) AND `+creditHolds+` ORDER BY date, id`, orderID)
		return err
	})
	return list, err
}

// creditedFor returns what credit notes take off an order, in minor units of its currency.
func creditedFor(ctx context.Context, r reader, orderID int64) (sum int64, err error) {
	err = r.QueryRowContext(ctx, `SELECT coalesce(sum(s.amount), 0) FROM credit_share s JOIN credit_note ON credit_note.id = s.credit_id
		WHERE s.order_id = ? AND `+creditHolds, orderID).Scan(&sum)
	return sum, err
}

// keepCreditNote writes what a note takes off each order.
func keepCreditNote(ctx context.Context, w *writing, old, n *data.CreditNote) error {
	if old != nil {
		return fmt.Errorf("credit note of %s: %w", n.InvoiceNo, data.ErrPosted)
	}
	for i, s := range n.Shares {
		if _, err := w.exec(ctx, `INSERT INTO credit_share (credit_id, position, order_id, amount) VALUES (?, ?, ?, ?)`, n.ID, i, s.OrderID, s.Minor); err != nil {
			return err
		}
	}
	return nil
}

// fillCreditNotes reads what notes take off each order.
func fillCreditNotes(ctx context.Context, r reader, found []*data.CreditNote) error {
	at := make(map[int64]*data.CreditNote, len(found))
	for _, n := range found {
		at[n.ID] = n
	}
	for part := range chunks(sortedKeys(at), maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT s.credit_id, s.order_id, o.order_no, s.amount FROM credit_share s JOIN sales_order o ON o.id = s.order_id
			WHERE s.credit_id IN `+holes+` ORDER BY s.credit_id, s.position`, args, func(scan func(...any) error) error {
			var id int64
			var c data.Credited
			err := scan(&id, &c.OrderID, &c.OrderNo, &c.Minor)
			at[id].Shares = append(at[id].Shares, c)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
