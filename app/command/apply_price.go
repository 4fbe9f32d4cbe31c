package command

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"tradewind/data"
)

// priceLine works the price of an order's line out from what is known of its article, what is kept with the line and what the
// file gives, takes it into the line and keeps what it was worked out from.
func (a *applying) priceLine(f fields) (outcome, error) {
	var problems data.Problems
	order, err := a.orderNamed(f, &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, problems)
	}
	number, card := f.text("line", &problems), f.text("rate_card", &problems)
	given := assumed(f, &problems)
	i, err := strconv.Atoi(number)
	if err != nil || i < 1 || i > len(order.Lines) {
		problems.Add("line", "price.problem.line")
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	after := order
	after.Lines = slices.Clone(order.Lines)
	if err := a.workOut(&after, &after.Lines[i-1], given, card); err != nil {
		return outcome{}, err
	}
	after, result, err := save(order, after, false, func(v data.Order) (data.Order, error) { return a.st.Orders.Save(a.ctx, v) })
	return outcome{Number: after.No, Result: result}, err
}

// workOut puts the price and what it was worked out from into a line.
func (a *applying) workOut(o *data.Order, l *data.OrderLine, given data.Assumptions, card string) error {
	p, err := a.st.Products.BySKU(a.ctx, l.SKU)
	if err != nil {
		return err
	}
	company, err := a.st.Company.Get(a.ctx)
	if err != nil {
		return err
	}
	known := data.LineAssumptions(*o, *l, p, company, data.DateOf(a.Now()))
	if card != "" {
		c, err := a.st.RateCards.ByCode(a.ctx, card)
		if err != nil {
			return notThere("rate_card", card, err)
		}
		known = known.TakeCard(c)
	}
	for field := range given {
		for _, other := range instead[field] {
			delete(known, other)
		}
	}
	kept := known.With(given)
	in, err := kept.Input()
	if err != nil {
		return under("pricing", err)
	}
	if err := a.st.Rates.Into(a.ctx, &in, data.DateOf(a.Now())); err != nil {
		return err
	}
	price, err := data.LinePrice(in, kept.PriceTerm(o.Incoterm.Rule))
	if err != nil {
		return under("pricing", err)
	}
	l.TypePrice(price)
	l.Pricing = kept.Dated(in)
	return nil
}

// assumed takes the member "pricing": figures by their names.
func assumed(f fields, problems *data.Problems) data.Assumptions {
	raw, ok := f.take("pricing")
	if !ok {
		return nil
	}
	var given map[string]json.RawMessage
	if json.Unmarshal(raw, &given) != nil {
		problems.Add("pricing", "problem.not_an_object")
		return nil
	}
	a := data.Assumptions{}
	for _, field := range slices.Sorted(maps.Keys(given)) {
		text, ok := plainText(given[field])
		if !ok {
			problems.Add("pricing."+field, "command.apply.text")
		}
		a[field] = text
	}
	return a
}
