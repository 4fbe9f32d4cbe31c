package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"tradewind/data"
)

// Report is what [Backups.Verify] found.
type Report struct {
	Faults  []Fault        // empty: all is well
	Records map[string]int // how many of each kind there are
}

// Fault is one thing that is wrong with the file.
type Fault struct {
	Key    string // such as "fault.ledger"
	What   string // what it is about: a SKU or a number; "" for the whole file
	Detail string // what SQLite says of the file, a line each, in its own words; for logs
}

// verifyQuestions each give one text per fault.
var verifyQuestions = []struct{ key, query string }{
	{"fault.reference", `SELECT "table" || ' ' || coalesce(rowid, '') || ' > ' || parent FROM pragma_foreign_key_check`},
	{"fault.ledger", `SELECT v.sku FROM (
			SELECT variant_id, warehouse, lot, expiry, sum(quantity) AS q FROM (
				SELECT variant_id, warehouse, lot, expiry, quantity FROM movement
				UNION ALL SELECT variant_id, warehouse, lot, expiry, -quantity FROM stock_level)
			GROUP BY 1, 2, 3, 4 HAVING sum(quantity) <> 0) d JOIN variant v ON v.id = d.variant_id`},
	{"fault.totals", `SELECT v.sku FROM (
			SELECT variant_id FROM (
				SELECT variant_id, iif(warehouse = 'in-transit', 0, quantity) AS a, iif(warehouse = 'in-transit', quantity, 0) AS b, 0 AS c, value AS d, 0 AS e FROM movement
				UNION ALL SELECT variant_id, 0, 0, quantity, 0, 0 FROM reservation
				UNION ALL SELECT variant_id, 0, 0, 0, 0, quantity FROM on_order
				UNION ALL SELECT variant_id, -on_hand, -in_transit, -reserved, -value, -on_order FROM stock_total)
			GROUP BY variant_id HAVING sum(a) <> 0 OR sum(b) <> 0 OR sum(c) <> 0 OR sum(d) <> 0 OR sum(e) <> 0) d JOIN variant v ON v.id = d.variant_id`},
	{"fault.reserved", `SELECT v.sku FROM (
			SELECT line_uuid, warehouse, variant_id FROM (
				SELECT line_uuid, warehouse, variant_id, quantity FROM reservation
				UNION ALL SELECT line_uuid, warehouse, variant_id, -quantity FROM reserved)
			GROUP BY 1, 2, 3 HAVING sum(quantity) <> 0) d JOIN variant v ON v.id = d.variant_id
		UNION SELECT v.sku FROM (SELECT variant_id, warehouse, sum(quantity) AS q FROM reserved GROUP BY 1, 2) r
			JOIN variant v ON v.id = r.variant_id WHERE r.q > (
				SELECT coalesce(sum(l.quantity), 0) FROM stock_level l WHERE l.variant_id = r.variant_id AND l.warehouse = r.warehouse)
		UNION SELECT v.sku FROM (SELECT line_uuid, variant_id, sum(quantity) AS q FROM reserved GROUP BY 1, 2) r
			JOIN variant v ON v.id = r.variant_id LEFT JOIN order_line l ON l.uuid = r.line_uuid
			LEFT JOIN sales_order o ON o.id = l.order_id
			WHERE l.id IS NULL OR o.archived OR o.status IN ('shipped', 'closed', 'cancelled', 'lost') OR r.q > ` + lineDue + ` - ` + lineSent},
	{"fault.on_order", `SELECT v.sku FROM (
			SELECT variant_id FROM (
				SELECT l.uuid, l.variant_id, max(l.quantity - l.received, 0) AS q FROM purchase_line l JOIN purchase_order p ON p.id = l.purchase_id
				WHERE p.status = 'ordered' AND p.archived = 0 AND l.closed = 0
				UNION ALL SELECT line_uuid, variant_id, -quantity FROM on_order)
			GROUP BY uuid, variant_id HAVING sum(q) <> 0) d JOIN variant v ON v.id = d.variant_id`},
	{"fault.received", `SELECT p.purchase_no FROM purchase_line l JOIN purchase_order p ON p.id = l.purchase_id
			WHERE l.received <> (SELECT coalesce(sum(r.quantity), 0) FROM purchase_receipt r WHERE r.line_uuid = l.uuid) OR l.received < 0
		UNION SELECT m.document FROM purchase_receipt r JOIN movement m ON m.id = r.movement_id
			LEFT JOIN purchase_line l ON l.uuid = r.line_uuid
			WHERE m.quantity <> r.quantity OR m.reason NOT IN ('received', 'reversed') OR m.variant_id <> coalesce(l.variant_id, m.variant_id)`},
	{"fault.series", `SELECT s.kind || ' ' || s.year FROM number_series s WHERE s.kind NOT IN ('order', 'shipment', 'transfer', 'stock-take', 'purchase-order', 'campaign', 'payment')
		AND s.last <> (SELECT count(DISTINCT serial) FROM issued i WHERE i.kind = s.kind AND i.year = s.year)
		UNION SELECT kind || ' ' || year FROM issued i GROUP BY kind, year
		HAVING max(serial) <> count(DISTINCT serial) OR min(serial) <> 1`},
	{"fault.revision", `SELECT number FROM issued GROUP BY number HAVING max(revision) <> count(*) - 1 OR min(revision) <> 0`},
	{"fault.variant", `SELECT p.sku FROM product p WHERE NOT EXISTS (
		SELECT 1 FROM variant v WHERE v.product_id = p.id AND v.position = 0 AND v.sku = p.sku)`},
	{"fault.shipped", `SELECT o.order_no FROM order_line l JOIN sales_order o ON o.id = l.order_id
		JOIN shipment_line s ON s.order_line_id = l.id JOIN shipment h ON h.id = s.shipment_id WHERE h.archived = 0
		GROUP BY l.id HAVING abs(sum(s.quantity)) > abs(l.quantity - l.short)
		UNION SELECT h.shipment_no FROM shipment h WHERE h.order_id IS NOT (SELECT p.order_id FROM shipment_part p WHERE p.shipment_id = h.id AND p.position = 0)
		UNION SELECT h.shipment_no FROM shipment h JOIN shipment_line s ON s.shipment_id = h.id JOIN order_line l ON l.id = s.order_line_id
			WHERE NOT EXISTS (SELECT 1 FROM shipment_part p WHERE p.shipment_id = h.id AND p.order_id = l.order_id)`},
	{"fault.posted", `SELECT h.shipment_no FROM shipment h WHERE h.posted <> EXISTS (
			SELECT 1 FROM movement m WHERE m.document = h.shipment_no AND m.document <> '' AND m.reason = 'sent')
		AND EXISTS (SELECT 1 FROM shipment_line l WHERE l.shipment_id = h.id)`},
	{"fault.search", `SELECT sku FROM product p WHERE NOT EXISTS (SELECT 1 FROM search s WHERE s.kind = 1 AND s.record = p.id AND s.code = p.sku)
		UNION ALL SELECT code FROM partner p WHERE NOT EXISTS (SELECT 1 FROM search s WHERE s.kind = 2 AND s.record = p.id AND s.code = p.code)
		UNION ALL SELECT order_no FROM sales_order p WHERE NOT EXISTS (SELECT 1 FROM search s WHERE s.kind = 3 AND s.record = p.id AND s.code = p.order_no)
		UNION ALL SELECT shipment_no FROM shipment p WHERE NOT EXISTS (SELECT 1 FROM search s WHERE s.kind = 4 AND s.record = p.id AND s.code = p.shipment_no)
		UNION ALL SELECT purchase_no FROM purchase_order p WHERE NOT EXISTS (SELECT 1 FROM search s WHERE s.kind = 5 AND s.record = p.id AND s.code = p.purchase_no)
		UNION ALL SELECT campaign_no FROM campaign p WHERE NOT EXISTS (SELECT 1 FROM search s WHERE s.kind = 6 AND s.record = p.id AND s.code = p.campaign_no)`},
	{"fault.payment", `SELECT p.payment_no FROM payment p LEFT JOIN payment_allocation a ON a.payment_id = p.id
			GROUP BY p.id HAVING p.amount + p.charges + p.written_off <> coalesce(sum(a.amount), 0)
		UNION SELECT o.order_no FROM payment_allocation a JOIN sales_order o ON o.id = a.order_id GROUP BY o.id HAVING sum(a.credited) < 0
		UNION SELECT p.code FROM payment y JOIN payment_allocation a ON a.payment_id = y.id JOIN partner p ON p.id = y.customer_id
			WHERE a.order_id IS NULL GROUP BY p.id, y.currency HAVING sum(a.amount) < 0`},
	{"fault.campaign", `SELECT DISTINCT o.order_no FROM order_line l JOIN sales_order o ON o.id = l.order_id
		WHERE l.campaign <> '' AND NOT EXISTS (SELECT 1 FROM campaign c WHERE c.campaign_no = l.campaign)`},
	{"fault.journal", `SELECT kind || ' ' || max(record_id) FROM journal j JOIN (
			SELECT 'product' AS k, uuid, version FROM product UNION ALL SELECT 'partner', uuid, version FROM partner
			UNION ALL SELECT 'order', uuid, version FROM sales_order UNION ALL SELECT 'shipment', uuid, version FROM shipment
			UNION ALL SELECT 'payment', uuid, version FROM payment UNION ALL SELECT 'credit-note', uuid, version FROM credit_note UNION ALL SELECT 'rate', uuid, version FROM rate UNION ALL SELECT 'warehouse', uuid, version FROM warehouse
			UNION ALL SELECT 'threshold', uuid, version FROM threshold UNION ALL SELECT 'season', uuid, version FROM season UNION ALL SELECT 'campaign', uuid, version FROM campaign
			UNION ALL SELECT 'stock-take', uuid, version FROM stock_take
			UNION ALL SELECT 'stock-take-line', uuid, version FROM stock_take_line UNION ALL SELECT 'element_list', uuid, version FROM element_list
			UNION ALL SELECT 'certificate_rule', uuid, version FROM certificate_rule UNION ALL SELECT 'market', uuid, version FROM market
			UNION ALL SELECT 'word_list', uuid, version FROM word_list UNION ALL SELECT 'keyword', uuid, version FROM keyword
			UNION ALL SELECT 'scorecard', uuid, version FROM scorecard UNION ALL SELECT 'rate_card', uuid, version FROM rate_card
			UNION ALL SELECT 'settlement', uuid, version FROM settlement
			UNION ALL SELECT 'purchase', uuid, version FROM purchase_order
			UNION ALL SELECT 'company', uuid, version FROM company) r
		ON r.k = j.kind AND r.uuid = j.uuid GROUP BY j.kind, j.uuid HAVING max(j.version) <> r.version`},
}

