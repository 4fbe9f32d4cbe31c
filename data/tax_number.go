package data

import (
	"regexp"
	"strings"
)

// vatShapes holds the shape of VAT numbers after their prefix, by prefix: EL is Greece, XI Northern Ireland. Leading
// zeros that people leave out are let pass. Beside the shape only the German check digit is looked at; registration can only be
// asked online.
var vatShapes = shapes(map[string]string{
	"AT": `U\d{8}`, "BE": `[01]?\d{9}`, "BG": `\d{9,10}`, "CY": `\d{8}[A-Z]`, "CZ": `\d{8,10}`, "DE": `[1-9]\d{8}`,
	"DK": `\d{8}`, "EE": `\d{9}`, "EL": `\d{8,9}`, "ES": `([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])`, "FI": `\d{8}`,
	"FR": `[0-9A-HJ-NP-Z]{2}\d{9}`, "GB": `(\d{9}|\d{12}|GD\d{3}|HA\d{3})`, "HR": `\d{11}`, "HU": `\d{8}`,
	"IE": `\d[0-9A-Z+*]\d{5}[A-W][A-I]?`, "IT": `\d{11}`, "LT": `(\d{9}|\d{12})`, "LU": `\d{8}`, "LV": `\d{11}`,
	"MT": `\d{8}`, "NL": `\d{7,9}B(0[1-9]|[1-9]\d)`, "PL": `\d{10}`, "PT": `\d{9}`, "RO": `\d{2,13}`, "SE": `\d{10}01`,
	"SI": `\d{8}`, "SK": `[1-9]\d[2-47-9]\d{7}`, "XI": `(\d{9}|\d{12}|GD\d{3}|HA\d{3})`, "EU": `\d{9}`,
})

// taxShapes holds the shapes of tax and import numbers of other countries (STANDARDS 5.10): USCC aside, which has a
// check sign.
var taxShapes = shapes(map[string]string{
	"AE": `\d{15}`, "AU": `\d{11}`, "CA": `\d{9}(RM\d{4})?`, "CH": `(CHE)?\d{9}(MWST|TVA|IVA)?`,
	"EG": `\d{9}`, "ID": `\d{15,16}`, "IN": `([A-Z0-9]{15}|[A-Z0-9]{10})`, "KE": `A\d{9}[A-Z]`,
	"MX": `[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}`, "NO": `\d{9}(MVA)?`, "SA": `3\d{13}3`, "US": `\d{9}`,
})

// shapes compiles patterns of whole numbers.
func shapes(patterns map[string]string) map[string]*regexp.Regexp {
	table := make(map[string]*regexp.Regexp, len(patterns))
	for key, pattern := range patterns {
		table[key] = regexp.MustCompile("^" + pattern + "$")
	}
	return table
}

// taxSigns are what people put between the signs of a tax number besides spaces and hyphens.
var taxSigns = strings.NewReplacer(".", "", ":", "", "/", "", "(", "", ")", "")

// taxNumber takes out of s what people put between the signs of a tax number.
func taxNumber(s string) string { return taxSigns.Replace(number(s)) }

// ValidVAT reports whether s has the shape of an EU, British or Northern Irish VAT number with its prefix.
func ValidVAT(s string) bool {
	s = taxNumber(s)
	if len(s) < 3 {
		return false
	}
	shape, ok := vatShapes[s[:2]]
	return ok && shape.MatchString(s[2:]) && (s[:2] != "DE" || germanVAT(s[2:]))
}

// germanVAT checks the last of the nine digits of a German VAT number (ISO 7064, mod 11, 10).
func germanVAT(digits string) bool {
	product := 10
	for _, c := range digits[:8] {
		sum := (int(c-'0') + product) % 10
		if sum == 0 {
			sum = 10
		}
		product = sum * 2 % 11
	}
	return (11-product)%10 == int(digits[8]-'0')
}

// cnpjShape is the shape of a Brazilian CNPJ, letters included, which new numbers have from 2026 on.
var cnpjShape = regexp.MustCompile(`^[A-Z0-9]{12}\d{2}$`)

// ValidCNPJ reports whether s is a Brazilian CNPJ: fourteen signs of which the last two are check digits, modulus 11
// with weights from 2 to 9 from the right; a letter counts as its ASCII code less 48.
func ValidCNPJ(s string) bool {
	s = taxNumber(s)
	if !cnpjShape.MatchString(s) {
		return false
	}
	for length := 12; length < 14; length++ {
		sum := 0
		for i := range length {
			sum += int(s[length-1-i]-'0') * (2 + i%8)
		}
		digit := 0
		if rest := sum % 11; rest > 1 {
			digit = 11 - rest
		}
		if int(s[length]-'0') != digit {
			return false
		}
	}
	return true
}

// eoriShape is the general shape of an EORI number; a British one is GB or XI and 12 to 15 digits.
var eoriShape = regexp.MustCompile(`^[A-Z]{2}[A-Z0-9]{1,15}$`)

// britishEORI is the shape of an EORI number of the United Kingdom.
var britishEORI = regexp.MustCompile(`^(GB|XI)\d{12,15}$`)

// ValidEORI reports whether s has the shape of an EORI number. There is no check digit in it.
func ValidEORI(s string) bool {
	s = number(s)
	if strings.HasPrefix(s, "GB") || strings.HasPrefix(s, "XI") {
		return britishEORI.MatchString(s)
	}
	return eoriShape.MatchString(s) && Country(s[:2]).Known()
}

// ValidTaxNumber reports whether s has the shape of a tax or import number of country c. It is true where no shape is
// known, so that false is always worth a warning.
func ValidTaxNumber(c Country, s string) bool {
	plain := taxNumber(s)
	switch c {
	case "CN":
		return ValidUSCC(plain)
	case "BR":
		return ValidCNPJ(plain)
	}
	prefix := string(c)
	if c == "GR" {
		prefix = "EL"
	}
	if shape, ok := vatShapes[prefix]; ok {
		return ValidVAT(plain) || ValidVAT(prefix+plain) || ValidEORI(plain) && !shape.MatchString(strings.TrimPrefix(plain, prefix))
	}
	shape, ok := taxShapes[string(c)]
	return !ok || shape.MatchString(strings.TrimPrefix(plain, string(c))) || shape.MatchString(plain)
}
