package products

import (
	"context"
	"errors"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// elementTable is the declaration elements (申报要素). Which ones the HS code asks for is looked up; those without a value
// aren't kept.
func (e *editor) elementTable() {
	e.elements = e.addTable("declaration_elements", "product.elements", []column{{"product.element", 2}, {"product.element.value", 3}},
		func(p data.Product) (rows [][]string) {
			for _, one := range p.Elements {
				rows = append(rows, []string{one.Name, one.Value})
			}
			return rows
		}, func(p *data.Product, rows []*kit.GridRow) {
			p.Elements = nil
			for _, r := range rows {
				if r.Text(1) != "" {
					p.Elements = append(p.Elements, data.Element{Name: r.Text(0), Value: r.Text(1)})
				}
			}
		})
}

// askElements looks up which elements the HS code of p asks for and lays them out.
func (e *editor) askElements(p data.Product) {
	e.elementLoader.Stop()
	if p.HSCode == "" {
		return
	}
	e.elementLoader.Load(func(ctx context.Context) (data.ElementList, error) {
		list, err := e.store.Elements.For(ctx, p.HSCode)
		if errors.Is(err, data.ErrNotFound) {
			err = nil
		}
		return list, err
	}, func(list data.ElementList, err error) {
		if err != nil || len(list.Elements) == 0 {
			return // what the product says stands there already
		}
		rows := e.elements.show(p) // in their own order: a product that was only looked at isn't unsaved
		for _, one := range p.ElementsOf(list) {
			if !slices.ContainsFunc(p.Elements, func(said data.Element) bool { return said.Name == one.Name }) {
				rows = append(rows, []string{one.Name, ""})
			}
		}
		e.elements.grid.Set(rows)
		e.form.Relayout()
	})
}

// rateTable is VAT and refund by time, and dutyTable the duty of countries.
func (e *editor) rateTable() {
	e.addTable("tax_rates", "product.tax_rates", []column{{"product.vat", 2}, {"product.refund", 2}, {"product.from", 3}, {"product.to", 3}, {"product.note", 4}},
		func(p data.Product) (rows [][]string) {
			for _, one := range p.TaxRates {
				rows = append(rows, []string{one.VAT.String(), one.Refund.String(), string(one.From), string(one.To), one.Note})
			}
			return rows
		}, func(p *data.Product, rows []*kit.GridRow) {
			p.TaxRates = nil
			for _, r := range rows {
				p.TaxRates = append(p.TaxRates, data.TaxRate{
					VAT: kit.GridNumber(r, 0, data.ParsePercent), Refund: kit.GridNumber(r, 1, data.ParsePercent), From: r.Day(2), To: r.Day(3), Note: r.Text(4),
				})
			}
		})
}

func (e *editor) dutyTable() {
	e.addTable("duties", "product.duties", []column{{"product.country", 2}, {"product.rate", 2}, {"product.from", 3}, {"product.to", 3}, {"product.note", 4}},
		func(p data.Product) (rows [][]string) {
			for _, one := range p.Duties {
				rows = append(rows, []string{string(one.Country), one.Rate.String(), string(one.From), string(one.To), one.Note})
			}
			return rows
		}, func(p *data.Product, rows []*kit.GridRow) {
			p.Duties = nil
			for _, r := range rows {
				p.Duties = append(p.Duties, data.Duty{
					Country: country(r, 0), Rate: kit.GridNumber(r, 1, data.ParsePercent), From: r.Day(2), To: r.Day(3), Note: r.Text(4),
				})
			}
		})
}

// country reads a country by its code or name.
func country(r *kit.GridRow, column int) data.Country {
	c, ok := data.ParseCountry(r.Text(column))
	if !ok && r.Text(column) != "" {
		r.Wrong(column, "product.country.wrong")
	}
	return c
}

// certificateTable is the certificates. Their scans stay with the row of the same kind and number.
func (e *editor) certificateTable() {
	e.addTable("certificates", "product.certificates", []column{
		{"product.kind", 2}, {"product.number", 3}, {"product.issuer", 3}, {"product.markets", 2}, {"product.issued", 3}, {"product.expires", 3},
	}, func(p data.Product) (rows [][]string) {
		for _, one := range p.Certificates {
			rows = append(rows, []string{one.Kind, one.Number, one.Issuer, strings.Join(one.Markets, " "), string(one.Issued), string(one.Expires)})
		}
		return rows
	}, func(p *data.Product, rows []*kit.GridRow) {
		old := p.Certificates
		p.Certificates = nil
		for _, r := range rows {
			c := data.Certificate{
				Kind: r.Text(0), Number: r.Text(1), Issuer: r.Text(2), Markets: marketsOf(r.Text(3)), Issued: r.Day(4), Expires: r.Day(5),
			}
			if i := slices.IndexFunc(old, func(o data.Certificate) bool { return o.Kind == c.Kind && o.Number == c.Number }); i >= 0 {
				c.Scan, c.Note = old[i].Scan, old[i].Note
			}
			p.Certificates = append(p.Certificates, c)
		}
	})
}

// marketsOf reads countries and "EU", parted by spaces or commas; what is neither is refused when the product is saved.
func marketsOf(text string) []string {
	return strings.FieldsFunc(strings.ToUpper(text), func(r rune) bool { return strings.ContainsRune(" ,;，、；", r) })
}
