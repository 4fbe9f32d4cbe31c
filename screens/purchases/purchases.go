// Package purchases is the part of Stock where the merchant orders from suppliers, books what comes, and prints the
// paper that the supplier gets.
package purchases

import (
	"context"
	"sync"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Program is what the screen asks of the program around it.
type Program struct {
	Paper func(ctx context.Context, no, format string) (name string, file []byte, err error) // the paper of a purchase order
	Print func(ctx context.Context, pdf []byte, title string) error
}

// Screen shows the purchase orders on the left and the chosen one on the right.
type Screen struct {
	*kit.Records[data.PurchaseOrder]

	host    *kit.Host
	store   *store.Store
	program Program
	editor  *editor
	names   sync.Map // suppliers' names by ID, filled while looking for orders
	facts   *kit.Loader[facts]
	home    *kit.Loader[data.Company]
	buttons struct{ receive, pdf, excel, print *kit.Button }
	asked   *receiving // the dialog that is open
}

// facts is what the store knows about the order shown beside what stands in it.
type facts struct {
	supplier   data.Partner
	products   map[int64]data.Product
	receipts   []data.PostedReceipt
	warehouses []data.Warehouse
}

// New returns the screen with the first page of purchase orders on its way.
func New(host *kit.Host, st *store.Store, program Program) *Screen {
	s := &Screen{host: host, store: st, program: program, editor: newEditor(host, st)}
	s.facts, s.home = kit.NewLoader[facts](host), kit.NewLoader[data.Company](host)
	s.editor.takeBack = s.askTakeBack
	t := host.T
	b := &s.buttons
	b.receive = kit.NewButton(t("purchase.receive"), theme.DownloadIcon(), s.askReceive)
	b.pdf = kit.NewButton(t("paper.as_pdf"), theme.DocumentSaveIcon(), func() { s.save("pdf", b.pdf) })
	b.excel = kit.NewButton(t("paper.excel"), theme.GridIcon(), func() { s.save("xlsx", b.excel) })
	b.print = kit.NewButton(t("paper.print"), theme.DocumentPrintIcon(), s.print)
	s.Records = kit.NewRecords(host, kit.Kind[data.PurchaseOrder]{
		Title: t("purchase.heading"), Search: t("purchase.search"), None: t("purchase.none"),
		Choose: t("purchase.choose"), NewWord: t("purchase.new"),
		ArchiveTitle: t("purchase.archive"), ArchiveWord: t("purchase.archive.do"),
		ArchiveText: func(p data.PurchaseOrder) string { return t("purchase.archive.text", "No", p.No) },
		Actions:     []fyne.CanvasObject{b.receive, b.pdf, b.excel, b.print},
		Fill:        kit.NewButton(t("purchase.new"), theme.ContentAddIcon(), func() { s.New() }), First: "supplier",
		Find: s.find, Key: func(p data.PurchaseOrder) string { return p.No }, Stored: func(p data.PurchaseOrder) bool { return p.ID != 0 },
		Line: s.line, Blank: s.blank, Copy: func(p data.PurchaseOrder) data.PurchaseOrder { return p.Copy(host.Today()) },
		Get: st.Purchases.ByNo, Save: st.Purchases.Save,
		Archive: func(ctx context.Context, p data.PurchaseOrder) error { return st.Purchases.Archive(ctx, p.ID, true) },
		Past: func(ctx context.Context, words, after string) ([]data.PurchaseOrder, error) {
			return st.Purchases.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize, Archived: true})
		},
		Restore: func(ctx context.Context, p data.PurchaseOrder) error { return st.Purchases.Archive(ctx, p.ID, false) },
		Undo:    s.undo, Form: s.editor.form, Show: s.show, Read: s.editor.read,
		Warnings: data.PurchaseOrder.Warnings,
	})
	s.offer(data.PurchaseOrder{})
	s.Reload()
	return s
}

// Reload asks the store again, also for the firm, whose currency new purchase orders take.
func (s *Screen) Reload() {
	s.home.Load(s.store.Company.Get, func(c data.Company, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.editor.home = c.Home()
	})
	s.Records.Reload()
}

// blank is a new purchase order.
func (s *Screen) blank() data.PurchaseOrder {
	return data.PurchaseOrder{Date: s.host.Today(), Status: data.PurchaseDraft}
}

func (s *Screen) find(ctx context.Context, words, after string) ([]data.PurchaseOrder, error) {
	found, err := s.store.Purchases.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize})
	if err != nil {
		return nil, err
	}
	var suppliers []int64
	for _, p := range found {
		suppliers = append(suppliers, p.SupplierID)
	}
	names, err := s.store.Partners.Names(ctx, s.host.Lang(), suppliers)
	for id, name := range names {
		s.names.Store(id, name)
	}
	return found, err
}

