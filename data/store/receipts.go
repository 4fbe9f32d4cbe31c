package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tradewind/data"
)

// Receive books goods that came of a purchase order as movements and returns it as it is then. A line of rc that names
// no line of the order takes the first open ones of its article. Their cost is the line's price, in another currency
// than the company's at rc's rate or the newest of the dated table. It gives [data.Problems] when the order isn't placed,
// when no rate is known, and when more came than was ordered unless rc says that this is meant.
func (s Purchases) Receive(ctx context.Context, no string, rc data.Receipt) (p data.PurchaseOrder, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		p, err = purchases.one(ctx, w.tx, `WHERE purchase_no = ?`, no)
		if err != nil {
			return err
		}
		if p.Status != data.PurchaseOrdered || p.Archived {
			return data.Problems{{Field: "purchase_no", Key: "problem.purchase_not_ordered", Args: map[string]any{"No": no}}}
		}
		parts, wrong := divide(p, rc)
		rate, err := w.costRate(ctx, p.Currency, rc.Rate)
		if missing := (data.Problems{}); errors.As(err, &missing) {
			wrong = append(wrong, missing...)
		} else if err != nil {
			return err
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		for _, part := range parts {
			if err := w.receive(ctx, p, part, rate); err != nil {
				return err
			}
		}
		if err := w.closeLines(ctx, p, rc); err != nil {
			return err
		}
		if err := w.settleOnOrder(ctx, p.UUID); err != nil {
			return err
		}
		p, err = purchases.byID(ctx, w.tx, p.ID)
		return err
	})
	return p, err
}

// arrival is what came of one line in one lot.
type arrival struct {
	data.ReceiptLine

	line data.PurchaseLine
	over data.Quantity // beyond what was ordered
}

// divide gives what came to the lines of p: the line that is named, else the open ones of the article in their order. What
// none of them expects goes to the last one.
func divide(p data.PurchaseOrder, rc data.Receipt) (parts []arrival, wrong data.Problems) {
	wrong = rc.Problems()
	open := make([]data.Quantity, len(p.Lines))
	for i, l := range p.Lines {
		open[i] = l.Open()
	}
	for n, got := range rc.Lines {
		at := linesFor(p, got)
		if len(at) == 0 {
			wrong = append(wrong, data.Problem{Field: "lines." + field(n, "sku"), Key: "problem.not_purchased", Args: map[string]any{
				"Value": named(got), "No": p.No,
			}})
			continue
		}
		rest, room := got.Quantity, data.Quantity(0)
		for k, i := range at {
			part := min(rest, open[i])
			room += open[i]
			open[i], rest = open[i]-part, rest-part
			one := arrival{ReceiptLine: got, line: p.Lines[i]}
			if one.Quantity = part; k == len(at)-1 {
				one.Quantity, one.over = part+rest, rest
			}
			if one.Quantity > 0 {
				parts = append(parts, one)
			}
		}
		if rest > 0 && !rc.Over {
			wrong = append(wrong, data.Problem{Field: "lines." + field(n, "quantity"), Key: "problem.more_than_purchased", Args: map[string]any{
				"SKU": p.Lines[at[0]].SKU, "Open": room.String(), "Got": got.Quantity.String(), "No": p.No,
			}})
		}
	}
	return parts, wrong
}

// named returns how a receipt names its line.
func named(l data.ReceiptLine) string {
	if l.SKU != "" {
		return l.SKU
	}
	return fmt.Sprint(l.Line)
}

// linesFor returns which lines of p a receipt's line may mean.
func linesFor(p data.PurchaseOrder, got data.ReceiptLine) (at []int) {
	for i, l := range p.Lines {
		if (got.Line == 0 || got.Line == i+1) && (got.SKU == "" || strings.EqualFold(got.SKU, l.SKU)) {
			at = append(at, i)
		}
	}
	return at
}

// costRate returns the rate by which a price in cur becomes a cost in the company's currency: the one that is said, which
// the dated table keeps unless it has one of the day, else the table's newest in either direction.
func (w *writing) costRate(ctx context.Context, cur data.Currency, said data.CostRate) (data.CostRate, error) {
	company, err := getCompany(ctx, w.tx)
	if err != nil || cur == company.Home() {
		return data.CostRate{}, err
	}
	home, today := company.Home(), data.DateOf(w.at)
	if said.Rate > 0 {
		if said.Base != home {
			said.Base = cur
		}
		return said, w.keepRate(ctx, data.Rate{Date: today, Base: said.Base, Quote: other(said.Base, cur, home), Rate: said.Rate})
	}
	return costRateOn(ctx, w.tx, cur, today)
}

