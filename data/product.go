package data

import (
	"maps"
	"slices"
)

// Product is one article the merchant sells. What belongs together stands in a file of its own: texts per market and
// language (product_listing.go), prices (product_prices.go), suppliers (product_suppliers.go), packing
// (product_packing.go), customs (product_customs.go), danger (product_danger.go), certificates
// (product_certificates.go).
type Product struct {
	Record
	SKU            string                  `json:"sku"`
	Name           Texts                   `json:"names"`                  // per language; the SKU where none is given
	Description    Texts                   `json:"descriptions,omitempty"` // for papers and pages, per language
	Customs        Texts                   `json:"customs_descriptions,omitempty"`
	CustomsParts   map[string]CustomsParts `json:"customs_parts,omitempty"` // per language; Customs goes before, see CustomsTexts
	Listings       []Listing               `json:"listings,omitempty"`
	Ticks          []Tick                  `json:"listing_ticks,omitempty"` // given one by one, never by saving; see [Product.Tick]
	Category       string                  `json:"category,omitzero"`
	Brand          string                  `json:"brand,omitzero"`
	Model          string                  `json:"model,omitzero"`
	Composition    string                  `json:"composition,omitzero"`
	Unit           Unit                    `json:"unit"`
	Price          *UnitPrice              `json:"price"`
	Currency       Currency                `json:"currency,omitzero"`
	PriceLadder    []PriceStep             `json:"price_ladder,omitempty"`
	Cost           *UnitPrice              `json:"cost"` // at the preferred supplier, see Offers
	CostCurrency   Currency                `json:"cost_currency,omitzero"`
	HSCode         string                  `json:"hs_code,omitzero"` // digits only, 6 to 13 (national ones too), leading zeros kept
	HSEdition      string                  `json:"hs_edition,omitzero"`
	Elements       []Element               `json:"declaration_elements,omitempty"`
	TaxRates       []TaxRate               `json:"tax_rates,omitempty"`
	Duties         []Duty                  `json:"duties,omitempty"`
	Danger         Danger                  `json:"dangerous_goods,omitzero"`
	Battery        Battery                 `json:"battery,omitzero"`
	Certificates   []Certificate           `json:"certificates,omitempty"`
	Origin         Country                 `json:"origin,omitzero"`
	GTIN           string                  `json:"gtin,omitzero"`
	Packing        Packing                 `json:"packing,omitzero"`
	MOQ            Quantity                `json:"moq,omitzero"` // what a buyer must take at least; the suppliers' stand in Offers
	SafetyStock    Quantity                `json:"safety_stock,omitzero"`
	MaxStock       Quantity                `json:"max_stock,omitzero"` // the warning line: more than that is too much; 0: none
	LeadTime       string                  `json:"lead_time,omitzero"` // as buyers are told; the suppliers' days stand in Offers
	SupplierID     int64                   `json:"-"`                  // the preferred supplier, see Offers
	Supplier       string                  `json:"supplier,omitzero"`  // the supplier's name, filled in when read
	Offers         []Offer                 `json:"suppliers,omitempty"`
	Pictures       []Picture               `json:"pictures,omitempty"` // in the order they are shown
	Variants       []Variant               `json:"variants,omitempty"` // at least one once saved; the first is the product itself
	BuyerItemNames []BuyerItemNo           `json:"buyer_items,omitempty"`
	Notes          string                  `json:"notes,omitzero"` // for the merchant's eyes; web addresses of pictures stand here, a line each
}

// The roles of pictures. An empty role is a detail.
const (
	MainPicture   = "main"
	DetailPicture = "detail"
	ScenePicture  = "scene"
	LabelPicture  = "label"
)

// PictureRoles returns the roles in the order they are offered.
func PictureRoles() []string {
	return []string{MainPicture, DetailPicture, ScenePicture, LabelPicture}
}

// Picture is one stored picture of a product; its bytes lie among the attachments.
type Picture struct {
	Hash     Hash   `json:"hash"`
	Role     string `json:"role"` // "main", "detail", "scene" or "label"
	Name     string `json:"name,omitzero"`
	Size     int64  `json:"size,omitzero"`          // bytes as stored; 0: not known
	Original int64  `json:"original_size,omitzero"` // bytes before it was shrunk; 0: not known, or it wasn't
	Added    Date   `json:"added,omitzero"`
}

// OldPictures returns the pictures of p that were added before day. Those whose day isn't known aren't among them.
func (p Product) OldPictures(day Date) (old []Picture) {
	for _, one := range p.Pictures {
		if one.Added != "" && one.Added < day {
			old = append(old, one)
		}
	}
	return old
}

// Variant is what stock, order and carton lines refer to: the article in one size, colour or plug. What it doesn't say
// is as the product has it; ask [Product.PriceOf] and [Product.PackingOf].
type Variant struct {
	ID         int64             `json:"-"`
	UUID       string            `json:"uuid"`
	SKU        string            `json:"sku"`
	GTIN       string            `json:"gtin,omitzero"`
	Attributes map[string]string `json:"attributes,omitempty"` // such as "size": "L", "colour": "red", "plug": "EU"
	Price      *UnitPrice        `json:"price,omitempty"`      // in the product's currency; nil: the product's
	UnitNet    Weight            `json:"unit_net_kg,omitzero"` // 0: the packing's
	Packing    *Packing          `json:"packing,omitempty"`    // as a whole; nil: the product's
	Archived   bool              `json:"archived,omitzero"`
}

// Variant returns the variant with id and whether p has it.
func (p Product) Variant(id int64) (Variant, bool) {
	i := slices.IndexFunc(p.Variants, func(v Variant) bool { return v.ID == id })
	if i < 0 {
		return Variant{}, false
	}
	return p.Variants[i], true
}

// BuyerItemNo is the number by which a buyer knows the article.
type BuyerItemNo struct {
	PartnerID int64  `json:"-"`
	Partner   string `json:"partner"` // the buyer's code
	ItemNo    string `json:"item_no"`
}

// Tidy takes away texts and parts that say nothing, so that a product has one form for what it says.
func (p *Product) Tidy() {
	p.Name, p.Description, p.Customs = p.Name.said(), p.Description.said(), p.Customs.said()
	if len(p.CustomsParts) > 0 {
		p.CustomsParts = maps.Clone(p.CustomsParts)
		maps.DeleteFunc(p.CustomsParts, func(_ string, parts CustomsParts) bool { return parts == CustomsParts{} })
	}
	if len(p.CustomsParts) == 0 {
		p.CustomsParts = nil
	}
}

// said returns t without empty texts; nil when nothing is left.
func (t Texts) said() Texts {
	for lang, text := range t {
		if text == "" {
			t = t.With(lang, "")
		}
	}
	if len(t) == 0 {
		return nil
	}
	return t
}
