package data

import (
	"slices"
	"strings"
)

// Samples is what an order of samples says beside its goods. The buyer pays what the order comes to as the fee.
type Samples struct {
	Is       bool   `json:"is,omitzero"`
	FeeBack  bool   `json:"fee_back,omitzero"` // the fee is taken off the buyer's first bulk order
	Courier  string `json:"courier,omitzero"`
	Tracking string `json:"tracking_no,omitzero"`
	Arrives  Date   `json:"arrives,omitzero"` // when the buyer has them
}

// sampleCharge is the name of the charge by which the fee of an order of samples is taken off.
func sampleCharge(no string) string { return "Sample fee " + no }

// TakeSampleFee takes the fee of an order of samples off o, or gives back what was taken for another one when samples is nil.
func (o *Order) TakeSampleFee(samples *Order) error {
	o.Charges = slices.DeleteFunc(slices.Clone(o.Charges), func(c Charge) bool { return strings.HasPrefix(c.Name, sampleCharge("")) && c.Minor < 0 })
	if samples == nil {
		return nil
	}
	fee, err := samples.Totals()
	if err == nil && fee.Total.Minor > 0 {
		o.Charges = append(o.Charges, Charge{Name: sampleCharge(samples.No), Minor: -fee.Total.Minor})
	}
	return err
}

// SampleFeeProblem says why the fee of samples can't be taken off o, or "".
func (o Order) SampleFeeProblem(samples Order) string {
	switch {
	case !samples.Samples.Is || !samples.Samples.FeeBack:
		return "problem.sample_fee_kept"
	case samples.CustomerID != o.CustomerID || samples.Currency != o.Currency:
		return "problem.sample_fee_other"
	case o.Samples.Is:
		return "problem.sample_fee_sample"
	case samples.Status == Draft || samples.Status == Cancelled || samples.Status == Lost:
		return "problem.sample_fee_unpaid"
	}
	return ""
}

// ForCustoms is o as the invoice of samples for customs shows it: what the goods are worth, also those given away, and nothing beside them.
func (o Order) ForCustoms() Order {
	o.Freight, o.Insurance, o.Discount, o.Charges, o.Reduction = 0, 0, 0, nil, Reduction{}
	o.Lines = slices.Clone(o.Lines)
	for i := range o.Lines {
		if o.Lines[i].Role == FreeSample {
			o.Lines[i].Role = Ordinary
		}
	}
	return o
}

// ForCustoms is s without amounts beside its goods.
func (s Shipment) ForCustoms() Shipment {
	s.Freight, s.Insurance, s.Discount, s.Charges, s.Parts = 0, 0, 0, nil, nil
	return s
}
