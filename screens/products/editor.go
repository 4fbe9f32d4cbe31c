package products

import (
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2/theme"
)

// editor is the form of one product. Its show and read are each other's inverse.
type editor struct {
	host *kit.Host
	form *kit.Form

	unit         *kit.Picker[data.Unit]
	currency     *kit.Picker[data.Currency]
	costCurrency *kit.Picker[data.Currency]
	origin       *kit.Picker[data.Country]
	packageKind  *kit.Picker[data.PackageKind]
	supplier     *kit.Picker[int64]
	typed        func() data.Product // the product as the form says now
	texts        *otherTexts
	listings     *listingTexts
	packing      *packingView
	certificates *certificates
	pictures     *pictures
	battery      *kit.Picker[data.BatteryKind]
	marks        map[string]*kit.Picker[data.Measure] // by level of packing
	composed     *kit.Paragraph                       // the customs descriptions that the parts come to
	tables       []*table
	variants     *table
	elements     *table

	onTake        func() // asks for parts of another product
	store         *store.Store
	elementLoader *kit.Loader[data.ElementList]
}

func newEditor(host *kit.Host, st *store.Store) *editor {
	e := &editor{host: host, form: kit.NewForm(host), store: st, elementLoader: kit.NewLoader[data.ElementList](host)}
	e.unit = kit.NewPicker(host, kit.Units(host))
	e.unit.Free = kit.FreeUnit
	e.currency = kit.NewPicker(host, kit.Currencies(host))
	e.costCurrency = kit.NewPicker(host, kit.Currencies(host))
	e.origin = kit.NewPicker(host, kit.Countries(host))
	e.packageKind = kit.NewPicker(host, kit.PackageKinds(host))
	e.supplier = supplierPicker(host, st)
	e.texts = newOtherTexts(host, e.form)
	e.listings = newListingTexts(host, st, e.form)
	e.packing = newPackingView(host)
	e.certificates = newCertificates(host, st, e.form)
	e.pictures = newPictures(host, st, func() { e.form.Relayout() })
	e.build()
	e.listings.learn()
	e.certificates.learn()
	e.form.OnChanged = e.live
	e.form.Parts = func() map[string]*kit.Form {
		parts := map[string]*kit.Form{}
		e.certificates.rows.Parts(parts)
		return parts
	}
	return e
}

func (e *editor) build() {
	f := e.form
	f.Section("screen.product.article")
	f.AddObject(kit.Whole, kit.Row(0, kit.NewButton(e.host.T("take.title"), theme.ContentCopyIcon(), func() { e.onTake() }), kit.Spring()))
	f.Add(
		kit.Field{ID: "sku", Label: "screen.product.sku", Span: kit.Half},
		kit.Field{ID: "category", Label: "screen.product.category", Span: kit.Half},
		kit.Field{ID: "name", Label: "screen.product.name", Span: kit.Half},
		kit.Field{ID: "name_zh", Label: "screen.product.name_zh", Span: kit.Half},
		kit.Field{ID: "unit", Label: "screen.product.unit", Span: kit.Quarter, Control: e.unit},
		kit.Field{ID: "gtin", Label: "screen.product.gtin", Span: kit.Quarter},
		kit.Field{ID: "brand", Label: "screen.product.brand", Span: kit.Quarter},
		kit.Field{ID: "model", Label: "screen.product.model", Span: kit.Quarter},
		kit.Field{ID: "composition", Label: "screen.product.composition", Span: kit.Whole},
	)
	e.buildPrice()
	e.buildCustoms()
	e.buildPacking()
	f.Section("screen.product.texts")
	f.Add(
		kit.Field{ID: "description", Label: "screen.product.description", Span: kit.Half, Lines: 3},
		kit.Field{ID: "description_zh", Label: "screen.product.description_zh", Span: kit.Half, Lines: 3},
	)
	e.texts.build()
	e.listings.build()
	f.Add(kit.Field{ID: "notes", Label: "screen.product.notes", Span: kit.Whole, Lines: 3})
	f.Section("screen.product.pictures")
	f.AddObject(kit.Whole, kit.NewHint(e.host.T("product.pictures.hint")))
	f.AddObject(kit.Whole, e.pictures.content)
}

