package i18n

import "strings"

// The styles of English amounts in words (STANDARDS 7). No standard fixes one; it is a setting of the company.
const (
	StylePlain    = "A" // TEN THOUSAND FIVE … AND CENTS ONE
	StyleBritish  = "B" // TEN THOUSAND AND FIVE … AND CENTS ONE
	StyleFraction = "C" // TEN THOUSAND FIVE … AND 01/100
)

// InWords spells an amount of minor units of a currency that has so many decimals (STANDARDS 7), without a label:
// "SAY US DOLLARS TEN THOUSAND FIVE ONLY", "美元壹万零伍元整". Style is A (also when empty), B or C; Chinese has one
// form only. A currency without a name here is written as its code, its minor unit as a fraction. Every language but
// Chinese gets English.
func InWords(lang, style string, minor int64, currency string, decimals int32) string {
	a := split(minor, decimals)
	if chinese(lang) {
		return a.chinese(currency)
	}
	return a.english(strings.ToUpper(style), currency)
}

// Count spells a number of things, as totals of packages do: "ONE HUNDRED", "壹佰".
func Count(lang string, n int64) string {
	if chinese(lang) {
		return mark("负", n) + chineseInteger(magnitude(n))
	}
	return mark("MINUS ", n) + englishInteger(magnitude(n), false)
}

// amount is a number of main units and a part below one, which is a count of parts of a whole.
type amount struct {
	negative    bool
	whole, part uint64
	decimals    int
}

func split(minor int64, decimals int32) amount {
	parts := uint64(1)
	for range decimals {
		parts *= 10
	}
	size := magnitude(minor)
	return amount{minor < 0, size / parts, size % parts, int(decimals)}
}

// magnitude is |n|, also for the one number whose negative doesn't fit an int64.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

func mark(minus string, n int64) string {
	if n < 0 {
		return minus
	}
	return ""
}
