package data

import (
	"errors"
	"math"
	"strings"

	"github.com/shopspring/decimal"
)

// ErrNotANumber reports text that isn't one plain decimal number.
var ErrNotANumber = errors.New("not a number")

// ErrTooFine reports a number with more decimals than its field can hold. It is never cut or rounded instead.
var ErrTooFine = errors.New("too many decimals")

// ErrTooLarge reports a number beyond what its field can hold.
var ErrTooLarge = errors.New("number too large")

// maxDigits bounds the text of a number before it is parsed, so that no input can cost much time.
const maxDigits = 40

// parseFixed reads s, a plain decimal such as "-12.50", as a whole number of 10^-places. Signs, digits and one
// point are all it knows: grouping and decimal commas belong to the reader of a foreign file.
func parseFixed(s string, places int32) (int64, error) {
	digits := strings.TrimLeft(s, "+-")
	if s == "" || len(s) > maxDigits || len(s)-len(digits) > 1 || strings.Trim(digits, "0123456789.") != "" {
		return 0, ErrNotANumber
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return 0, ErrNotANumber
	}
	return fixed(d, places)
}

// fixed returns d as a whole number of 10^-places, refusing what doesn't fit exactly.
func fixed(d decimal.Decimal, places int32) (int64, error) {
	shifted := d.Shift(places)
	if !shifted.IsInteger() {
		return 0, ErrTooFine
	}
	whole := shifted.BigInt()
	if !whole.IsInt64() || whole.Int64() == math.MinInt64 {
		return 0, ErrTooLarge
	}
	return whole.Int64(), nil
}

// formatFixed writes v × 10^-places with at least atLeast decimals and no other trailing zeros.
func formatFixed(v int64, places, atLeast int32) string {
	s := decimal.New(v, -places).StringFixed(places)
	if places == 0 {
		return s
	}
	cut := len(s)
	for last := cut - int(places-atLeast); cut > last && s[cut-1] == '0'; {
		cut--
	}
	return strings.TrimSuffix(s[:cut], ".")
}
