package store

import (
	"context"
	"maps"

	"tradewind/data"
)

// Incoming returns what should come of each variant, by day: what is open of purchase orders that were placed, and what
// is on the way from another warehouse. Goods of which nobody said when they come stand last, with no day. Variants of
// which nothing should come aren't in the map. It asks one question per few hundred variants, however many there are.
func (s Stock) Incoming(ctx context.Context, variants []int64) (map[int64][]data.Coming, error) {
	found := make(map[int64][]data.Coming, len(variants))
	err := s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(variants, maxHoles) {
			coming, err := incomingOf(ctx, r, part)
			if err != nil {
				return err
			}
			maps.Copy(found, coming)
		}
		return nil
	})
	return found, err
}

// incomingOf reads what should come of one part. Only articles with goods on the way are looked up in the ledger.
func incomingOf(ctx context.Context, r reader, part []int64) (map[int64][]data.Coming, error) {
	holes, args := in(part)
	found := map[int64][]data.Coming{}
	err := eachRow(ctx, r, `SELECT variant_id, day, sum(q), document, expiry FROM (
			SELECT l.variant_id, iif(l.expected_date <> '', l.expected_date, p.expected_date) AS day, l.quantity - l.received AS q, p.purchase_no AS document, '' AS expiry
			FROM purchase_line l JOIN purchase_order p ON p.id = l.purchase_id
			WHERE l.variant_id IN `+holes+` AND l.closed = 0 AND l.received < l.quantity AND p.status = 'ordered' AND p.archived = 0
			UNION ALL
			SELECT m.variant_id, h.expected, m.quantity, h.transfer_no, m.expiry
			FROM stock_total t JOIN movement m ON m.variant_id = t.variant_id JOIN transfer h ON h.transfer_no = m.document
			WHERE t.in_transit <> 0 AND t.variant_id IN `+holes+` AND m.warehouse = '`+data.InTransit+`')
		GROUP BY variant_id, day, document, expiry HAVING sum(q) > 0 ORDER BY variant_id, day = '', day, document, expiry`, append(append([]any(nil), args...), args...),
		func(scan func(...any) error) error {
			var c data.Coming
			err := scan(&c.VariantID, &c.Date, &c.Quantity, &c.Document, &c.Expires)
			found[c.VariantID] = append(found[c.VariantID], c)
			return err
		})
	return found, err
}
