package documents

import (
	"slices"

	"tradewind/data"
	"tradewind/screens/kit"
)

// fillExtras puts the shipment's part of the order's discount, freight, insurance and charges into their fields.
func (f *shipping) fillExtras(sh data.Shipment) {
	for id, minor := range map[string]int64{"discount": sh.Discount, "freight": sh.Freight, "insurance": sh.Insurance} {
		text := ""
		if minor != 0 {
			text = data.Money{Minor: minor, Currency: f.order.Currency}.String()
		}
		f.form.Set(id, text)
	}
	charges := make([][2]string, len(sh.Charges))
	for i, c := range sh.Charges {
		charges[i] = [2]string{c.Name, data.Money{Minor: c.Minor, Currency: f.order.Currency}.String()}
	}
	f.charges.Set(charges)
}

// shareAgain lets the extras of a new shipment follow its quantities, until the merchant writes them by hand.
func (f *shipping) shareAgain() {
	if f.shared == nil {
		return
	}
	sh, err := f.read()
	if err != nil {
		return // a quantity half typed
	}
	if !sameExtras(sh, *f.shared) {
		f.shared = nil
		return
	}
	if f.split(&sh) == nil {
		f.shared = &sh
		f.fillExtras(sh)
	}
}

// split gives sh, numbered as in the form, the orders' parts.
func (f *shipping) split(sh *data.Shipment) error {
	one := data.Split(f.orders, *sh)
	err := one.Share(f.orders, f.others)
	sh.Discount, sh.Freight, sh.Insurance, sh.Charges, sh.Parts = one.Discount, one.Freight, one.Insurance, one.Charges, one.Parts
	return err
}

// lockExtras locks the amounts: those of a posted shipment, and of several orders, which follow the goods.
func (f *shipping) lockExtras(on bool) {
	for _, id := range []string{"discount", "freight", "insurance"} {
		kit.Able(f.form.Entry(id), !on)
	}
	f.charges.ReadOnly(on)
}

func sameExtras(a, b data.Shipment) bool {
	return a.Discount == b.Discount && a.Freight == b.Freight && a.Insurance == b.Insurance && slices.Equal(a.Charges, b.Charges)
}
