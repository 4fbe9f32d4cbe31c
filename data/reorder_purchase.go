package data

import "github.com/shopspring/decimal"

// PurchasesOf makes drafts of purchase orders out of what is to be bought: one for each preferred supplier and currency, in the
// order in which they come, at the supplier's cost and with the day on which the goods should come. What has no supplier is
// named instead.
func PurchasesOf(list []Reorder, today Date, home Currency) (orders []PurchaseOrder, homeless []string) {
	type buyer struct {
		supplier int64
		currency Currency
	}
	at := map[buyer]int{}
	for _, one := range list {
		offer, known := one.Product.OfferOf(one.Product.SupplierID)
		if !known {
			homeless = append(homeless, one.Proposal.SKU)
			continue
		}
		from := buyer{offer.PartnerID, offer.Currency}
		if from.currency == "" {
			from.currency = home
		}
		i, begun := at[from]
		if !begun {
			i = len(orders)
			at[from] = i
			orders = append(orders, PurchaseOrder{Date: today, Status: PurchaseDraft, SupplierID: offer.PartnerID, Supplier: offer.Partner, Currency: from.currency})
		}
		line := PurchaseLine{VariantID: one.Proposal.VariantID, SKU: one.Proposal.SKU, SupplierItemNo: offer.ItemNo, Quantity: one.Proposal.Quantity, Unit: one.Product.Unit}
		if offer.Cost != nil {
			line.Price = *offer.Cost
		}
		if offer.LeadDays > 0 {
			line.Expected = DateOf(today.Time().AddDate(0, 0, int(offer.LeadDays)))
		}
		orders[i].Lines = append(orders[i].Lines, line)
	}
	return orders, homeless
}

// Off returns p less a percentage, rounded half up to the decimals of c.
func (p UnitPrice) Off(off Percent, c Currency) UnitPrice {
	left := decimal.NewFromInt(1).Sub(off.Share())
	return UnitPrice(p.Decimal().Mul(left).Round(c.Decimals()).Shift(6).IntPart())
}
