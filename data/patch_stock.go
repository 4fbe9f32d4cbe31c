package data

// Level returns the counted stock level p states. Its VariantID is left to the caller. An empty warehouse is the
// merchant's own; a lot may be empty too.
func (p Patch) Level() (Level, Problems) {
	var n Level
	r := patchReader{patch: p}
	r.text("sku", &n.SKU)
	r.text("warehouse", &n.Warehouse)
	r.text("lot", &n.Lot)
	parsed(&r, "expiry", ParseDate, &n.Expiry)
	parsed(&r, "quantity", ParseQuantity, &n.Quantity)
	r.required("sku", n.SKU)
	r.required("quantity", p.Values["quantity"])
	return n, r.problems
}

// Rate returns the exchange rate p states: what one unit of its base costs in its quote on its date.
func (p Patch) Rate() (Rate, Problems) {
	var n Rate
	r := patchReader{patch: p}
	parsed(&r, "date", ParseDate, &n.Date)
	named(&r, "base", &n.Base)
	named(&r, "quote", &n.Quote)
	parsed(&r, "rate", ParseExchangeRate, &n.Rate)
	for _, field := range []string{"date", "base", "quote", "rate"} {
		r.required(field, p.Values[field])
	}
	return n, r.problems
}

// TakeCount returns what the row of a count sheet says; nothing is counted where its field is empty. An article without
// a number is known by its barcode.
func (p Patch) TakeCount() (StockTakeCount, Problems) {
	n := StockTakeCount{Row: p.Row}
	r := patchReader{patch: p}
	r.text("sku", &n.Code)
	if n.Code == "" {
		r.text("gtin", &n.Code)
	}
	r.text("lot", &n.Lot)
	parsed(&r, "expiry", ParseDate, &n.Expiry)
	parsedPointer(&r, "counted", ParseQuantity, &n.Counted)
	if p.Values["counted"] != "" {
		r.required("sku", n.Code)
	}
	return n, r.problems
}
