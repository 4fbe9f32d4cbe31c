package data

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// GridInput is what prices are worked out for side by side: every quantity in every currency under every term.
type GridInput struct {
	Quantities []Quantity // none: the quantity of the carriage
	Terms      []string   // none: all
	Currencies []GridCurrency
	Costs      []QuantityCost // the supplier's price by quantity; none: PurchasePrice
}

// GridCurrency is a currency with its rate.
type GridCurrency struct {
	Currency Currency
	Fx       decimal.Decimal // own currency for 1 unit
	Date     Date            // of the rate, where it was looked up
	Decimals *int32          // of its prices; those of the currency when nil
}

// QuantityCost is the purchase price, or own cost, from a quantity on.
type QuantityCost struct {
	From  Quantity
	Price decimal.Decimal
}

// Grid is the prices side by side.
type Grid struct {
	Terms []string  `json:"terms"`
	Rows  []GridRow `json:"rows"`
}

// GridRow is the prices of one quantity in one currency.
type GridRow struct {
	Quantity      Quantity   `json:"quantity,omitzero"`
	Currency      Currency   `json:"currency"`
	Rate          string     `json:"rate"` // before the buffer
	RateDate      Date       `json:"rate_date,omitempty"`
	PurchasePrice string     `json:"purchase_price"`
	FreightEach   string     `json:"freight_per_unit,omitempty"`
	Prices        TermPrices `json:"prices"`
	Problems      []string   `json:"problems,omitempty"` // the keys of what keeps the row from being priced
}

// grid reads the fields of a grid: quantities, terms, currencies (codes, or objects {currency, fx, price_decimals}), costs
// {quantity, price}; nil when it is absent.
func (q *question) grid() *GridInput {
	of := q.object("grid")
	if of == nil {
		return nil
	}
	g := &GridInput{}
	quantities := listed(of.take("quantities"))
	quantities.prefix = of.prefix + "quantities."
	for i := range len(quantities.fields) {
		n, ok := stored[Quantity](quantities, strconv.Itoa(i+1), 3, true)
		if g.Quantities = append(g.Quantities, n); ok && n <= 0 {
			quantities.add(strconv.Itoa(i+1), "problem.not_positive")
		}
	}
	quantities.close(of)
	terms := listed(of.take("terms"))
	terms.prefix = of.prefix + "terms."
	for i := range len(terms.fields) {
		term := strings.ToUpper(terms.text(strconv.Itoa(i + 1)))
		if g.Terms = append(g.Terms, term); !slices.Contains(priceTerms, term) {
			terms.add(strconv.Itoa(i+1), "problem.not_one_of", "Values", strings.Join(priceTerms, ", "))
		}
	}
	terms.close(of)
	g.Currencies = of.gridCurrencies()
	for _, row := range of.objects("costs") {
		c := QuantityCost{Price: or(row.figure("price"), decimal.Zero)}
		c.From, _ = stored[Quantity](row, "quantity", 3, true)
		row.close(of)
		g.Costs = append(g.Costs, c)
	}
	of.close(q)
	return g
}

// gridCurrencies reads currencies: codes, or objects with their own rate.
func (q *question) gridCurrencies() (list []GridCurrency) {
	raw := q.take("currencies")
	all := listed(raw)
	for i := range len(all.fields) {
		name := strconv.Itoa(i + 1)
		if value := all.fields[name]; len(value) > 0 && value[0] != '{' {
			all.fields[name] = json.RawMessage(`{"currency":` + string(value) + `}`)
		}
		one := all.object(name)
		if one == nil {
			continue
		}
		one.prefix = q.prefix + "currencies." + name + "."
		c := GridCurrency{Currency: Currency(one.text("currency")), Fx: or(one.positive("fx"), decimal.Zero), Date: Date(one.text("rate_date"))}
		one.currency("currency", c.Currency)
		if n := one.whole("price_decimals", 6); n != nil {
			decimals := int32(*n)
			c.Decimals = &decimals
		}
		one.close(q)
		list = append(list, c)
	}
	all.fields = nil
	q.problems = append(q.problems, all.problems...)
	return list
}

