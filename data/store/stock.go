package store

import (
	"context"
	"strconv"
	"time"

	"tradewind/data"
)

// Stock keeps the ledger of movements and their sums.
type Stock struct{ at place }

// Levels returns what lies where, by SKU: the levels of q.Limit products whose words match. After is the SKU of the
// last level of the page before. A product without any movement has no level.
func (s Stock) Levels(ctx context.Context, q Query) (list []data.Level, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		var after entry
		if q.After != "" {
			if after, err = entryOfSKU(ctx, r, q.After); err != nil {
				return err
			}
		}
		ids, err := searchFor(products.number, q, false).page(ctx, r, after, q.limit())
		for ; err == nil && len(ids) > 0 && len(list) == 0; ids, err = searchFor(products.number, q, false).page(ctx, r, after, maxHoles) {
			if list, err = levelsOf(ctx, r, ids); err != nil {
				return err
			}
			if after, err = entryOfProduct(ctx, r, ids[len(ids)-1]); err != nil {
				return err
			}
		}
		return err
	})
	return list, err
}

// entryOfSKU returns the list's entry of the product with a variant called sku.
func entryOfSKU(ctx context.Context, r reader, sku string) (entry, error) {
	ids, err := numbers(ctx, r, `SELECT product_id FROM variant WHERE sku = ?`, sku)
	if err != nil || len(ids) == 0 {
		return entry{key: fold(sku), code: sku}, err
	}
	return entryOfProduct(ctx, r, ids[0])
}

// entryOfProduct returns the list's entry of the product with id.
func entryOfProduct(ctx context.Context, r reader, id int64) (e entry, err error) {
	err = r.QueryRowContext(ctx, `SELECT key, code, text FROM search WHERE kind = ? AND record = ?`, products.number, id).Scan(&e.key, &e.code, &e.text)
	return e, err
}

// levelsOf returns the levels of products, by the order of ids.
func levelsOf(ctx context.Context, r reader, ids []int64) ([]data.Level, error) {
	at := map[int64][]data.Level{}
	for part := range chunks(ids, maxHoles) {
		holes, args := in(part)
		rows, err := r.QueryContext(ctx, `SELECT v.product_id, v.id, v.sku, l.warehouse, l.lot, l.expiry, l.quantity
			FROM variant v JOIN stock_level l ON l.variant_id = v.id
			WHERE v.product_id IN `+holes+` ORDER BY v.product_id, v.position, l.warehouse, l.lot, l.expiry`, args...)
		if err != nil {
			return nil, err
		}
		defer rows.Close()
		for rows.Next() {
			var product int64
			var l data.Level
			if err := rows.Scan(&product, &l.VariantID, &l.SKU, &l.Warehouse, &l.Lot, &l.Expiry, &l.Quantity); err != nil {
				return nil, err
			}
			at[product] = append(at[product], l)
		}
		if err := rows.Err(); err != nil {
			return nil, err
		}
	}
	var list []data.Level
	for _, id := range ids {
		list = append(list, at[id]...)
	}
	return list, nil
}

// Each calls use with every level of every live product, by SKU.
func (s Stock) Each(ctx context.Context, use func(data.Level) error) error {
	return s.at.readAt(ctx, func(r reader) error {
		all, last := search{kind: products.number}, entry{}
		for {
			ids, err := all.page(ctx, r, last, maxHoles)
			if err != nil || len(ids) == 0 {
				return err
			}
			list, err := levelsOf(ctx, r, ids)
			if err != nil {
				return err
			}
			for _, l := range list {
				if err := use(l); err != nil {
					return err
				}
			}
			if last, err = entryOfProduct(ctx, r, ids[len(ids)-1]); err != nil {
				return err
			}
		}
	})
}

// LevelsOf returns where each variant lies: every warehouse and lot with anything, goods on the way among them.
func (s Stock) LevelsOf(ctx context.Context, variants []int64) (map[int64][]data.Level, error) {
	found := make(map[int64][]data.Level, len(variants))
	err := s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(variants, maxHoles) {
			if err := levelsAt(ctx, r, found, part); err != nil {
				return err
			}
		}
		return nil
	})
	return found, err
}

