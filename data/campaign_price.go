package data

// CampaignPrice is what one campaign asks for one article.
type CampaignPrice struct {
	No          string // the campaign's
	From, Until Date
	Good        CampaignGood
}

// LineAsked is what the price of a new line of an order or quotation depends on.
type LineAsked struct {
	Variant  int64
	Currency Currency
	Term     Incoterm
	Quantity Quantity
	Day      Date // the order's
}

// StartPrice is the price that a new line starts with.
type StartPrice struct {
	Price    UnitPrice
	Campaign string // the number of the campaign that it comes from; "": it is the list's or the ladder's
}

// StartPrice returns the price with which a new line starts, and false when none is known: what [Product.PriceOf] says, or
// the price of a campaign that runs on that day where that is lower. Of several campaigns the lowest price counts, and of
// equal ones that of the lower number. Goods that come back (a quantity below zero) aren't credited at a campaign's price.
//
// It is the only place that decides so. Whoever types a price has it; lines that were saved aren't asked about again.
func (p Product) StartPrice(a LineAsked, campaigns []CampaignPrice) (StartPrice, bool) {
	var best StartPrice
	price, found := p.PriceOf(a.Variant, a.Currency, a.Term, a.Quantity)
	best.Price = price
	for _, c := range campaigns {
		if a.Day < c.From || a.Day > c.Until || a.Quantity < 0 || c.Good.VariantID != a.Variant {
			continue
		}
		offer, ok := c.Good.PriceOf(p, a.Currency, a.Term)
		lower := offer < best.Price || offer == best.Price && best.Campaign != "" && c.No < best.Campaign
		if ok && (!found || lower) {
			best, found = StartPrice{offer, c.No}, true
		}
	}
	return best, found
}

// PriceOf returns what g asks for its article p in cur (empty: the product's currency) under term, and false when that can't
// be said: prices are never converted. A price of its own holds under any term. A discount is off the list price in cur, or,
// where the ladder names the term, off the first of its steps; rounded half up to the decimals that price has, at least the
// currency's.
func (g CampaignGood) PriceOf(p Product, cur Currency, term Incoterm) (UnitPrice, bool) {
	if cur == "" {
		cur = p.Currency
	}
	if g.Price != 0 {
		return g.Price, g.Currency == cur
	}
	list, ok := p.ListPrice(g.VariantID, cur, term)
	if !ok {
		return 0, false
	}
	price, err := list.ChangedBy(-g.Off, cur)
	return price, err == nil
}

// ListPrice returns what discounts of a campaign are taken off: a variant's own price, else the first step of the ladder that
// names the term, else the list price, else, in a currency that only the ladder has, its first step.
func (p Product) ListPrice(variant int64, cur Currency, term Incoterm) (UnitPrice, bool) {
	if cur == "" {
		cur = p.Currency
	}
	if v, ok := p.Variant(variant); ok && v.Price != nil {
		return *v.Price, p.Currency == "" || p.Currency == cur
	}
	steps := p.LadderOf(cur, term)
	if len(steps) > 0 && steps[0].Term.Rule != "" {
		return steps[0].Price, true
	}
	if p.Price != nil && (p.Currency == "" || p.Currency == cur) {
		return *p.Price, true
	}
	if len(steps) > 0 {
		return steps[0].Price, true
	}
	return 0, false
}
