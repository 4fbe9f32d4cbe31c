package data

// MergeOrder returns old with the rows of one order put in: its head from the fields all rows share, its lines from
// the rows, one each, in place of the old ones. product finds an article by SKU, customer a partner by code or name.
// home is the company's currency, for orders that name none (USD when "").
func MergeOrder(old Order, rows []Patch, product func(sku string) (Product, Variant, bool),
	customer func(code string) (Partner, bool), home Currency,
) (Order, Problems) {
	return old, nil
}
