package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"

	"tradewind/data"
)

// prefixes are those of a company that has set none.
var prefixes = map[data.Kind]string{
	data.Quotation: "QT", data.Proforma: "PI", data.CommercialInvoice: "CI", data.PackingList: "PL",
	data.Confirmation: "OC", data.Contract: "SC", data.SampleInvoice: "SI", data.CreditNoteKind: "CN",
	data.OrderKind: "SO", data.ShipmentKind: "SH", data.TransferKind: "TR", data.StockTakeKind: "ST", data.PurchaseKind: "PO", data.CampaignKind: "C",
	data.PaymentKind: "PAY",
}

// minDigits is how many digits a number has at least.
const minDigits = 4

// next takes the next serial number of kind in year. The row is written with the record that gets the number, in one
// transaction, so there is never a gap.
func (w *writing) next(ctx context.Context, kind data.Kind, year int) (serial int, err error) {
	err = w.scan(ctx, `INSERT INTO number_series (kind, year, last) VALUES (?, ?, 1)
		ON CONFLICT (kind, year) DO UPDATE SET last = last + 1 RETURNING last`, []any{string(kind), year}, &serial)
	return serial, err
}

// numberFor writes a serial number as the company wants it: CI-2026-0001.
func numberFor(c data.Company, kind data.Kind, year, serial int) string {
	prefix, digits := prefixes[kind], minDigits
	for _, s := range c.Series {
		if s.Kind == kind {
			digits = max(s.Digits, 1)
			if s.Digits == 0 {
				digits = minDigits
			}
			if s.Prefix != "" {
				prefix = s.Prefix
			}
		}
	}
	return fmt.Sprintf("%s-%d-%0*d", prefix, year, digits, serial)
}

// nextFree returns the next number of kind that isn't taken already, as by an import that brought its own numbers.
// taken is a query with one hole.
func (w *writing) nextFree(ctx context.Context, kind data.Kind, year int, taken string) (string, error) {
	c, err := getCompany(ctx, w.tx)
	if err != nil {
		return "", err
	}
	for {
		serial, err := w.next(ctx, kind, year)
		if err != nil {
			return "", err
		}
		number := numberFor(c, kind, year, serial)
		if used, err := w.exists(ctx, taken, number); err != nil || !used {
			return number, err
		}
	}
}

// freeNumber returns stem, or stem-2, stem-3 … when it is taken.
func (w *writing) freeNumber(ctx context.Context, taken, stem string) (string, error) {
	for n, name := 1, stem; ; {
		used, err := w.exists(ctx, taken, name)
		if err != nil || !used {
			return name, err
		}
		n++
		name = stem + "-" + strconv.Itoa(n)
	}
}

// exists reports whether query finds a row.
func (w *writing) exists(ctx context.Context, query string, args ...any) (bool, error) {
	var one int
	err := w.scan(ctx, query, args, &one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}
