package sheet

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// ErrFormat reports an export format other than "csv" and "xlsx".
var ErrFormat = errors.New("unknown file format")

// table is what an export writes into: rows of values under a heading of our field names, so that importing what was
// exported changes nothing.
type table interface {
	row(values []value) error
	finish() error
}

// value is a cell to be written: a text, a number that is written as one, or a date.
type value struct {
	text   string
	number decimal.Decimal
	kind   valueKind
}

type valueKind uint8

const (
	nothingValue valueKind = iota
	textValue
	numberValue
	dateValue
)

func text[T ~string](s T) value {
	if s == "" {
		return value{}
	}
	return value{text: string(s), kind: textValue}
}

func figureOf(d decimal.Decimal) value { return value{number: d, kind: numberValue} }

// known is figureOf for a figure whose zero means that it isn't known.
func knownFigure(d decimal.Decimal) value {
	if d.IsZero() {
		return value{}
	}
	return figureOf(d)
}

func dateOf(d data.Date) value {
	if d == "" {
		return value{}
	}
	return value{text: string(d), kind: dateValue}
}

// begin starts an export in format.
func begin(w io.Writer, format string, target Target, headers []string) (table, error) {
	switch strings.TrimPrefix(strings.ToLower(format), ".") {
	case "csv":
		return newCSV(w, headers)
	case "xlsx":
		return newXLSX(w, target, headers)
	default:
		return nil, fmt.Errorf("%w: %q", ErrFormat, format)
	}
}

// write writes the records that each hands out, as the rows that make makes of each.
func write[T any](w io.Writer, format string, target Target, headers []string, each func(func(T) error) error, rows func(T) [][]value) error {
	t, err := begin(w, format, target, headers)
	if err != nil {
		return err
	}
	err = each(func(record T) error {
		for _, values := range rows(record) {
			if err := t.row(values); err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(err, t.finish())
}

// WriteProducts writes the products that each hands out, as format "csv" or "xlsx". Stock has an export of its own:
// a sum over warehouses couldn't be imported again.
func WriteProducts(w io.Writer, format string, each func(func(data.Product) error) error) error {
	headers := without(Fields(Products), "stock", "image")
	return write(w, format, Products, headers, each, func(p data.Product) [][]value { return [][]value{productRow(p)} })
}

// productRow returns the cells of p, in the order of the fields.
func productRow(p data.Product) []value {
	k := p.Packing
	return []value{
		text(p.SKU), text(p.Name["en"]), text(p.Name["zh"]), text(p.Description["en"]), text(p.Category), text(p.Unit),
		price(p.Price), text(p.Currency), price(p.Cost), text(p.CostCurrency), text(p.HSCode), text(p.Origin), text(p.GTIN),
		knownFigure(k.PcsPerCarton.Decimal()), knownFigure(k.Carton.Length.Centimetres()), knownFigure(k.Carton.Width.Centimetres()),
		knownFigure(k.Carton.Height.Centimetres()), knownFigure(k.CartonGross.Kilograms()), knownFigure(k.CartonNet.Kilograms()),
		knownFigure(k.UnitNet.Kilograms()), knownFigure(p.MOQ.Decimal()), knownFigure(p.SafetyStock.Decimal()),
		knownFigure(p.MaxStock.Decimal()), text(p.Supplier),
	}
}

func price(p *data.UnitPrice) value {
	if p == nil {
		return value{}
	}
	return figureOf(p.Decimal())
}

// WritePartners writes the partners that each hands out, as format "csv" or "xlsx".
func WritePartners(w io.Writer, format string, each func(func(data.Partner) error) error) error {
	return write(w, format, Partners, Fields(Partners), each, func(p data.Partner) [][]value {
		roles := make([]string, len(p.Roles))
		for i, r := range p.Roles {
			roles[i] = string(r)
		}
		return [][]value{{
			text(p.Code), text(p.Name), text(p.Contact), text(p.Email), text(p.Phone), text(p.Address.Street), text(p.Address.City),
			text(p.Address.Region), text(p.Address.PostalCode), text(p.Address.Country), text(p.TaxID), text(p.Language),
			text(p.Currency), text(p.PaymentTerms), text(p.LocalName), text(strings.Join(roles, " ")), text(p.Fax),
			text(p.Incoterm.Rule), text(p.Incoterm.Place), text(strings.Join(p.Tags, ", ")), text(p.Marks), text(p.Notes),
		}}
	})
}

// WriteOrders writes the orders that each hands out, one row per line, as format "csv" or "xlsx". An order without
// lines is one row without an article, which imports as such.
func WriteOrders(w io.Writer, format string, each func(func(data.Order) error) error) error {
	return write(w, format, Orders, Fields(Orders), each, func(o data.Order) [][]value {
		lines := o.Lines
		if len(lines) == 0 {
			return [][]value{orderRow(o, data.OrderLine{})}
		}
		rows := make([][]value, len(lines))
		for i, l := range lines {
			rows[i] = orderRow(o, l)
		}
		return rows
	})
}

// orderRow returns the cells of line l of o; an article's cells are empty when it has none.
func orderRow(o data.Order, l data.OrderLine) []value {
	amount := func(minor int64) value {
		return knownFigure(data.Money{Minor: minor, Currency: o.Currency}.Decimal())
	}
	row := []value{
		text(o.No), dateOf(o.Date), text(o.Customer), text(o.Currency), text(o.Incoterm.Rule), text(o.Incoterm.Place), text(l.SKU),
		text(l.Description["en"]),
		{},
		text(l.Unit),
		{},
		{},
		amount(o.Freight), amount(o.Insurance), dateOf(o.RequiredDate),
	}
	if l.SKU != "" {
		row[8], row[10], row[11] = figureOf(l.Quantity.Decimal()), figureOf(l.Price.Decimal()), knownFigure(decimal.New(int64(l.Discount), -6))
	}
	return row
}

// WriteStock writes the stock levels that each hands out, as format "csv" or "xlsx".
func WriteStock(w io.Writer, format string, each func(func(data.Level) error) error) error {
	return write(w, format, Stock, Fields(Stock), each, func(l data.Level) [][]value {
		return [][]value{{text(l.SKU), text(l.Warehouse), text(l.Lot), dateOf(l.Expiry), figureOf(l.Quantity.Decimal())}}
	})
}

// without returns names without those left out.
func without(names []string, out ...string) []string {
	var kept []string
	for _, n := range names {
		if !strings.Contains("|"+strings.Join(out, "|")+"|", "|"+n+"|") {
			kept = append(kept, n)
		}
	}
	return kept
}