// line is a purchase order in the list.
func (s *Screen) line(p data.PurchaseOrder) kit.Line {
	l := kit.Line{Code: p.No, Title: p.Supplier}
	if name, ok := s.names.Load(p.SupplierID); ok {
		l.Title, _ = name.(string)
	}
	l.State, l.Tone = state(s.host, p)
	return l
}

// state is the word and tone of how far a purchase order has come.
func state(host *kit.Host, p data.PurchaseOrder) (string, kit.Tone) {
	switch p.State(host.Today()) {
	case data.PurchaseStateDraft:
		return host.T("purchase.state.draft"), kit.Plain
	case data.PurchaseStateOrdered:
		return host.T("purchase.state.ordered"), kit.Info
	case data.PurchasePartly:
		return host.T("purchase.state.partly"), kit.Warn
	case data.PurchaseOverdue:
		return host.T("purchase.state.overdue"), kit.Bad
	case data.PurchaseReceived:
		return host.T("purchase.state.received"), kit.Good
	}
	return host.T("purchase.state.closed"), kit.Plain
}

// show fills the form and asks for what belongs to the order.
func (s *Screen) show(p data.PurchaseOrder) {
	s.editor.show(p)
	s.offer(p)
	s.facts.Load(func(ctx context.Context) (facts, error) { return s.factsOf(ctx, p) }, func(f facts, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.editor.learn(f)
	})
}

// offer enables what can be done with p.
func (s *Screen) offer(p data.PurchaseOrder) {
	able := func(b *kit.Button, on bool) {
		if b.Disable(); on {
			b.Enable()
		}
	}
	able(s.buttons.receive, p.ID != 0 && p.Status == data.PurchaseOrdered)
	for _, b := range []*kit.Button{s.buttons.pdf, s.buttons.excel, s.buttons.print} {
		able(b, p.ID != 0)
	}
}

func (s *Screen) factsOf(ctx context.Context, p data.PurchaseOrder) (f facts, err error) {
	if p.SupplierID != 0 {
		if f.supplier, err = s.store.Partners.Get(ctx, p.SupplierID); err != nil {
			return f, err
		}
	}
	variants := make([]int64, len(p.Lines))
	for i, l := range p.Lines {
		variants[i] = l.VariantID
	}
	if f.products, err = s.store.Products.ByVariant(ctx, variants); err != nil {
		return f, err
	}
	if f.warehouses, err = s.store.Warehouses.All(ctx); err != nil || p.ID == 0 {
		return f, err
	}
	f.receipts, err = s.store.Purchases.Receipts(ctx, p)
	return f, err
}

// undo takes the newest save of p back and returns p as it is then.
func (s *Screen) undo(ctx context.Context, p data.PurchaseOrder) (data.PurchaseOrder, bool, error) {
	there, err := s.store.Journal.TakeBack(ctx, p.UUID)
	if err != nil || !there {
		return p, there, err
	}
	p, err = s.store.Purchases.Get(ctx, p.ID)
	return p, !p.Archived, err
}

// Begin shows a new purchase order with a supplier and articles filled in; it counts as unsaved. Of a line only its
// variant and its quantity need be said: the rest is what the product says of the supplier.
func (s *Screen) Begin(supplierID int64, lines []data.PurchaseLine) {
	kit.Run(s.host, nil, func(ctx context.Context) (data.PurchaseOrder, error) { return s.begun(ctx, supplierID, lines) },
		func(p data.PurchaseOrder, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.Records.Begin(p)
		})
}

// begun is the purchase order that Begin shows.
func (s *Screen) begun(ctx context.Context, supplierID int64, lines []data.PurchaseLine) (data.PurchaseOrder, error) {
	p := s.blank()
	company, err := s.store.Company.Get(ctx)
	if err != nil {
		return p, err
	}
	p.Currency = company.Home()
	if supplierID != 0 {
		supplier, err := s.store.Partners.Get(ctx, supplierID)
		if err != nil {
			return p, err
		}
		p.Currency = ""
		p.Follow(supplier, company.Home())
	}
	variants := make([]int64, len(lines))
	for i, l := range lines {
		variants[i] = l.VariantID
	}
	products, err := s.store.Products.ByVariant(ctx, variants)
	if err != nil {
		return p, err
	}
	for _, want := range lines {
		product := products[want.VariantID]
		variant, ok := product.Variant(want.VariantID)
		if !ok {
			continue
		}
		l := data.NewPurchaseLine(product, variant, supplierID, p.Currency)
		if want.Quantity > 0 {
			l.Quantity = want.Quantity
		}
		if want.Price > 0 {
			l.Price = want.Price
		}
		l.Expected = want.Expected
		p.Lines = append(p.Lines, l)
	}
	return p, nil
}
