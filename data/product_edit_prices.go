package data

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// editPrice is a price that may be unknown, set or changed in percent.
func editPrice(name string, at func(*Product) (**UnitPrice, Currency)) EditField {
	return EditField{Name: name, Kind: EditPrice, show: func(p Product) string {
		price, currency := at(&p)
		if *price == nil {
			return ""
		}
		return (*price).Shown(currency)
	}, set: func(p *Product, text string) error {
		price, currency := at(p)
		if by, ok := percentChange(text); ok {
			if *price == nil {
				return nil
			}
			v, err := (*price).ChangedBy(by, currency)
			*price = &v
			return err
		}
		if text == "" {
			*price = nil
			return nil
		}
		v, err := ParseUnitPrice(text)
		*price = &v
		return err
	}}
}

// percentChange reads a change such as "+5%" or "-3.5 %".
func percentChange(text string) (by Percent, ok bool) {
	number, ok := strings.CutSuffix(strings.ReplaceAll(text, "％", "%"), "%")
	if !ok {
		return 0, false
	}
	by, err := ParsePercent(strings.TrimPrefix(strings.TrimSpace(number), "+"))
	return by, err == nil
}

// ChangedBy returns the price raised, or lowered, by a share, rounded half up to the decimals it has, at least the currency's: 3.25
// by 5 % is 3.41, and 0.085 is 0.089.
func (p UnitPrice) ChangedBy(by Percent, c Currency) (UnitPrice, error) {
	shown := p.Shown(c)
	places := int32(0)
	if _, decimals, ok := strings.Cut(shown, "."); ok {
		places = int32(len(decimals)) //nolint:gosec // at most six
	}
	v, err := fixed(p.Decimal().Mul(decimal.NewFromInt(1).Add(by.Share())).Round(places), 6)
	return UnitPrice(v), err
}

// raisePrices changes the list price, the steps of the ladders and the variants' own prices by a share.
func raisePrices(p *Product, text string) error {
	by, ok := percentChange(text)
	if !ok {
		return Problems{{Key: "problem.not_a_percent", Args: map[string]any{"Value": text}}}
	}
	var bad error
	change := func(price UnitPrice, c Currency) UnitPrice {
		v, err := price.ChangedBy(by, c)
		bad = errors.Join(bad, err)
		return v
	}
	if p.Price != nil {
		v := change(*p.Price, p.Currency)
		p.Price = &v
	}
	for i, s := range p.PriceLadder {
		p.PriceLadder[i].Price = change(s.Price, cmp.Or(s.Currency, p.Currency))
	}
	for i := range p.Variants {
		if own := p.Variants[i].Price; own != nil {
			v := change(*own, p.Currency)
			p.Variants[i].Price = &v
		}
	}
	return bad
}

// showPrices lists what raisePrices changes.
func showPrices(p Product) string {
	var list []string
	if p.Price != nil {
		list = append(list, p.Price.Shown(p.Currency))
	}
	for _, s := range p.PriceLadder {
		list = append(list, s.Price.Shown(cmp.Or(s.Currency, p.Currency)))
	}
	for _, v := range p.Variants {
		if v.Price != nil {
			list = append(list, v.Price.Shown(p.Currency))
		}
	}
	return strings.Join(list, " / ")
}

// setSupplier makes a partner the supplier. One whose terms are known brings its cost along.
func setSupplier(p *Product, text string) error {
	if text == p.Supplier {
		return nil
	}
	p.SupplierID, p.Supplier = 0, text
	for _, o := range p.Offers {
		if o.Partner == text && text != "" {
			p.SupplierID, p.Cost, p.CostCurrency = o.PartnerID, o.Cost, o.Currency
		}
	}
	return nil
}

// editOffer is a figure of the preferred supplier's terms; nil stands for the days, which are whole.
func editOffer(name string, at func(*Offer) *Quantity) EditField {
	return EditField{Name: name, Kind: EditNumber, show: func(p Product) string {
		switch o := p.preferred(); {
		case o == nil:
			return ""
		case at(o) == nil:
			return figureText(Pieces(o.LeadDays))
		default:
			return figureText(*at(o))
		}
	}, set: func(p *Product, text string) error {
		var q Quantity
		if err := setFigure(&q, text, ParseQuantity); err != nil {
			return err
		}
		if p.preferred() == nil && q == 0 {
			return nil
		}
		return p.setTerm(q, at)
	}}
}

// setTerm puts a figure into the preferred supplier's terms, which begin with it if need be.
func (p *Product) setTerm(q Quantity, at func(*Offer) *Quantity) error {
	o := p.preferred()
	switch {
	case o == nil && p.Supplier == "":
		return Problems{{Key: "problem.no_supplier"}}
	case o == nil:
		p.Offers = append([]Offer{{PartnerID: p.SupplierID, Partner: p.Supplier, Cost: p.Cost, Currency: p.CostCurrency, Preferred: true}}, p.Offers...)
		o = &p.Offers[0]
	}
	if into := at(o); into != nil {
		*into = q
	} else if o.LeadDays = int64(q) / 1000; q%1000 != 0 {
		return Problems{{Key: "problem.not_whole"}}
	}
	return nil
}

// preferred is the row of the preferred supplier among the offers, or nil.
func (p *Product) preferred() *Offer {
	i := slices.IndexFunc(p.Offers, func(o Offer) bool { return o.Preferred || o.PartnerID != 0 && o.PartnerID == p.SupplierID })
	if i < 0 {
		return nil
	}
	return &p.Offers[i]
}

// clearDanger says that goods aren't dangerous.
func clearDanger(p *Product, text string) error {
	if p.Danger = (Danger{}); text != "" {
		return Problems{{Key: "problem.only_emptied"}}
	}
	return nil
}

// showRates lists the VAT and refund rates with their days.
func showRates(p Product) string {
	var list []string
	for _, r := range p.TaxRates {
		list = append(list, strings.TrimSpace(r.VAT.String()+" % / "+r.Refund.String()+" % "+string(r.From)))
	}
	return strings.Join(list, ", ")
}
