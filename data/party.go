package data

import "strings"

// Country is an ISO 3166-1 two-letter code such as "CN"; "" means not known.
type Country string

// Address is a postal address as it was given; which line comes first on paper depends on the country.
type Address struct {
	Street     string  `json:"address,omitzero"` // may hold several lines, parted by "\n"
	City       string  `json:"city,omitzero"`
	Region     string  `json:"region,omitzero"`
	PostalCode string  `json:"postal_code,omitzero"`
	Country    Country `json:"country,omitzero"`
}

// IsZero reports whether nothing is known.
func (a Address) IsZero() bool { return a == Address{} }

// join puts sep between the texts that aren't empty.
func join(sep string, texts ...string) string {
	var kept []string
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return strings.Join(kept, sep)
}

// Party is a name and address as a paper prints it in a box: seller, buyer, consignee, notify party, manufacturer.
type Party struct {
	Name         string  `json:"name"`
	LocalName    string  `json:"name_local,omitzero"` // in the party's own script
	Address      Address `json:"postal,omitzero"`
	LocalAddress Address `json:"postal_local,omitzero"`
	TaxID        string  `json:"tax_id,omitzero"`    // USCC, VAT, EORI, RFC, NPWP … as the country calls it
	ImportNo     string  `json:"import_no,omitzero"` // a second number customs asks for
	Contact      string  `json:"contact,omitzero"`
	Email        string  `json:"email,omitzero"`
	Phone        string  `json:"phone,omitzero"`
}

// NameIn returns the name as readers of a language know it: in its own script when that is theirs, as Chinese firms have one for
// readers of Chinese, else the international one.
func (p Party) NameIn(lang string) string {
	if p.Name == "" || p.LocalName != "" && p.InOwnScript(lang) {
		return p.LocalName
	}
	return p.Name
}

// InOwnScript reports whether readers of lang read the script in which the party is written at home.
func (p Party) InOwnScript(lang string) bool {
	switch p.Address.Country {
	case "", "CN", "HK", "MO", "TW":
		return lang == "zh"
	}
	return false
}

// IsZero reports whether nothing is known.
func (p Party) IsZero() bool { return p == Party{} }
