package store

import (
	"context"
	"errors"

	"tradewind/data"
)

// takeSampleFee takes the fee of the order of samples that o names off o, once: no other order of the buyer may have taken it. Without a
// name what was taken is given back.
func (w *writing) takeSampleFee(ctx context.Context, o *data.Order) error {
	taken := ""
	if err := w.scan(ctx, `SELECT coalesce((SELECT credits_sample FROM sales_order WHERE id = ?), '')`, []any{o.ID}, &taken); err != nil {
		return err
	}
	switch {
	case o.CreditsSample == "" && taken == "":
		return nil
	case o.CreditsSample == "":
		return o.TakeSampleFee(nil)
	}
	if o.CustomerID == 0 {
		o.CustomerID = w.partnerID(ctx, o.Customer)
	}
	wrong := func(key string, args map[string]any) error {
		return data.Problems{{Field: "credits_sample", Key: key, Args: args}}
	}
	samples, err := orders.one(ctx, w.tx, `WHERE order_no = ?`, o.CreditsSample)
	if errors.Is(err, data.ErrNotFound) {
		return wrong("problem.unknown_order", map[string]any{"Value": o.CreditsSample})
	}
	if err != nil {
		return err
	}
	if key := o.SampleFeeProblem(samples); key != "" {
		return wrong(key, map[string]any{"Value": samples.No})
	}
	var other string
	if w.scan(ctx, `SELECT order_no FROM sales_order WHERE credits_sample = ? AND id <> ? AND archived = 0 AND status NOT IN (?, ?)`,
		[]any{samples.No, o.ID, string(data.Cancelled), string(data.Lost)}, &other) == nil {
		return wrong("problem.sample_fee_taken", map[string]any{"Value": samples.No, "Order": other})
	}
	if taken == o.CreditsSample { // taken at what it was: the samples are paid
		return nil
	}
	return o.TakeSampleFee(&samples)
}
