package store

import (
	"context"
	"slices"

	"tradewind/data"
)

// Supply returns what lines of these variants can be served from, and what was reserved and sent already for the lines of the order with
// an ID (0: a new one): the same few questions for three lines and for three hundred.
func (s Stock) Supply(ctx context.Context, orderID int64, variants []int64, today data.Date) (data.Supply, error) {
	var found data.Supply
	err := s.at.readAt(ctx, func(r reader) (err error) {
		found, err = supplyOf(ctx, r, orderID, variants, today)
		return err
	})
	return found, err
}

// supplyOf is [Stock.Supply] within a transaction.
func supplyOf(ctx context.Context, r reader, orderID int64, variants []int64, today data.Date) (data.Supply, error) {
	found := data.Supply{Articles: map[int64]data.ArticleSupply{}, Lines: map[string]data.LineServed{}}
	for part := range chunks(variants, maxHoles) {
		if err := articleSupply(ctx, r, found.Articles, part, today, orderID); err != nil {
			return found, err
		}
	}
	err := eachRow(ctx, r, `SELECT l.uuid, `+lineKept+`, `+lineSent+`
		FROM order_line l WHERE l.order_id = ?`, []any{orderID}, func(scan func(...any) error) error {
		var line string
		var served data.LineServed
		err := scan(&line, &served.Reserved, &served.Sent)
		found.Lines[line] = served
		return err
	})
	return found, err
}

// articleSupply reads what there is of the variants of one part.
func articleSupply(ctx context.Context, r reader, found map[int64]data.ArticleSupply, part []int64, today data.Date, order int64) error {
	holdings := map[int64]data.Holding{}
	outlooks, err := outlooksOf(ctx, r, holdings, part, today, order)
	if err != nil {
		return err
	}
	for id, h := range holdings {
		found[id] = data.ArticleSupply{Kept: h.Kept, Free: map[string]data.Quantity{}, Outlook: outlooks[id]}
	}
	holes, args := in(part)
	err = eachRow(ctx, r, `SELECT variant_id, warehouse, sum(quantity) FROM (
			SELECT variant_id, warehouse, quantity FROM stock_level WHERE variant_id IN `+holes+` AND warehouse <> '`+data.InTransit+`'
				AND `+goodOn+`
			UNION ALL SELECT variant_id, warehouse, -quantity FROM reserved WHERE variant_id IN `+holes+`)
		GROUP BY 1, 2`, slices.Concat(args, []any{string(today)}, args), func(scan func(...any) error) error {
		var id int64
		var warehouse string
		var free data.Quantity
		err := scan(&id, &warehouse, &free)
		found[id].Free[warehouse] = free
		return err
	})
	if err != nil {
		return err
	}
	return eachRow(ctx, r, `SELECT v.id, p.lead_time, coalesce(o.lead_days, 0) FROM variant v JOIN product p ON p.id = v.product_id
		LEFT JOIN product_offer o ON o.product_id = p.id AND o.partner_id = p.supplier_id WHERE v.id IN `+holes, args,
		func(scan func(...any) error) error {
			var id int64
			p := data.Product{Offers: []data.Offer{{Preferred: true}}}
			err := scan(&id, &p.LeadTime, &p.Offers[0].LeadDays)
			one := found[id]
			one.LeadDays = p.LeadDays()
			found[id] = one
			return err
		})
}
