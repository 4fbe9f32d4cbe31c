package sheet

import (
	"strings"

	"tradewind/data"
)

// named reads cells that name something: countries, units, currencies, tariff numbers, trade terms, languages.
func (r *rowReader) named(col column, c cell, text string) {
	name := col.field.name
	if c.kind == numberCell {
		text = r.shown(c)
	}
	var value string
	ok := true
	switch col.field.kind {
	case countryKind:
		var country data.Country
		country, ok = data.ParseCountry(text)
		value = string(country)
	case currencyKind:
		value, ok = currencyCode(text)
	case tariffKind:
		value, ok = tariffNo(text, c.kind == numberCell)
	case gtinKind:
		if mangled(text) {
			r.refuse(name, "problem.code_shortened", text)
			return
		}
		value = gtin(text, c.kind == numberCell)
	case termKind:
		r.term(name, text)
		return
	case switchKind:
		value, ok = yesOrNo(text)
	default:
		value = wordReaders[col.field.kind](text)
	}
	if !ok {
		r.refuse(name, wordProblems[col.field.kind], text)
		return
	}
	r.values[name] = value
}

// wordReaders read words that are kept as they stand where they aren't known: who checks the record says so.
var wordReaders = map[kind]func(string) string{languageKind: languageTag, roleKind: roleNames, topicKind: topicName, unitKind: unitCode}

// unitCode reads a unit in the writings that [data.ParseUnit] knows.
func unitCode(text string) string {
	unit, _ := data.ParseUnit(text)
	return string(unit)
}

// wordProblems name what is wrong with a word of each kind.
var wordProblems = map[kind]string{
	countryKind: "problem.unknown_country", currencyKind: "problem.unknown_currency", tariffKind: "problem.hs_zero",
	switchKind: "problem.not_a_boolean",
}

// currencyCode reads a currency's code, sign or name. A sign that several have in common isn't enough.
func currencyCode(text string) (string, bool) {
	if c := data.Currency(strings.ToUpper(text)); c.Known() {
		return string(c), true
	}
	named, ok := currencyNamed(text)
	if !ok || len(named) > 1 {
		return "", false
	}
	return string(named[0]), true
}

// tariffNo takes dots, spaces and hyphens out of an HS code. A code that stands in a workbook as a number has lost
// its leading zero, or a last zero behind the point, when what is left has an odd number of digits: that is refused,
// since nothing tells which.
func tariffNo(text string, number bool) (string, bool) {
	text = strings.TrimPrefix(text, "'")
	code := strings.Map(func(c rune) rune {
		if strings.ContainsRune(". -\u00a0", c) {
			return -1
		}
		return c
	}, text)
	return code, digits(code) && (!number || len(code)%2 == 0)
}

// gtin takes spaces, hyphens and the apostrophe that marks a text out of a GTIN, and gives back the leading zeros
// that one stored as a number has lost: a GTIN's check digit doesn't depend on them. What isn't a GTIN stays without them, and
// [data.Product.Warnings] says so.
func gtin(text string, number bool) string {
	code := strings.NewReplacer(" ", "", "-", "", "'", "", "\u00a0", "").Replace(text)
	if number && len(code) > 8 && len(code) < 12 {
		code = strings.Repeat("0", 12-len(code)) + code
	}
	return code
}

// term reads an Incoterms rule and the place that may stand behind it: "FOB Ningbo, Incoterms 2020".
func (r *rowReader) term(name, text string) {
	rule, place, _ := strings.Cut(strings.ReplaceAll(text, ",", " "), " ")
	if len(rule) > 3 && len([]rune(rule)) != len(rule) { // "FOB宁波"
		rule, place = text[:3], text[3:]
	}
	if lower := strings.ToLower(place); strings.Contains(lower, "incoterms") {
		place = place[:strings.Index(lower, "incoterms")]
	}
	r.values[name] = strings.ToUpper(rule)
	if place = strings.Trim(place, " ()（）®"); place != "" && r.values["place"] == "" {
		r.values["place"] = place
	}
}

// languageNames are the languages that people write out.
var languageNames = map[string]string{
	"english": "en", "英语": "en", "英文": "en", "chinese": "zh", "中文": "zh", "汉语": "zh", "简体中文": "zh", "german": "de", "deutsch": "de", "德语": "de",
	"french": "fr", "français": "fr", "法语": "fr", "spanish": "es", "español": "es", "西班牙语": "es", "portuguese": "pt", "português": "pt", "葡萄牙语": "pt",
	"russian": "ru", "русский": "ru", "俄语": "ru", "arabic": "ar", "العربية": "ar", "阿拉伯语": "ar", "japanese": "ja", "日本語": "ja", "日语": "ja", "italian": "it", "italiano": "it",
}

// roleWords are what people call what a partner is, besides the words of the files themselves.
var roleWords = map[string]data.Role{
	"buyer": data.Customer, "client": data.Customer, "importer": data.Customer, "consignee": data.Customer, "customers": data.Customer,
	"客户": data.Customer, "顾客": data.Customer, "买家": data.Customer, "买方": data.Customer, "采购商": data.Customer, "进口商": data.Customer, "经销商": data.Customer,
	"vendor": data.Supplier, "factory": data.Supplier, "manufacturer": data.Supplier, "seller": data.Supplier, "suppliers": data.Supplier,
	"供应商": data.Supplier, "供货商": data.Supplier, "工厂": data.Supplier, "生产商": data.Supplier, "卖方": data.Supplier, "厂家": data.Supplier,
	"freight forwarder": data.Forwarder, "forwarding agent": data.Forwarder, "carrier": data.Forwarder, "forwarders": data.Forwarder,
	"货代": data.Forwarder, "货运代理": data.Forwarder, "国际货代": data.Forwarder, "物流公司": data.Forwarder,
	"banks": data.Bank, "银行": data.Bank, "开户行": data.Bank, "开户银行": data.Bank,
}

// roleNames reads what a partner is, in either language, as the names of the roles. A word that isn't known stays, and
// [data.Patch.Partner] refuses it.
func roleNames(text string) string {
	var names []string
	for part := range strings.FieldsFuncSeq(text, func(c rune) bool { return strings.ContainsRune(",;/、，；／|+&\n", c) }) {
		part = strings.ToLower(strings.TrimSpace(part))
		if role, ok := roleWords[part]; ok {
			names = append(names, string(role))
			continue
		}
		for word := range strings.FieldsSeq(part) {
			if role, ok := roleWords[word]; ok {
				word = string(role)
			}
			names = append(names, word)
		}
	}
	return strings.Join(names, " ")
}

// languageTag reads the name or the BCP 47 tag of a language. What is neither stays as it is, and [data.Partner.Warnings]
// says so.
func languageTag(text string) string {
	if tag, ok := languageNames[strings.ToLower(text)]; ok {
		return tag
	}
	primary, rest, _ := strings.Cut(strings.ReplaceAll(text, "_", "-"), "-")
	primary = strings.ToLower(primary)
	if len(primary) < 2 || len(primary) > 3 || strings.Trim(primary, "abcdefghijklmnopqrstuvwxyz") != "" || len(rest) > 12 {
		return text
	}
	if rest != "" {
		return primary + "-" + rest
	}
	return primary
}
