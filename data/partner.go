package data

// Partner is a firm the merchant deals with. One partner may have several roles.
type Partner struct {
	Record
	Code string `json:"code"` // unique; made from the name when an import has none
	Party
	Roles        []Role   `json:"roles"`
	Fax          string   `json:"fax,omitzero"`
	Language     string   `json:"language,omitzero"` // of the papers it gets
	Currency     Currency `json:"currency,omitzero"`
	PaymentTerms string   `json:"payment_terms,omitzero"`
	Incoterm     Incoterm `json:"incoterm,omitzero"` // default for new orders
	Marks        string   `json:"marks,omitzero"`    // default shipping marks, lines parted by "\n"
	Notes        string   `json:"notes,omitzero"`
}

// Role is what a partner is to the merchant.
type Role string

// The roles a partner can have.
const (
	Customer  Role = "customer"
	Supplier  Role = "supplier"
	Forwarder Role = "forwarder"
	Bank      Role = "bank"
)
