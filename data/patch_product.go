package data

// Product returns old with what p says put in: a column that is absent and a cell that is empty change nothing. Pass
// the zero Product for a new one, and home, the company's currency, for prices that name none (USD when "").
// A product without any name is called by its SKU. Supplier holds the file's text; the caller finds or creates the
// partner. The values "stock" (see [Patch.Stock]) and "image" are left to the caller.
func (p Patch) Product(old Product, home Currency) (Product, Problems) { return old, nil }

// Stock returns the counted quantity a product row states, and whether it states one.
func (p Patch) Stock() (Quantity, bool, Problems) { return 0, false, nil }