// LevelsAt returns where each variant lay at a moment, from the ledger itself.
func (s Stock) LevelsAt(ctx context.Context, variants []int64, at time.Time) (map[int64][]data.Level, error) {
	found := make(map[int64][]data.Level, len(variants))
	err := s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(variants, maxHoles) {
			holes, args := in(part)
			err := eachRow(ctx, r, `SELECT m.variant_id, v.sku, m.warehouse, m.lot, m.expiry, sum(m.quantity) AS here
				FROM movement m JOIN variant v ON v.id = m.variant_id WHERE m.variant_id IN `+holes+` AND m.at <= ?
				GROUP BY m.variant_id, m.warehouse, m.expiry, m.lot HAVING here <> 0
				ORDER BY m.variant_id, m.warehouse, m.expiry, m.lot`, append(args, at.UnixMicro()), func(scan func(...any) error) error {
				var l data.Level
				err := scan(&l.VariantID, &l.SKU, &l.Warehouse, &l.Lot, &l.Expiry, &l.Quantity)
				found[l.VariantID] = append(found[l.VariantID], l)
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

// levelsAt reads the levels of one part.
func levelsAt(ctx context.Context, r reader, found map[int64][]data.Level, part []int64) error {
	holes, args := in(part)
	rows, err := r.QueryContext(ctx, `SELECT l.variant_id, v.sku, l.warehouse, l.lot, l.expiry, l.quantity
		FROM stock_level l JOIN variant v ON v.id = l.variant_id
		WHERE l.variant_id IN `+holes+` AND l.quantity <> 0 ORDER BY l.variant_id, l.warehouse, l.expiry, l.lot`, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var l data.Level
		if err := rows.Scan(&l.VariantID, &l.SKU, &l.Warehouse, &l.Lot, &l.Expiry, &l.Quantity); err != nil {
			return err
		}
		found[l.VariantID] = append(found[l.VariantID], l)
	}
	return rows.Err()
}

// OnHand returns how much there is of each variant, in all warehouses and lots together, without what is on the way
// between them. One that never moved is 0.
func (s Stock) OnHand(ctx context.Context, variants []int64) (map[int64]data.Quantity, error) {
	found := make(map[int64]data.Quantity, len(variants))
	err := s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(variants, maxHoles) {
			holes, args := in(part)
			rows, err := r.QueryContext(ctx, `SELECT variant_id, on_hand FROM stock_total WHERE variant_id IN `+holes, args...)
			if err != nil {
				return err
			}
			defer rows.Close()
			for rows.Next() {
				var id int64
				var q data.Quantity
				if err := rows.Scan(&id, &q); err != nil {
					return err
				}
				found[id] = q
			}
			if err := rows.Err(); err != nil {
				return err
			}
		}
		return nil
	})
	return found, err
}

// Move books movements. A variant without an ID is looked up by its SKU; time and person are filled in. Goods that leave
// and name no lot leave as [writing.take] has it. It gives [data.Problems] when more would leave than there is.
func (s Stock) Move(ctx context.Context, movements []data.Movement) error {
	return s.at.write(ctx, "", func(w *writing) error {
		for i, m := range movements {
			if m.VariantID == 0 {
				if m.VariantID = w.variantID(ctx, m.SKU); m.VariantID == 0 {
					return data.Problems{{
						Field: strconv.Itoa(i) + ".sku", Key: "problem.unknown_sku",
						Args: map[string]any{"Value": m.SKU},
					}}
				}
			}
			book := w.move
			if m.Quantity < 0 && m.Lot == "" && m.Expiry == "" {
				book = w.take
			}
			if err := book(ctx, m); err != nil {
				return err
			}
		}
		return nil
	})
}

// Count posts counted levels: each movement is the difference to what the ledger says, and none when there is none.
// document names what was counted from.
func (s Stock) Count(ctx context.Context, counted []data.Level, document string) error {
	return s.at.write(ctx, document, func(w *writing) error {
		for i, l := range counted {
			if l.VariantID == 0 {
				if l.VariantID = w.variantID(ctx, l.SKU); l.VariantID == 0 {
					return data.Problems{{
						Field: strconv.Itoa(i) + ".sku", Key: "problem.unknown_sku",
						Args: map[string]any{"Value": l.SKU},
					}}
				}
			}
			if _, _, err := w.count(ctx, l, document); err != nil {
				return err
			}
		}
		return nil
	})
}

// count posts one counted level. It says whether that moved anything and whether the level was there before.
func (w *writing) count(ctx context.Context, l data.Level, document string) (moved, known bool, err error) {
	now, known, err := w.level(ctx, `SELECT count(*), coalesce(sum(quantity), 0) FROM stock_level
		WHERE variant_id = ? AND warehouse = ? AND lot = ? AND expiry = ?`, l.VariantID, l.Warehouse, l.Lot, string(l.Expiry))
	if err != nil || now == l.Quantity {
		return false, known, err
	}
	return true, known, w.difference(ctx, l, now, document)
}

// countOwn posts what was counted of a variant in the merchant's own warehouse, all lots together, as a product list
// states it. usual values goods that nothing is known of yet. What is more goes to the goods without a lot, what is less leaves the lots as [writing.take] does.
func (w *writing) countOwn(ctx context.Context, variant int64, sku string, q data.Quantity, usual *data.UnitPrice, document string) (moved bool, err error) {
	now, _, err := w.level(ctx, `SELECT count(*), coalesce(sum(quantity), 0) FROM stock_level
		WHERE variant_id = ? AND warehouse = ''`, variant)
	if err != nil || now == q {
		return false, err
	}
	if q < now {
		return true, w.take(ctx, data.Movement{VariantID: variant, SKU: sku, Quantity: q - now, Reason: data.Counted, Document: document})
	}
	return true, w.move(ctx, data.Movement{VariantID: variant, SKU: sku, Quantity: q - now, Reason: data.Counted, Document: document, Usual: usual})
}

// level reads a sum and whether there is anything to sum.
func (w *writing) level(ctx context.Context, query string, args ...any) (q data.Quantity, known bool, err error) {
	var n int
	err = w.scan(ctx, query, args, &n, &q)
	return q, n > 0, err
}

// difference moves a level from what it is to what was counted.
func (w *writing) difference(ctx context.Context, l data.Level, now data.Quantity, document string) error {
	return w.move(ctx, data.Movement{
		VariantID: l.VariantID, SKU: l.SKU, Warehouse: l.Warehouse, Lot: l.Lot, Expiry: l.Expiry,
		Quantity: l.Quantity - now, Reason: data.Counted, Document: document,
	})
}

// Movements returns the newest movements of a variant.
func (s Stock) Movements(ctx context.Context, variant int64, limit int) (list []data.Movement, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = movements(ctx, r, `WHERE m.variant_id = ? ORDER BY m.id DESC LIMIT ?`, variant, limit)
		return err
	})
	return list, err
}

