package sheet

import (
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// currencyWords are the symbols and words that name a currency beside a price. Some mean several, the likeliest
// first: a sign that fits what else is known of the row is taken for that.
var currencyWords = func() map[string][]data.Currency {
	dollars := []data.Currency{"USD", "CAD", "AUD", "HKD", "SGD", "NZD", "TWD", "MXN", "BRL", "ARS", "CLP", "COP"}
	words := map[string][]data.Currency{
		"$": dollars, "¥": {"CNY", "JPY"}, "us$": {"USD"}, "usd$": {"USD"}, "$us": {"USD"}, "dollars": {"USD"},
		"dollar": {"USD"}, "us dollars": {"USD"}, "美元": {"USD"}, "美金": {"USD"}, "rmb": {"CNY"}, "rmb¥": {"CNY"}, "cn¥": {"CNY"}, "元": {"CNY"}, "人民币": {"CNY"},
		"人民币元": {"CNY"}, "圆": {"CNY"}, "yuan": {"CNY"}, "€": {"EUR"}, "euro": {"EUR"}, "euros": {"EUR"}, "欧元": {"EUR"}, "£": {"GBP"}, "英镑": {"GBP"},
		"jp¥": {"JPY"}, "日元": {"JPY"}, "円": {"JPY"}, "hk$": {"HKD"}, "港币": {"HKD"}, "港元": {"HKD"}, "a$": {"AUD"}, "au$": {"AUD"}, "c$": {"CAD"}, "ca$": {"CAD"},
		"s$": {"SGD"}, "nt$": {"TWD"}, "r$": {"BRL"}, "nz$": {"NZD"}, "mx$": {"MXN"}, "₹": {"INR"}, "₩": {"KRW"}, "₽": {"RUB"}, "руб": {"RUB"}, "руб.": {"RUB"},
		"฿": {"THB"}, "₫": {"VND"}, "₺": {"TRY"}, "zł": {"PLN"}, "kč": {"CZK"}, "₴": {"UAH"}, "₦": {"NGN"}, "₱": {"PHP"}, "₪": {"ILS"}, "chf": {"CHF"},
		"澳元": {"AUD"}, "加元": {"CAD"}, "卢布": {"RUB"}, "韩元": {"KRW"}, "新加坡元": {"SGD"}, "台币": {"TWD"}, "新台币": {"TWD"}, "泰铢": {"THB"},
	}
	for _, c := range data.Currencies() {
		words[strings.ToLower(string(c))] = []data.Currency{c}
	}
	return words
}()

// currencyNamed finds the currency a word or symbol names.
func currencyNamed(word string) ([]data.Currency, bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	c, ok := currencyWords[word]
	if !ok {
		c, ok = currencyWords[strings.ReplaceAll(word, " ", "")]
	}
	return c, ok
}

// weightUnits and lengthUnits are how many of our units, kilograms and centimetres, one of theirs is.
var weightUnits = map[string]string{
	"kg": "1", "kgs": "1", "kilo": "1", "kilos": "1", "kilogram": "1", "kilograms": "1", "千克": "1", "公斤": "1", "kg.": "1", "kgs.": "1",
	"g": "0.001", "gr": "0.001", "grs": "0.001", "gram": "0.001", "grams": "0.001", "克": "0.001", "gm": "0.001", "gms": "0.001",
	"mg": "0.000001", "毫克": "0.000001", "t": "1000", "mt": "1000", "ton": "1000", "tons": "1000", "tonne": "1000", "tonnes": "1000", "吨": "1000", "斤": "0.5",
	"lb": "0.45359237", "lbs": "0.45359237", "pound": "0.45359237", "pounds": "0.45359237", "磅": "0.45359237", "oz": "0.028349523125",
}

var lengthUnits = map[string]string{
	"cm": "1", "cms": "1", "centimeter": "1", "centimeters": "1", "centimetre": "1", "centimetres": "1", "厘米": "1", "公分": "1", "cm.": "1",
	"mm": "0.1", "mms": "0.1", "millimeter": "0.1", "millimeters": "0.1", "millimetre": "0.1", "毫米": "0.1",
	"m": "100", "meter": "100", "metre": "100", "meters": "100", "metres": "100", "米": "100",
	"in": "2.54", "inch": "2.54", "inches": "2.54", `"`: "2.54", "″": "2.54", "英寸": "2.54", "寸": "2.54", "ft": "30.48", "feet": "30.48",
}

// measureFactor returns how many of our units a unit of weight or length is.
func measureFactor(k kind, unit string) (decimal.Decimal, bool) {
	table := lengthUnits
	if k == weightKind {
		table = weightUnits
	}
	text, ok := table[strings.ToLower(strings.TrimSpace(unit))]
	if !ok {
		return decimal.Decimal{}, false
	}
	return decimal.RequireFromString(text), true
}
