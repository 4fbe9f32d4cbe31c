package data

// Validate reports the fields of o that break a rule, as [Problems]; nil when it can be saved. An order may still
// lack what its papers will ask for; zero prices and negative quantities, such as credits, are allowed.
func (o Order) Validate() error {
	var c check
	c.required("order_no", o.No)
	c.when(o.Customer == "" && o.CustomerID == 0, "customer", "problem.required")
	c.required("currency", string(o.Currency))
	c.currency("currency", o.Currency)
	c.when(o.FixedRate < 0, "fixed_rate", "problem.negative")
	c.rule(o.Incoterm)
	c.mode(o.Transport.Mode)
	switch o.Status {
	case "", Draft, Confirmed, Shipped, Closed, Cancelled, Lost:
	default:
		c.add("status", "problem.unknown_status", "Value", string(o.Status))
	}
	c.dated(o.dates())
	c.country("transhipment_country", o.Transport.Transhipment)
	c.country("export_country", o.ExportCountry)
	c.country("acquisition_country", o.Acquisition)
	c.country("destination_country", o.Destination)
	c.amounts(o.Discount, o.Freight, o.Insurance, o.Charges)
	for i, l := range o.Lines {
		c.prefix = at("lines", i+1)
		c.when(l.SKU == "" && l.VariantID == 0, "sku", "problem.required")
		notNegative(&c, "unit_price", l.Price)
		c.percent("discount_percent", l.Discount)
		c.hsCode(l.HSCode)
		c.country("origin", l.Origin)
		c.date("promise_date", l.Promise)
		c.assumed(l.Pricing)
		c.when(l.PreSale && l.Promise == "", "promise_date", "problem.pre_sale_date")
	}
	c.prefix = ""
	c.roles(o)
	c.quoted(o)
	c.clauses(o.Clauses)
	if len(c.problems) == 0 {
		c.sums(o)
	}
	return c.problems.Err()
}

// sums looks for amounts that don't fit: those of the lines, and what they come to.
func (c *check) sums(o Order) {
	for i, l := range o.Lines {
		_, err := LineAmount(l.Price, l.Quantity, l.Discount, o.Currency) // of a free sample, too: it has a value for customs
		c.when(err != nil, at("lines", i+1)+"unit_price", "problem.amount_too_large")
	}
	if len(c.problems) == 0 {
		_, err := o.Totals()
		c.when(err != nil, "total", "problem.amount_too_large")
	}
}

// datedField is a date of a record with its name.
type datedField struct {
	field string
	date  Date
}

// dates are the dates of o, each by itself.
func (o Order) dates() []datedField {
	return append(o.Transport.dates(), []datedField{
		{"date", o.Date},
		{"due_date", o.DueDate},
		{"valid_until", o.ValidUntil},
		{"last_shipment", o.LastShipment},
		{"required_date", o.RequiredDate},
		{"buyer_order_date", o.BuyerOrderDate},
		{"contract_date", o.ContractDate},
		{"letter_of_credit.date", o.Credit.Date},
		{"samples.arrives", o.Samples.Arrives},
	}...)
}

// dates are the dates of t.
func (t Transport) dates() []datedField {
	return []datedField{{"transport_doc_date", t.TransportDoc}, {"departure", t.Departure}, {"arrival", t.Arrival}}
}

// dated looks at dates.
func (c *check) dated(dates []datedField) {
	for _, d := range dates {
		c.date(d.field, d.date)
	}
}

func (c *check) mode(m Mode) {
	switch m {
	case "", Sea, Air, Road, Rail, Courier:
	default:
		c.add("mode", "problem.unknown_mode", "Value", string(m))
	}
}

// amounts looks at what stands beside the lines. A charge may be negative, as a deduction is.
func (c *check) amounts(discount, freight, insurance int64, charges []Charge) {
	notNegative(c, "discount", discount)
	notNegative(c, "freight", freight)
	notNegative(c, "insurance", insurance)
	for i, charge := range charges {
		c.when(charge.Minor != 0 && charge.Name == "", at("charges", i+1)+"name", "problem.required")
	}
}

// Validate reports the fields of s that break a rule, as [Problems]; nil when it can be saved.
func (s Shipment) Validate() error {
	var c check
	c.required("shipment_no", s.No)
	c.when(s.OrderNo == "" && s.OrderID == 0, "order_no", "problem.required")
	c.date("date", s.Date)
	c.mode(s.Transport.Mode)
	c.dated(s.Transport.dates())
	c.country("transhipment_country", s.Transport.Transhipment)
	notNegative(&c, "pallets", s.Pallets)
	c.amounts(s.Discount, s.Freight, s.Insurance, s.Charges)
	for i, l := range s.Lines {
		c.prefix = at("lines", i+1)
		c.when(l.Line < 1 && l.OrderLineID == 0, "line", "problem.required")
	}
	c.ranges(s.Cartons)
	return c.problems.Err()
}

// ranges looks at carton ranges: numbers run upwards and no package stands in two of them.
func (c *check) ranges(list []CartonRange) {
	last := int64(0)
	for i, r := range list {
		c.prefix = at("cartons", i+1)
		switch {
		case r.From < 1:
			c.add("from", "problem.not_positive")
		case r.To < r.From:
			c.add("to", "problem.not_rising")
		case r.From <= last:
			c.add("from", "problem.carton_twice", "Number", r.From)
		}
		last = max(last, r.To)
		c.packageKind("package_kind", r.Kind)
		notNegative(c, "net_kg", r.Net)
		notNegative(c, "gross_kg", r.Gross)
		c.box("", r.Box)
		for n, content := range r.Contents {
			c.when(content.Line < 1, at("contents", n+1)+"line", "problem.required")
			c.when(content.Quantity <= 0, at("contents", n+1)+"quantity", "problem.not_positive")
		}
	}
	c.prefix = ""
}
