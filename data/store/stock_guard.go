package store

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"tradewind/data"
)

// shelf is where a level lies.
type shelf struct {
	variant        int64
	warehouse, lot string
	expiry         data.Date
}

// claim is what reservations of an article in a warehouse are held against.
type claim struct {
	variant   int64
	warehouse string
}

// touched is what a piece of work did to stock that could break a rule.
type touched struct {
	drained map[shelf]data.Quantity // levels that goods left, and what lay there before the first left
	claims  map[claim]bool          // goods left, or more was reserved; true: because they were counted
}

// ready makes room for what will be noted.
func (t *touched) ready() {
	if t.drained == nil {
		t.drained = map[shelf]data.Quantity{}
	}
	if t.claims == nil {
		t.claims = map[claim]bool{}
	}
}

// drain notes that goods left a level that held before.
func (t *touched) drain(m data.Movement, before data.Quantity) {
	t.ready()
	at := shelf{m.VariantID, m.Warehouse, m.Lot, m.Expiry}
	if _, known := t.drained[at]; !known {
		t.drained[at] = before
	}
	of := claim{m.VariantID, m.Warehouse}
	counted, known := t.claims[of]
	t.claims[of] = m.Reason == data.Counted && (counted || !known)
}

// raise notes that more is reserved.
func (t *touched) raise(r data.Reservation) {
	t.ready()
	t.claims[claim{r.VariantID, r.Warehouse}] = false
}

// guardStock holds the rules of the ledger at the end of a piece of work, inside its transaction: no level of an article
// whose stock is kept falls below zero, unless the company allows it, nothing leaves the way that isn't on it, and no
// more is reserved in a warehouse than lies there. A count is a fact: it takes reservations back instead of being refused.
func (w *writing) guardStock(ctx context.Context) error {
	t := w.stock
	w.stock = touched{}
	wrong, err := w.belowZero(ctx, t.drained)
	if err != nil {
		return err
	}
	for _, of := range slices.SortedFunc(maps.Keys(t.claims), func(a, b claim) int {
		return cmp.Or(cmp.Compare(a.variant, b.variant), cmp.Compare(a.warehouse, b.warehouse))
	}) {
		over, here, err := w.overReserved(ctx, of)
		switch {
		case err != nil:
			return err
		case over <= 0, here < 0 && len(wrong) > 0: // what isn't there is said already
		case t.claims[of]:
			err = w.shorten(ctx, of, over)
		default:
			wrong, err = w.addShort(ctx, wrong, of, reservedKeys, "Here", here.String(), "Over", over.String())
		}
		if err != nil {
			return err
		}
	}
	return wrong.Err()
}

// guarded posts the counted level that one row of an import states, and names what it would take below zero there and
// then, so that the row can be told. No other row counts the same level.
func (w *writing) guarded(ctx context.Context, field string, post func() error) error {
	before := w.stock.drained
	w.stock.drained = nil
	if err := post(); err != nil {
		return err
	}
	wrong, err := w.belowZero(ctx, w.stock.drained)
	w.stock.drained = before
	if err != nil {
		return err
	}
	for i := range wrong {
		wrong[i].Field = field
	}
	return wrong.Err()
}

// belowZero names the levels that fell below zero and mustn't.
func (w *writing) belowZero(ctx context.Context, drained map[shelf]data.Quantity) (wrong data.Problems, err error) {
	for _, at := range slices.SortedFunc(maps.Keys(drained), func(a, b shelf) int {
		return cmp.Or(cmp.Compare(a.variant, b.variant), cmp.Compare(a.warehouse, b.warehouse), cmp.Compare(a.lot, b.lot), cmp.Compare(a.expiry, b.expiry))
	}) {
		var now data.Quantity
		var free bool
		err := w.scan(ctx, `SELECT l.quantity, t.kept = 0 OR coalesce((SELECT body ->> 'negative_stock' FROM company), 0)
			FROM stock_level l JOIN stock_total t ON t.variant_id = l.variant_id
			WHERE l.variant_id = ? AND l.warehouse = ? AND l.lot = ? AND l.expiry = ?`,
			[]any{at.variant, at.warehouse, at.lot, string(at.expiry)}, &now, &free)
		if err != nil {
			return nil, err
		}
		before := drained[at]
		if now >= 0 || now >= before || free && at.warehouse != data.InTransit {
			continue
		}
		wrong, err = w.addShort(ctx, wrong, claim{at.variant, at.warehouse}, shortKeys, "Missing", (min(before, 0) - now).String())
		if err != nil {
			return nil, err
		}
	}
	return wrong, nil
}

// The sentences about an article: in the main warehouse, and in one with a name.
var (
	shortKeys    = [2]string{"problem.stock_short", "problem.stock_short_at"}
	reservedKeys = [2]string{"problem.stock_reserved", "problem.stock_reserved_at"}
	expiredKeys  = [2]string{"problem.reserved_expired", "problem.reserved_expired_at"}
)

// addShort adds a problem of an article in a warehouse.
func (w *writing) addShort(ctx context.Context, wrong data.Problems, of claim, keys [2]string, args ...string) (data.Problems, error) {
	named, key := map[string]any{}, keys[0]
	if of.warehouse != "" {
		named["Warehouse"], key = of.warehouse, keys[1]
	}
	for i := 0; i+1 < len(args); i += 2 {
		named[args[i]] = args[i+1]
	}
	var sku string
	if err := w.scan(ctx, `SELECT sku FROM variant WHERE id = ?`, []any{of.variant}, &sku); err != nil {
		return nil, err
	}
	named["SKU"] = sku
	return append(wrong, data.Problem{Field: "quantity", Key: key, Args: named}), nil
}

// overReserved returns by how much more is reserved in a warehouse than lies there, and how much lies there.
func (w *writing) overReserved(ctx context.Context, of claim) (over, here data.Quantity, err error) {
	var kept data.Quantity
	err = w.scan(ctx, `SELECT (SELECT coalesce(sum(quantity), 0) FROM stock_level WHERE variant_id = ?1 AND warehouse = ?2),
		(SELECT coalesce(sum(quantity), 0) FROM reserved WHERE variant_id = ?1 AND warehouse = ?2)`,
		[]any{of.variant, of.warehouse}, &here, &kept)
	return kept - max(here, 0), here, err
}

// shorten takes back what is reserved beyond what was counted, what was reserved last first.
func (w *writing) shorten(ctx context.Context, of claim, over data.Quantity) error {
	list, err := reservedWhere(ctx, w.tx, `r.variant_id = ? AND r.warehouse = ?
		ORDER BY (SELECT max(id) FROM reservation b WHERE b.variant_id = r.variant_id AND b.line_uuid = r.line_uuid) DESC`, of.variant, of.warehouse)
	if err != nil {
		return err
	}
	for _, r := range list {
		part := min(over, r.Quantity)
		if part == 0 {
			break
		}
		over -= part
		if err := w.reserve(ctx, r, -part, data.Short); err != nil {
			return err
		}
	}
	return nil
}
