package data

// Product returns old with what p says put in: a column that is absent and a cell that is empty change nothing, so a
// half-filled sheet never wipes what is known. Pass the zero Product for a new one, and home, the company's currency,
// for prices that name none (USD when "").
//
// A product without any name is called by its SKU, and a new one without a unit is counted in PCS. Supplier holds the
// file's text; the caller finds or creates the partner. The values "stock" (see [Patch.Stock]) and "image" are left to
// the caller, and so is [Product.Validate].
func (p Patch) Product(old Product, home Currency) (Product, Problems) {
	n, r := old, patchReader{patch: p}
	r.text("sku", &n.SKU)
	r.textIn("name", "en", &n.Name)
	r.textIn("name_zh", "zh", &n.Name)
	r.textIn("description", "en", &n.Description)
	r.text("category", &n.Category)
	named(&r, "unit", &n.Unit)
	r.text("hs_code", &n.HSCode)
	named(&r, "origin", &n.Origin)
	r.text("gtin", &n.GTIN)
	n.Notes = p.noted(n.Notes)
	r.text("supplier", &n.Supplier)
	r.text(ShopBrand, &n.Brand)
	r.prices(&n, homeCurrency(home))
	r.packing(&n.Packing)
	parsed(&r, "moq", ParseQuantity, &n.MOQ)
	parsed(&r, "safety_stock", ParseQuantity, &n.SafetyStock)
	parsed(&r, "max_stock", ParseQuantity, &n.MaxStock)

	r.required("sku", n.SKU)
	if len(n.Name) == 0 && n.SKU != "" {
		n.Name = Texts{"en": n.SKU}
	}
	if n.Unit == "" && old.ID == 0 {
		n.Unit = "PCS"
	}
	return n, r.problems
}

// prices reads the list price and the cost with their currencies. A price whose currency stands nowhere, neither in
// the row nor in the record, is in home.
func (r *patchReader) prices(n *Product, home Currency) {
	isNew := n.ID == 0
	parsedPointer(r, "price", ParseUnitPrice, &n.Price)
	named(r, "currency", &n.Currency)
	if n.Currency == "" && (isNew || n.Price != nil) {
		n.Currency = home
	}
	parsedPointer(r, "cost", ParseUnitPrice, &n.Cost)
	named(r, "cost_currency", &n.CostCurrency)
	if n.CostCurrency == "" && n.Cost != nil {
		n.CostCurrency = home
	}
}

// packing reads how the article is packed.
func (r *patchReader) packing(k *Packing) {
	parsed(r, "pcs_per_carton", ParseQuantity, &k.PcsPerCarton)
	parsed(r, "carton_length_cm", ParseCentimetres, &k.Carton.Length)
	parsed(r, "carton_width_cm", ParseCentimetres, &k.Carton.Width)
	parsed(r, "carton_height_cm", ParseCentimetres, &k.Carton.Height)
	parsed(r, "carton_gross_kg", ParseKilograms, &k.CartonGross)
	parsed(r, "carton_net_kg", ParseKilograms, &k.CartonNet)
	parsed(r, "unit_net_kg", ParseKilograms, &k.UnitNet)
}

// Stock returns the counted quantity a product row states, and whether it states one. It is a level of the merchant's
// own warehouse, without a lot.
func (p Patch) Stock() (Quantity, bool, Problems) {
	r := patchReader{patch: p}
	var q Quantity
	_, stated := r.value("stock")
	parsed(&r, "stock", ParseQuantity, &q)
	return q, stated, r.problems
}

// ProductWarnings reports what the record can't show any more: a carton of no pieces, which is kept as not known.
func (p Patch) ProductWarnings() Problems {
	v := p.Values["pcs_per_carton"]
	if q, err := ParseQuantity(v); v != "" && err == nil && q == 0 {
		return Problems{{File: p.File, Row: p.Row, Field: "pcs_per_carton", Key: "problem.no_pieces"}}
	}
	return nil
}
