package command

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"

	"tradewind/data"
)

// orderLines reads the lines of an order. A line with the article of the line that stood there before keeps what it
// doesn't say; every other one starts from its article.
func (a *applying) orderLines(f fields, before data.Order, problems *data.Problems) ([]data.OrderLine, error) {
	raw, _ := f.take("lines")
	list := listOf(raw, "lines", problems)
	lines := make([]data.OrderLine, len(list))
	for i, one := range list {
		path := "lines." + strconv.Itoa(i+1)
		sku, _ := plainText(one["sku"])
		if i < len(before.Lines) && (sku == "" || sku == before.Lines[i].SKU) {
			lines[i] = before.Lines[i]
		} else if err := a.article(&lines[i], sku, path, problems); err != nil {
			return nil, err
		}
		if _, said := one["unit_price"]; !said && lines[i].ID == 0 {
			lines[i].Price = unpriced
		}
		if text, ok := plainText(one["description"]); ok {
			delete(one, "description")
			lines[i].Description = lines[i].Description.With("en", text)
		}
		delete(one, "campaign") // where a price came from only the program says; show prints it
		line := lines[i]
		*problems = append(*problems, within(path, fill(&line, one))...)
		lines[i].TypePrice(line.Price)
		line.Campaign = lines[i].Campaign
		lines[i] = line
	}
	return lines, nil
}

// listOf reads a list of objects; anything else is a problem.
func listOf(raw json.RawMessage, name string, problems *data.Problems) []fields {
	var elements []json.RawMessage
	if raw != nil && json.Unmarshal(raw, &elements) != nil {
		problems.Add(name, "problem.not_a_list")
	}
	list := make([]fields, len(elements))
	for i, one := range elements {
		if json.Unmarshal(one, &list[i]) != nil || list[i] == nil {
			problems.Add(name+"."+strconv.Itoa(i+1), "problem.not_an_object")
			list[i] = fields{}
		}
	}
	return list
}

// unpriced marks a new line that names no price, until the order's currency is known.
const unpriced data.UnitPrice = -1 << 62

// article points a new line to the article with this SKU.
func (a *applying) article(l *data.OrderLine, sku, path string, problems *data.Problems) error {
	p, exists, err := found(a.st.Products.BySKU(a.ctx, sku))
	if err != nil {
		return err
	}
	i := slices.IndexFunc(p.Variants, func(v data.Variant) bool { return v.SKU == sku })
	if !exists || i < 0 {
		*problems = append(*problems, data.Problem{Field: path + ".sku", Key: "problem.unknown_product", Args: map[string]any{"Value": sku}})
		return nil
	}
	l.VariantID, l.SKU, l.Unit = p.Variants[i].ID, sku, p.Unit
	return nil
}

// price gives the lines that name no price the one that a new line of their article starts with, where there is one in the
// order's currency.
func (a *applying) price(o *data.Order) (problems data.Problems, err error) {
	var open []int
	var variants []int64
	for i := range o.Lines {
		if l := &o.Lines[i]; l.Price == unpriced {
			l.Price = 0
			open, variants = append(open, i), append(variants, l.VariantID)
		}
	}
	if len(open) == 0 {
		return nil, nil
	}
	goods, err := a.st.Products.ByVariant(a.ctx, variants)
	if err != nil {
		return nil, err
	}
	campaigns, err := a.st.Campaigns.PricesOf(a.ctx, variants)
	day := cmp.Or(o.Date, data.DateOf(a.Now()))
	for _, i := range open {
		l := &o.Lines[i]
		p, exists := goods[l.VariantID]
		asked := data.LineAsked{Variant: l.VariantID, Currency: o.Currency, Term: o.Incoterm, Quantity: l.Quantity, Day: day}
		start, priced := p.StartPrice(asked, campaigns[l.VariantID])
		if priced && (p.Currency != "" || o.Currency == "") {
			l.Price, l.Campaign = start.Price, start.Campaign
		} else if exists {
			problems.Add("lines."+strconv.Itoa(i+1)+".unit_price", "problem.required")
		}
	}
	return problems, err
}
