package data

// Partner is a firm the merchant deals with. One partner may have several roles.
//
// Three things are said twice, because papers, files and lists know the short form and the record the long one: Contact,
// Email and Phone are those of the first person, TaxID and ImportNo the first tax and the first customs number, and
// PaymentTerms says what Instalments hold. [Partner.Settle] keeps them the same.
type Partner struct {
	Record
	Code string `json:"code"` // unique; made from the name when an import has none
	Party
	Roles        []Role           `json:"roles"`
	Fax          string           `json:"fax,omitzero"`
	Persons      []Person         `json:"persons,omitempty"`     // the first is the contact that papers print
	Addresses    []PartnerAddress `json:"addresses,omitempty"`   // beside the legal one, which is the party's
	Numbers      []PartnerNumber  `json:"tax_numbers,omitempty"` // tax, customs and bank numbers
	Language     string           `json:"language,omitzero"`     // of the papers it gets
	Currency     Currency         `json:"currency,omitzero"`
	PaymentTerms string           `json:"payment_terms,omitzero"`
	Instalments  PaymentPlan      `json:"instalments,omitempty"` // nil: the terms can't be read as a plan
	Incoterm     Incoterm         `json:"incoterm,omitzero"`     // default for new orders
	BankAccount  string           `json:"bank_account,omitzero"` // number of the merchant's own account that its papers name; "" goes by currency
	Letterhead   Letterhead       `json:"letterhead,omitzero"`
	Marks        string           `json:"marks,omitzero"` // default shipping marks, lines parted by "\n"
	Notes        string           `json:"notes,omitzero"`
	Consents     []Consent        `json:"consents,omitempty"`
	Tags         []string         `json:"tags,omitempty"`
	Tier         string           `json:"tier,omitzero"` // of a customer: new, active, silver, gold or a word of the merchant's own, see [DiscountRule]
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

// PartnerAddress is a further address of a partner: where goods or bills go.
type PartnerAddress struct {
	Use   AddressUse `json:"use"`
	Name  string     `json:"name,omitzero"` // of the warehouse or the firm there; "" is the partner's own
	Post  Address    `json:"postal,omitzero"`
	Local Address    `json:"postal_local,omitzero"` // in the script of the country
}

// AddressUse is what an address is for.
type AddressUse string

// The uses of addresses.
const (
	LegalAddress    AddressUse = "legal"
	DeliveryAddress AddressUse = "delivery"
	BillingAddress  AddressUse = "billing"
)

// Consent is what somebody allowed the merchant to do with their data, and when they took it back (DUTIES D21). What
// isn't needed for the trade itself needs one.
type Consent struct {
	Purpose   string `json:"purpose"`               // such as "newsletter"
	Given     Date   `json:"given_on"`              // the day
	Source    string `json:"source,omitzero"`       // how it was given: "fair card", "web form"
	Withdrawn Date   `json:"withdrawn_on,omitzero"` // "" while it holds
}

// Settle makes the short and the long form of contact, numbers and payment terms say the same. Where they differ the
// short form counts, because files and older records know only that one; an empty short form is taken from the long one.
func (p *Partner) Settle() {
	p.settleContact()
	p.settleNumbers()
	p.settleTerms()
}

// settleTerms reads the payment terms as a plan, or writes the plan out as terms.
func (p *Partner) settleTerms() {
	if p.PaymentTerms == "" {
		p.PaymentTerms = p.Instalments.In(p.Currency)
		return
	}
	if len(p.Instalments) > 0 && p.Instalments.In(p.Currency) == p.PaymentTerms {
		return
	}
	plan, ok := ParsePayment(p.PaymentTerms)
	if !ok || len(plan.Validate()) > 0 {
		plan = nil
	}
	p.Instalments = plan
}
