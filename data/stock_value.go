package data

import "github.com/shopspring/decimal"

// The decimals of a [Quantity] and of a [StockValue].
const (
	quantityPlaces = 3
	valuePlaces    = 6
)

// MovingAverage returns what a movement of change adds to the value of stock at moving average cost, when there are have
// units worth value. Goods that come in add what they cost, or without a cost the average so far; goods counted before
// anybody said what they cost take the first cost that is said. Goods that leave take the average along, and the last
// ones all that is left, so that nothing of nothing has no value. Rounded half up to the millionth. Below zero nothing
// has a value: what was sent before its receipt costs nothing until then.
func MovingAverage(have Quantity, value StockValue, change Quantity, cost *UnitPrice) StockValue {
	switch {
	case change > 0 && cost != nil && have > 0 && value == 0:
		return valueAt(have+change, *cost, 0)
	case change > 0 && cost != nil:
		return valueAt(change, *cost, have)
	case have <= 0:
		return 0
	case have+change <= 0:
		return -value
	}
	part := decimal.NewFromInt(int64(value)).Mul(decimal.NewFromInt(int64(change))).Div(decimal.NewFromInt(int64(have)))
	return StockValue(part.Round(0).IntPart())
}

// Unvalued reports whether m brings in goods of which nobody said what they cost, while all there is, worth value, has none either:
// such goods take the article's usual cost, what it costs to buy, rather than look as if they had been free.
func (m Movement) Unvalued(value StockValue) bool {
	return m.Cost == nil && m.Quantity > 0 && value == 0 && m.Reason != Transferred && m.Reason != Reversed
}

// valueAt is what goods that come in are worth at cost. Those that only fill a hole below zero are gone already.
func valueAt(change Quantity, cost UnitPrice, have Quantity) StockValue {
	if have < 0 {
		change = max(change+have, 0)
	}
	return StockValue(decimal.New(int64(change), -quantityPlaces).Mul(decimal.NewFromInt(int64(cost))).Round(0).IntPart())
}

// Countered returns what a counter-entry adds to the value of stock: it takes back what its movement added, as far as
// there is anything left to take. Between the two the goods may have left at another average.
func Countered(have Quantity, value StockValue, change Quantity, added StockValue) StockValue {
	if have+change <= 0 || value-added < 0 {
		return -value
	}
	return -added
}

// Known reports whether anybody said what of goods worth v cost: goods that are there and worth nothing came without a cost.
// Below zero nothing has a value, and nothing of nothing is worth that.
func (v StockValue) Known(of Quantity) bool { return v != 0 || of <= 0 }

// Average returns the cost of one unit of have units worth v, rounded half up to the millionth; 0 of nothing.
func (v StockValue) Average(have Quantity) UnitPrice {
	if have <= 0 {
		return 0
	}
	return UnitPrice(decimal.NewFromInt(int64(v)).Div(decimal.New(int64(have), -quantityPlaces)).Round(0).IntPart())
}

// Decimal returns v in whole units of the currency.
func (v StockValue) Decimal() decimal.Decimal { return decimal.New(int64(v), -valuePlaces) }

// In returns v rounded half up to c's decimals, as "600.00".
func (v StockValue) In(c Currency) string {
	return decimal.New(int64(v), -valuePlaces).StringFixed(c.Decimals())
}

// String writes v with at least two and at most six decimals.
func (v StockValue) String() string { return formatFixed(int64(v), valuePlaces, 2) }