// Verify checks the whole file: what SQLite says of it, references, the ledger against its sums, number series without
// a gap, the hashes of issued documents and attachments, and that every record is found and journalled.
func (s Backups) Verify(ctx context.Context) (report Report, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		report, err = verify(ctx, r)
		return err
	})
	if err != nil {
		return report, fmt.Errorf("verify: %w", err)
	}
	return report, nil
}

// integrity is what SQLite says of a file that isn't whole.
const integrity = `SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'`

// verify asks every question at one moment. A question that a damaged file can't answer is part of the damage; the others
// are asked all the same.
func verify(ctx context.Context, r reader) (Report, error) {
	report := Report{Records: map[string]int{}}
	var said []string
	tried := func(key string, err error) error {
		if err = explain(err); errors.Is(err, data.ErrDamaged) {
			said = append(said, key+": "+err.Error())
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		return nil
	}
	err := tried("fault.file", each(ctx, r, integrity, func(what string) { said = append(said, what) }))
	for _, q := range verifyQuestions {
		err = errors.Join(err, tried(q.key, each(ctx, r, q.query, func(what string) { report.add(q.key, what) })))
	}
	for _, q := range hashQuestions {
		err = errors.Join(err, tried(q.key, report.rehash(ctx, r, q.key, q.query)))
	}
	err = errors.Join(err, tried("fault.due", report.verifyMarks(ctx, r)), tried("records", report.count(ctx, r)))
	if len(said) > 0 {
		report.Faults = append([]Fault{{Key: "fault.file", Detail: strings.Join(said, "\n")}}, report.Faults...)
	}
	return report, err
}

// hashQuestions each give what a row is about, the hash it had, and the bytes.
var hashQuestions = []struct{ key, query string }{
	{"fault.document", `SELECT number || ' R' || revision, hash, frozen FROM issued`},
	{"fault.attachment", `SELECT hash || ' ' || name, hash, bytes FROM attachment`},
}

// count counts the records there are.
func (p *Report) count(ctx context.Context, r reader) error {
	for _, table := range []string{"product", "variant", "partner", "sales_order", "shipment", "rate", "movement", "reservation", "warehouse", "transfer", "stock_take", "stock_take_line", "purchase_order", "purchase_receipt", "on_order", "campaign", "issued", "attachment", "journal"} {
		var n int
		if err := r.QueryRowContext(ctx, `SELECT count(*) FROM `+table).Scan(&n); err != nil {
			return err
		}
		p.Records[table] = n
	}
	return nil
}

func (p *Report) add(key, what string) {
	p.Faults = append(p.Faults, Fault{Key: key, What: what})
}

// each hands the texts that a question gives to take.
func each(ctx context.Context, r reader, query string, take func(string)) error {
	rows, err := r.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var what string
		if err := rows.Scan(&what); err != nil {
			return err
		}
		take(what)
	}
	return rows.Err()
}

// rehash adds a fault for every row whose bytes have another hash.
func (p *Report) rehash(ctx context.Context, r reader, key, query string) error {
	rows, err := r.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var what, hash string
		var bytes sql.RawBytes
		if err := rows.Scan(&what, &hash, &bytes); err != nil {
			return err
		}
		if string(hashOf(bytes)) != hash {
			p.add(key, what)
		}
	}
	return rows.Err()
}
