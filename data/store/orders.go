package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"tradewind/data"
)

// Orders keeps what customers ordered.
type Orders struct{ at place }

// orderShape is what comparing two orders needs to know of them.
var orderShape = &kind[data.Order]{
	record: func(o *data.Order) *data.Record { return &o.Record },
	hidden: func(o *data.Order) []*int64 {
		ids := []*int64{&o.CustomerID}
		for i := range o.Lines {
			ids = append(ids, &o.Lines[i].ID, &o.Lines[i].VariantID)
		}
		return ids
	},
}

// orders describes the order's tables.
var orders = &kind[data.Order]{
	number: 3, name: "order", table: "sales_order", code: "order_no",
	record:  orderShape.record,
	columns: orderColumns,
	hidden:  orderShape.hidden,
	fill:    fillOrders, check: checkOrder, keep: keepOrder, discard: discardOrder, entry: orderEntry, posted: orderPosted,
}

// orderColumns are the columns of the table sales_order.
func orderColumns(o *data.Order) []column {
	return append([]column{
		{"order_no", &o.No},
		{"date", &o.Date},
		{"status", &o.Status},
		{"customer_id", reference{&o.CustomerID}},
		{"currency", &o.Currency},
		{"consignee", textJSON{&o.Consignee}},
		{"bill_to", textJSON{&o.BillTo}},
		{"notify", textJSON{&o.Notify}},
		{"manufacturer", textJSON{&o.Manufacturer}},
		{"discount", &o.Discount},
		{"freight", &o.Freight},
		{"insurance", &o.Insurance},
		{"charges", textJSON{&o.Charges}},
		{"discount_percent", &o.Reduction.Percent},
		{"discount_rule", textJSON{&o.Proposed}},
		{"discount_reason", &o.Reduction.Reason},
		{"asked_at", utc{&o.AskedAt}},
		{"confirmed_at", utc{&o.ConfirmedAt}},
		{"produced_at", utc{&o.ProducedAt}},
		{"outcome", textJSON{&o.Outcome}},
		{"prints", textJSON{&o.Prints}},
		{"clauses", textJSON{&o.Clauses}},
		{"samples", textJSON{&o.Samples}},
		{"credits_sample", &o.CreditsSample},
	}, termColumns(o)...)
}

// termColumns are those of what was agreed.
func termColumns(o *data.Order) []column {
	return []column{
		{"incoterm", textJSON{&o.Incoterm}},
		{"payment_terms", &o.PaymentTerms},
		{"due_date", &o.DueDate},
		{"valid_until", &o.ValidUntil},
		{"last_shipment", &o.LastShipment},
		{"required_date", &o.RequiredDate},
		{"lead_time", &o.LeadTime},
		{"sample_terms", &o.SampleTerms},
		{"rate_note", &o.RateNote},
		{"fixed_rate", &o.FixedRate},
		{"buyer_order_no", &o.BuyerOrderNo},
		{"buyer_order_date", &o.BuyerOrderDate},
		{"contract_no", &o.ContractNo},
		{"contract_date", &o.ContractDate},
		{"credit", textJSON{&o.Credit}},
		{`"references"`, textJSON{&o.References}},
		{"export_country", &o.ExportCountry},
		{"acquisition_country", &o.Acquisition},
		{"destination_country", &o.Destination},
		{"transport", textJSON{&o.Transport}},
		{"marks", &o.Marks},
		{"language", &o.Language},
		{"notes", &o.Notes},
		{"declarations", &o.Declarations},
	}
}

// orderEntry is what finds an order: its numbers, its customer and its SKUs. The list is sorted by day.
func orderEntry(ctx context.Context, r reader, o *data.Order) (entry, error) {
	labels, err := partnerLabels(ctx, r, some(o.CustomerID))
	if err != nil {
		return entry{}, err
	}
	customer := labels[o.CustomerID]
	words := []string{customer.code, customer.name, o.BuyerOrderNo, o.ContractNo, "#" + string(o.Status)}
	for _, l := range o.Lines {
		words = append(words, l.SKU)
	}
	e := searchable(o.No, words...)
	e.key = string(o.Date) + " " + e.key
	return e, nil
}

