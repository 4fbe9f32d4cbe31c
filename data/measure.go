package data

import "github.com/shopspring/decimal"

// Quantity is an amount of goods in whole thousandths of its unit: 12.5 metres are 12500.
type Quantity int64

// ParseQuantity reads a plain decimal of at most three decimals.
func ParseQuantity(s string) (Quantity, error) { v, err := parseFixed(s, 3); return Quantity(v), err }

// Decimal returns q in units.
func (q Quantity) Decimal() decimal.Decimal { return decimal.New(int64(q), -3) }

// String returns q in units without trailing zeros: "12.5".
func (q Quantity) String() string { return formatFixed(int64(q), 3, 0) }

// Pieces returns the Quantity of n whole units.
func Pieces(n int64) Quantity { return Quantity(n * 1000) }

// UnitPrice is the price of one unit in whole millionths of its currency's main unit: USD 3.25 is 3250000.
type UnitPrice int64

// ParseUnitPrice reads a plain decimal of at most six decimals.
func ParseUnitPrice(s string) (UnitPrice, error) {
	v, err := parseFixed(s, 6)
	return UnitPrice(v), err
}

// Decimal returns p in the currency's main unit.
func (p UnitPrice) Decimal() decimal.Decimal { return decimal.New(int64(p), -6) }

// String returns p in the main unit without trailing zeros: "3.25".
func (p UnitPrice) String() string { return formatFixed(int64(p), 6, 0) }

// Shown returns p as papers print it: every decimal that was entered, at least those of currency c, at most six.
func (p UnitPrice) Shown(c Currency) string { return formatFixed(int64(p), 6, c.Decimals()) }

// Percent is a share in whole millionths of a percent: 12.5 % is 12500000.
type Percent int64

// Hundred is the whole: 100 %.
const Hundred Percent = 100_000_000

// ParsePercent reads a plain decimal number of percents, of at most six decimals: "12.5".
func ParsePercent(s string) (Percent, error) { v, err := parseFixed(s, 6); return Percent(v), err }

// Share returns p as a share of one: 12.5 % is 0.125.
func (p Percent) Share() decimal.Decimal { return decimal.New(int64(p), -8) }

// String returns the percents without trailing zeros: "12.5".
func (p Percent) String() string { return formatFixed(int64(p), 6, 0) }

// Weight is a mass in whole milligrams.
type Weight int64

// ParseKilograms reads a plain decimal number of kilograms, of at most six decimals.
func ParseKilograms(s string) (Weight, error) { v, err := parseFixed(s, 6); return Weight(v), err }

// ParseGrams reads a decimal number of grams with up to 3 decimals.
func ParseGrams(s string) (Weight, error) { v, err := parseFixed(s, 3); return Weight(v), err }

// Grams returns w in grams.
func (w Weight) Grams() decimal.Decimal { return decimal.New(int64(w), -3) }

// Kilograms returns w in kilograms.
func (w Weight) Kilograms() decimal.Decimal { return decimal.New(int64(w), -6) }

// String returns w in kilograms without trailing zeros: "0.35".
func (w Weight) String() string { return formatFixed(int64(w), 6, 0) }

// Times returns the weight of q units that weigh w each, rounded half up to the milligram.
func (w Weight) Times(q Quantity) Weight {
	return Weight(w.Kilograms().Mul(q.Decimal()).Shift(6).Round(0).IntPart())
}

// Length is a distance in whole tenths of a millimetre.
type Length int64

// ParseCentimetres reads a plain decimal number of centimetres, of at most two decimals.
func ParseCentimetres(s string) (Length, error) { v, err := parseFixed(s, 2); return Length(v), err }

// Centimetres returns l in centimetres.
func (l Length) Centimetres() decimal.Decimal { return decimal.New(int64(l), -2) }

// String returns l in centimetres without trailing zeros: "60.5".
func (l Length) String() string { return formatFixed(int64(l), 2, 0) }

// Box is the outer size of a package.
type Box struct {
	Length Length `json:"length_cm,omitzero"`
	Width  Length `json:"width_cm,omitzero"`
	Height Length `json:"height_cm,omitzero"`
}

// Volume returns the exact volume of one box in cubic metres: L × W × H.
func (b Box) Volume() decimal.Decimal {
	return b.Length.Centimetres().Mul(b.Width.Centimetres()).Mul(b.Height.Centimetres()).Shift(-6)
}

// IsZero reports whether no side is known.
func (b Box) IsZero() bool { return b == Box{} }

// The text forms below are those of the import files and the command line: plain decimals in the unit of the field.

// MarshalText writes the plain decimal.
func (q Quantity) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText reads the plain decimal.
func (q *Quantity) UnmarshalText(b []byte) (err error) {
	*q, err = ParseQuantity(string(b))
	return err
}

// MarshalText writes the plain decimal.
func (p UnitPrice) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads the plain decimal.
func (p *UnitPrice) UnmarshalText(b []byte) (err error) {
	*p, err = ParseUnitPrice(string(b))
	return err
}

// MarshalText writes the plain number of percents.
func (p Percent) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads the plain number of percents.
func (p *Percent) UnmarshalText(b []byte) (err error) { *p, err = ParsePercent(string(b)); return err }

// MarshalText writes kilograms.
func (w Weight) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads kilograms.
func (w *Weight) UnmarshalText(b []byte) (err error) { *w, err = ParseKilograms(string(b)); return err }

// MarshalText writes centimetres.
func (l Length) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads centimetres.
func (l *Length) UnmarshalText(b []byte) (err error) {
	*l, err = ParseCentimetres(string(b))
	return err
}
