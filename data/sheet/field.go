package sheet

import "slices"

// field is one of our fields and the headers it goes by.
type field struct {
	name    string
	kind    kind
	headers string // parted by "|"; one that starts with "~" only counts when nothing better is there
	money   string // for prices and amounts: the field with their currency
	key     bool   // a file without it can't be imported
}

// kind says how a field's cells are read.
type kind uint8

const (
	textKind     kind = iota // kept as it is
	codeKind                 // white space around it goes; leading zeros stay
	nameKind                 // the same for what has a name: even "1E+02" is one
	figureKind               // a plain number
	quantityKind             // a number, perhaps with its unit
	priceKind                // a number, perhaps with its currency
	weightKind               // kilograms
	lengthKind               // centimetres
	sizeKind                 // length × width × height in one cell
	percentKind
	countKind // a whole number
	dateKind
	weekKind
	countryKind
	unitKind
	currencyKind
	tariffKind // HS code
	gtinKind
	termKind // Incoterms rule, perhaps with its place
	languageKind
	roleKind   // what a partner is: customer, supplier …; several parted by commas
	switchKind // yes or no
	topicKind  // why a word is looked for
)

// isFigure reports whether cells of k are numbers.
func (k kind) isFigure() bool { return k >= figureKind && k <= countKind && k != sizeKind }

// targets are the fields of each kind of record, in the order of DESIGN 4.
var targets = map[Target][]field{
	Products: productFields, Partners: partnerFields, Orders: orderFields, Stock: stockFields, Rates: rateFields, Counts: countFields,
	ListingFigures: listingFields, Keywords: keywordFields, Markets: marketFields, WordLists: wordListFields, ElementLists: elementFields,
	CertificateRules: certificateRuleFields, RateCards: rateCardFields,
}

// Fields returns the field names of target, in the order in which exports have them.
func Fields(target Target) []string {
	var names []string
	for _, f := range targets[target] {
		if f.kind != sizeKind {
			names = append(names, f.name)
		}
	}
	return names
}

// find returns the field called name.
func find(fields []field, name string) (field, bool) {
	i := slices.IndexFunc(fields, func(f field) bool { return f.name == name })
	if i < 0 {
		return field{}, false
	}
	return fields[i], true
}