// some returns id in a list, unless there is none.
func some(id int64) []int64 {
	if id == 0 {
		return nil
	}
	return []int64{id}
}

// Find returns a page of orders, the newest first, before them the one whose number was typed. After is the number of the
// last order of the page before.
func (s Orders) Find(ctx context.Context, q Query) ([]data.Order, error) {
	return orders.find(ctx, s.at, q, true)
}

// Count counts the orders that q's words match.
func (s Orders) Count(ctx context.Context, q Query) (int, error) { return orders.count(ctx, s.at, q) }

// Get returns the order with id, or [data.ErrNotFound].
func (s Orders) Get(ctx context.Context, id int64) (data.Order, error) {
	return orders.get(ctx, s.at, `WHERE id = ?`, id)
}

// ByNo returns the order with this number, or [data.ErrNotFound].
func (s Orders) ByNo(ctx context.Context, no string) (data.Order, error) {
	return orders.get(ctx, s.at, `WHERE order_no = ?`, no)
}

// Save writes o and returns it as stored; an empty number is taken from the series. A customer without an ID is looked
// up by its code or name, an article by its SKU. It gives [data.Problems] when o breaks a rule, [data.ErrConflict] when
// o isn't the newest version and [data.ErrPosted] when o is posted and more than its status differs.
func (s Orders) Save(ctx context.Context, o data.Order) (data.Order, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		if err = w.takeSampleFee(ctx, &o); err == nil {
			o, err = orders.save(ctx, w, o)
		}
		return err
	})
	return o, err
}

// Archive takes an order out of the lists, or brings it back.
func (s Orders) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return orders.archive(ctx, w, id, archived) })
}

// Each calls use with every live order, by date and number.
func (s Orders) Each(ctx context.Context, use func(data.Order) error) error {
	return orders.each(ctx, s.at, use)
}

// checkOrder finds customer and articles, gives the number, and guards what is posted.
func checkOrder(ctx context.Context, w *writing, old, o *data.Order) error {
	var wrong data.Problems
	if o.CustomerID == 0 && o.Customer != "" {
		if o.CustomerID = w.partnerID(ctx, o.Customer); o.CustomerID == 0 {
			wrong = append(wrong, data.Problem{Field: "customer", Key: "problem.unknown_customer", Args: map[string]any{"Value": o.Customer}})
		}
	}
	wrong = append(wrong, w.findArticles(ctx, old, o)...)
	if err := wrong.Err(); err != nil {
		return err
	}
	if o.Status == "" {
		o.Status = data.Draft
	}
	w.settleOutcome(o)
	w.startClocks(old, o)
	guard := numberOrder
	if old != nil {
		guard = func(ctx context.Context, w *writing, o *data.Order) error { return guardPosted(ctx, w, old, o) }
	}
	if err := guard(ctx, w, o); err != nil {
		return err
	}
	return guardPromises(ctx, w, old, o)
}

