package store

import (
	"context"
	"errors"

	"tradewind/data"
)

// keepPricing copies what the prices of the order's lines were worked out from beside the paper that is issued. It goes into no
// frozen copy: it is for the merchant's eyes.
func (w *writing) keepPricing(ctx context.Context, doc data.Issued) error {
	if doc.Kind != data.Quotation && doc.Kind != data.Proforma {
		return nil
	}
	o, err := orders.byID(ctx, w.tx, doc.OrderID)
	if err != nil {
		return err
	}
	for _, l := range o.PricedLines() {
		_, err := w.exec(ctx, `INSERT INTO issued_pricing (issued_id, line_uuid, position, sku, price, currency, term, pricing) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			doc.ID, l.UUID, l.Position, l.SKU, int64(l.Price), string(l.Currency), l.Rule, textJSON{&l.Pricing})
		if err != nil {
			return err
		}
	}
	return nil
}

// Pricing returns what the prices on an issued paper were worked out from, or [data.ErrNotFound] when there is no such paper; a
// revision below zero is the newest one.
func (s Documents) Pricing(ctx context.Context, number string, revision int) (list []data.PricedLine, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		doc, err := oneIssued(ctx, r, `WHERE i.number = ?1 AND (i.revision = ?2 OR ?2 < 0) ORDER BY i.revision DESC LIMIT 1`, number, revision)
		if err != nil {
			return err
		}
		list, err = pricingOf(ctx, r, doc.ID)
		return err
	})
	return list, err
}

// LastPricing returns what the prices on the newest quotation or proforma of an order were worked out from, and that paper; no
// paper is no error.
func (s Documents) LastPricing(ctx context.Context, order int64) (doc data.Issued, list []data.PricedLine, err error) {
	err = s.at.readAt(ctx, func(r reader) (err error) {
		doc, err = oneIssued(ctx, r, `WHERE i.order_id = ? AND i.kind IN ('quotation', 'proforma') AND v.number IS NULL ORDER BY i.id DESC LIMIT 1`, order)
		if errors.Is(err, data.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		list, err = pricingOf(ctx, r, doc.ID)
		return err
	})
	return doc, list, err
}

func pricingOf(ctx context.Context, r reader, issued int64) (list []data.PricedLine, err error) {
	err = eachRow(ctx, r, `SELECT line_uuid, position, sku, price, currency, term, pricing FROM issued_pricing WHERE issued_id = ? ORDER BY position`, []any{issued},
		func(scan func(...any) error) error {
			var l data.PricedLine
			err := scan(&l.UUID, &l.Position, &l.SKU, &l.Price, &l.Currency, &l.Rule, textJSON{&l.Pricing})
			list = append(list, l)
			return err
		})
	return list, err
}

// Into puts the rates of a day, or of the last day before, into a price question wherever a currency has none. One that isn't
// known stays open.
func (s Rates) Into(ctx context.Context, in *data.PriceInput, day data.Date) error {
	for _, c := range in.Lacking() {
		rate, err := s.On(ctx, c, in.OwnCurrency(), day)
		if errors.Is(err, data.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		in.TakeRate(c, rate.Rate.Decimal(), rate.Date)
	}
	return nil
}
