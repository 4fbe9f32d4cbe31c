package data

import (
	"maps"
	"slices"
	"strings"
)

// Currency is an ISO 4217 letter code such as "USD"; "" means not known.
type Currency string

// Decimals returns how many decimals amounts in c have (ISO 4217, STANDARDS 5.1); 2 for a code it doesn't know.
func (c Currency) Decimals() int32 {
	if e, ok := currencies[c]; ok {
		return e
	}
	return 2
}

// Known reports whether c is a current ISO 4217 currency.
func (c Currency) Known() bool { _, ok := currencies[c]; return ok }

// Currencies returns every current ISO 4217 currency that people pay in, sorted by code. The units of account CLF
// and UYW are known but not offered (STANDARDS 5.1).
func Currencies() []Currency {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(currencies)), func(c Currency) bool { return currencies[c] > 3 })
}

// currencies holds the decimals of every current ISO 4217 currency: the list of 2024-06-25 with its later changes,
// XCG instead of ANG (2025) and no BGN (2026). Funds, metals and test codes aren't money an invoice is made out in.
var currencies = currencyTable(map[int32]string{
	0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
	2: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW " +
		"CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF " +
		"IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK " +
		"MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP " +
		"SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER " +
		"ZAR ZMW ZWG",
	3: "BHD IQD JOD KWD LYD OMR TND",
	4: "CLF UYW",
})

// currencyTable turns one list of codes per number of decimals into a table by code.
func currencyTable(lists map[int32]string) map[Currency]int32 {
	table := make(map[Currency]int32, 180)
	for decimals, list := range lists {
		for code := range strings.FieldsSeq(list) {
			table[Currency(code)] = decimals
		}
	}
	return table
}
