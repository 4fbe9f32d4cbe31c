package data

// Product is one article the merchant sells.
type Product struct {
	Record
	SKU            string        `json:"sku"`
	Name           Texts         `json:"names"`                  // per language; the SKU where none is given
	Description    Texts         `json:"descriptions,omitempty"` // for papers and pages, per language
	Customs        Texts         `json:"customs_descriptions,omitempty"`
	Category       string        `json:"category,omitzero"`
	Brand          string        `json:"brand,omitzero"`
	Model          string        `json:"model,omitzero"`
	Composition    string        `json:"composition,omitzero"`
	Unit           Unit          `json:"unit"`
	Price          *UnitPrice    `json:"price"`
	Currency       Currency      `json:"currency,omitzero"`
	PriceLadder    []PriceStep   `json:"price_ladder,omitempty"`
	Cost           *UnitPrice    `json:"cost"`
	CostCurrency   Currency      `json:"cost_currency,omitzero"`
	HSCode         string        `json:"hs_code,omitzero"` // digits only, 6 to 13, leading zeros kept
	HSEdition      string        `json:"hs_edition,omitzero"`
	Origin         Country       `json:"origin,omitzero"`
	GTIN           string        `json:"gtin,omitzero"`
	Packing        Packing       `json:"packing,omitzero"`
	MOQ            Quantity      `json:"moq,omitzero"`
	SafetyStock    Quantity      `json:"safety_stock,omitzero"`
	MaxStock       Quantity      `json:"max_stock,omitzero"` // the warning line: more than that is too much; 0: none
	LeadTime       string        `json:"lead_time,omitzero"`
	SupplierID     int64         `json:"-"`
	Supplier       string        `json:"supplier,omitzero"` // the supplier's name, filled in when read
	Pictures       []Picture     `json:"pictures,omitempty"`
	Variants       []Variant     `json:"variants,omitempty"` // at least one once saved; the first is the product itself
	BuyerItemNames []BuyerItemNo `json:"buyer_items,omitempty"`
}

// PriceStep is the price from a quantity on.
type PriceStep struct {
	From  Quantity  `json:"from"`
	Price UnitPrice `json:"price"`
}

// Packing says how an article is packed for export.
type Packing struct {
	UnitNet      Weight      `json:"unit_net_kg,omitzero"`
	PcsPerInner  Quantity    `json:"pcs_per_inner,omitzero"`
	PcsPerCarton Quantity    `json:"pcs_per_carton,omitzero"`
	Carton       Box         `json:"carton,omitzero"`
	CartonNet    Weight      `json:"carton_net_kg,omitzero"`
	CartonGross  Weight      `json:"carton_gross_kg,omitzero"`
	Kind         PackageKind `json:"package_kind,omitzero"` // Rec 21, CT when empty
}

// Picture is one stored picture of a product.
type Picture struct {
	Hash Hash   `json:"hash"`
	Role string `json:"role"` // "main", "detail", "scene" or "label"
	Name string `json:"name,omitzero"`
}

// Variant is what stock, order and carton lines refer to: the article in one size, colour or plug.
type Variant struct {
	ID         int64             `json:"-"`
	UUID       string            `json:"uuid"`
	SKU        string            `json:"sku"`
	GTIN       string            `json:"gtin,omitzero"`
	Attributes map[string]string `json:"attributes,omitempty"`
	Archived   bool              `json:"archived,omitzero"`
}

// BuyerItemNo is the number by which a buyer knows the article.
type BuyerItemNo struct {
	PartnerID int64  `json:"-"`
	Partner   string `json:"partner"` // the buyer's code
	ItemNo    string `json:"item_no"`
}
