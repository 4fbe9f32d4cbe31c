package store

import (
	"context"

	"tradewind/data"
)

// guardPromises refuses to confirm pre-sales that can't be kept, inside the transaction that confirms them: of two
// windows that promise the same goods on the way, the second hears what is left. Quotations bind nothing, and a promise
// that was confirmed before stays, whatever became of the goods. A company that allows negative stock isn't held to it.
func guardPromises(ctx context.Context, w *writing, old, next *data.Order) error {
	fresh := freshPromises(old, next)
	if len(fresh) == 0 {
		return nil
	}
	free, err := w.exists(ctx, `SELECT 1 FROM company WHERE body ->> 'negative_stock'`)
	if err != nil || free {
		return err
	}
	supply, err := supplyOf(ctx, w.tx, next.ID, next.Variants(), data.DateOf(w.at))
	if err != nil {
		return err
	}
	return supply.Broken(next.Lines, func(i int) bool { return fresh[i] }).Err()
}

// freshPromises returns the lines of a confirmed order that promise what they didn't before: sooner, more, or of another
// article.
func freshPromises(old, next *data.Order) map[int]bool {
	if next.Status != data.Confirmed || next.Archived {
		return nil
	}
	was := promisedBefore(old)
	fresh := map[int]bool{}
	for i, l := range next.Lines {
		if _, err := data.ParseDate(string(l.Promise)); !l.PreSale || err != nil { // a wrong day is said elsewhere
			continue
		}
		if before, known := was[l.UUID]; !known || promisesMore(before, l) {
			fresh[i] = true
		}
	}
	return fresh
}

// promisedBefore returns the lines of an order that was confirmed already, by their UUIDs.
func promisedBefore(old *data.Order) map[string]data.OrderLine {
	was := map[string]data.OrderLine{}
	if old != nil && old.Status == data.Confirmed && !old.Archived {
		for _, l := range old.Lines {
			was[l.UUID] = l
		}
	}
	return was
}

// promisesMore reports whether a line promises what it didn't as it was.
func promisesMore(was, now data.OrderLine) bool {
	return !was.PreSale || now.Promise < was.Promise || now.Quantity > was.Quantity || now.VariantID != was.VariantID
}
