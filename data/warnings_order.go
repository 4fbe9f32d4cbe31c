package data

// Warnings reports what looks wrong with o but doesn't stop it from being saved.
func (o Order) Warnings() Problems {
	c := check{problems: append(o.Incoterm.Validate(o.Transport.Mode), o.Incoterm.Warnings(false)...)}
	c.transport(o.Transport)
	for i, l := range o.Lines {
		before := len(c.problems)
		c.line(l)
		c.when(l.Promise != "" && l.Promise < o.Date, "promise_date", "problem.before_order")
		for n := range c.problems[before:] { // named only when there is something: most lines are right
			c.problems[before+n].Field = at("lines", i+1) + c.problems[before+n].Field
		}
	}
	c.language(o.Language)
	if plan, ok := ParsePayment(o.PaymentTerms); ok {
		c.problems = append(c.problems, plan.Validate()...)
	}
	c.days(o)
	c.comesTo(o)
	return c.problems
}

// line warns of one line.
func (c *check) line(l OrderLine) {
	c.when(l.Quantity == 0, "quantity", "problem.zero_quantity")
	if l.Quantity < 0 {
		c.add("quantity", "problem.negative_quantity", "Value", l.Quantity.String())
	}
	c.quantity("quantity", l.Quantity)
	c.whole("quantity", l.Quantity, l.Unit)
	c.when(l.Price == 0, "unit_price", "problem.zero_price")
	c.unit(l.Unit)
	c.tariff(l.HSCode)
}

// days warns of dates that can't be, alone or together.
func (c *check) days(o Order) {
	for _, d := range o.dates() {
		c.day(d.field, d.date)
	}
	for _, d := range []datedField{
		{"valid_until", o.ValidUntil}, {"last_shipment", o.LastShipment}, {"required_date", o.RequiredDate},
	} {
		c.when(d.date != "" && d.date < o.Date, d.field, "problem.before_order")
	}
}

// comesTo warns of a discount above the goods and of a total below zero. What has neither a deduction nor a negative
// quantity needn't be added up.
func (c *check) comesTo(o Order) {
	deducts := o.Discount > 0 || o.Reduction.Percent > 0
	for _, charge := range o.Charges {
		deducts = deducts || charge.Minor < 0
	}
	for _, l := range o.Lines {
		deducts = deducts || l.Quantity < 0
	}
	if !deducts {
		return
	}
	t, err := o.Totals()
	if err != nil {
		return // refused elsewhere
	}
	c.when(o.Discount > 0 && t.Discount.Minor > t.Goods.Minor, "discount", "problem.discount_over_goods")
	c.when(t.Total.Minor < 0, "total", "problem.negative_total", "Value", t.Total.String())
}

// transport warns of numbers with a wrong check digit.
func (c *check) transport(t Transport) {
	c.when(t.Mode == Air && digitsOnly(number(t.TransportDocNo)) && !ValidAWB(t.TransportDocNo),
		"transport_doc_no", "problem.bad_air_waybill")
}

// Warnings reports what looks wrong with s but doesn't stop it from being saved.
func (s Shipment) Warnings() Problems {
	var c check
	c.transport(s.Transport)
	c.day("date", s.Date)
	for _, d := range s.Transport.dates() {
		c.day(d.field, d.date)
	}
	for i, box := range s.Containers {
		c.prefix = at("containers", i+1)
		c.when(box.No != "" && !ValidContainerNo(box.No), "no", "problem.bad_container")
	}
	for i, r := range s.Cartons {
		c.prefix = at("cartons", i+1)
		c.when(r.Gross > 0 && r.Gross < r.Net, "gross_kg", "problem.gross_below_net")
		c.sides("", r.Box)
	}
	return c.problems
}
