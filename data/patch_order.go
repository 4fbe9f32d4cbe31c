package data

import (
	"cmp"
	"errors"
	"slices"
	"strings"
)

// headFields are the fields of an order row that belong to the order, not to the line.
var headFields = []string{
	"order_no", "date", "customer", "currency", "incoterm", "place", "freight", "insurance", "required_date",
}

// HeadFields returns the fields of an order row that belong to the order, not to the line: where the rows of one order
// state them, they must agree.
func HeadFields() []string { return headFields }

// OrderFinds is what rows of an order need of other records.
type OrderFinds struct {
	Product   func(sku string) (Product, Variant, bool) // finds an article by SKU
	Customer  func(code string) (Partner, bool)         // finds a partner by code or name
	Campaigns map[int64][]CampaignPrice                 // by variant, see [Product.StartPrice]
	Home      Currency                                  // the company's currency, for orders that name none (USD when "")
	Today     Date                                      // the day of a new order that names none
}

// MergeOrder returns old with the rows of one order put in: its head from the fields that all rows share, its lines
// from the rows, one each, in place of the old ones. Pass the zero Order for a new one.
//
// The lines are new ones: an empty discount is none. A row that states nothing of a line leaves the lines as they are.
// A line keeps its identity and what an import has no column for when the same article stood in the same place
// before. A row without a price takes the article's list price or a running campaign's, if that is in the order's currency; one
// without a unit takes the article's. A new order takes its terms and language from its customer where the rows have none.
// Freight and insurance that are finer than the currency's minor unit are refused. Whether the order may still be
// changed is for the caller to say. The warnings are of what was taken, but not as the rows have it: a delivery term of
// an older edition; [Order.Warnings] has the others.
func MergeOrder(old Order, rows []Patch, finds OrderFinds) (merged Order, problems, warnings Problems) {
	if len(rows) == 0 {
		return old, nil, nil
	}
	n := old
	head, problems := shareHead(rows)
	h := patchReader{patch: head}
	h.orderHead(&n, finds.Customer, homeCurrency(finds.Home))
	problems = append(problems, h.problems...)

	lines := LineRows(rows)
	if len(lines) == 0 {
		return n, problems, h.warnings
	}
	n.Lines = make([]OrderLine, 0, len(lines))
	for i, row := range lines {
		var before OrderLine
		if i < len(old.Lines) && strings.EqualFold(old.Lines[i].SKU, row.Values["sku"]) {
			before = old.Lines[i]
		}
		line, wrong := row.orderLine(before, n, finds)
		n.Lines = append(n.Lines, line)
		problems = append(problems, wrong...)
	}
	return n, problems, h.warnings
}

// LineRows returns the rows of an order that state a line, in their order: the n-th makes the n-th line.
func LineRows(rows []Patch) []Patch { return slices.DeleteFunc(slices.Clone(rows), Patch.headOnly) }

// headOnly reports whether an order row states nothing of a line.
func (p Patch) headOnly() bool {
	for _, field := range []string{"sku", "description", "quantity", "unit_price", "discount_percent"} {
		if p.Values[field] != "" {
			return false
		}
	}
	return true
}

// shareHead returns the head the rows state together, and a problem for each row that contradicts an earlier one.
func shareHead(rows []Patch) (Patch, Problems) {
	head := Patch{File: rows[0].File, Row: rows[0].Row, Values: map[string]string{}}
	if own := rows[0].Head; own != nil {
		head.File, head.Row = own.File, own.Row
	}
	stated := map[string]Patch{}
	var problems Problems
	for _, row := range rows {
		for _, field := range headFields {
			v := row.Values[field]
			if v == "" {
				continue
			}
			if first, ok := stated[field]; ok && v != first.Values[field] {
				problems = append(problems, Problem{
					File: row.File, Row: row.Row, Field: field, Key: "problem.differs_in_order",
					Args: map[string]any{"First": first.Values[field], "Other": v},
				})
			} else if !ok {
				stated[field], head.Values[field] = row, v
			}
		}
	}
	return head, problems
}