// Lacking returns the currencies without a rate: somebody has to look them up, see [PriceInput.TakeRate].
func (in *PriceInput) Lacking() (list []Currency) {
	lacks := func(c Currency, fx decimal.Decimal) {
		if c != "" && c != in.OwnCurrency() && fx.IsZero() && !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	if in.From.Term == "" {
		lacks(in.priced(), in.Fx)
	}
	if c := in.Carriage; c != nil && c.Currency != in.priced() {
		lacks(c.Currency, c.Fx)
	}
	if in.Grid != nil {
		for _, c := range in.Grid.Currencies {
			lacks(c.Currency, c.Fx)
		}
	}
	return list
}

// priced is the currency of the price.
func (in *PriceInput) priced() Currency {
	if in.Currency == "" {
		return "USD"
	}
	return in.Currency
}

// OwnCurrency returns the currency that costs are in.
func (in *PriceInput) OwnCurrency() Currency {
	if in.Own == "" {
		return "CNY"
	}
	return in.Own
}

// TakeRate puts a rate of a day in wherever that of c lacks.
func (in *PriceInput) TakeRate(c Currency, fx decimal.Decimal, day Date) {
	if in.priced() == c && in.Fx.IsZero() {
		in.Fx, in.RateDate = fx, day
	}
	if in.Carriage != nil && in.Carriage.Currency == c && in.Carriage.Fx.IsZero() {
		carriage := *in.Carriage
		carriage.Fx, in.Carriage = fx, &carriage
	}
	if in.Grid == nil {
		return
	}
	for i := range in.Grid.Currencies {
		if one := &in.Grid.Currencies[i]; one.Currency == c && one.Fx.IsZero() {
			one.Fx, one.Date = fx, day
		}
	}
}

// grid looks at the rates of a grid. A currency that is the own one, or the price's, has its rate from there.
func (c *check) grid(in *PriceInput) {
	if in.Grid == nil {
		return
	}
	for i := range in.Grid.Currencies {
		one := &in.Grid.Currencies[i]
		switch {
		case one.Fx.IsPositive():
		case one.Currency == in.OwnCurrency():
			one.Fx = decimal.NewFromInt(1)
		case one.Currency == in.Currency && in.Fx.IsPositive():
			one.Fx, one.Date = in.Fx, in.RateDate
		default:
			inner := check{prefix: "grid."}
			inner.add(at("currencies", i+1)+"fx", "problem.required")
			c.problems = append(c.problems, inner.problems...)
		}
	}
	if in.From.Term != "" {
		c.add("grid", "problem.not_both", "Other", "from")
	}
}

// grid works the prices out. Only what is in the currency of the price is turned into that of a row: freight without a
// currency of its own, and the costs at the destination.
func (in PriceInput) grid() Grid {
	g := *in.Grid
	if len(g.Terms) == 0 {
		g.Terms = priceTerms
	}
	if len(g.Currencies) == 0 {
		g.Currencies = []GridCurrency{{Currency: in.Currency, Fx: in.Fx, Date: in.RateDate, Decimals: in.PriceDecimals}}
	}
	if len(g.Quantities) == 0 {
		g.Quantities = []Quantity{0}
	}
	out := Grid{Terms: g.Terms}
	for _, quantity := range g.Quantities {
		for _, currency := range g.Currencies {
			out.Rows = append(out.Rows, in.At(quantity, currency).gridRow(quantity, currency, g.Terms))
		}
	}
	return out
}

// At returns the question for one quantity and currency of the grid; quantity 0 leaves that of the carriage.
func (in PriceInput) At(quantity Quantity, c GridCurrency) PriceInput {
	one := in
	one.Grid, one.Currency, one.Fx, one.RateDate, one.PriceDecimals = nil, c.Currency, c.Fx, c.Date, c.Decimals
	if c.Currency == in.Currency && c.Decimals == nil {
		one.PriceDecimals = in.PriceDecimals
	}
	one.PurchasePrice = in.costAt(quantity)
	if in.Carriage != nil {
		one.Carriage = in.carriageAt(quantity)
	}
	if c.Currency != in.Currency && c.Fx.IsPositive() {
		ratio := in.Fx.DivRound(c.Fx, 20)
		one.Freight = in.Freight.Mul(ratio)
		if d := in.Destination; d != nil {
			there := *d
			there.Cost, there.Unloading, there.Clearance = d.Cost.Mul(ratio), d.Unloading.Mul(ratio), d.Clearance.Mul(ratio)
			one.Destination = &there
		}
	}
	return one
}

// costAt returns what a unit costs when so many are bought.
func (in PriceInput) costAt(quantity Quantity) *decimal.Decimal {
	found, from := in.PurchasePrice, Quantity(-1)
	if in.Grid == nil {
		return found
	}
	for _, cost := range in.Grid.Costs {
		if quantity >= cost.From && cost.From > from {
			price := cost.Price
			from, found = cost.From, &price
		}
	}
	return found
}

// carriageAt returns the carriage of another quantity. A price in the currency that was asked for stays in it.
func (in PriceInput) carriageAt(quantity Quantity) *Carriage {
	carriage := *in.Carriage
	if quantity > 0 {
		carriage.Quantity = quantity
	}
	if carriage.Currency == "" || carriage.Currency == in.Currency {
		carriage.Currency, carriage.Fx = in.Currency, in.Fx
	}
	return &carriage
}

// gridRow prices one quantity in one currency.
func (in PriceInput) gridRow(quantity Quantity, c GridCurrency, terms []string) GridRow {
	row := GridRow{Quantity: quantity, Currency: c.Currency, Rate: c.Fx.String(), RateDate: c.Date, PurchasePrice: in.PurchasePrice.String(), Prices: TermPrices{}}
	in.Target = KnownPrice{}
	problems := in.problems()
	for _, one := range problems {
		row.Problems = append(row.Problems, one.Key)
	}
	if len(problems) > 0 {
		return row
	}
	p, _ := newPricing(in)
	p.base = p.baseOf(exactly(*in.PurchasePrice))
	if p.freight.Sign() > 0 {
		row.FreightEach = rounded(p.freight, 6)
	}
	decimals := c.Currency.Decimals()
	if in.PriceDecimals != nil {
		decimals = *in.PriceDecimals
	}
	for _, term := range terms {
		row.Prices = append(row.Prices, TermPrice{term, rounded(p.price(term, p.base), decimals)})
	}
	return row
}
