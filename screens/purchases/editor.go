package purchases

import (
	"context"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// editor is the form of one purchase order. Its show and read are each other's inverse.
type editor struct {
	host     *kit.Host
	form     *kit.Form
	supplier *kit.Picker[data.Partner]
	status   *kit.Picker[data.PurchaseStatus]
	currency *kit.Picker[data.Currency]
	incoterm *kit.Picker[string]
	language *kit.Picker[string]
	where    *kit.Picker[string]
	date     *kit.DateEntry
	expected *kit.DateEntry
	lines    *lines
	total    *kit.Text
	receipts *fyne.Container
	takeBack func(data.PostedReceipt)

	home  data.Currency
	known facts
	old   data.PurchaseOrder
	quiet bool // the form is being filled
}

func newEditor(host *kit.Host, st *store.Store) *editor {
	e := &editor{host: host, form: kit.NewForm(host), home: "USD", total: kit.NewHeading("").Right(), receipts: kit.Pile(kit.Tight)}
	e.supplier = kit.NewPartnerPicker(host, func(ctx context.Context, words string) ([]data.Partner, error) {
		return suppliersFirst(st.Partners.Find(ctx, store.Query{Words: words, Limit: kit.PageSize}))
	})
	e.status, e.currency = kit.NewPicker(host, statuses(host)), kit.NewPicker(host, kit.Currencies(host))
	e.incoterm, e.language = kit.NewPicker(host, kit.Incoterms()), kit.NewPicker(host, kit.Languages())
	e.where = kit.NewAsking(host, func(_ context.Context, words string) ([]kit.Option[string], error) {
		return kit.Rank(e.warehouses(), words), nil
	})
	e.where.Free = func(text string) (kit.Option[string], bool) {
		return kit.Option[string]{Value: text, Code: text}, text != "" && text != data.InTransit
	}
	e.supplier.OnChanged = e.supplierChosen
	e.status.OnChanged = func() { e.form.Edited("status") }
	e.currency.OnChanged = func() { e.lines.currency = e.currency.Value(); e.form.Edited("currency") }
	e.incoterm.OnChanged = func() { e.form.Edited("incoterm") }
	e.language.OnChanged = func() { e.form.Edited("language") }
	e.where.OnChanged = func() { e.form.Edited("warehouse") }
	e.date, e.expected = e.form.NewDate("date"), e.form.NewDate("expected_date")
	e.lines = newLines(host, e.form, st)
	e.lines.supplier = func() int64 { return e.supplier.Value().ID }
	e.build()
	e.form.OnChanged = e.live
	return e
}

// suppliersFirst puts those who sell before others.
func suppliersFirst(found []data.Partner, err error) ([]data.Partner, error) {
	slices.SortStableFunc(found, func(a, b data.Partner) int {
		rank := func(p data.Partner) int {
			if slices.Contains(p.Roles, data.Supplier) {
				return 0
			}
			return 1
		}
		return rank(a) - rank(b)
	})
	return found, err
}

// statuses are what the merchant can say of a purchase order.
func statuses(host *kit.Host) []kit.Option[data.PurchaseStatus] {
	return []kit.Option[data.PurchaseStatus]{
		{Value: data.PurchaseDraft, Name: host.T("purchase.state.draft")},
		{Value: data.PurchaseOrdered, Name: host.T("purchase.state.ordered")},
		{Value: data.PurchaseClosed, Name: host.T("purchase.state.closed")},
	}
}

// warehouses are the main warehouse and those with a record.
func (e *editor) warehouses() []kit.Option[string] {
	options := []kit.Option[string]{{Name: e.host.T("stock.main")}}
	for _, w := range e.known.warehouses {
		if w.Code != "" {
			options = append(options, kit.Option[string]{Value: w.Code, Code: w.Code, Name: w.Name.In(e.host.Lang())})
		}
	}
	return options
}

func (e *editor) build() {
	f := e.form
	f.Section("purchase.head")
	f.Add(
		kit.Field{ID: "supplier", Label: "purchase.supplier", Span: kit.Half, Control: e.supplier},
		kit.Field{ID: "purchase_no", Label: "purchase.no", Span: kit.Quarter, Hint: "purchase.no.hint"},
		kit.Field{ID: "date", Label: "purchase.date", Span: kit.Quarter, Control: e.date},
		kit.Field{ID: "status", Label: "purchase.status", Span: kit.Quarter, Control: e.status},
		kit.Field{ID: "currency", Label: "purchase.currency", Span: kit.Quarter, Control: e.currency},
		kit.Field{ID: "expected_date", Label: "purchase.expected", Span: kit.Quarter, Control: e.expected},
		kit.Field{ID: "warehouse", Label: "purchase.warehouse", Span: kit.Quarter, Control: e.where},
	)
	f.Section("purchase.lines")
	f.Add(kit.Field{ID: "lines", Label: "purchase.lines.hint", Span: kit.Whole, Control: e.lines.content})
	f.AddObject(kit.Whole, e.total)
	f.Section("purchase.receipts")
	f.AddObject(kit.Whole, e.receipts)
	f.Section("purchase.terms")
	f.Add(
		kit.Field{ID: "payment_terms", Label: "purchase.payment_terms", Span: kit.Half, Hint: "screen.partner.payment_terms.hint"},
		kit.Field{ID: "incoterm", Label: "purchase.incoterm", Span: kit.Quarter, Control: e.incoterm},
		kit.Field{ID: "place", Label: "purchase.place", Span: kit.Quarter},
		kit.Field{ID: "delivery_place", Label: "purchase.delivery_place", Span: kit.Half, Hint: "purchase.delivery_place.hint"},
		kit.Field{ID: "our_contact", Label: "purchase.contact", Span: kit.Half},
		kit.Field{ID: "supplier_order_no", Label: "purchase.supplier_order_no", Span: kit.Half},
		kit.Field{ID: "language", Label: "purchase.language", Span: kit.Half, Control: e.language},
		kit.Field{ID: "notes", Label: "purchase.notes", Span: kit.Whole, Lines: 4},
	)
}

// supplierChosen gives a new purchase order what its supplier usually has.
func (e *editor) supplierChosen() {
	if e.quiet {
		return
	}
	p, supplier := data.PurchaseOrder{}, e.supplier.Value()
	p.Follow(supplier, e.home)
	if e.old.ID == 0 || e.form.Text("payment_terms") == "" {
		e.form.Set("payment_terms", p.PaymentTerms)
		kit.SetIn(e.language, kit.Languages(), p.Language)
		kit.SetIn(e.currency, kit.Currencies(e.host), p.Currency)
		kit.SetIn(e.incoterm, kit.Incoterms(), p.Incoterm.Rule)
		e.form.Set("place", p.Incoterm.Place)
		e.lines.currency = p.Currency
	}
	e.form.Edited("supplier")
}

// show fills the form from p.
func (e *editor) show(p data.PurchaseOrder) {
	e.quiet, e.old, e.known = true, p, facts{}
	f := e.form
	f.Clear()
	e.lock(false)
	for id, text := range map[string]string{
		"purchase_no": p.No, "payment_terms": p.PaymentTerms, "place": p.Incoterm.Place, "delivery_place": p.Place,
		"our_contact": p.Contact, "supplier_order_no": p.SupplierRef, "notes": p.Notes,
	} {
		f.Set(id, text)
	}
	e.date.Set(p.Date)
	e.expected.Set(p.Expected)
	e.supplier.Empty()
	if p.SupplierID != 0 || p.Supplier != "" {
		e.supplier.Set(kit.PartnerOption(e.host, data.Partner{Record: data.Record{ID: p.SupplierID}, Code: p.Supplier}))
	}
	kit.SetIn(e.status, statuses(e.host), p.Status)
	kit.SetIn(e.currency, kit.Currencies(e.host), p.Currency)
	kit.SetIn(e.incoterm, kit.Incoterms(), p.Incoterm.Rule)
	kit.SetIn(e.language, kit.Languages(), p.Language)
	e.where.Set(kit.Option[string]{Value: p.Warehouse, Code: p.Warehouse, Name: e.warehouseName(p.Warehouse)})
	e.lines.currency = p.Currency
	e.lines.show(p.Lines)
	e.quiet = false
	e.lock(slices.ContainsFunc(p.Lines, func(l data.PurchaseLine) bool { return l.Received != 0 }))
	e.showReceipts()
	e.live()
}

// warehouseName names a warehouse for the reader; "" for one that isn't known yet.
func (e *editor) warehouseName(code string) string {
	if code == "" {
		return e.host.T("stock.main")
	}
	for _, w := range e.known.warehouses {
		if w.Code == code {
			return w.Name.In(e.host.Lang())
		}
	}
	return ""
}

// lock locks what can't change once something was received.
func (e *editor) lock(on bool) {
	e.form.ReadOnly(on, "expected_date", "notes", "supplier_order_no", "status")
	e.lines.lock(on)
}

// learn takes what the store knows of the order shown.
func (e *editor) learn(f facts) {
	e.known = f
	if f.supplier.ID != 0 && e.supplier.Value().ID == f.supplier.ID {
		e.supplier.Set(kit.PartnerOption(e.host, f.supplier))
	}
	if code := e.where.Value(); e.where.Filled() {
		e.where.Set(kit.Option[string]{Value: code, Code: code, Name: e.warehouseName(code)})
	}
	e.lines.learn(f.products)
	e.showReceipts()
}

// showReceipts lists what came.
func (e *editor) showReceipts() {
	e.receipts.Objects = nil
	for _, r := range e.known.receipts {
		what := e.host.T("purchase.receipt", "SKU", r.SKU, "Place", e.host.T("stock.main"))
		if r.Warehouse != "" {
			what = e.host.T("purchase.receipt", "SKU", r.SKU, "Place", r.Warehouse)
		}
		words := []string{e.host.Date(r.At.Local().Format("2006-01-02")), r.Person}
		if r.Lot != "" {
			words = append(words, e.host.T("purchase.lot.of", "Lot", r.Lot))
		}
		if r.Over > 0 {
			words = append(words, e.host.T("purchase.over.by", "Quantity", kit.Quantity(e.host, r.Over)))
		}
		if r.Taken {
			words = append(words, e.host.T("purchase.takenback.word"))
		}
		if r.Reverses != "" {
			words = append(words, e.host.T("purchase.counter"))
		}
		words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
		figure := kit.Wide(96, kit.NewText(kit.Quantity(e.host, r.Quantity)).Right().Cut())
		row := kit.Row(kit.Medium, kit.NewText(what).Cut(), figure)
		if !r.Taken && r.Reverses == "" {
			row.Add(kit.NewButton(e.host.T("purchase.takeback"), nil, func() { e.takeBack(r) }).Quiet())
		}
		e.receipts.Add(kit.Pile(2, row, kit.NewCaption(strings.Join(words, " · ")).Cut()))
	}
	if len(e.known.receipts) == 0 {
		e.receipts.Add(kit.NewHint(e.host.T("purchase.receipts.none")))
	}
	e.form.Relayout()
}

// read returns the purchase order that the form describes: old with what the form says in its place.
func (e *editor) read(old data.PurchaseOrder) (data.PurchaseOrder, error) {
	p, f := old, e.form
	var bad data.Problems
	p.No, p.PaymentTerms, p.Place = f.Text("purchase_no"), f.Text("payment_terms"), f.Text("delivery_place")
	p.Contact, p.SupplierRef, p.Notes = f.Text("our_contact"), f.Text("supplier_order_no"), f.Text("notes")
	supplier := e.supplier.Value()
	p.SupplierID, p.Supplier = supplier.ID, supplier.Code
	p.Status, p.Currency, p.Language, p.Warehouse = e.status.Value(), e.currency.Value(), e.language.Value(), e.where.Value()
	p.Incoterm.Rule, p.Incoterm.Place = e.incoterm.Value(), f.Text("place")
	if p.Incoterm.Rule == "" {
		p.Incoterm.Edition = ""
	} else if p.Incoterm.Edition == "" {
		p.Incoterm.Edition = data.Edition
	}
	p.Date, p.Expected = e.date.Read("date", &bad), e.expected.Read("expected_date", &bad)
	p.Lines = e.lines.read(&bad)
	return p, bad.Err()
}

// live shows what the lines come to while they are typed.
func (e *editor) live() {
	if e.quiet {
		return
	}
	p, _ := e.read(e.old)
	e.lines.figures(p)
	total, err := p.Total()
	if e.total.SetText(""); err == nil && p.Currency != "" {
		e.total.SetText(e.host.T("purchase.total", "Amount", e.host.Money(total.Decimal(), string(p.Currency), p.Currency.Decimals())))
	}
}
