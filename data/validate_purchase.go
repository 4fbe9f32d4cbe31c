package data

// Validate reports the fields of p that break a rule, as [Problems]; nil when it can be saved. One that is placed must
// say what it orders; zero prices are allowed, as of samples.
func (p PurchaseOrder) Validate() error {
	var c check
	c.required("purchase_no", p.No)
	c.when(p.Supplier == "" && p.SupplierID == 0, "supplier", "problem.required")
	c.required("currency", string(p.Currency))
	c.currency("currency", p.Currency)
	c.rule(p.Incoterm)
	c.when(p.Warehouse == InTransit, "warehouse", "problem.taken")
	switch p.Status {
	case PurchaseDraft, PurchaseClosed:
	case PurchaseOrdered:
		c.when(len(p.Lines) == 0, "lines", "problem.required")
	default:
		c.add("status", "problem.unknown_purchase_status", "Value", string(p.Status))
	}
	c.date("date", p.Date)
	c.date("expected_date", p.Expected)
	for i, l := range p.Lines {
		c.prefix = at("lines", i+1)
		c.when(l.SKU == "" && l.VariantID == 0, "sku", "problem.required")
		c.when(l.Quantity <= 0, "quantity", "problem.not_positive")
		notNegative(&c, "unit_price", l.Price)
		c.date("expected_date", l.Expected)
		_, err := p.Amount(l)
		c.when(err != nil, "unit_price", "problem.amount_too_large")
	}
	c.prefix = ""
	if _, err := p.Total(); err != nil && len(c.problems) == 0 {
		c.add("total", "problem.amount_too_large")
	}
	return c.problems.Err()
}

// Warnings reports what looks wrong with p but doesn't stop it from being saved.
func (p PurchaseOrder) Warnings() Problems {
	c := check{problems: p.Incoterm.Validate("")}
	c.day("date", p.Date)
	c.day("expected_date", p.Expected)
	c.when(p.Expected != "" && p.Expected < p.Date, "expected_date", "problem.before_order")
	c.when(p.Status == PurchaseOrdered && p.Expected == "" && p.undated(), "expected_date", "problem.no_expected_date")
	c.language(p.Language)
	for i, l := range p.Lines {
		c.prefix = at("lines", i+1)
		c.quantity("quantity", l.Quantity)
		c.whole("quantity", l.Quantity, l.Unit)
		c.when(l.Price == 0, "unit_price", "problem.zero_price")
		c.unit(l.Unit)
		c.day("expected_date", l.Expected)
		c.when(l.Expected != "" && l.Expected < p.Date, "expected_date", "problem.before_order")
		if over := l.Over(); over > 0 {
			c.add("received", "problem.over_delivered", "SKU", l.SKU, "Over", over.String())
		}
	}
	c.prefix = ""
	if plan, ok := ParsePayment(p.PaymentTerms); ok {
		c.problems = append(c.problems, plan.Validate()...)
	}
	return c.problems
}

// undated reports whether a line has no day on which it should come.
func (p PurchaseOrder) undated() bool {
	for _, l := range p.Lines {
		if l.Expected == "" {
			return true
		}
	}
	return false
}
