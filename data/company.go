package data

// Company is the merchant's own firm. A data file holds one.
type Company struct {
	Record
	Party                            // TaxID is the USCC in China
	CustomsNo       string           `json:"customs_no,omitzero"` // 10-digit customs registration (海关注册编码)
	Website         string           `json:"website,omitzero"`
	Currency        Currency         `json:"currency,omitzero"`       // for prices without one; USD when empty
	PlaceOfIssue    string           `json:"place_of_issue,omitzero"` // where papers are issued (19 CFR 141.86(a)(2))
	SignatoryName   string           `json:"signatory_name,omitzero"`
	SignatoryTitle  string           `json:"signatory_title,omitzero"`
	WordsStyle      string           `json:"words_style,omitzero"`      // "A" (default), "B" or "C": STANDARDS 7
	PersonalName    string           `json:"person,omitzero"`           // who works at this laptop, for the journal
	NegativeStock   bool             `json:"negative_stock,omitzero"`   // goods may leave before their receipt is booked
	ShipUnpaid      bool             `json:"ship_unpaid,omitzero"`      // goods may leave before what is due before was paid
	ExpiryDays      int64            `json:"expiry_days,omitzero"`      // so many days before its expiry a lot is named; 90 when 0
	CertificateDays int64            `json:"certificate_days,omitzero"` // so many days before its expiry a certificate is named; 90 when 0
	PictureDays     int64            `json:"picture_days,omitzero"`     // so long a picture is taken for new; 180 when 0 (D2)
	Reorder         ReorderRules     `json:"reorder,omitzero"`          // figures for buying anew and for goods that don't sell
	Scoring         ScoringRules     `json:"scoring,omitzero"`          // how suppliers are scored
	Milestones      MilestoneRules   `json:"milestones,omitzero"`       // how much time there is between an order and its arrival
	Quoting         QuotingRules     `json:"quoting,omitzero"`          // what quotations start with, and who gets what off
	Pricing         Assumptions      `json:"pricing,omitempty"`         // what prices usually start from: margin, bank share, insurance, domestic costs …
	Rates           RateRules        `json:"rates,omitzero"`            // when a rate has moved too far, and how money of a currency is settled
	Channels        []ChannelRule    `json:"channels,omitempty"`        // which way goods go; none: the usual rules
	BankAccounts    []BankAccount    `json:"bank_accounts,omitempty"`
	Series          []NumberSeries   `json:"series,omitempty"`
	Letterheads     []Head           `json:"letterheads,omitempty"` // the first is the usual one
	Logo            Hash             `json:"logo,omitzero"`         // the picture of the first letterhead: [Company.Settle]
	Stamp           Hash             `json:"stamp,omitzero"`
	Signature       Hash             `json:"signature,omitzero"`
	Declarations    map[string]Texts `json:"declarations,omitempty"` // standing statements per document kind
}

// BankAccount is where buyers pay. The account that the buyer's record names is printed, else the first of the
// document's currency.
type BankAccount struct {
	Currency    Currency `json:"currency"` // "" takes every currency without an account of its own
	Beneficiary string   `json:"beneficiary"`
	Bank        string   `json:"bank"`
	BankAddress string   `json:"bank_address,omitzero"`
	Account     string   `json:"account"` // number or IBAN
	SWIFT       string   `json:"swift,omitzero"`
	Note        string   `json:"note,omitzero"` // intermediary bank and the like
}

// AccountFor returns the bank account for c, and whether there is one.
func (c Company) AccountFor(cur Currency) (BankAccount, bool) {
	for _, want := range []Currency{cur, ""} {
		for _, a := range c.BankAccounts {
			if a.Currency == want {
				return a, true
			}
		}
	}
	return BankAccount{}, false
}

// AccountOf returns the bank account that papers for p in cur name, and whether there is one: the one that p's record
// says by its number, else that of the currency.
func (c Company) AccountOf(p Partner, cur Currency) (BankAccount, bool) {
	for _, a := range c.BankAccounts {
		if p.BankAccount != "" && number(a.Account) == number(p.BankAccount) {
			return a, true
		}
	}
	return c.AccountFor(cur)
}

// Home returns the currency that stock is valued in and prices without one are in: the company's, else US dollars.
func (c Company) Home() Currency {
	if c.Currency == "" {
		return "USD"
	}
	return c.Currency
}

// NumberSeries says how the numbers of one kind of document are built.
type NumberSeries struct {
	Kind   Kind   `json:"kind"`   // a document kind, or "order" and "shipment"
	Prefix string `json:"prefix"` // "CI" gives CI-2026-0001; a series starts anew each year
	Digits int    `json:"digits"` // at least so many, 4 when 0
}

// Hash is the SHA-256 of an attachment's bytes in lower-case hex; "" means none.
type Hash string

// Attached says what is known of an attachment beside its bytes.
type Attached struct {
	Name string // of the file it came from
	Size int64  // bytes
}
