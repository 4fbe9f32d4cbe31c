package command

import (
	"encoding/json"
	"strconv"

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
		problems.Add("charges", "problem.not_a_list")
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
		*problems = append(*problems, data.Problem{Field: name, Key: textProblem(err), Args: map[string]any{"Value": text, "Decimals": c.Decimals()}})
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
	quote, problems := takeQuoting(order)
	if len(problems) > 0 {
		return outcome{}, within("order", problems)
	}
	after := before
	problems, warnings, err := a.fillOrder(&after, before, order)
	if err == nil && len(problems) == 0 {
		problems, err = a.quote(&after, before, quote)
	}
	if err != nil || len(problems) > 0 {
		if len(problems) > 0 {
			problems = withRules(problems, after)
		}
		return outcome{}, firstOf(err, within("order", problems))
	}
	after, result, err := save(before, after, !exists, func(o data.Order) (data.Order, error) { return a.st.Orders.Save(a.ctx, o) })
	if err == nil {
		offered, err := a.st.Stock.OfferedTwice(a.ctx, after, data.DateOf(a.Now()))
		if err != nil {
			return outcome{}, err
		}
		warnings = append(warnings, offered...)
	}
	return saved(after.No, result, "order", after, warnings...), under("order", err)
}

// firstOf returns err, else the problems.
func firstOf(err error, problems data.Problems) error {
	if err != nil {
		return err
	}
	return problems.Err()
}

// fillOrder puts what f says into an order. The warnings are of a delivery term that was replaced by its successor.
func (a *applying) fillOrder(o *data.Order, before data.Order, f fields) (problems, warnings data.Problems, err error) {
	if _, said := f["lines"]; said {
		lines, err := a.orderLines(f, before, &problems)
		if err != nil {
			return nil, nil, err
		}
		o.Lines = lines
	}
	warnings = takeTerm(f, &o.Incoterm, &problems)
	if err := a.takeCustomer(f, o, &problems); err != nil {
		return nil, nil, err
	}
	if raw, ok := f["currency"]; ok {
		_ = json.Unmarshal(raw, &o.Currency) // needed below; fill reports what is wrong with it
	}
	if err := a.takePlaces(f, o, &problems); err != nil {
		return nil, nil, err
	}
	if err := a.orderDefaults(o); err != nil {
		return nil, nil, err
	}
	x := takeExtras(f, o.Currency, &problems)
	x.into(&o.Discount, &o.Freight, &o.Insurance, &o.Charges)
	problems = append(problems, fill(o, f)...)
	unpriced, err := a.price(o)
	return append(problems, unpriced...), warnings, err
}

// takeTerm reads the delivery term as import files have it: a rule and a place. A rule of an older edition becomes its
// successor, which the warnings say.
func takeTerm(f fields, term *data.Incoterm, problems *data.Problems) (warnings data.Problems) {
	place, hasPlace := f["place"]
	delete(f, "place")
	rule, isText := plainText(f["incoterm"])
	if isText {
		delete(f, "incoterm")
		term.Rule = rule
	}
	if hasPlace {
		text, ok := plainText(place)
		if !ok {
			problems.Add("place", "command.apply.text")
		}
		term.Place = text
	}
	if !isText && !hasPlace || term.Rule == "" {
		return nil
	}
	t, warnings, err := data.ParseIncoterm(term.Rule, term.Place)
	if err != nil {
		*problems = append(*problems, data.Problem{Field: "incoterm", Key: "problem.unknown_term", Args: map[string]any{"Value": rule}})
	}
	*term = t
	return warnings
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
