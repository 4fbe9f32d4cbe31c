package store

import (
	"context"
	"slices"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// Carriage is how goods may go, with the goods that were asked for.
type Carriage struct {
	data.CarriageChoice
	Order    data.Order
	Shipment *data.Shipment // nil: what the order has left to ship
	Goods    data.Carried
}

// Carriage compares what carriers' cards cost for a shipment, or for what an order has left to ship, in the order's currency; goods without a
// departure leave on today. It gives [data.ErrNotFound], and [data.Problems] when nothing is left to ship.
func (s Shipments) Carriage(ctx context.Context, number string, today data.Date) (c Carriage, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		c, err = carriage(ctx, r, number, today)
		return err
	})
	return c, err
}

func carriage(ctx context.Context, r reader, number string, today data.Date) (c Carriage, err error) {
	src, err := goodsSource(ctx, r, number) // pictures and clauses aren't carried
	if err != nil {
		return c, err
	}
	var others []data.Shipment
	if src.Shipment == nil {
		if others, err = shipmentsOf(ctx, r, src.Order.ID); err != nil {
			return c, err
		}
		if len(src.Order.Remainder(others)) == 0 {
			return c, data.Problems{{Field: "number", Key: "carriage.problem.nothing_left", Args: map[string]any{"Order": src.Order.No}}}
		}
	}
	c.Order, c.Shipment, c.Goods = src.Order, src.Shipment, src.Carried(others, today)
	cards, err := rateCards.load(ctx, r, `WHERE archived = 0 ORDER BY code`)
	if err != nil {
		return c, err
	}
	home := src.Company.Home()
	rate := func(from, to data.Currency) (decimal.Decimal, bool) {
		v, wrong := crossOn(ctx, r, from, to, home, c.Goods.Day)
		if wrong != nil {
			err = wrong
		}
		return v, wrong == nil && v.IsPositive()
	}
	c.CarriageChoice = src.Company.Carriage(c.Goods, src.Order.Currency, cards, rate)
	return c, err
}

// crossOn returns what one unit of a currency costs in another on a day: as it was noted, the other way round, or by way of the company's own
// currency; zero where nobody knows.
func crossOn(ctx context.Context, r reader, from, to, home data.Currency, day data.Date) (decimal.Decimal, error) {
	direct := func(from, to data.Currency) (decimal.Decimal, error) {
		if from == to {
			return decimal.NewFromInt(1), nil
		}
		rate, known, err := pairRateOn(ctx, r, from, to, day)
		switch {
		case !known || err != nil:
			return decimal.Zero, err
		case rate.Base == from:
			return rate.Rate.Decimal(), nil
		}
		return decimal.NewFromInt(1).DivRound(rate.Rate.Decimal(), 24), nil
	}
	rate, err := direct(from, to)
	if err != nil || rate.IsPositive() {
		return rate, err
	}
	there, err := direct(from, home)
	if err != nil {
		return there, err
	}
	back, err := direct(home, to)
	return there.Mul(back), err
}

// Carry gives a shipment the carrier of a card, with what it costs. It gives [data.ErrNotFound] when there is no such shipment, and
// [data.Problems] when there is no such card for its way and day, or it was posted.
func (s Shipments) Carry(ctx context.Context, number, card string, today data.Date) (sh data.Shipment, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		if sh, err = shipments.one(ctx, w.tx, `WHERE shipment_no = ?`, number); err != nil {
			return err
		}
		if sh.Posted {
			return data.Problems{{Field: "number", Key: "carriage.problem.posted", Args: map[string]any{"No": number}}}
		}
		c, err := carriage(ctx, w.tx, number, today)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(c.Offers, func(o data.CarriageOffer) bool { return o.Card.Code == card })
		if i < 0 {
			return data.Problems{{Field: "card", Key: "carriage.problem.no_card", Args: map[string]any{"Card": card, "Shipment": number}}}
		}
		sh.Take(c.Offers[i])
		sh, err = shipments.save(ctx, w, sh)
		return err
	})
	return sh, err
}
