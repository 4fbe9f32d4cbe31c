package command

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"tradewind/data"
)

// extras are the amounts of an order or a shipment as apply takes them: decimals in the order's currency.
type extras struct {
	discount, freight, insurance *int64 // minor units; nil: not said
	charges                      []data.Charge
	chargesSaid                  bool
}

// takeExtras takes discount, freight, insurance and charges.
func takeExtras(f fields, c data.Currency, problems *data.Problems) extras {
	var x extras
	for name, into := range map[string]**int64{"discount": &x.discount, "freight": &x.freight, "insurance": &x.insurance} {
		raw, said := f.take(name)
		if !said {
			continue
		}
		minor := takeAmount(name, raw, c, problems)
		*into = &minor
	}
	raw, said := f.take("charges")
	if x.chargesSaid = said; !said {
		return x
	}
	var list []struct {
		Name   string          `json:"name"`
		Amount json.RawMessage `json:"amount"`
	}
	if json.Unmarshal(raw, &list) != nil {
		problems.Add("charges", "command.apply.shape")
	}
	for i, one := range list {
		name := "charges." + strconv.Itoa(i+1) + ".amount"
		x.charges = append(x.charges, data.Charge{Name: one.Name, Minor: takeAmount(name, one.Amount, c, problems)})
	}
	return x
}

// takeAmount reads an amount of money; an empty one is zero.
func takeAmount(name string, raw json.RawMessage, c data.Currency, problems *data.Problems) int64 {
	text, ok := plainText(raw)
	if ok && text == "" || string(raw) == "null" {
		return 0
	}
	m, err := data.ParseMoney(text, c)
	if err != nil || !ok {
		*problems = append(*problems, data.Problem{Field: name, Key: textProblem(err), Args: map[string]any{"Value": text}})
	}
	return m.Minor
}

// into puts what was said into its places.
func (x extras) into(discount, freight, insurance *int64, charges *[]data.Charge) {
	for _, p := range []struct{ from, to *int64 }{{x.discount, discount}, {x.freight, freight}, {x.insurance, insurance}} {
		if p.from != nil {
			*p.to = *p.from
		}
	}
	if x.chargesSaid {
		*charges = x.charges
	}
}

func (a *applying) saveOrder(f fields) (outcome, error) {
	var problems data.Problems
	order := f.object("order", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	number, _ := plainText(order["order_no"])
	before, exists, err := found(a.st.Orders.ByNo(a.ctx, number))
	if err != nil {
		return outcome{}, err
	}
	after := before
	problems, err = a.fillOrder(&after, before, order)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, within("order", problems))
	}
	after, result, err := save(before, after, !exists, func(o data.Order) (data.Order, error) { return a.st.Orders.Save(a.ctx, o) })
	return outcome{Number: after.No, Result: result}, under("order", err)
}

// firstOf returns err, else the problems.
func firstOf(err error, problems data.Problems) error {
	if err != nil {
		return err
	}
	return problems.Err()
}

// fillOrder puts what f says into an order.
func (a *applying) fillOrder(o *data.Order, before data.Order, f fields) (data.Problems, error) {
	var problems data.Problems
	if _, said := f["lines"]; said {
		lines, err := a.orderLines(f, before, &problems)
		if err != nil {
			return nil, err
		}
		o.Lines = lines
	}
	takeTerm(f, o, &problems)
	if err := a.takeCustomer(f, o, &problems); err != nil {
		return nil, err
	}
	if raw, ok := f["currency"]; ok {
		_ = json.Unmarshal(raw, &o.Currency) // needed below; fill reports what is wrong with it
	}
	if err := a.orderDefaults(o); err != nil {
		return nil, err
	}
	x := takeExtras(f, o.Currency, &problems)
	x.into(&o.Discount, &o.Freight, &o.Insurance, &o.Charges)
	problems = append(problems, fill(o, f)...)
	return append(problems, a.price(o)...), nil
}

// takeTerm reads the delivery term as import files have it: a rule and a place.
func takeTerm(f fields, o *data.Order, problems *data.Problems) {
	place, hasPlace := f["place"]
	delete(f, "place")
	rule, isText := plainText(f["incoterm"])
	if isText {
		delete(f, "incoterm")
		o.Incoterm.Rule = rule
	}
	if hasPlace {
		text, ok := plainText(place)
		if !ok {
			problems.Add("place", "command.apply.text")
		}
		o.Incoterm.Place = text
	}
	if !isText && !hasPlace || o.Incoterm.Rule == "" {
		return
	}
	t, _, err := data.ParseIncoterm(o.Incoterm.Rule, o.Incoterm.Place)
	if err != nil {
		*problems = append(*problems, data.Problem{Field: "incoterm", Key: "problem.unknown_term", Args: map[string]any{"Value": rule}})
	}
	o.Incoterm = t
}