// MovementsUntil returns the newest movements of a variant that were booked until a moment.
func (s Stock) MovementsUntil(ctx context.Context, variant int64, at time.Time, limit int) (list []data.Movement, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = movements(ctx, r, `WHERE m.variant_id = ? AND m.at <= ? ORDER BY m.id DESC LIMIT ?`, variant, at.UnixMicro(), limit)
		return err
	})
	return list, err
}

// MovementsOf returns the first movements that one change of the journal booked, and how many it booked in all.
func (s Stock) MovementsOf(ctx context.Context, batch string, limit int) (list []data.Movement, all int, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		const of = `m.batch_id = (SELECT id FROM journal_batch WHERE uuid = ?)`
		err := r.QueryRowContext(ctx, `SELECT count(*) FROM movement m WHERE `+of, batch).Scan(&all)
		if err != nil {
			return err
		}
		list, err = movements(ctx, r, `WHERE `+of+` ORDER BY m.id LIMIT ?`, batch, limit)
		return err
	})
	return list, all, err
}

// openingStock asks whether movement m is the count by which an article's stock in a warehouse began: nothing was booked there before.
const openingStock = `(m.reason = 'counted' AND m.quantity > 0 AND NOT EXISTS (SELECT 1 FROM movement e
	WHERE e.variant_id = m.variant_id AND e.warehouse = m.warehouse AND e.at < m.at))`

// movements returns the movements m that where selects.
func movements(ctx context.Context, r reader, where string, args ...any) ([]data.Movement, error) {
	rows, err := r.QueryContext(ctx, `SELECT m.id, m.uuid, m.at, m.person, m.variant_id, v.sku, m.warehouse, m.lot, m.expiry,
		m.quantity, m.reason, m.document, m.value, m.batch_id, m.reverses, m.note, `+takenBack+`, `+openingStock+`
		FROM movement m JOIN variant v ON v.id = m.variant_id `+where, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []data.Movement
	for rows.Next() {
		var m data.Movement
		err := rows.Scan(&m.ID, &m.UUID, utc{&m.At}, &m.Person, &m.VariantID, &m.SKU, &m.Warehouse, &m.Lot, &m.Expiry,
			&m.Quantity, &m.Reason, &m.Document, &m.Value, &m.Batch, &m.Reverses, &m.Note, &m.Taken, &m.Opening)
		if err != nil {
			return nil, err
		}
		list = append(list, m)
	}
	return list, rows.Err()
}