// orderHead reads what belongs to the whole order.
func (r *patchReader) orderHead(n *Order, customer func(string) (Partner, bool), home Currency) {
	isNew := n.No == ""
	r.text("order_no", &n.No)
	r.required("order_no", n.No)
	parsed(r, "date", ParseDate, &n.Date)
	parsed(r, "required_date", ParseDate, &n.RequiredDate)
	r.orderCustomer(n, customer, isNew)
	if named(r, "currency", &n.Currency); n.Currency == "" {
		n.Currency = home
	}
	if isNew && n.Status == "" {
		n.Status = Draft
	}
	r.term(&n.Incoterm)
	r.moneyDecimals = n.Currency.Decimals()
	amount := func(s string) (int64, error) { m, err := ParseMoney(s, n.Currency); return m.Minor, err }
	parsed(r, "freight", amount, &n.Freight)
	parsed(r, "insurance", amount, &n.Insurance)
}

// orderCustomer finds the customer, and gives a new order what the customer usually has.
func (r *patchReader) orderCustomer(n *Order, customer func(string) (Partner, bool), isNew bool) {
	code, stated := r.value("customer")
	if !stated {
		r.required("customer", n.Customer)
		return
	}
	partner, ok := customer(code)
	if !ok {
		r.add("customer", "problem.unknown_customer", map[string]any{"Value": code})
		return
	}
	n.CustomerID, n.Customer = partner.ID, partner.Code
	if isNew {
		n.PaymentTerms, n.Language = partner.PaymentTerms, partner.Language
		n.Incoterm, n.Marks = partner.Incoterm, partner.Marks
	}
}

// term reads the delivery term. A place alone changes the place of the term there is.
func (r *patchReader) term(t *Incoterm) {
	rule, ruled := r.value("incoterm")
	place, placed := r.value("place")
	if !ruled && !placed {
		return
	}
	if !ruled {
		t.Place = place
		return
	}
	if !placed && t.Rule == rule {
		place = t.Place
	}
	read, warnings, err := ParseIncoterm(rule, place)
	var wrong Problems
	if errors.As(err, &wrong) {
		for _, w := range wrong {
			r.add("incoterm", w.Key, w.Args)
		}
		return
	}
	for _, w := range warnings {
		r.warnings = append(r.warnings, Problem{File: r.patch.File, Row: r.patch.Row, Field: w.Field, Key: w.Key, Args: w.Args})
	}
	*t = read
}

// orderLine returns the line of row p, on the ground of the line that stood there before, if any.
func (p Patch) orderLine(n OrderLine, of Order, finds OrderFinds) (OrderLine, Problems) {
	r := patchReader{patch: p}
	r.text("sku", &n.SKU)
	r.required("sku", n.SKU)
	r.required("quantity", p.Values["quantity"])
	if v, column := p.Values["description"]; column {
		n.Description = n.Description.With("en", v)
	}
	if _, column := p.Values["discount_percent"]; column {
		n.Discount = 0
	}
	parsed(&r, "quantity", ParseQuantity, &n.Quantity)
	named(&r, "unit", &n.Unit)
	parsed(&r, "discount_percent", ParsePercent, &n.Discount)
	article, variant, ok := finds.Product(n.SKU)
	if !ok {
		if n.SKU != "" {
			r.add("sku", "problem.unknown_product", map[string]any{"Value": n.SKU})
		}
		return n, r.problems
	}
	n.VariantID, n.SKU = variant.ID, variant.SKU
	if n.Unit == "" {
		n.Unit = article.Unit
	}
	r.linePrice(&n, article, of, finds)
	return n, r.problems
}

// linePrice reads the unit price, or takes the one that a new line of the article starts with where the row has none.
func (r *patchReader) linePrice(n *OrderLine, article Product, of Order, finds OrderFinds) {
	if _, stated := r.value("unit_price"); stated {
		price := n.Price
		parsed(r, "unit_price", ParseUnitPrice, &price)
		n.TypePrice(price)
		return
	}
	if n.VariantID != 0 && n.UUID != "" { // an old line keeps its price
		return
	}
	day := cmp.Or(of.Date, finds.Today)
	asked := LineAsked{Variant: n.VariantID, Currency: of.Currency, Quantity: n.Quantity, Day: day}
	start, ok := article.StartPrice(asked, finds.Campaigns[n.VariantID])
	if !ok || article.Currency == "" {
		r.add("unit_price", "problem.required", nil)
		return
	}
	n.Price, n.Campaign = start.Price, start.Campaign
}
