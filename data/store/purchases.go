package store

import (
	"context"
	"fmt"
	"strconv"

	"tradewind/data"
)

// Purchases keeps what was ordered from suppliers, and what came of it.
type Purchases struct{ at place }

// purchases describes the purchase order's tables.
var purchases = &kind[data.PurchaseOrder]{
	number: 5, name: "purchase", table: "purchase_order", code: "purchase_no",
	record: purchaseShape.record, columns: purchaseColumns, hidden: purchaseShape.hidden,
	used: `SELECT 1 FROM purchase_order u JOIN purchase_receipt r ON r.purchase_uuid = u.uuid WHERE u.id = ?`,
	fill: fillPurchases, check: checkPurchase, keep: keepPurchase, discard: discardPurchases, entry: purchaseEntry,
	posted: func(_ context.Context, _ reader, p *data.PurchaseOrder) (bool, error) { return anyReceived(p), nil },
}

// purchaseColumns are the columns of the table purchase_order.
func purchaseColumns(p *data.PurchaseOrder) []column {
	return []column{
		{"purchase_no", &p.No},
		{"date", &p.Date},
		{"status", &p.Status},
		{"supplier_id", reference{&p.SupplierID}},
		{"supplier_order_no", &p.SupplierRef},
		{"currency", &p.Currency},
		{"expected_date", &p.Expected},
		{"incoterm", textJSON{&p.Incoterm}},
		{"delivery_place", &p.Place},
		{"payment_terms", &p.PaymentTerms},
		{"warehouse", &p.Warehouse},
		{"our_contact", &p.Contact},
		{"language", &p.Language},
		{"notes", &p.Notes},
	}
}

// purchaseEntry is what finds a purchase order: its numbers, its supplier and its SKUs. The list is sorted by day.
func purchaseEntry(ctx context.Context, r reader, p *data.PurchaseOrder) (entry, error) {
	labels, err := partnerLabels(ctx, r, some(p.SupplierID))
	if err != nil {
		return entry{}, err
	}
	supplier := labels[p.SupplierID]
	words := []string{supplier.code, supplier.name, p.SupplierRef}
	for _, l := range p.Lines {
		words = append(words, l.SKU, l.SupplierItemNo)
	}
	e := searchable(p.No, words...)
	e.key = string(p.Date) + " " + e.key
	return e, nil
}

// Find returns a page of purchase orders, the newest first, before them the one whose number was typed. After is the
// number of the last one of the page before.
func (s Purchases) Find(ctx context.Context, q Query) ([]data.PurchaseOrder, error) {
	return purchases.find(ctx, s.at, q, true)
}

// Count counts the purchase orders that q's words match.
func (s Purchases) Count(ctx context.Context, q Query) (int, error) {
	return purchases.count(ctx, s.at, q)
}

// Get returns the purchase order with id, or [data.ErrNotFound].
func (s Purchases) Get(ctx context.Context, id int64) (data.PurchaseOrder, error) {
	return purchases.get(ctx, s.at, `WHERE id = ?`, id)
}

// ByNo returns the purchase order with this number, or [data.ErrNotFound].
func (s Purchases) ByNo(ctx context.Context, no string) (data.PurchaseOrder, error) {
	return purchases.get(ctx, s.at, `WHERE purchase_no = ?`, no)
}

// Save writes p and returns it as stored; an empty number is taken from the series. A supplier without an ID is looked
// up by its code or name, an article by its SKU. It gives [data.Problems] when p breaks a rule, [data.ErrConflict] when
// p isn't the newest version, and [data.ErrPosted] when something of it was received and more than what may still
// change differs: its expected days, its notes, the supplier's number, what is closed, and whether it is archived.
func (s Purchases) Save(ctx context.Context, p data.PurchaseOrder) (data.PurchaseOrder, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		p, err = purchases.save(ctx, w, p)
		return err
	})
	return p, err
}

// Archive takes a purchase order out of the lists and of what is on order, or brings it back.
func (s Purchases) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return purchases.archive(ctx, w, id, archived) })
}

