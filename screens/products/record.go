package products

import (
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// show fills the form from p.
func (e *editor) show(p data.Product) {
	f := e.form
	e.listings.quiet = true
	f.Clear()
	for id, text := range map[string]string{
		"sku": p.SKU, "category": p.Category, "gtin": p.GTIN, "brand": p.Brand, "model": p.Model, "composition": p.Composition,
		"name": p.Name["en"], "name_zh": p.Name["zh"], "description": p.Description["en"], "description_zh": p.Description["zh"],
		"customs": p.Customs["en"], "customs_zh": p.Customs["zh"], "price": price(p.Price, p.Currency), "cost": price(p.Cost, p.CostCurrency),
		"moq": kit.Figure(p.MOQ), "safety_stock": kit.Figure(p.SafetyStock), "max_stock": kit.Figure(p.MaxStock), "lead_time": p.LeadTime,
		"hs_code": p.HSCode, "hs_edition": p.HSEdition, "notes": p.Notes,
	} {
		f.Set(id, text)
	}
	kit.SetIn(e.unit, kit.Units(e.host), p.Unit)
	kit.SetIn(e.currency, kit.Currencies(e.host), p.Currency)
	kit.SetIn(e.costCurrency, kit.Currencies(e.host), p.CostCurrency)
	kit.SetIn(e.origin, kit.Countries(e.host), p.Origin)
	e.supplier.Empty()
	if p.SupplierID != 0 {
		e.supplier.Set(kit.Option[int64]{Value: p.SupplierID, Name: p.Supplier})
		e.nameSupplier(p.SupplierID)
	}
	e.showOwnTerms(p)
	e.showTables(p)
	e.showDanger(p)
	e.showCustomsParts(p)
	e.askElements(p)
	e.certificates.show(p, e.now(p))
	e.showPacking(p.Packing)
	e.texts.show(p)
	e.pictures.show(p.Pictures)
	e.listings.show(p, e.now(p), func() { e.host.Focus(e.pictures.add) })
	e.typed = e.now(p)
	e.live()
	f.Top()
}

func (e *editor) showPacking(p data.Packing) {
	f := e.form
	f.Set("pcs_per_carton", kit.Figure(p.PcsPerCarton))
	f.Set("pcs_per_inner", kit.Figure(p.PcsPerInner))
	f.Set("unit_net_kg", kit.Figure(p.UnitNet))
	f.Set("carton_length_cm", kit.Figure(p.Carton.Length))
	f.Set("carton_width_cm", kit.Figure(p.Carton.Width))
	f.Set("carton_height_cm", kit.Figure(p.Carton.Height))
	f.Set("carton_net_kg", kit.Figure(p.CartonNet))
	f.Set("carton_gross_kg", kit.Figure(p.CartonGross))
	kit.SetIn(e.packageKind, kit.PackageKinds(e.host), p.Kind)
	e.showLevels(p)
}

// price is the text of a price that may be unknown.
func price(p *data.UnitPrice, c data.Currency) string {
	if p == nil {
		return ""
	}
	return p.Shown(c)
}

// read returns the product the form describes: old with what the form says in its place.
func (e *editor) read(old data.Product) (data.Product, error) {
	p, f := old, e.form
	var bad data.Problems
	p.SKU, p.Category, p.GTIN = f.Text("sku"), f.Text("category"), f.Text("gtin")
	p.Brand, p.Model, p.Composition = f.Text("brand"), f.Text("model"), f.Text("composition")
	p.LeadTime, p.HSEdition, p.Notes = f.Text("lead_time"), f.Text("hs_edition"), f.Text("notes")
	p.HSCode = e.hsCode()
	p.Name = old.Name.With("en", f.Text("name")).With("zh", f.Text("name_zh"))
	p.Description = old.Description.With("en", f.Text("description")).With("zh", f.Text("description_zh"))
	p.Customs = old.Customs.With("en", f.Text("customs")).With("zh", f.Text("customs_zh"))
	e.texts.read(&p)
	e.listings.read(&p)
	p.Unit, p.Currency, p.CostCurrency, p.Origin = e.unit.Value(), e.currency.Value(), e.costCurrency.Value(), e.origin.Value()
	if p.SupplierID = e.supplier.Value(); p.SupplierID != old.SupplierID { // the field calls it as the reader knows it
		p.Supplier = e.supplier.Name()
	}
	p.Price = kit.ReadOptional(f.Entry("price"), "price", data.ParseUnitPrice, &bad)
	p.Cost = kit.ReadOptional(f.Entry("cost"), "cost", data.ParseUnitPrice, &bad)
	p.MOQ = kit.ReadNumber(f.Entry("moq"), "moq", data.ParseQuantity, &bad)
	p.SafetyStock = kit.ReadNumber(f.Entry("safety_stock"), "safety_stock", data.ParseQuantity, &bad)
	p.MaxStock = kit.ReadNumber(f.Entry("max_stock"), "max_stock", data.ParseQuantity, &bad)
	p.Packing = e.readPacking(old.Packing, &bad)
	e.readOwnTerms(&bad)
	e.readTables(&p, &bad)
	e.readDanger(&p, &bad)
	p.Certificates = e.certificates.rows.Read(&bad)
	e.readCustomsParts(&p)
	p.Pictures = e.pictures.read()
	return p, bad.Err()
}

// readPacking puts the form's figures into p.
func (e *editor) readPacking(p data.Packing, bad *data.Problems) data.Packing {
	f := e.form
	length := func(id string) data.Length { return kit.ReadNumber(f.Entry(id), id, data.ParseCentimetres, bad) }
	weight := func(id string) data.Weight { return kit.ReadNumber(f.Entry(id), id, data.ParseKilograms, bad) }
	p.UnitNet = weight("unit_net_kg")
	p.PcsPerInner = kit.ReadNumber(f.Entry("pcs_per_inner"), "pcs_per_inner", data.ParseQuantity, bad)
	p.PcsPerCarton = kit.ReadNumber(f.Entry("pcs_per_carton"), "pcs_per_carton", data.ParseQuantity, bad)
	p.Carton = data.Box{Length: length("carton_length_cm"), Width: length("carton_width_cm"), Height: length("carton_height_cm")}
	p.CartonNet, p.CartonGross = weight("carton_net_kg"), weight("carton_gross_kg")
	p.Kind = e.packageKind.Value()
	e.readLevels(&p, bad)
	return p
}

// hsCode is the code typed, digits only.
func (e *editor) hsCode() string {
	return strings.NewReplacer(".", "", " ", "").Replace(e.form.Text("hs_code"))
}
