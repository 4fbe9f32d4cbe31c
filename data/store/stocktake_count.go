package store

import (
	"context"
	"errors"
	"strings"

	"tradewind/data"
)

// Count writes down what was counted. An article or lot that the stock-take has no line for gets one, with what the books
// say of it now. It gives [data.Problems] with the row of each count that can't be taken, and then takes none. source names the
// sheet they were read from, "" for none. It returns the lines as they are then, in the order of counts.
func (s StockTakes) Count(ctx context.Context, no string, counts []data.StockTakeCount, source string) (lines []data.StockTakeLine, err error) {
	err = s.at.write(ctx, source, func(w *writing) error {
		t, err := w.openTake(ctx, no)
		if err != nil {
			return err
		}
		var wrong data.Problems
		for i, c := range counts {
			l, err := w.countLine(ctx, t, c)
			var bad data.Problems
			switch {
			case errors.As(err, &bad):
				for _, p := range bad {
					if p.Row = c.Row; c.Row == 0 {
						p.Field = field(i, p.Field)
					}
					wrong = append(wrong, p)
				}
			case err != nil:
				return err
			}
			lines = append(lines, l)
		}
		return wrong.Err()
	})
	return lines, err
}

// countLine takes one count.
func (w *writing) countLine(ctx context.Context, t data.StockTake, c data.StockTakeCount) (data.StockTakeLine, error) {
	l, err := w.lineOf(ctx, t, c)
	if err != nil {
		return l, err
	}
	var old *data.StockTakeLine
	if was := l; l.ID != 0 {
		old = &was
	}
	switch {
	case c.Add != 0:
		sum := c.Add
		if l.Counted != nil {
			sum += *l.Counted
		}
		l.Counted = &sum
	case !c.Keep:
		l.Counted = c.Counted
	}
	if c.Reason != nil {
		l.Reason = *c.Reason
	}
	if c.Words != nil {
		l.Words = *c.Words
	}
	if err := l.Validate(); err != nil {
		return l, err
	}
	_, err = takeLines.put(ctx, w, old, &l)
	return l, err
}

// lineOf finds the line that a count is of, or makes one.
func (w *writing) lineOf(ctx context.Context, t data.StockTake, c data.StockTakeCount) (data.StockTakeLine, error) {
	variant, err := w.variantByCode(ctx, c.Code)
	if err != nil {
		return data.StockTakeLine{}, err
	}
	found, err := takeLines.load(ctx, w.tx, `WHERE take_id = ? AND variant_id = ? ORDER BY id`, t.ID, variant)
	if err != nil {
		return data.StockTakeLine{}, err
	}
	if l, known := lineFor(found, c); known {
		return l, nil
	}
	if len(found) > 1 && c.Lot == "" && c.Expiry == "" {
		return data.StockTakeLine{}, data.Problems{{Field: "lot", Key: "problem.stocktake_lots", Args: map[string]any{"SKU": found[0].SKU, "Count": len(found)}}}
	}
	return w.newLine(ctx, t, variant, c)
}

// lineFor finds the line of an article's lines that a count is of. The only one needs no lot, or no day of expiry.
func lineFor(found []data.StockTakeLine, c data.StockTakeCount) (data.StockTakeLine, bool) {
	for _, l := range found {
		sole := len(found) == 1 && c.Expiry == "" && (c.Lot == "" || l.Lot == c.Lot)
		if sole || l.Lot == c.Lot && l.Expiry == c.Expiry {
			return l, true
		}
	}
	return data.StockTakeLine{}, false
}

// newLine is the line of goods that nobody expected, as far as the books know them now.
func (w *writing) newLine(ctx context.Context, t data.StockTake, variant int64, c data.StockTakeCount) (l data.StockTakeLine, err error) {
	l = data.StockTakeLine{TakeID: t.ID, VariantID: variant, Lot: c.Lot, Expiry: c.Expiry}
	if l.After, err = w.lastMovement(ctx); err != nil {
		return l, err
	}
	l.Book, _, err = w.level(ctx, `SELECT count(*), coalesce(sum(quantity), 0) FROM stock_level
		WHERE variant_id = ? AND warehouse = ? AND lot = ? AND expiry = ?`, variant, t.Warehouse, c.Lot, string(c.Expiry))
	return l, err
}

// variantByCode returns the variant with this SKU, or else the only one with this barcode number.
func (w *writing) variantByCode(ctx context.Context, code string) (int64, error) {
	code = strings.TrimSpace(code)
	if id := w.variantID(ctx, code); id != 0 {
		return id, nil
	}
	ids, err := numbers(ctx, w.tx, `SELECT v.id FROM variant v WHERE v.gtin = ?1 AND v.gtin <> '' AND v.archived = 0
		UNION SELECT v.id FROM product p JOIN variant v ON v.product_id = p.id AND v.position = 0
			WHERE p.gtin = ?1 AND p.gtin <> '' AND p.archived = 0 AND v.gtin IN ('', ?1) LIMIT 2`, code)
	switch {
	case err != nil:
		return 0, err
	case len(ids) == 0:
		return 0, data.Problems{{Field: "sku", Key: "problem.unknown_barcode", Args: map[string]any{"Value": code}}}
	case len(ids) > 1:
		return 0, data.Problems{{Field: "sku", Key: "problem.barcode_of_several", Args: map[string]any{"Value": code}}}
	}
	return ids[0], nil
}
