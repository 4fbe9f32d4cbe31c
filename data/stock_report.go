package data

import "github.com/shopspring/decimal"

// StockGoods is an article as stock reports and count sheets name it.
type StockGoods struct {
	VariantID int64
	SKU       string
	GTIN      string // of the variant, else of its product
	Name      Texts
	Unit      Unit
	Price     *UnitPrice // the list price
	Currency  Currency   // of the list price; "" is the company's
}

// StockLine is what lay of an article in one warehouse and lot.
type StockLine struct {
	StockGoods
	Warehouse string
	Lot       string
	Expiry    Date
	Quantity  Quantity
	Value     StockValue // of the article in all its warehouses and lots, at moving average cost
}

// StockWorth is what lay of an article in one warehouse, all its lots together, and what it was worth.
type StockWorth struct {
	StockGoods
	Warehouse string
	Quantity  Quantity
	Value     Money // its part of the article's value, so that the parts sum to the whole
}

// WorthOf adds up the lots of one article by warehouse, in the order of lines, and spreads the article's value, rounded half up to c's
// decimals, over its warehouses by what lies there, by largest remainder. Warehouses in which nothing is left are left out. It gives
// [ErrTooLarge] for values beyond what money can hold.
func WorthOf(lines []StockLine, c Currency) ([]StockWorth, error) {
	var list []StockWorth
	var weights []decimal.Decimal
	for _, l := range lines {
		if n := len(list); n == 0 || list[n-1].Warehouse != l.Warehouse {
			list = append(list, StockWorth{StockGoods: l.StockGoods, Warehouse: l.Warehouse})
		}
		list[len(list)-1].Quantity += l.Quantity
	}
	kept := list[:0]
	for _, w := range list {
		if w.Quantity != 0 {
			kept, weights = append(kept, w), append(weights, w.Quantity.Decimal())
		}
	}
	if len(kept) == 0 {
		return nil, nil
	}
	whole, err := RoundMoney(lines[0].Value.Decimal(), c)
	if err != nil {
		return nil, err
	}
	for i, part := range Allocate(whole.Minor, weights) {
		kept[i].Value = Money{Minor: part, Currency: c}
	}
	return kept, nil
}
