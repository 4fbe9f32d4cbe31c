package i18n

import "strings"

// The characters banks ask for, which can't be altered with a stroke (正确填写票据和结算凭证的基本规定).
var (
	digits = strings.Split("零壹贰叁肆伍陆柒捌玖", "")
	places = []string{"", "拾", "佰", "仟"}
	// below are the parts of 元 by decimal place; 厘 and 毫 serve the rare currencies with more than two.
	below = []string{"角", "分", "厘", "毫"}
)

const zero, whole = "零", "整"

func (a amount) chinese(currency string) string {
	name, known := currencyNames[currency]
	if !known {
		name = currencyName{chinese: currency, unit: "元"}
	}
	text := name.chinese
	if a.negative {
		text += "负"
	}
	part := a.parts(name)
	switch {
	case a.whole > 0:
		text += chineseInteger(a.whole) + name.unit
		if part != "" && a.gap() {
			text += zero
		}
	case part == "":
		text += zero + name.unit
	}
	return text + part + a.end(name)
}

// parts spells what is below one main unit.
func (a amount) parts(name currencyName) string {
	if a.part == 0 {
		return ""
	}
	if name.chineseMinor != "" {
		return chineseInteger(a.part) + name.chineseMinor
	}
	var b strings.Builder
	gap := false
	for place := range a.decimals {
		digit := a.part / power(10, a.decimals-1-place) % 10
		if digit == 0 {
			gap = b.Len() > 0 // a zero before the first part is the main unit's affair
			continue
		}
		if gap {
			b.WriteString(zero)
			gap = false
		}
		b.WriteString(digits[digit] + below[min(place, len(below)-1)])
	}
	return b.String()
}

// gap reports whether 零 stands between the main unit and its parts: when the first part is missing, and, as the first
// form of the official examples has it, when the main unit ends in zero.
func (a amount) gap() bool {
	first := a.part / power(10, a.decimals-1)
	return first == 0 || a.whole%10 == 0
}

// end is 整, which closes amounts that don't reach the last part.
func (a amount) end(name currencyName) string {
	reaches := a.part%10 != 0 || name.chineseMinor != ""
	if a.part != 0 && reaches {
		return ""
	}
	return whole
}

// chineseInteger spells n with bank characters: 10 is 壹拾, groups of four are joined by 零 when the lower one is
// below a thousand.
func chineseInteger(n uint64) string {
	switch {
	case n < 10000:
		return chineseGroup(n)
	case n < 100000000:
		return joinGroups(n, 10000, "万")
	default:
		return joinGroups(n, 100000000, "亿")
	}
}

func joinGroups(n, size uint64, unit string) string {
	high, low := n/size, n%size
	text := chineseInteger(high) + unit
	switch {
	case low == 0:
		return text
	case low < size/10:
		return text + zero + chineseInteger(low)
	default:
		return text + chineseInteger(low)
	}
}

func chineseGroup(n uint64) string {
	if n == 0 {
		return zero
	}
	var b strings.Builder
	gap := false
	for place := len(places) - 1; place >= 0; place-- {
		digit := n / power(10, place) % 10
		if digit == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteString(zero)
			gap = false
		}
		b.WriteString(digits[digit] + places[place])
	}
	return b.String()
}