func (e *editor) buildPrice() {
	f := e.form
	f.Section("screen.product.prices")
	f.Add(
		kit.Field{ID: "price", Label: "screen.product.price", Span: kit.Quarter},
		kit.Field{ID: "currency", Label: "screen.product.currency", Span: kit.Quarter, Control: e.currency},
		kit.Field{ID: "cost", Label: "screen.product.cost", Span: kit.Quarter},
		kit.Field{ID: "cost_currency", Label: "screen.product.cost_currency", Span: kit.Quarter, Control: e.costCurrency},
		kit.Field{ID: "moq", Label: "screen.product.moq", Span: kit.Quarter},
		kit.Field{ID: "safety_stock", Label: "screen.product.safety_stock", Span: kit.Quarter},
		kit.Field{ID: "max_stock", Label: "screen.product.max_stock", Span: kit.Quarter},
		kit.Field{ID: "lead_time", Label: "screen.product.lead_time", Span: kit.Quarter},
		kit.Field{ID: "supplier", Label: "screen.product.supplier", Span: kit.Quarter, Control: e.supplier},
		kit.Field{ID: "own_item_no", Label: "product.own_item_no", Span: kit.Quarter},
		kit.Field{ID: "own_lead_days", Label: "product.own_lead_days", Span: kit.Quarter},
		kit.Field{ID: "own_moq", Label: "product.own_moq", Span: kit.Quarter},
		kit.Field{ID: "own_multiple", Label: "product.own_multiple", Span: kit.Quarter},
	)
	e.ladderTable()
	e.offerTable()
	f.AddObject(kit.Whole, e.compareButton())
	e.buyerTable()
	f.Section("product.variants.title")
	e.variantTable()
	f.AddObject(kit.Whole, e.variantTools())
	e.variantPackingTable()
	e.currency.OnChanged = func() { f.Edited("currency") }
	e.costCurrency.OnChanged = func() { f.Edited("cost_currency") }
	e.supplier.OnChanged = func() { f.Edited("supplier") }
}

func (e *editor) buildCustoms() {
	f := e.form
	f.Section("screen.product.customs")
	f.Add(
		kit.Field{ID: "hs_code", Label: "screen.product.hs_code", Span: kit.Quarter},
		kit.Field{ID: "hs_edition", Label: "screen.product.hs_edition", Span: kit.Quarter, Hint: "screen.product.hs_edition.hint"},
		kit.Field{ID: "origin", Label: "screen.product.origin", Span: kit.Half, Control: e.origin},
		kit.Field{ID: "customs", Label: "screen.product.customs_description", Span: kit.Half, Lines: 2},
		kit.Field{ID: "customs_zh", Label: "screen.product.customs_description_zh", Span: kit.Half, Lines: 2},
	)
	e.buildCustomsParts()
	e.elementTable()
	e.rateTable()
	e.dutyTable()
	e.buildDanger()
	e.certificates.build()
	e.origin.OnChanged = func() { f.Edited("origin") }
	e.unit.OnChanged = func() { f.Edited("unit") }
}

func (e *editor) buildPacking() {
	f := e.form
	f.Section("screen.product.packing")
	f.Add(
		kit.Field{ID: "pcs_per_carton", Label: "screen.product.pcs_per_carton", Span: kit.Third},
		kit.Field{ID: "pcs_per_inner", Label: "screen.product.pcs_per_inner", Span: kit.Third},
		kit.Field{ID: "package_kind", Label: "screen.product.package_kind", Span: kit.Third, Control: e.packageKind},
		kit.Field{ID: "carton_length_cm", Label: "screen.product.carton_length", Unit: "cm", Span: kit.Third},
		kit.Field{ID: "carton_width_cm", Label: "screen.product.carton_width", Unit: "cm", Span: kit.Third},
		kit.Field{ID: "carton_height_cm", Label: "screen.product.carton_height", Unit: "cm", Span: kit.Third},
		kit.Field{ID: "carton_net_kg", Label: "screen.product.carton_net", Unit: "kg", Span: kit.Third},
		kit.Field{ID: "carton_gross_kg", Label: "screen.product.carton_gross", Unit: "kg", Span: kit.Third},
	)
	e.packageKind.OnChanged = func() { f.Edited("package_kind") }
	e.buildLevels()
	f.AddObject(kit.Whole, e.packing.content)
}

// live works out the packing figures while the merchant types.
func (e *editor) live() {
	var bad data.Problems
	e.packing.show(e.readPacking(data.Packing{}, &bad))
	e.compose()
	e.listings.live()
	e.certificates.live()
}
