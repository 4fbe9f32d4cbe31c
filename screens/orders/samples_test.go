package orders

import (
	"testing"

	"tradewind/data"
)

func TestSamplesAreOrderedAndTheirFeeIsTakenOffTheBulkOrder(t *testing.T) {
	d := open(t)
	ctx := t.Context()
	d.New()
	d.pick("mü")
	d.article("mug-01", "5")
	d.editor.samples.says.Box(0).SetChecked(true)
	d.editor.samples.says.Box(1).SetChecked(true)
	d.editor.form.Set("samples.courier", "DHL")
	d.Keep(func() {})
	samples, err := d.store.Orders.ByNo(ctx, d.Chosen())
	if err != nil || !samples.Samples.Is || !samples.Samples.FeeBack || samples.Samples.Courier != "DHL" || d.Dirty() {
		t.Fatalf("saved %+v, %v, unsaved %v", samples.Samples, err, d.Dirty())
	}
	d.New()
	d.pick("mü")
	d.article("mug-01", "500")
	d.editor.form.Set("credits_sample", samples.No)
	d.Keep(func() {})
	if d.editor.form.Complaint("credits_sample") == "" {
		t.Fatal("the fee of samples nobody confirmed is taken off")
	}
	samples.Status = data.Confirmed
	if _, err := d.store.Orders.Save(ctx, samples); err != nil {
		t.Fatal(err)
	}
	d.Keep(func() {})
	bulk, err := d.store.Orders.ByNo(ctx, d.Chosen())
	if err != nil || bulk.CreditsSample != samples.No || len(bulk.Charges) != 1 || bulk.Charges[0].Minor >= 0 || len(d.editor.charges.Rows()) != 1 {
		t.Errorf("bulk order %+v, %v", bulk.Charges, err)
	}
}
