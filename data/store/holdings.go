package store

import (
	"context"
	"time"

	"tradewind/data"
)

// Holdings returns what there is of each variant. One that never moved has an empty holding.
func (s Stock) Holdings(ctx context.Context, variants []int64) (map[int64]data.Holding, error) {
	return s.holdings(ctx, variants, holdingsNow)
}

// holdingsNow reads the sums kept, of the variants whose IDs follow.
const holdingsNow = `SELECT v.id, v.sku, coalesce(t.on_hand, 0), coalesce(t.reserved, 0),
	coalesce(t.in_transit, 0), coalesce(t.on_order, 0), coalesce(t.value, 0), coalesce(t.kept, 0)
	FROM variant v LEFT JOIN stock_total t ON t.variant_id = v.id WHERE v.id IN `

// HoldingsAt returns what there was of each variant at a moment, from the ledger itself.
func (s Stock) HoldingsAt(ctx context.Context, variants []int64, at time.Time) (map[int64]data.Holding, error) {
	return s.holdings(ctx, variants, `SELECT v.id, v.sku,
		(SELECT coalesce(sum(quantity), 0) FROM movement m INDEXED BY movement_place WHERE m.variant_id = v.id AND m.warehouse <> 'in-transit' AND m.at <= ?),
		(SELECT coalesce(sum(quantity), 0) FROM reservation b WHERE b.variant_id = v.id AND b.at <= ?),
		(SELECT coalesce(sum(quantity), 0) FROM movement m INDEXED BY movement_place WHERE m.variant_id = v.id AND m.warehouse = 'in-transit' AND m.at <= ?),
		(SELECT coalesce(sum(quantity), 0) FROM on_order b WHERE b.variant_id = v.id AND b.at <= ?),
		(SELECT coalesce(sum(value), 0) FROM movement m INDEXED BY movement_place WHERE m.variant_id = v.id AND m.at <= ?),
		coalesce((SELECT kept FROM stock_total t WHERE t.variant_id = v.id), 0)
		FROM variant v WHERE v.id IN `, at.UnixMicro(), at.UnixMicro(), at.UnixMicro(), at.UnixMicro(), at.UnixMicro())
}

// holdings asks a few hundred at a time.
func (s Stock) holdings(ctx context.Context, variants []int64, query string, args ...any) (map[int64]data.Holding, error) {
	found := make(map[int64]data.Holding, len(variants))
	err := s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(variants, maxHoles) {
			if err := holdingsOf(ctx, r, found, part, query, args); err != nil {
				return err
			}
		}
		return nil
	})
	return found, err
}

// holdingsOf reads the holdings of one part.
func holdingsOf(ctx context.Context, r reader, found map[int64]data.Holding, part []int64, query string, args []any) error {
	holes, ids := in(part)
	rows, err := r.QueryContext(ctx, query+holes, append(append([]any(nil), args...), ids...)...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var h data.Holding
		if err := rows.Scan(&h.VariantID, &h.SKU, &h.OnHand, &h.Reserved, &h.InTransit, &h.OnOrder, &h.Value, &h.Kept); err != nil {
			return err
		}
		found[h.VariantID] = h
	}
	return rows.Err()
}