// takeCustomer finds the customer by code.
func (a *applying) takeCustomer(f fields, o *data.Order, problems *data.Problems) error {
	code := f.text("customer", problems)
	if code == "" {
		return nil
	}
	p, exists, err := found(a.st.Partners.ByCode(a.ctx, code))
	if err != nil {
		return err
	}
	if !exists {
		*problems = append(*problems, data.Problem{Field: "customer", Key: "problem.unknown_customer", Args: map[string]any{"Value": code}})
		return nil
	}
	fresh := o.CustomerID == 0
	o.CustomerID, o.Customer = p.ID, p.Code
	if fresh {
		a.follow(o, p)
	}
	return nil
}

// follow gives a new order what its customer usually has.
func (a *applying) follow(o *data.Order, p data.Partner) {
	if o.Currency == "" {
		o.Currency = p.Currency
	}
	if o.PaymentTerms == "" {
		o.PaymentTerms = p.PaymentTerms
	}
	if o.Incoterm.IsZero() {
		o.Incoterm = p.Incoterm
	}
	if o.Marks == "" {
		o.Marks = p.Marks
	}
}

// orderDefaults puts in what no order can be without: a currency, a date, a state.
func (a *applying) orderDefaults(o *data.Order) (err error) {
	if o.Currency == "" {
		if o.Currency, err = a.home(); err != nil {
			return err
		}
	}
	if o.Date == "" {
		o.Date = data.DateOf(a.Now())
	}
	if o.Status == "" {
		o.Status = data.Draft
	}
	return nil
}

// orderLines reads the lines of an order. A line with the article of the line that stood there before keeps what it
// doesn't say; every other one starts from its article.
func (a *applying) orderLines(f fields, before data.Order, problems *data.Problems) ([]data.OrderLine, error) {
	raw, _ := f.take("lines")
	var list []fields
	if json.Unmarshal(raw, &list) != nil {
		problems.Add("lines", "command.apply.shape")
		return nil, nil
	}
	lines := make([]data.OrderLine, len(list))
	for i, one := range list {
		path := "lines." + strconv.Itoa(i+1)
		sku, _ := plainText(one["sku"])
		if i < len(before.Lines) && (sku == "" || sku == before.Lines[i].SKU) {
			lines[i] = before.Lines[i]
		} else if err := a.article(&lines[i], sku, path, problems); err != nil {
			return nil, err
		}
		if _, said := one["unit_price"]; !said && lines[i].ID == 0 {
			lines[i].Price = unpriced
		}
		if text, ok := plainText(one["description"]); ok {
			delete(one, "description")
			lines[i].Description = lines[i].Description.With("en", text)
		}
		*problems = append(*problems, within(path, fill(&lines[i], one))...)
	}
	return lines, nil
}

// unpriced marks a new line that names no price, until the order's currency is known.
const unpriced data.UnitPrice = -1 << 62

// article points a new line to the article with this SKU.
func (a *applying) article(l *data.OrderLine, sku, path string, problems *data.Problems) error {
	p, exists, err := found(a.st.Products.BySKU(a.ctx, sku))
	if err != nil {
		return err
	}
	i := slices.IndexFunc(p.Variants, func(v data.Variant) bool { return v.SKU == sku })
	if !exists || i < 0 {
		*problems = append(*problems, data.Problem{Field: path + ".sku", Key: "problem.unknown_product", Args: map[string]any{"Value": sku}})
		return nil
	}
	l.VariantID, l.SKU, l.Unit = p.Variants[i].ID, sku, p.Unit
	return nil
}

// price gives the lines that name no price their article's, where it is in the order's currency.
func (a *applying) price(o *data.Order) data.Problems {
	var problems data.Problems
	for i := range o.Lines {
		l := &o.Lines[i]
		if l.Price != unpriced {
			continue
		}
		l.Price = 0
		p, exists, err := found(a.st.Products.BySKU(a.ctx, l.SKU))
		if err == nil && exists && p.Price != nil && p.Currency == o.Currency {
			l.Price = *p.Price
		} else if exists {
			problems.Add("lines."+strconv.Itoa(i+1)+".unit_price", "problem.required")
		}
	}
	return problems
}

// share returns the part of an order's amount that goes with some of its goods.
func share(total int64, part, rest decimal.Decimal) int64 {
	if !part.IsPositive() {
		return 0
	}
	return data.Allocate(total, []decimal.Decimal{part, rest})[0]
}