// findArticles gives the lines of o their articles, and names those there are none of.
func (w *writing) findArticles(ctx context.Context, old, o *data.Order) (wrong data.Problems) {
	o.Lines = append([]data.OrderLine(nil), o.Lines...) // the caller's slice stays as it is
	for i := range o.Lines {
		l := &o.Lines[i]
		if old == nil && o.ID == 0 { // a copy of another order doesn't take its lines away
			l.ID, l.UUID = 0, ""
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

// numberOrder gives an order without a number the next of this year, and one without a day today.
func numberOrder(ctx context.Context, w *writing, o *data.Order) (err error) {
	if o.Date == "" {
		o.Date = data.DateOf(w.at)
	}
	if o.No == "" {
		o.No, err = w.nextFree(ctx, data.OrderKind, o.Date.Year(), `SELECT 1 FROM sales_order WHERE order_no = ?`)
	}
	return err
}

// guardPosted refuses to change what the papers of a posted order say. Its status and whether it is archived may change.
func guardPosted(ctx context.Context, w *writing, old, next *data.Order) error {
	keepLineIDs(old, next)
	if err := w.guardKept(ctx, old, next); err != nil {
		return err
	}
	if err := w.guardClosed(ctx, old, next); err != nil {
		return err
	}
	posted, err := orderPosted(ctx, w.tx, old)
	if err != nil || !posted {
		return err
	}
	was := *old
	was.Status, was.Archived = next.Status, next.Archived
	same, _, err := orderShape.compare(&was, next)
	if err == nil && !same {
		err = fmt.Errorf("order %s: %w", old.No, data.ErrPosted)
	}
	return err
}

// guardKept refuses to call an order shipped while goods are still kept for it: they would be free for others, though they lie
// there. What leaves is posted with a shipment, which sets the status itself; an order that came from elsewhere keeps nothing.
func (w *writing) guardKept(ctx context.Context, old, next *data.Order) error {
	if next.Status != data.Shipped || old.Status == data.Shipped {
		return nil
	}
	kept, err := w.exists(ctx, `SELECT 1 FROM reserved r JOIN order_line l ON l.uuid = r.line_uuid WHERE l.order_id = ? AND r.quantity > 0`, old.ID)
	if err == nil && kept {
		err = data.Problems{{Field: "status", Key: "problem.kept_not_shipped"}}
	}
	return err
}

// keepLineIDs gives lines that come without an ID, as from JSON, that of the old line with the same UUID.
func keepLineIDs(old, next *data.Order) {
	at := map[string]int64{}
	for _, l := range old.Lines {
		at[l.UUID] = l.ID
	}
	for i := range next.Lines {
		if l := &next.Lines[i]; l.ID == 0 {
			l.ID = at[l.UUID]
		}
	}
}

// orderPosted reports whether goods of an order have left: its status says so, or a shipment is posted.
func orderPosted(ctx context.Context, r reader, o *data.Order) (bool, error) {
	if o.Status == data.Shipped || o.Status == data.Closed {
		return true, nil
	}
	var n int
	err := r.QueryRowContext(ctx, `SELECT count(*) FROM shipment_part p JOIN shipment h ON h.id = p.shipment_id WHERE p.order_id = ? AND h.posted = 1`, o.ID).Scan(&n)
	return n > 0, err
}

// variantID returns the variant with this SKU, or 0.
func (w *writing) variantID(ctx context.Context, sku string) (id int64) {
	if w.scan(ctx, `SELECT id FROM variant WHERE sku = ?`, []any{sku}, &id) != nil {
		return 0
	}
	return id
}

// discardOrder takes away the lines of orders that nothing uses.
func discardOrder(ctx context.Context, w *writing, ids []int64) error {
	if err := w.unmarkPresoldIn(ctx, ids); err != nil {
		return err
	}
	if err := w.giveFreeOrders(ctx, ids); err != nil {
		return err
	}
	holes, args := in(ids)
	_, err := w.exec(ctx, `DELETE FROM order_line WHERE order_id IN `+holes, args...)
	return err
}

// fillOrders reads the lines and the customers' codes.
func fillOrders(ctx context.Context, r reader, found []*data.Order) error {
	at := make(map[int64]*data.Order, len(found))
	var customers []int64
	for _, o := range found {
		at[o.ID] = o
		customers = append(customers, some(o.CustomerID)...)
	}
	labels, err := partnerLabels(ctx, r, customers)
	if err != nil {
		return err
	}
	for _, o := range found {
		o.Customer = labels[o.CustomerID].code
	}
	for part := range chunks(sortedKeys(at), maxHoles) {
		if err := fillOrderLines(ctx, r, at, part); err != nil {
			return err
		}
	}
	return nil
}

// fillOrderLines reads the lines of the orders in part.
func fillOrderLines(ctx context.Context, r reader, at map[int64]*data.Order, part []int64) error {
	holes, args := in(part)
	var shape data.OrderLine
	rows, err := r.QueryContext(ctx, `SELECT l.order_id, v.sku, `+lineNames(&shape)+` FROM order_line l
		JOIN variant v ON v.id = l.variant_id WHERE l.order_id IN `+holes+` ORDER BY l.order_id, l.position`, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var order int64
		var l data.OrderLine
		if err := rows.Scan(append([]any{&order, &l.SKU}, targets(lineColumns(&l))...)...); err != nil {
			return err
		}
		at[order].Lines = append(at[order].Lines, l)
	}
	return rows.Err()
}

// errLineGone reports an order line that isn't the order's.
var errLineGone = errors.New("no such order line")
