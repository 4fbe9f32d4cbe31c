package products

import (
	"context"
	"errors"

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
		var rows [][]string
		for _, one := range p.ElementsOf(list) {
			rows = append(rows, []string{one.Name, ""})
		}
		if !e.elements.grid.Offer(rows) { // behind what the product says, and what was typed meanwhile
			return
		}
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

// country reads a country by its code or name, or the Union.
func country(r *kit.GridRow, column int) data.Country {
	c, ok := data.ParseMarket(r.Text(column))
	if !ok && r.Text(column) != "" {
		r.Wrong(column, "product.country.wrong")
	}
	return c
}