// costRateOn returns the dated table's newest rate on a day, in either direction; none when cur is the company's own.
func costRateOn(ctx context.Context, r reader, cur data.Currency, day data.Date) (data.CostRate, error) {
	company, err := getCompany(ctx, r)
	home := company.Home()
	if err != nil || cur == home {
		return data.CostRate{}, err
	}
	found, known, err := pairRateOn(ctx, r, cur, home, day)
	if err != nil || known {
		return found, err
	}
	return data.CostRate{}, data.Problems{{Field: "rate", Key: "problem.no_rate", Args: map[string]any{
		"Base": string(cur), "Quote": string(home), "Date": string(day),
	}}}
}

// pairRateOn returns the dated table's newest rate between two currencies on a day, in either direction; false where nobody knows one.
func pairRateOn(ctx context.Context, r reader, cur, home data.Currency, day data.Date) (data.CostRate, bool, error) {
	for _, base := range []data.Currency{cur, home} {
		rate, on, err := rateOn(ctx, r, base, other(base, cur, home), day)
		if err != nil || rate > 0 {
			return data.CostRate{Base: base, Rate: rate, Day: on}, err == nil, err
		}
	}
	return data.CostRate{}, false, nil
}

// other returns the one of two currencies that c isn't.
func other(c, a, b data.Currency) data.Currency {
	if c == a {
		return b
	}
	return a
}

// keepRate keeps a rate that was said for a receipt, unless the day has one.
func (w *writing) keepRate(ctx context.Context, r data.Rate) error {
	known, err := w.exists(ctx, `SELECT 1 FROM rate WHERE base = ? AND quote = ? AND date = ?`, string(r.Base), string(r.Quote), string(r.Date))
	if err != nil || known {
		return err
	}
	_, err = rates.save(ctx, w, r)
	return err
}

// receive books one arrival.
func (w *writing) receive(ctx context.Context, p data.PurchaseOrder, a arrival, rate data.CostRate) error {
	cost, err := rate.Cost(a.line.Price, p.Currency)
	if err != nil {
		return data.Problems{{Field: "rate", Key: "problem.too_large"}}
	}
	err = w.move(ctx, data.Movement{
		VariantID: a.line.VariantID, SKU: a.line.SKU, Warehouse: a.Warehouse, Lot: a.Lot, Expiry: a.Expiry,
		Quantity: a.Quantity, Reason: data.Received, Document: p.No, Cost: &cost,
	})
	if err != nil {
		return err
	}
	return w.addReceipt(ctx, receiptRow{
		purchase: p.UUID, line: a.line.UUID, quantity: a.Quantity, cost: cost, rate: rate, over: a.over,
	})
}

// receiptRow is a row of purchase_receipt beside the movement that was booked last.
type receiptRow struct {
	purchase, line string
	quantity, over data.Quantity
	cost           data.UnitPrice
	rate           data.CostRate
	reverses       string
}

// addReceipt writes a receipt beside the newest movement and adds it to its line.
func (w *writing) addReceipt(ctx context.Context, r receiptRow) error {
	batch, err := w.batchID(ctx)
	if err != nil {
		return err
	}
	_, err = w.exec(ctx, `INSERT INTO purchase_receipt
			(uuid, batch_id, at, person, purchase_uuid, line_uuid, movement_id, quantity, cost, rate, rate_base, over, reverses)
		VALUES (?, ?, ?, ?, ?, ?, (SELECT max(id) FROM movement), ?, ?, ?, ?, ?, ?)`,
		newUUID(), batch, w.at.UnixMicro(), w.person, r.purchase, r.line,
		int64(r.quantity), int64(r.cost), int64(r.rate.Rate), string(r.rate.Base), int64(r.over), r.reverses)
	if err != nil {
		return err
	}
	var ordered, now data.Quantity
	var sku, no string
	err = w.scan(ctx, `UPDATE purchase_line SET received = received + ? WHERE uuid = ?
		RETURNING quantity, received, (SELECT sku FROM variant WHERE id = variant_id),
			(SELECT purchase_no FROM purchase_order WHERE id = purchase_id)`, []any{int64(r.quantity), r.line}, &ordered, &now, &sku, &no)
	if err != nil {
		return err
	}
	if r.quantity > 0 && now > ordered && r.over <= 0 {
		return data.Problems{{Field: "quantity", Key: "problem.more_than_purchased", Args: map[string]any{
			"SKU": sku, "Open": max(ordered-now+r.quantity, 0).String(), "Got": r.quantity.String(), "No": no,
		}}}
	}
	return nil
}

// closeLines closes the lines of which nothing more will come.
func (w *writing) closeLines(ctx context.Context, p data.PurchaseOrder, rc data.Receipt) error {
	next := p
	next.Lines = append([]data.PurchaseLine(nil), p.Lines...)
	for _, got := range rc.Lines {
		for _, i := range linesFor(p, got) {
			next.Lines[i].Closed = next.Lines[i].Closed || got.Done
		}
	}
	_, err := purchases.put(ctx, w, &p, &next)
	return err
}
