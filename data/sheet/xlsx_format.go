package sheet

import (
	"regexp"
	"strings"

	"tradewind/data"

	"github.com/xuri/excelize/v2"
)

// format returns what the number format of a style tells. Styles are few and looked up once.
func (w *workbook) format(style int) *numberFormat {
	if f, ok := w.formats[style]; ok {
		return f
	}
	f := &numberFormat{}
	_ = guarded(func() error { // a style that can't be read tells nothing
		s, err := w.file.GetStyle(style)
		if err != nil {
			return err
		}
		*f = builtin(s)
		return nil
	})
	w.formats[style] = f
	return f
}

// builtin reads the format of a style: a number for those every program has, else its code.
func builtin(s *excelize.Style) numberFormat {
	if s.CustomNumFmt != nil {
		return parseFormat(*s.CustomNumFmt)
	}
	switch n := s.NumFmt; {
	case n == 9 || n == 10:
		return numberFormat{percent: true}
	case n >= 14 && n <= 22, n >= 27 && n <= 36, n >= 45 && n <= 47, n >= 50 && n <= 58:
		return numberFormat{date: true}
	}
	return numberFormat{}
}

var (
	formatCurrency = regexp.MustCompile(`\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]`)
	formatQuoted   = regexp.MustCompile(`"([^"]*)"`)
	formatEscaped  = regexp.MustCompile(`\\(.)|_.|\*.`)
	formatBrackets = regexp.MustCompile(`\[[^\]]*\]`)
)

// signOfLocale says which currency a sign means in a locale: 409 is the United States, 804 China, 411 Japan.
var signOfLocale = map[string]data.Currency{
	"409": "USD", "804": "CNY", "411": "JPY", "1009": "CAD", "C09": "AUD", "404": "TWD", "C04": "HKD", "1004": "SGD", "1409": "NZD", "80A": "MXN",
}

// parseFormat reads the code of a number format, of which the first section is enough.
func parseFormat(code string) numberFormat {
	var f numberFormat
	code, _, _ = strings.Cut(code, ";")
	f.currency = formatMoney(code)
	code = formatQuoted.ReplaceAllString(formatBrackets.ReplaceAllString(code, ""), "")
	code = strings.TrimSpace(formatEscaped.ReplaceAllString(code, ""))
	f.percent = strings.Contains(code, "%")
	f.date = !strings.EqualFold(code, "general") && strings.ContainsAny(strings.ToLower(code), "ymdhs")
	if code != "" && strings.Trim(code, "0") == "" {
		f.zeros = len(code)
	}
	return f
}

// formatMoney returns the currencies that a section of a number format can mean: by its own mark for a currency, by a
// text in quotes, or by a bare sign.
func formatMoney(code string) []data.Currency {
	if m := formatCurrency.FindStringSubmatch(code); m != nil {
		if named, ok := currencyNamed(m[1]); ok {
			if c, ok := signOfLocale[strings.ToUpper(m[2])]; ok && len(named) > 1 {
				return []data.Currency{c}
			}
			return named
		}
	}
	for _, m := range formatQuoted.FindAllStringSubmatch(code, -1) {
		if named, ok := currencyNamed(m[1]); ok {
			return named
		}
	}
	code = formatQuoted.ReplaceAllString(formatBrackets.ReplaceAllString(code, ""), "")
	for _, sign := range []string{"$", "¥", "€", "£"} {
		if strings.Contains(code, sign) {
			return currencyWords[sign]
		}
	}
	return nil
}
