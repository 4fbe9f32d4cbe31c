package command

import (
	"fmt"
	"time"

	"tradewind/data"
)

// productRow is a product by the names of the import files.
type productRow struct {
	SKU          string        `json:"sku"`
	Name         string        `json:"name"`
	NameZH       string        `json:"name_zh"`
	Description  string        `json:"description"`
	Category     string        `json:"category"`
	Unit         data.Unit     `json:"unit"`
	Price        string        `json:"price"`
	Currency     data.Currency `json:"currency"`
	Cost         string        `json:"cost"`
	CostCurrency data.Currency `json:"cost_currency"`
	HSCode       string        `json:"hs_code"`
	Origin       data.Country  `json:"origin"`
	GTIN         string        `json:"gtin"`
	PcsPerCarton string        `json:"pcs_per_carton"`
	CartonLength string        `json:"carton_length_cm"`
	CartonWidth  string        `json:"carton_width_cm"`
	CartonHeight string        `json:"carton_height_cm"`
	CartonGross  string        `json:"carton_gross_kg"`
	CartonNet    string        `json:"carton_net_kg"`
	UnitNet      string        `json:"unit_net_kg"`
	MOQ          string        `json:"moq"`
	Stock        string        `json:"stock"`
	SafetyStock  string        `json:"safety_stock"`
	MaxStock     string        `json:"max_stock"`
	Supplier     string        `json:"supplier"`
	Image        string        `json:"image"`
	Archived     bool          `json:"archived,omitzero"`
}

func productRowOf(p data.Product, stock data.Quantity) productRow {
	return productRow{
		SKU: p.SKU, Name: p.Name.In("en"), NameZH: p.Name["zh"], Description: p.Description.In("en"),
		Category: p.Category, Unit: p.Unit, Price: optionalPrice(p.Price), Currency: p.Currency,
		Cost: optionalPrice(p.Cost), CostCurrency: p.CostCurrency, HSCode: p.HSCode, Origin: p.Origin, GTIN: p.GTIN,
		PcsPerCarton: known(p.Packing.PcsPerCarton), CartonLength: known(p.Packing.Carton.Length),
		CartonWidth: known(p.Packing.Carton.Width), CartonHeight: known(p.Packing.Carton.Height),
		CartonGross: known(p.Packing.CartonGross), CartonNet: known(p.Packing.CartonNet),
		UnitNet: known(p.Packing.UnitNet), MOQ: known(p.MOQ), Stock: stock.String(), SafetyStock: known(p.SafetyStock),
		MaxStock: known(p.MaxStock),
		Supplier: p.Supplier, Image: mainPicture(p), Archived: p.Archived,
	}
}

// known writes a figure whose zero means that nobody has said it yet.
func known[T interface {
	comparable
	fmt.Stringer
}](v T) string {
	var nothing T
	if v == nothing {
		return ""
	}
	return v.String()
}

func optionalPrice(p *data.UnitPrice) string {
	if p == nil {
		return ""
	}
	return p.String()
}

func mainPicture(p data.Product) string {
	if len(p.Pictures) == 0 {
		return ""
	}
	return p.Pictures[0].Name
}

// partnerRow is a partner by the names of the import files.
type partnerRow struct {
	Code         string        `json:"code"`
	Name         string        `json:"name"`
	Contact      string        `json:"contact"`
	Email        string        `json:"email"`
	Phone        string        `json:"phone"`
	Address      string        `json:"address"`
	City         string        `json:"city"`
	Region       string        `json:"region"`
	PostalCode   string        `json:"postal_code"`
	Country      data.Country  `json:"country"`
	TaxID        string        `json:"tax_id"`
	Language     string        `json:"language"`
	Currency     data.Currency `json:"currency"`
	PaymentTerms string        `json:"payment_terms"`
	Roles        []data.Role   `json:"roles"`
	Tags         []string      `json:"tags,omitempty"`
	Archived     bool          `json:"archived,omitzero"`
}

func partnerRowOf(p data.Partner) partnerRow {
	return partnerRow{
		Code: p.Code, Name: p.Name, Contact: p.Contact, Email: p.Email, Phone: p.Phone, Address: p.Address.Street,
		City: p.Address.City, Region: p.Address.Region, PostalCode: p.Address.PostalCode, Country: p.Address.Country,
		TaxID: p.TaxID, Language: p.Language, Currency: p.Currency, PaymentTerms: p.PaymentTerms, Roles: p.Roles,
		Tags: p.Tags, Archived: p.Archived,
	}
}

// orderRow is an order by the names of the import files, with its lines and what they come to.
type orderRow struct {
	OrderNo      string        `json:"order_no"`
	Date         data.Date     `json:"date"`
	Status       data.Status   `json:"status"`
	Customer     string        `json:"customer"`
	Currency     data.Currency `json:"currency"`
	Incoterm     string        `json:"incoterm"`
	Place        string        `json:"place"`
	Freight      string        `json:"freight"`
	Insurance    string        `json:"insurance"`
	RequiredDate data.Date     `json:"required_date"`
	Goods        string        `json:"goods"`
	Total        string        `json:"total"`
	Lines        []lineRow     `json:"lines"`
	Archived     bool          `json:"archived,omitzero"`
	Lost         data.Outcome  `json:"outcome,omitzero"`
	AskedAt      time.Time     `json:"asked_at,omitzero"`
	ReplyDue     time.Time     `json:"reply_due,omitzero"` // of a quotation whose inquiry is noted
	QuotedAt     time.Time     `json:"quoted_at,omitzero"` // when its first quotation was issued
	Late         bool          `json:"late,omitzero"`      // it was, or is being, issued after its time

	reduced int64 // off the whole order, in minor units
}

// lineRow is an order line by the names of the import files.
type lineRow struct {
	SKU         string    `json:"sku"`
	Description string    `json:"description"`
	Quantity    string    `json:"quantity"`
	Unit        data.Unit `json:"unit"`
	Price       string    `json:"unit_price"`
	Discount    string    `json:"discount_percent"`
	Amount      string    `json:"amount"`
	Role        string    `json:"role,omitzero"`
	Campaign    string    `json:"campaign,omitzero"` // the number of the one whose price it started with
}

func orderRowOf(o data.Order) (orderRow, error) {
	t, err := o.Totals()
	if err != nil {
		return orderRow{}, fmt.Errorf("total order %s: %w", o.No, err)
	}
	row := orderRow{
		OrderNo: o.No, Date: o.Date, Status: o.Status, Customer: o.Customer, Currency: o.Currency,
		Incoterm: o.Incoterm.Rule, Place: o.Incoterm.Place, Freight: t.Freight.String(), Insurance: t.Insurance.String(),
		RequiredDate: o.RequiredDate, Goods: t.Goods.String(), Total: t.Total.String(), Lines: []lineRow{}, Archived: o.Archived, Lost: o.Outcome, reduced: t.Discount.Minor,
	}
	for i, l := range o.Lines {
		row.Lines = append(row.Lines, lineRow{
			SKU: l.SKU, Description: l.Description.In("en"), Quantity: l.Quantity.String(), Unit: l.Unit,
			Price: l.Price.Shown(o.Currency), Discount: l.Discount.String(), Amount: t.Amounts[i].String(), Campaign: l.Campaign, Role: string(l.Role),
		})
	}
	return row, nil
}
