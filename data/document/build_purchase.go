package document

import (
	"cmp"

	"tradewind/data"
)

// BuildPurchase picks and totals the facts of the paper to a supplier: the merchant is its buyer. One that isn't placed
// yet is a draft. It returns [data.ErrTooLarge] when the sums don't fit.
func BuildPurchase(src data.PurchaseSource) (Paper, data.Problems, error) {
	order, company := src.Order, src.Company
	p := Paper{
		Kind: data.PurchaseKind, Number: order.No, OrderNo: order.No, Date: order.Date, Draft: order.Status == data.PurchaseDraft,
		Place: company.PlaceOfIssue, SupplierRef: order.SupplierRef, Seller: src.Supplier.Party, Buyer: company.Party,
		Currency: order.Currency, Incoterm: order.Incoterm, PaymentTerms: cmp.Or(order.PaymentTerms, src.Supplier.PaymentTerms),
		Required: order.Expected, Notes: oneText(order.Notes), Declaration: company.Declarations[string(data.PurchaseKind)],
		Signatory: company.SignatoryName, Title: company.SignatoryTitle, WordsStyle: company.WordsStyle,
	}
	head := company.HeadOf(src.Supplier)
	p.Logo, p.Letterhead = head.Picture, head.Lines()
	if p.Transport.PlaceOfDelivery = order.Place; order.Place == "" {
		p.Transport.PlaceOfDelivery, p.DeliverTo = src.Place.In("en"), src.Place
	}
	p.Buyer.Contact = cmp.Or(order.Contact, company.Contact)
	if !p.Incoterm.IsZero() {
		p.Incoterm.Edition = cmp.Or(p.Incoterm.Edition, "2020")
	}
	if !p.Draft { // what can still change isn't signed
		p.Stamp, p.Signature = company.Stamp, company.Signature
	}
	for i, l := range order.Lines {
		line, err := purchaseLine(i+1, order, l, src.Products[l.VariantID])
		if err != nil {
			return Paper{}, nil, err
		}
		p.Lines = append(p.Lines, line)
		p.Totals.addQuantity(l.Quantity, line.Unit)
	}
	total, err := order.Total()
	if err != nil {
		return Paper{}, nil, err
	}
	none := data.Money{Currency: p.Currency}
	p.Totals.Goods, p.Totals.Total = total, total
	p.Totals.Discount, p.Totals.Freight, p.Totals.Insurance, p.Totals.Charges = none, none, none, none
	builder{kind: p.Kind}.payment(&p)
	return p, append(missingPurchase(p), order.Warnings()...), nil
}

// purchaseLine is one article as its supplier knows it.
func purchaseLine(no int, order data.PurchaseOrder, l data.PurchaseLine, product data.Product) (Line, error) {
	s := sentLine{order: data.OrderLine{SKU: l.SKU, Description: l.Description, Note: l.Note}, product: product}
	for _, v := range product.Variants {
		if v.ID == l.VariantID {
			s.variant = v
		}
	}
	amount, err := order.Amount(l)
	line := Line{
		No: no, SKU: l.SKU, SupplierItem: l.SupplierItemNo, Description: described(s), Details: details(s),
		Quantity: l.Quantity, Unit: cmp.Or(l.Unit, product.Unit), Price: l.Price, Amount: amount,
	}
	if l.Expected != order.Expected {
		line.Promise = l.Expected
	}
	return line, err
}

// missingPurchase names what a supplier will look for.
func missingPurchase(p Paper) data.Problems {
	var w data.Problems
	want := func(field string, given bool) {
		if !given {
			w = append(w, data.Problem{Field: field, Key: "document.warning.empty"})
		}
	}
	want("company.name", p.Buyer.Name != "" || p.Buyer.LocalName != "")
	want("company.address", len(p.Buyer.Address.Lines()) > 0 || len(p.Buyer.LocalAddress.Lines()) > 0)
	want("supplier.name", p.Seller.Name != "" || p.Seller.LocalName != "")
	want("payment_terms", p.PaymentTerms != "")
	want("lines", len(p.Lines) > 0)
	return w
}
