package kit

import (
	"tradewind/data"
	"tradewind/i18n"
)

// Countries are the countries a picker offers, by their names in the window's language and found by English and
// Chinese names alike.
func Countries(host *Host) []Option[data.Country] {
	var options []Option[data.Country]
	for _, c := range data.Countries() {
		options = append(options, Option[data.Country]{
			Value: c, Code: string(c), Name: c.Name(host.Lang()), Also: []string{c.Name("en"), c.Name("zh"), c.Alpha3()},
		})
	}
	return options
}

// Currencies are the currencies a picker offers, those of everyday export first.
func Currencies(host *Host) []Option[data.Currency] {
	usual := []data.Currency{"USD", "EUR", "CNY", "GBP", "JPY", "HKD", "AUD", "CAD"}
	seen := map[data.Currency]bool{}
	var options []Option[data.Currency]
	for _, c := range append(usual, data.Currencies()...) {
		if seen[c] {
			continue
		}
		seen[c] = true
		options = append(options, Option[data.Currency]{Value: c, Code: string(c)})
	}
	return options
}

// Units are the units a picker offers; a unit of the merchant's own is taken as typed.
func Units(host *Host) []Option[data.Unit] {
	var options []Option[data.Unit]
	for _, u := range data.Units() {
		options = append(options, Option[data.Unit]{
			Value: u, Code: string(u), Name: u.Name(host.Lang()), Also: []string{u.Name("en"), u.Name("zh"), u.Code()},
		})
	}
	return options
}

// FreeUnit makes a unit of a text that no list has.
func FreeUnit(text string) (Option[data.Unit], bool) {
	u, _ := data.ParseUnit(text)
	return Option[data.Unit]{Value: u, Code: string(u)}, u != ""
}

// PackageKinds are the kinds of package a picker offers.
func PackageKinds(host *Host) []Option[data.PackageKind] {
	var options []Option[data.PackageKind]
	for _, k := range data.PackageKinds() {
		options = append(options, Option[data.PackageKind]{
			Value: k, Code: string(k), Name: k.Name(host.Lang()), Also: []string{k.Name("en"), k.Name("zh")},
		})
	}
	return options
}

// Languages are the languages papers can be written in, by their own names.
func Languages() []Option[string] {
	var options []Option[string]
	for _, l := range i18n.Languages() {
		options = append(options, Option[string]{Value: l.Tag, Code: l.Tag, Name: l.Name})
	}
	return append(options, Option[string]{Value: "en+zh", Code: "en+zh", Name: "English + 中文"})
}

// AllLanguages are the languages of texts, English and Chinese first.
func AllLanguages() []Option[string] {
	return append([]Option[string]{{Value: "en", Code: "en", Name: "English"}, {Value: "zh", Code: "zh", Name: "中文"}}, TextLanguages()...)
}

// TextLanguages are the languages a product's texts can be written in besides English and Chinese, by their own names.
func TextLanguages() []Option[string] {
	names := [][2]string{
		{"es", "Español"},
		{"fr", "Français"},
		{"de", "Deutsch"},
		{"pt", "Português"},
		{"ru", "Русский"},
		{"it", "Italiano"},
		{"ar", "العربية"},
		{"ja", "日本語"},
		{"ko", "한국어"},
		{"vi", "Tiếng Việt"},
		{"tr", "Türkçe"},
		{"pl", "Polski"},
		{"nl", "Nederlands"},
		{"id", "Bahasa Indonesia"},
		{"th", "ไทย"},
	}
	var options []Option[string]
	for _, n := range names {
		options = append(options, Option[string]{Value: n[0], Code: n[0], Name: n[1]})
	}
	return options
}

// Incoterms are the delivery terms a picker offers.
func Incoterms() []Option[string] {
	var options []Option[string]
	for _, rule := range data.Incoterms() {
		options = append(options, Option[string]{Value: rule, Code: rule})
	}
	return options
}
