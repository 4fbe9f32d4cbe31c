package data

import "github.com/shopspring/decimal"

// Money is an amount in whole minor units of a currency: USD 12.34 is 1234, JPY 1250 is 1250, KWD 1.234 is 1234.
type Money struct {
	Minor    int64    `json:"minor"`
	Currency Currency `json:"currency"`
}

// ParseMoney reads a plain decimal with at most the decimals of c (STANDARDS 5.1).
func ParseMoney(s string, c Currency) (Money, error) {
	v, err := parseFixed(s, c.Decimals())
	return Money{v, c}, err
}

// RoundMoney rounds d, in the main unit of c, half up (away from zero) to the minor unit.
func RoundMoney(d decimal.Decimal, c Currency) (Money, error) {
	v, err := fixed(d.Round(c.Decimals()), c.Decimals())
	return Money{v, c}, err
}

// Decimal returns m in the main unit of its currency.
func (m Money) Decimal() decimal.Decimal { return decimal.New(m.Minor, -m.Currency.Decimals()) }

// String returns m in the main unit with all decimals of its currency: "12.30". The currency isn't part of it.
func (m Money) String() string {
	return formatFixed(m.Minor, m.Currency.Decimals(), m.Currency.Decimals())
}

// LineAmount returns price × quantity × (1 − discount), rounded half up, once, to the decimals of c (DESIGN 4).
func LineAmount(price UnitPrice, q Quantity, discount Percent, c Currency) (Money, error) {
	return RoundMoney(price.Decimal().Mul(q.Decimal()).Mul((Hundred - discount).Share()), c)
}

// ExchangeRate is how many units of the quote currency one unit of the base currency costs, in whole 10^-10.
type ExchangeRate int64

// ParseExchangeRate reads a plain decimal of at most ten decimals.
func ParseExchangeRate(s string) (ExchangeRate, error) {
	v, err := parseFixed(s, 10)
	return ExchangeRate(v), err
}

// Decimal returns r as a number.
func (r ExchangeRate) Decimal() decimal.Decimal { return decimal.New(int64(r), -10) }

// String returns r without trailing zeros.
func (r ExchangeRate) String() string { return formatFixed(int64(r), 10, 0) }

// MarshalText writes the plain decimal.
func (r ExchangeRate) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the plain decimal.
func (r *ExchangeRate) UnmarshalText(b []byte) (err error) {
	*r, err = ParseExchangeRate(string(b))
	return err
}
