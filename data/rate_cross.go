package data

import (
	"github.com/shopspring/decimal"
)

// CrossRate returns what one unit of a currency costs in another, from what one unit of a third costs in each: of 1 EUR = 1.1 USD and
// 1 EUR = 7.9 CNY, that 1 USD costs 7.18182 CNY. It is rounded half up to six digits, which is what central banks publish, and at most
// ten decimals; false when nothing is left of it or a rate isn't above zero.
func CrossRate(inBase, inQuote decimal.Decimal) (ExchangeRate, bool) {
	if !inBase.IsPositive() || !inQuote.IsPositive() {
		return 0, false
	}
	const digits = 6
	exact := inQuote.DivRound(inBase, 24)
	places := digits - int32(exact.NumDigits()) - exact.Exponent() //nolint:gosec // a few dozen digits
	rate, err := ParseExchangeRate(exact.Round(min(places, 10)).String())
	return rate, err == nil && rate > 0
}

// Moved returns by how much now differs from then, as a share of then, rounded half away from zero; 0 when then is none.
func (r ExchangeRate) Moved(now ExchangeRate) Percent {
	if r == 0 {
		return 0
	}
	return Percent(now.Decimal().Sub(r.Decimal()).Mul(decimal.NewFromInt(int64(Hundred))).DivRound(r.Decimal(), 0).IntPart())
}