// Drafted returns how much of variants stands in drafts of purchase orders: it isn't on order, and is easily drafted twice.
func (s Purchases) Drafted(ctx context.Context, variants []int64) (map[int64]data.Quantity, error) {
	found := map[int64]data.Quantity{}
	err := s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(variants, maxHoles) {
			holes, args := in(part)
			err := eachRow(ctx, r, `SELECT l.variant_id, sum(l.quantity) FROM purchase_line l INDEXED BY purchase_line_variant
				JOIN purchase_order p ON p.id = l.purchase_id WHERE p.status = ? AND p.archived = 0 AND l.variant_id IN `+holes+` GROUP BY 1`,
				append([]any{string(data.PurchaseDraft)}, args...), func(scan func(...any) error) error {
					var id int64
					var q data.Quantity
					err := scan(&id, &q)
					found[id] = q
					return err
				})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return found, err
}

// Each calls use with every live purchase order, by date and number.
func (s Purchases) Each(ctx context.Context, use func(data.PurchaseOrder) error) error {
	return purchases.each(ctx, s.at, use)
}

// checkPurchase finds supplier and articles, gives the number, and guards what was received.
func checkPurchase(ctx context.Context, w *writing, old, p *data.PurchaseOrder) error {
	var wrong data.Problems
	if p.SupplierID == 0 && p.Supplier != "" {
		if p.SupplierID = w.partnerID(ctx, p.Supplier); p.SupplierID == 0 {
			wrong.Add("supplier", "problem.unknown_supplier")
			wrong[0].Args = map[string]any{"Value": p.Supplier}
		}
	}
	if wrong = append(wrong, w.purchaseLines(ctx, old, p)...); len(wrong) > 0 {
		return wrong
	}
	if p.Status == "" {
		p.Status = data.PurchaseDraft
	}
	if old != nil {
		return guardReceived(old, p)
	}
	return numberPurchase(ctx, w, p)
}

// purchaseLines finds the articles of p's lines and gives those that were there before what came of them.
func (w *writing) purchaseLines(ctx context.Context, old, p *data.PurchaseOrder) (wrong data.Problems) {
	p.Lines = append([]data.PurchaseLine(nil), p.Lines...) // the caller's slice stays as it is
	known := map[string]data.PurchaseLine{}
	if old != nil {
		for _, l := range old.Lines {
			known[l.UUID] = l
		}
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		if was, ok := known[l.UUID]; ok {
			l.ID, l.Received = was.ID, was.Received // what came only the receipts say
		} else if w.undoes == "" { // a copy of another order doesn't take its lines away
			l.ID, l.UUID, l.Received = 0, "", 0
		}
		if l.VariantID == 0 {
			l.VariantID = w.variantID(ctx, l.SKU)
		}
		if l.VariantID == 0 {
			wrong = append(wrong, data.Problem{
				Field: "lines." + strconv.Itoa(i+1) + ".sku",
				Key:   "problem.unknown_sku", Args: map[string]any{"Value": l.SKU},
			})
		}
	}
	return wrong
}

// numberPurchase gives a purchase order without a number the next of this year, and one without a day today.
func numberPurchase(ctx context.Context, w *writing, p *data.PurchaseOrder) (err error) {
	if p.Date == "" {
		p.Date = data.DateOf(w.at)
	}
	if p.No == "" {
		p.No, err = w.nextFree(ctx, data.PurchaseKind, p.Date.Year(), `SELECT 1 FROM purchase_order WHERE purchase_no = ?`)
	}
	return err
}

// anyReceived reports whether anything of p is here.
func anyReceived(p *data.PurchaseOrder) bool {
	for _, l := range p.Lines {
		if l.Received != 0 {
			return true
		}
	}
	return false
}

// guardReceived refuses to change what was ordered once something of it came.
func guardReceived(old, next *data.PurchaseOrder) error {
	if !anyReceived(old) {
		return nil
	}
	was := *old
	was.Lines = append([]data.PurchaseLine(nil), old.Lines...)
	was.Archived, was.Expected, was.Notes, was.SupplierRef = next.Archived, next.Expected, next.Notes, next.SupplierRef
	if next.Status != data.PurchaseDraft {
		was.Status = next.Status
	}
	for i := range min(len(was.Lines), len(next.Lines)) {
		l := &was.Lines[i]
		l.Expected, l.Note, l.Closed = next.Lines[i].Expected, next.Lines[i].Note, next.Lines[i].Closed
	}
	same, _, err := purchaseShape.compare(&was, next)
	if err == nil && !same {
		err = fmt.Errorf("purchase order %s: %w", old.No, data.ErrPosted)
	}
	return err
}

// purchaseShape is what comparing two purchase orders needs to know of them.
var purchaseShape = &kind[data.PurchaseOrder]{
	record: func(p *data.PurchaseOrder) *data.Record { return &p.Record },
	hidden: func(p *data.PurchaseOrder) []*int64 {
		ids := []*int64{&p.SupplierID}
		for i := range p.Lines {
			ids = append(ids, &p.Lines[i].ID, &p.Lines[i].VariantID)
		}
		return ids
	},
}
