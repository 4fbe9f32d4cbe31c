package store

import (
	"context"

	"tradewind/data"
)

// purchaseCosts returns what variants cost by the purchase price of their product, in the company's currency at the dated table's
// newest rate on a day, rounded half up to the millionth. A variant whose product names no price, or one in a currency without a rate, has none.
func purchaseCosts(ctx context.Context, r reader, variants []int64, day data.Date) (map[int64]data.UnitPrice, error) {
	type bought struct {
		variant int64
		price   data.UnitPrice
		in      data.Currency
	}
	var all []bought
	var currencies []data.Currency
	for part := range chunks(variants, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT v.id, p.cost, p.cost_currency FROM variant v JOIN product p ON p.id = v.product_id
			WHERE v.id IN `+holes+` AND p.cost IS NOT NULL`, args, func(scan func(...any) error) error {
			var one bought
			err := scan(&one.variant, &one.price, &one.in)
			all, currencies = append(all, one), append(currencies, one.in)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	rates, err := costRates(ctx, r, currencies, day)
	if err != nil {
		return nil, err
	}
	costs := make(map[int64]data.UnitPrice, len(all))
	for _, one := range all {
		if cost := costAt(rates, one.price, one.in); cost != nil {
			costs[one.variant] = *cost
		}
	}
	return costs, nil
}

// costAt returns a price as a cost in the company's currency, nil when no rate is known or the cost would be too large to keep: nobody
// typed it, so nobody is told.
func costAt(rates map[data.Currency]data.CostRate, price data.UnitPrice, cur data.Currency) *data.UnitPrice {
	rate, known := rates[cur]
	if !known {
		return nil
	}
	cost, err := rate.Cost(price, cur)
	if err != nil {
		return nil
	}
	return &cost
}

// usualCost returns what goods that come in without a cost, and of which none has a value yet, are taken to cost: what the movement says
// is usual, else what their product costs to buy.
func (w *writing) usualCost(ctx context.Context, m data.Movement) (*data.UnitPrice, error) {
	if m.Usual != nil {
		return m.Usual, nil
	}
	costs, err := purchaseCosts(ctx, w.tx, []int64{m.VariantID}, data.DateOf(w.at))
	if cost, known := costs[m.VariantID]; known {
		return &cost, err
	}
	return nil, err
}
