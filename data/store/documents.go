package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"tradewind/data"
)

// Documents keeps what was issued, as it was issued.
type Documents struct{ at place }

// IssueRequest says what is to be issued.
type IssueRequest struct {
	Kind       data.Kind
	OrderID    int64
	ShipmentID int64     // 0: the whole order counts as one shipment
	Date       data.Date // "" keeps the date of the document issued before, or else takes today
	Language   string    // in which it was given away
	Part       string    // tells papers of the same kind, order and shipment apart, as credit notes; "" is the only one

	// Differences lists what differs between two frozen papers. Nil: no list is kept.
	Differences func(before, after []byte) ([]data.Difference, error)
}

// Freeze makes the frozen copy of a paper that will carry this number, revision and date. It must give the same bytes
// for the same records, and must not use the store that it is called from.
type Freeze func(number string, revision int, date data.Date) ([]byte, error)

// Issue gives a number and keeps the frozen copy, in one transaction, so that numbers have no gap. What was issued
// before of the same kind, order and shipment and isn't void is looked at first: when freeze gives the same bytes, that
// document is returned and the bool is true; when not, the next revision of its number is issued.
func (s Documents) Issue(ctx context.Context, r IssueRequest, freeze Freeze) (doc data.Issued, already bool, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		doc, already, err = w.issue(ctx, r, freeze)
		return err
	})
	return doc, already, err
}

// issue decides between the same, a revision and a new number.
func (w *writing) issue(ctx context.Context, r IssueRequest, freeze Freeze) (data.Issued, bool, error) {
	o, err := orders.byID(ctx, w.tx, r.OrderID)
	if err != nil {
		return data.Issued{}, false, err
	}
	before, err := newestIssued(ctx, w.tx, r)
	if errors.Is(err, data.ErrNotFound) {
		doc, err := w.issueNew(ctx, o, r, freeze)
		return doc, false, err
	}
	if err != nil {
		return before, false, err
	}
	if r.Date == "" {
		r.Date = before.Date
	}
	frozen, err := freeze(before.Number, before.Revision, r.Date)
	if err != nil || r.Date == before.Date && bytes.Equal(frozen, before.Frozen) {
		return before, err == nil, err
	}
	doc, err := w.revise(ctx, before, r, freeze)
	return doc, false, err
}

// newestIssued returns the newest revision of what isn't void, or [data.ErrNotFound].
func newestIssued(ctx context.Context, r reader, q IssueRequest) (data.Issued, error) {
	return oneIssued(ctx, r, `WHERE i.kind = ? AND i.order_id = ? AND coalesce(i.shipment_id, 0) = ? AND i.part = ? AND v.number IS NULL
		ORDER BY i.id DESC LIMIT 1`, string(q.Kind), q.OrderID, q.ShipmentID, q.Part)
}

// issueNew takes the next number of the series.
func (w *writing) issueNew(ctx context.Context, o data.Order, r IssueRequest, freeze Freeze) (data.Issued, error) {
	if _, ok := prefixes[r.Kind]; !ok {
		return data.Issued{}, data.Problems{{Field: "kind", Key: "problem.unknown_kind", Args: map[string]any{"Value": string(r.Kind)}}}
	}
	if r.Date == "" {
		r.Date = data.DateOf(w.at)
	}
	year := r.Date.Year()
	c, err := getCompany(ctx, w.tx)
	if err != nil {
		return data.Issued{}, err
	}
	serial, err := w.next(ctx, r.Kind, year)
	if err != nil {
		return data.Issued{}, err
	}
	number := numberFor(c, r.Kind, year, serial)
	frozen, err := freeze(number, 0, r.Date)
	if err != nil {
		return data.Issued{}, err
	}
	doc := data.Issued{Kind: r.Kind, Number: number, OrderID: o.ID, ShipmentID: r.ShipmentID, Part: r.Part, Date: r.Date, Language: r.Language, Frozen: frozen}
	return w.keepIssued(ctx, doc, year, serial)
}

// revise issues the next revision of before.
func (w *writing) revise(ctx context.Context, before data.Issued, r IssueRequest, freeze Freeze) (data.Issued, error) {
	doc := before
	doc.Revision, doc.Date, doc.Language, doc.Changes = before.Revision+1, r.Date, r.Language, nil
	var err error
	if doc.Frozen, err = freeze(doc.Number, doc.Revision, doc.Date); err != nil {
		return doc, err
	}
	if r.Differences != nil {
		if doc.Changes, err = r.Differences(before.Frozen, doc.Frozen); err != nil {
			return doc, err
		}
	}
	var year, serial int
	err = w.tx.QueryRowContext(ctx, `SELECT year, serial FROM issued WHERE id = ?`, before.ID).Scan(&year, &serial)
	if err != nil {
		return doc, err
	}
	return w.keepIssued(ctx, doc, year, serial)
}

// keepIssued writes the frozen copy and its row in the journal and the search.
func (w *writing) keepIssued(ctx context.Context, doc data.Issued, year, serial int) (data.Issued, error) {
	doc.UUID, doc.Hash = newUUID(), hashOf(doc.Frozen)
	r, err := w.exec(ctx, `INSERT INTO issued (uuid, kind, year, serial, number, revision, order_id, shipment_id, date, language,
		issued_at, issued_by, frozen, hash, changes, part) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		doc.UUID, string(doc.Kind), year, serial, doc.Number, doc.Revision, doc.OrderID, reference{&doc.ShipmentID}, string(doc.Date), doc.Language,
		w.at.UnixMicro(), w.person, notNil(doc.Frozen), string(doc.Hash), textJSON{&doc.Changes}, doc.Part)
	if err != nil {
		return doc, fmt.Errorf("issue %s: %w", doc.Number, err)
	}
	if doc.ID, err = r.LastInsertId(); err != nil {
		return doc, err
	}
	if err := w.keepPricing(ctx, doc); err != nil {
		return doc, err
	}
	doc, err = oneIssued(ctx, w.tx, `WHERE i.id = ?`, doc.ID)
	if err != nil {
		return doc, err
	}
	rec := data.Record{ID: doc.ID, UUID: doc.UUID, Version: int64(doc.Revision) + 1}
	return doc, w.journal(ctx, issuedName, &rec, nil)
}

// issuedName is what the journal calls an issued document. It can't be taken back, only voided.
const issuedName = "document"

// Void declares a number void for ever, with all its revisions; the number stays taken, and the next issue takes a new
// one. A number that is void already gives [data.Problems].
func (s Documents) Void(ctx context.Context, number, reason string) error {
	return s.at.write(ctx, "", func(w *writing) error {
		doc, err := oneIssued(ctx, w.tx, `WHERE i.number = ? ORDER BY i.revision DESC LIMIT 1`, number)
		if err != nil {
			return err
		}
		if reason == "" {
			return data.Problems{{Field: "reason", Key: "problem.required"}}
		}
		if doc.Voided != "" {
			args := map[string]any{"Number": number, "Reason": doc.Voided}
			return data.Problems{{Field: "number", Key: "problem.void", Args: args}}
		}
		_, err = w.exec(ctx, `INSERT INTO issued_void (number, reason, at, person) VALUES (?, ?, ?, ?)`,
			number, reason, w.at.UnixMicro(), w.person)
		if err != nil {
			return err
		}
		rec := data.Record{ID: doc.ID, UUID: doc.UUID, Version: int64(doc.Revision) + 2}
		return w.journal(ctx, issuedName, &rec, nil)
	})
}
