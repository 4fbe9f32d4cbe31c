package document

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tradewind/data"
)

// sums fills in prices and amounts: the order's, or the shipment's own parts of freight, insurance, discount and
// charges.
func (b builder) sums(p *Paper, sent []sentLine) error {
	order := b.src.Order
	p.Currency = cmp.Or(order.Currency, b.src.Company.Currency, "USD")
	extras := data.Extras{Discount: order.Discount, Freight: order.Freight, Insurance: order.Insurance, Charges: order.Charges, Percent: order.Reduction.Percent}
	if s := b.ship; s != nil {
		extras = data.Extras{Discount: s.Discount, Freight: s.Freight, Insurance: s.Insurance, Charges: s.Charges}
	}
	lines := make([]data.OrderLine, len(sent))
	for i, s := range sent {
		lines[i] = s.order
	}
	sums, err := data.TotalsOf(p.Currency, lines, extras)
	if err != nil {
		return err
	}
	for i := range p.Lines {
		if err := p.Lines[i].priced(lines[i], sums.Amounts[i]); err != nil {
			return err
		}
	}
	if extras.Discount == 0 {
		p.DiscountPercent = extras.Percent
	}
	for _, c := range extras.Charges {
		p.Charges = append(p.Charges, NamedAmount{c.Name, data.Money{Minor: c.Minor, Currency: p.Currency}})
	}
	t := &p.Totals
	t.Goods, t.Discount, t.Freight, t.Insurance = sums.Goods, sums.Discount, sums.Freight, sums.Insurance
	t.Charges, t.Total = sums.Charges, sums.Total
	if covers(order.Incoterm.Rule) && (t.Freight.Minor != 0 || t.Insurance.Minor != 0) {
		t.FOB, err = data.RoundMoney(t.Total.Decimal().Sub(t.Freight.Decimal()).Sub(t.Insurance.Decimal()), p.Currency)
	}
	return err
}

// covers reports whether a price under the rule includes main freight, so that customs wants its FOB part (STANDARDS 3.4).
func covers(rule string) bool {
	return slices.Contains([]string{"CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"}, strings.ToUpper(rule))
}

// addQuantity adds to the total of the unit.
func (t *Totals) addQuantity(q data.Quantity, unit data.Unit) {
	for i := range t.Quantities {
		if t.Quantities[i].Unit == unit {
			t.Quantities[i].Quantity += q
			return
		}
	}
	t.Quantities = append(t.Quantities, Measured{q, unit})
}

// addPackages adds to the total of the kind and to that of all.
func (t *Totals) addPackages(n int64, kind data.PackageKind) {
	t.Cartons += n
	for i := range t.Packages {
		if t.Packages[i].Kind == kind {
			t.Packages[i].Count += n
			return
		}
	}
	t.Packages = append(t.Packages, Counted{n, kind})
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
