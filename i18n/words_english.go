package i18n

import (
	"fmt"
	"strings"
)

var (
	small = strings.Fields(`ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN
		FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN`)
	tens   = strings.Fields("- - TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY")
	scales = strings.Fields("- THOUSAND MILLION BILLION TRILLION QUADRILLION QUINTILLION")
)

func (a amount) english(style, currency string) string {
	name, known := currencyNames[currency]
	british := style == StyleBritish
	words := []string{"SAY", name.english}
	if !known {
		words[1] = currency
	}
	if a.negative {
		words = append(words, "MINUS")
	}
	words = append(words, englishInteger(a.whole, british))
	switch {
	case a.part == 0:
	case style == StyleFraction || name.englishMinor == "":
		// The part has as many digits as the currency has decimals: 05/100, 005/1000.
		words = append(words, fmt.Sprintf("AND %0*d/1%s", a.decimals, a.part, strings.Repeat("0", a.decimals)))
	default:
		words = append(words, "AND", name.englishMinor, englishInteger(a.part, british))
	}
	return strings.Join(append(words, "ONLY"), " ")
}

// englishInteger spells n in capitals with the short scale; british says "AND" after HUNDRED and before a last group
// below a hundred.
func englishInteger(n uint64, british bool) string {
	if n == 0 {
		return small[0]
	}
	var words []string
	for scale := len(scales) - 1; scale >= 0; scale-- {
		group := n / power(1000, scale) % 1000
		if group == 0 {
			continue
		}
		if british && scale == 0 && group < 100 && len(words) > 0 {
			words = append(words, "AND")
		}
		words = append(words, belowThousand(group, british))
		if scale > 0 {
			words = append(words, scales[scale])
		}
	}
	return strings.Join(words, " ")
}

func belowThousand(n uint64, british bool) string {
	if n < 100 {
		return belowHundred(n)
	}
	hundreds := small[n/100] + " HUNDRED"
	switch {
	case n%100 == 0:
		return hundreds
	case british:
		return hundreds + " AND " + belowHundred(n%100)
	default:
		return hundreds + " " + belowHundred(n%100)
	}
}

func belowHundred(n uint64) string {
	switch {
	case n < 20:
		return small[n]
	case n%10 == 0:
		return tens[n/10]
	default:
		return tens[n/10] + "-" + small[n%10]
	}
}

func power(base uint64, exponent int) uint64 {
	p := uint64(1)
	for range exponent {
		p *= base
	}
	return p
}
