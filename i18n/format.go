package i18n

import (
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// Number writes d rounded half up (away from zero) to decimals places, with a comma between thousands: "1,234.50".
// Chinese and English papers write numbers alike. Negative decimals keep every decimal d has.
func (t *Translator) Number(d decimal.Decimal, decimals int32) string { return Number(d, decimals) }

// Money writes an amount behind its currency code: "USD 1,234.50". The amount is in the main unit of the currency.
func (t *Translator) Money(d decimal.Decimal, currency string, decimals int32) string {
	if currency == "" {
		return Number(d, decimals)
	}
	return currency + " " + Number(d, decimals)
}

// Percent writes a share that is already in hundredths: 12.5 gives "12.5%".
func (t *Translator) Percent(d decimal.Decimal) string { return Number(d, -1) + "%" }

// Date writes an ISO date as papers do: "22 Nov 2026" or "2026年11月22日". The English one names the month, because
// 03/04/2026 is two different days on the two sides of the Atlantic. Text that is no date is returned as it is.
func (t *Translator) Date(iso string) string { return Date(t.language.Tag, iso) }

// Number is [Translator.Number], which is the same in every language of the program.
func Number(d decimal.Decimal, decimals int32) string {
	text := d.String()
	if decimals >= 0 {
		text = d.StringFixed(decimals)
	}
	digits, negative := strings.CutPrefix(text, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	if negative {
		return "-" + join(whole, fraction)
	}
	return join(whole, fraction)
}

// Date is [Translator.Date] for the language lang.
func Date(lang, iso string) string {
	day, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	if chinese(lang) {
		return strconv.Itoa(day.Year()) + "年" + strconv.Itoa(int(day.Month())) + "月" + strconv.Itoa(day.Day()) + "日"
	}
	return day.Format("2 Jan 2006")
}

func join(whole, fraction string) string {
	var b strings.Builder
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return b.String()
}
