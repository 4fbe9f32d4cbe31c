package store

import (
	"context"

	"tradewind/data"
)

// guardClosed refuses to call an order closed while goods of it are still to leave, or money is still to come: what nobody asks for again
// is lost. Goods that won't be sent are closed short first, money that nobody will pay is written off first. A company whose goods leave unpaid
// keeps its money elsewhere and isn't asked for it; an order that came closed from elsewhere isn't either.
func (w *writing) guardClosed(ctx context.Context, old, next *data.Order) error {
	if next.Status != data.Closed || old.Status != data.Confirmed && old.Status != data.Shipped {
		return nil
	}
	if old.Status == data.Confirmed {
		left, err := w.unsent(ctx, old.ID)
		if err != nil {
			return err
		}
		if left {
			return data.Problems{{Field: "status", Key: "problem.close_unsent", Args: map[string]any{"Order": old.No}}}
		}
	}
	c, err := getCompany(ctx, w.tx)
	if err != nil || c.ShipUnpaid {
		return err
	}
	a, _, err := accountOf(ctx, w.tx, *old)
	if err == nil && a.Balance.Minor > 0 {
		err = data.Problems{{Field: "status", Key: "problem.close_unpaid", Args: map[string]any{
			"Order": old.No, "Open": a.Balance.String(), "Currency": string(a.Currency),
		}}}
	}
	return err
}
